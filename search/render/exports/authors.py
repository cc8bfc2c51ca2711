"""The family name and the given name of an author, which programs for references keep apart."""

import re
from typing import NamedTuple

_PARTICLES = frozenset("al ben bin da de del della der di dos du el ibn la le van von".split())
_ELIDED = re.compile(r"d['’]\w", re.IGNORECASE)
"""d’Ormesson: the family name begins with the particle."""
_COLLECTIVE = re.compile(
    r"\b(?:actu|agences?|avec|bureau|correspondante?s?|desk|et|and|info|media|news|presse|rédaction|services?|source|the)\b",
    re.IGNORECASE,
)
"""Words of a signature that names no person, or several."""
_MAX_PERSON_WORDS = 5


class Author(NamedTuple):
    """An author: `given` is "" for an agency, a desk or a person of one name."""

    family: str
    given: str = ""


def author(name: str) -> Author:
    """Return an author, the name cut before its particle, before its words in capitals, or before its last word.

    >>> author("Aïssatou N’Diaye"), author("Charles de Gaulle"), author("Anne ROY PETIT")
    (Author(family='N’Diaye', given='Aïssatou'), Author(family='de Gaulle', given='Charles'),
     Author(family='ROY PETIT', given='Anne'))
    >>> author("AFP"), author("Orange avec Media Services")
    (Author(family='AFP', given=''), Author(family='Orange avec Media Services', given=''))
    """
    words = name.split()
    if not 1 < len(words) <= _MAX_PERSON_WORDS or _COLLECTIVE.search(name) or not _is_capital(words[0]):
        return Author(name)
    last = words[-1]
    if not (_is_capital(last) or _ELIDED.match(last)):
        return Author(name)
    start = next(
        (at for at, word in enumerate(words) if at and _begins_family(word, words[0])), len(words) - 1
    )
    return Author(" ".join(words[start:]), " ".join(words[:start]))


def _begins_family(word: str, first: str) -> bool:
    """Return whether a word behind the first one begins the family name."""
    is_particle = word.casefold() in _PARTICLES or _ELIDED.match(word) is not None
    return is_particle or (_is_shouted(word) and not _is_shouted(first))


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not word.endswith(".")  # `J.-P.` is a given name
