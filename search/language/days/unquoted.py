"""The words of a query that belong to a date typed without quotes: `date:lundi dernier grève` has two."""

from collections import Counter
from collections.abc import Sequence

from corpus.months import ENGLISH_MONTHS
from search.language.days.error import DateError, mended
from search.language.days.expression import check, check_as_typed, is_period
from search.language.days.glued import unglued
from search.language.days.tokens import Token, folded, is_date_word, kinds, tokens
from search.language.days.vocabulary import Kind
from search.language.tree import is_complete_date

_MAX_WORDS = 14
"""Words of a date: those of `du samedi 28 février 2020 au dimanche 1er mars 2020`, and some more."""

_MAX_OF_KIND = {Kind.NUMBER: 4, Kind.ARTICLE: 4} | dict.fromkeys(
    (Kind.EVE, Kind.FEAST, Kind.MOVABLE_FEAST, Kind.HOLIDAYS, Kind.MONTHS), 2
)
_MAX_OF_OTHERS = 3
"""Words of one kind in a date: `mars, avril et mai` has three months.  So a row of months costs no time."""


def longest(words: Sequence[str]) -> int:
    """Return how many of the words, from the first on, are a date: the most that are one.

    A bare number that other words follow is left to them, `date:lundi 12 morts`, unless nothing is a date without it,
    `date:le 3 grève`, or it stands as in English, `date:march 2`.  Nothing follows a year or a distance: `date:2020 mars`.

    Raises:
        DateError: the most words that may be a date are one that does not exist.

    >>> longest("lundi dernier grève".split()), longest("mars blanche".split()), longest("2020 grève".split())
    (2, 1, 1)
    """
    if is_complete_date(words[0].rstrip(" -")):
        return 1
    counts = range(_run(words), 1, -1)
    texts = {count: " ".join(words[:count]) for count in counts}
    doubtful = {count for count in counts if _ends_in_doubt(tokens(folded(texts[count])))}
    for count in counts:
        if count in doubtful and count < len(words):
            continue
        if is_period(texts[count]) if count in doubtful else _is_date(texts[count]):
            return count
    if is_period(words[0]):
        return 1
    return next((count for count in counts if count in doubtful and _is_date(texts[count])), 1)


def meant(words: Sequence[str]) -> str | None:
    """Return the date that the first words mean, mended; None if nothing near them is a date."""
    for count in range(min(len(words), _MAX_WORDS), 0, -1):
        if text := mended(" ".join(words[:count]), is_period):
            return text
    return None


def _run(words: Sequence[str]) -> int:
    """Return the number of words that may be a date's."""
    found: Counter[str] = Counter()
    for count, word in enumerate(words[:_MAX_WORDS]):
        text = unglued(folded(word.replace("..", " ").lstrip("<>=")))
        if (count and _is_cut(words[count - 1], word)) or not all(map(is_date_word, text.split())):
            return count
        found.update(kinds(tokens(text)))
        if any(number > _MAX_OF_KIND.get(kind, _MAX_OF_OTHERS) for kind, number in found.items()):
            return count
    return min(len(words), _MAX_WORDS)


def _is_cut(before: str, word: str) -> bool:
    """Return whether a comma parts two words: it goes before a year, and between words of a kind: `mars, avril et mai`."""
    if not before.endswith(",") or word[:4].isdigit():
        return False
    return kinds(tokens(folded(before))) != kinds(tokens(folded(word)))


def _is_date(text: str) -> bool:
    """Return whether a text is a date.

    Raises:
        DateError: the text is a date that does not exist.
    """
    try:
        check_as_typed(text)
    except DateError as error:
        if error.message.code == "query.not_a_date":
            return False
        check(text)
        raise
    return True


def _ends_in_doubt(said: Sequence[Token]) -> bool:
    """Return whether the last word may belong to what follows: a number, but in `march 2`, or `d'après`."""
    if said and said[-1].text == "d apres":
        return True
    if not said or said[-1].kind not in (Kind.NUMBER, Kind.ORDINAL):
        return False
    return len(said) < 2 or said[-2].text not in ENGLISH_MONTHS
