"""When two spellings are one name, and under which form it is shown."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from corpus.entities.compiled import compiled
from corpus.entities.entity import Kind
from corpus.entities.knowledge import fold
from corpus.entities.lexicon import lines
from corpus.expression import expression
from corpus.typography import PLAIN_APOSTROPHES

_QUOTES = str.maketrans(dict.fromkeys('"«»“”()[]_', " ")) | PLAIN_APOSTROPHES
_SEPARATORS = expression(r"[\s‐–-]+")
_EDGES = " .,;:!?'&"
_HONORIFIC = expression(
    r"(?:m|mm|mmes?|mlles?|me|dr|pr|mgr|monsieur|madame|mademoiselle|maitre|docteur|professeur|sir|lord)\.? (?=\S)"
)
# An article needs its blank, lest Laurent become urent.
_ARTICLE = expression(r"(?:(?:le|la|les|un|une|du|des|de la|de) |(?:de )?l'|d')(?=\w)")
_SHOWN_ARTICLE = expression(r"(?:(?:[Ll](?:e|a|es)|[Dd](?:u|es|e la|e)|[Uu]ne?) |(?:de )?[LlDd]')(?=\w)")
_SHOWN_HONORIFIC = expression(
    r"(?:M|MM|Mmes?|Mlles?|Me|Dr|Pr|Mgr|Monsieur|Madame|Mademoiselle|Maître|Docteur|Professeur|Sir|Lord)\.? (?=\S)",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    "abou ag ait al aït ben bin bou d da de del den der des di dos du el et ibn la le les ould van von y".split()
)

REIGNS = ("abbé", "émir", "empereur", "pape", "prince", "princesse", "reine", "roi", "sultan")
"""Before the first name of somebody who is known by it."""


@lru_cache(1 << 15)
def key(name: str) -> str:
    """Return the form under which two spellings of a name are the same.

    >>> key("l’État Islamique") == key("État islamique"), key("Laurent"), key("Nations-Unies")
    (True, 'laurent', 'nations unies')
    """
    bare = _SEPARATORS.sub(" ", fold(name.translate(_QUOTES))).strip(_EDGES)
    while match := _HONORIFIC.match(bare) or _ARTICLE.match(bare):
        bare = bare[match.end() :].strip(_EDGES)
    return bare


@cache
def aliases() -> dict[str, str]:
    """Return the display form of every name in the alias list, by key: "onu" → "Nations unies"."""
    table: dict[str, str] = {}
    for line in lines("aliases"):
        canonical, _, variants = line.partition(" = ")
        for form in (canonical, *variants.split(" | ")):
            table[key(form)] = canonical
    return table


def other_names() -> Iterator[tuple[Kind, str, str]]:
    """Yield the listed other names of an entity, each with its kind and the name to show: ONU, Nations unies."""
    for line in lines("aliases"):
        canonical, _, variants = line.partition(" = ")
        for name in variants.split(" | "):
            yield listed().get(key(canonical), Kind.ORG), name, canonical


@cache
def countries() -> frozenset[str]:
    """Return the keys of the countries, under each of their names: "chine", "rd congo", "etat hebreu"."""
    names = set(map(key, lines("countries")))
    return frozenset(names | {form for form, canonical in aliases().items() if key(canonical) in names})


@cache
def listed() -> dict[str, Kind]:
    """Return the kind that the lists give a name, by key; names on two lists are left out."""
    kinds = compiled()["kinds"]
    return dict.fromkeys(kinds[Kind.ORG], Kind.ORG) | dict.fromkeys(kinds[Kind.PLACE], Kind.PLACE)


@cache
def with_article() -> dict[tuple[Kind, str], str]:
    """Return the listed names that have an article, by kind and key: "monde" → "Le Monde"."""
    kinds = compiled()["with_article"].items()
    return {(Kind(kind), name): shown for kind, names in kinds for name, shown in names.items()}


def has_article(name: str) -> bool:
    """Return whether a name begins with an article: "Le Monde"."""
    return bool(_SHOWN_ARTICLE.match(name))


@lru_cache(1 << 15)
def shown(surface: str, kind: Kind) -> str:
    """Return a name as the text has it, without article, honorific and quotes; that of a person not in capitals.

    >>> shown("M. Rasmané OUEDRAOGO", Kind.PERSON), shown("l’Union européenne", Kind.ORG)
    ('Rasmané Ouedraogo', 'Union européenne')
    """
    form = " ".join(surface.translate(_QUOTES).split()).strip(" ,;:&-")
    # Le Pen and Le Drian keep what is theirs; "la Callas" is Callas.
    article = _ARTICLE if kind is Kind.PERSON else _SHOWN_ARTICLE
    while match := _SHOWN_HONORIFIC.match(form) or article.match(form):
        form = form[match.end() :].lstrip()
    if kind is Kind.PERSON:
        form = " ".join(word.title() if len(word) > 3 and word.isupper() else word for word in form.split())
    return form


def is_acronym(word: str) -> bool:
    """Return whether a word has the shape of an acronym: 2 to 10 signs, a letter first, mostly capitals.

    >>> [is_acronym(word) for word in ("ONU", "TF1", "DGSN-DGST", "O.N.U.", "Onu", "XIV", "A8")]
    [True, True, True, True, False, False, False]
    """
    return all(map(_is_acronym, word.replace(".", "").split("-")))


@lru_cache(1 << 12)
def _is_acronym(part: str) -> bool:
    capitals = sum(map(str.isupper, part))
    return (
        2 <= len(part) <= 10
        and part.isalnum()
        and capitals >= 2
        and 2 * capitals > len(part) - sum(map(str.isdigit, part))
        and part[0].isupper()
        and not _ROMAN.fullmatch(part)
    )


_ROMAN = expression(r"X{0,3}(?:IX|IV|V?I{1,3}|V)?(?:er|e|ème)?|XL|L")


def initials(words: list[str]) -> str:
    """Return the initials of a name's words, particles left out.

    >>> initials(key("Fédération des épiciers belges").split())
    'feb'
    """
    return "".join(word.removeprefix("l'").removeprefix("d'")[:1] for word in words if word not in _SMALL)


_SMALL = PARTICLES | {"a", "au", "aux", "en", "pour", "sur", "par", "and", "of", "the", "for"}
