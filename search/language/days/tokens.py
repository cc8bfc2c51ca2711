"""From an expression to its tokens: names of the vocabulary, and dates, ordinals and hours in digits."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.months import MONTHS
from search.language.days.numbers import roman
from search.language.days.vocabulary import (
    MAX_NAME_WORDS,
    PARTS_OF_NAMES,
    VOCABULARY,
    Kind,
    Meaning,
)
from search.language.lex import plain

_CUTS = re.compile(r"[-/.'’]")
_NUMERIC = re.compile(r"([0-9]+)(?:([-/.])([0-9]+)(?:[-/.]([0-9]+))?)?")
"""A number, or a date in digits; the sign between them is `-`, `/` or a full stop."""

_ORDINAL = re.compile(r"([0-9]{1,2}|[ivx]{1,6})(?:er|ere|re|e|eme|ieme|nd|nde|st|rd|th)")
_DECADE = re.compile(r"([0-9]{2}|[0-9]{4})s")
_CLOCK = re.compile(r"[0-9]{1,2}(?:h|:)(?:[0-9]{2})?(?:mn|min)?|[0-9]{1,2}(?:am|pm)")
_QUARTER = re.compile(r"[tq]([1-4])|[sh]([12])")


class Token(NamedTuple):
    """A name or a number of an expression: its kind, its value, and its text."""

    kind: str
    value: int
    text: str


@lru_cache(maxsize=512)
def folded(expression: str) -> str:
    """Return the expression in small letters, without accents, with single blanks.

    >>> folded(" Dès  l’Été 2023 ")
    "depuis l'ete 2023"
    """
    from corpus.clean import bare  # 1 ms, and most queries have no date

    typed = plain(expression).lower()
    since = re.sub(
        r"\bdès\b", "depuis", typed
    )  # without its accent it is `des`, which begins other expressions
    return " ".join(bare(since).split())


def is_date_word(word: str) -> bool:
    """Return whether a folded word may stand in a date.

    >>> is_date_word("derniere"), is_date_word("2019"), is_date_word("l'an"), is_date_word("greve")
    (True, True, True, False)
    """
    return all(piece in PARTS_OF_NAMES or _in_digits(piece) for piece in _pieces(word)) or bool(
        _NUMERIC.fullmatch(word)
    )


@lru_cache(maxsize=512)  # where a date is typed without quotes, the same words are read several times
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a folded text.

    >>> [(token.kind, token.value) for token in tokens("mi-mars 2020")]
    [('P', 1), ('M', 3), ('Y', 2020)]
    """
    pieces: list[str | tuple[Token, ...]] = []
    words = text.split()
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        numeric = _numeric(word.rstrip(",."), following.rstrip("."))
        if numeric:
            pieces.append(numeric)
        else:
            pieces += _pieces(word)
    found = list(_named(pieces))
    return tuple(
        _seven(token, found[max(number - 1, 0) : number], found[number + 1 : number + 2])
        for number, token in enumerate(found)
    )


def kinds(some: Sequence[Token]) -> str:
    """Return the kinds of tokens, a letter each."""
    return "".join(token.kind for token in some)


def _pieces(word: str) -> list[str]:
    if word == "-":
        return [word]
    return _CUTS.split(word.rstrip(",.'").removesuffix("-ci")) if not _CLOCK.fullmatch(word) else [word]


def _named(pieces: Sequence[str | tuple[Token, ...]]) -> Iterator[Token]:
    """Yield the tokens of pieces: at each of them the longest name, else what it is in digits."""
    start = 0
    while start < len(pieces):
        piece = pieces[start]
        if isinstance(piece, tuple):
            yield from piece
            start += 1
            continue
        end = start + 1
        while end < len(pieces) and end - start < MAX_NAME_WORDS and isinstance(pieces[end], str):
            end += 1
        for stop in range(end, start, -1):
            name = " ".join(map(str, pieces[start:stop]))
            if name in VOCABULARY:
                yield Token(*VOCABULARY[name], name)
                start = stop
                break
        else:
            yield Token(*(_in_digits(piece) or Meaning(Kind.UNKNOWN)), piece)
            start += 1


def _seven(token: Token, before: Sequence[Token], after: Sequence[Token]) -> Token:
    """Return a token; for `sept` the number, if it counts what follows, or stands as a day: `sept jours`, `le sept`."""
    following = after[0].kind if after else ""
    counts = following in (Kind.UNIT, Kind.LAST, Kind.NEXT, Kind.MONTH)
    is_day = bool(before) and before[0].text in ("le", "du", "au") and following != Kind.YEAR
    is_counted = bool(before) and before[0].kind in (Kind.NUMBER, Kind.ORDINAL)
    return (
        Token(Kind.NUMBER, 7, "sept")
        if token.text == "sept" and (counts or is_day) and not is_counted
        else token
    )


def _in_digits(piece: str) -> Meaning | None:
    """Return what a piece in digits is: an ordinal, a decade, an hour, a quarter or a half of a year, a sign."""
    if piece == "-":
        return Meaning(Kind.TO)
    if match := _ORDINAL.fullmatch(piece):
        number = int(match[1]) if match[1].isdigit() else roman(match[1])
        return Meaning(Kind.ORDINAL, number) if number else None
    if match := _DECADE.fullmatch(piece):
        return Meaning(Kind.DECADE, int(match[1]))
    if _CLOCK.fullmatch(piece):
        return Meaning(Kind.CLOCK)
    if match := _QUARTER.fullmatch(piece):
        quarter, half = match[1], match[2]
        return Meaning(Kind.MONTHS, int(quarter) * 300 - 197 if quarter else int(half) * 600 - 494)
    if piece.isdigit() and piece.isascii():
        return _numeral(piece)
    return None


def _numeral(digits: str) -> Meaning | None:
    if len(digits) == 4:
        return Meaning(Kind.YEAR, int(digits))
    return Meaning(Kind.NUMBER, int(digits)) if len(digits) < 4 else None


def _numeric(word: str, following: str) -> tuple[Token, ...] | None:
    """Return the tokens of a date in digits, `2025-11-20` or `3/3`; None for another word."""
    match = _NUMERIC.fullmatch(word)
    if not match or not match[3]:
        return None
    first, sign, second, third = match.groups()
    lengths = (len(first), len(second), len(third or ""))
    day, month, year = Kind.NUMBER, Kind.MONTH, Kind.YEAR
    match lengths:
        case (4, 4, 0) if sign == "-":
            shape = (year, Kind.TO, year)
        case (1 | 2, 1 | 2, 0) if sign == "-" and following in MONTHS:
            shape = (day, Kind.TO, day)
        case (4, 1 | 2, 0):
            shape = (year, month)
        case (1 | 2, 4, 0):
            shape = (month, year)
        case (1 | 2, 1 | 2, 0):
            shape = (day, month)
        case (4, 1 | 2, 1 | 2):
            shape = (year, month, day)
        case (1 | 2, 1 | 2, 4):
            shape = (day, month, year)
        case (1 | 2, 1 | 2, 2):
            shape = (day, month, Kind.SHORT_YEAR)
        case _:
            return (Token(Kind.UNKNOWN, 0, word),)
    numbers = iter((first, second, third))
    return tuple(
        Token(kind, 0, sign) if kind == Kind.TO else Token(kind, int(number), number)
        for kind in shape
        if kind == Kind.TO or (number := next(numbers))
    )
