"""Compounds: the other ways to write a word of several terms, such as `ronds-points`, `Chine-Taïwan`, `pourrait-elle`.

What stands between two terms is not known here, and no capital or accent decides: `chine-taiwan` is read as
`Chine-Taïwan` is.
"""

from collections.abc import Iterable, Sequence
from itertools import islice, product
from typing import NamedTuple

from index.analysis.french import stem, stop_words

_APART_SLOP = 4
"""The most moves by which two words of a compound stand apart: `la Chine et Taïwan`, `Taïwan et la Chine`.

With 2 a third of the gain is lost on the compounds of the headlines of 1,165 articles (La DH, La Libre Belgique); with 6 and
10 nothing more is gained.
"""

_MAX_READINGS = 16
"""The most readings of a compound; one that has more is read as it is written."""

_LEAST_LETTERS = 3
"""The letters of a word that has another number."""

_BOUND = frozenset(
    """
    saint sainte saints saintes
    ex vice anti pro non mi semi demi quasi contre sous sur outre avant apres arriere entre sans
    co inter multi mini micro auto extra hyper infra neo post pre super ultra
    """.split()
)
"""Words that belong to the next word: it does not stand apart from them (`contre une attaque` is no `contre-attaque`).

Apart they gain .01 on the compounds of one newspaper (Le Point, Le Figaro, L'Humanité), and nothing on headlines.
"""

_SUBJECTS = frozenset({"ce", "elle", "elles", "il", "ils", "je", "nous", "on", "tu", "vous"})

_NO_VERBS = frozenset({("rendez", "vous"), ("jong", "il")})
"""Compounds that end in a pronoun and are no verb."""


class Reading(NamedTuple):
    """A way to write a compound: its terms in order, at most `slop` moves out of it, as in `index.query.Phrase`."""

    terms: tuple[str, ...]
    slop: int


def verb(terms: Sequence[str]) -> str:
    """Return the verb to which a question joins its subject; an empty text if there is none, or if it is a stop word.

    `Macron-Le Pen` has no verb: a pronoun that is an article is no subject.

    >>> verb(["pourrait", "elle"]), verb(["passe", "t", "il"]), verb(["est", "ce"]), verb(["rendez", "vous"])
    ('pourrait', 'passe', '', '')
    """
    first, *others = terms
    is_question = bool(others) and others[-1] in _SUBJECTS and others[:-1] in ([], ["t"])
    return first if is_question and first not in stop_words() and tuple(terms) not in _NO_VERBS else ""


def readings(terms: Sequence[str]) -> tuple[Reading, ...]:
    """Return the other readings of a compound: its words in other forms, and two nouns or names also apart.

    Each word stands in singular and plural, the last one in each gender.  A score, a date, a letter (`1-0`, `Covid-19`,
    `F-16`) has no other reading.  A name with a small word (`Aix-en-Provence`), a saint and what has a prefix are never
    read apart.

    >>> [" ".join(reading.terms) for reading in readings(["chefs", "de", "gare"])]
    ['chefs de gares', 'chef de gare', 'chef de gares']
    >>> readings(["chine", "taiwan"])[0], readings(["1", "0"])
    (Reading(terms=('chine', 'taiwan'), slop=4), ())
    """
    written = tuple(terms)
    if not all(term.isalpha() and len(term) > 1 for term in written):
        return ()
    inflected = list(
        islice(product(*map(_numbers, written[:-1]), _inflected(written[-1])), _MAX_READINGS + 1)
    )
    if len(inflected) > _MAX_READINGS:
        return ()
    if _may_stand_apart(written):
        return tuple(Reading(words, _APART_SLOP) for words in inflected if len(set(words)) > 1)
    return tuple(Reading(words, 0) for words in inflected if words != written)


def _may_stand_apart(terms: tuple[str, ...]) -> bool:
    return len(set(terms)) == len(terms) == 2 and terms[0] not in _BOUND and stop_words().isdisjoint(terms)


def _inflected(term: str) -> tuple[str, ...]:
    """Return a word, and its other forms in number and gender.

    >>> _inflected("coreen"), _inflected("nationale")
    (('coreen', 'coreens', 'coreenne', 'coreennes'), ('nationale', 'nationales', 'national', 'nationals'))
    """
    forms = [
        form
        for one in _numbers(term)
        for other in (one, _other_gender(one.removesuffix("s")))
        for form in (other, f"{other}s")
    ]
    return _same(term, forms)


def _numbers(term: str) -> tuple[str, ...]:
    """Return a word, and the same word in the other number, if it has one.

    >>> _numbers("rond"), _numbers("bateaux"), _numbers("journal"), _numbers("gaz"), _numbers("des")
    (('rond', 'ronds'), ('bateaux', 'bateau'), ('journal', 'journaux', 'journals'), ('gaz',), ('des',))
    """
    return _same(term, _other_number(term))


def _same(term: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Return a word and those of some forms that are the same word: their stem is the same.  A small word has no form."""
    if len(term) < _LEAST_LETTERS or term in stop_words():
        return (term,)
    return tuple(dict.fromkeys([term, *(form for form in forms if stem(form) == stem(term))]))


def _other_number(term: str) -> tuple[str, ...]:
    """Return what may be the other number of a word."""
    if term.endswith("aux"):
        return (term[:-1], f"{term[:-3]}al")
    if term.endswith("al"):
        return (f"{term[:-1]}ux", f"{term}s")
    if term.endswith(("au", "eu")):
        return (f"{term}x", f"{term}s")
    if term.endswith("z"):
        return ()
    return (term[:-1],) if term.endswith(("s", "x")) else (f"{term}s",)


def _other_gender(term: str) -> str:
    """Return what may be the other gender of a word in the singular."""
    if term.endswith("nne"):
        return term[:-2]
    if term.endswith("e"):
        return term[:-1]
    return f"{term}ne" if term.endswith(("en", "on")) else f"{term}e"
