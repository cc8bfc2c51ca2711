"""From an expression to its tokens: names of the vocabulary, and dates, ordinals and hours in digits."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.months import MONTHS, WEEKDAY_ABBREVIATIONS
from search.language.days.digits import date_in_digits, in_digits, is_clock, is_in_digits
from search.language.days.glued import unglued
from search.language.days.vocabulary import (
    MAX_NAME_WORDS,
    PARTS_OF_NAMES,
    VOCABULARY,
    Entry,
    Kind,
)
from search.language.lex import plain

_CUTS = re.compile(r"[-/.'’]")


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
    # Without its accent `dès` is `des`, which begins other expressions.
    since = re.sub(r"\bdès\b", "depuis", typed)
    return " ".join(bare(since).split())


def is_date_word(word: str) -> bool:
    """Return whether a folded word may stand in a date.

    >>> is_date_word("derniere"), is_date_word("2019"), is_date_word("l'an"), is_date_word("greve")
    (True, True, True, False)
    """
    return all(
        is_in_digits(part) or all(piece in PARTS_OF_NAMES or in_digits(piece) for piece in _pieces(part))
        for part in unglued(word).split() or [""]
    )


@lru_cache(maxsize=512)  # where a date is typed without quotes, the same words are read several times
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a folded text.

    >>> [(token.kind, token.value) for token in tokens("le 3 mars 2020")]
    [('.', 0), ('n', 3), ('M', 3), ('Y', 2020)]
    """
    pieces: list[str | tuple[Token, ...]] = []
    words = unglued(text).split()
    for number, word in enumerate(words):
        beside = (*words[max(number - 1, 0) : number], *words[number + 1 : number + 2])
        is_of_month = any(name.rstrip(".") in MONTHS for name in beside)
        numbers = date_in_digits(word.rstrip(",."), beside_month=is_of_month)
        if numbers:
            pieces.append(
                tuple(Token(kind, int(text) if text.isdigit() else 0, text) for kind, text in numbers)
            )
        else:
            pieces += _pieces(word)
    found = list(_named(pieces))
    return tuple(
        _chosen(token, found[max(number - 1, 0) : number], found[number + 1 : number + 3])
        for number, token in enumerate(found)
    )


def kinds(some: Sequence[Token]) -> str:
    """Return the kinds of tokens, a letter each."""
    return "".join(token.kind for token in some)


def _pieces(word: str) -> list[str]:
    if word == "-" or is_clock(word):
        return [word]
    return _CUTS.split(word.rstrip(",.'").removesuffix("-ci"))


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
            yield Token(*(in_digits(piece) or Entry(Kind.UNKNOWN)), piece)
            start += 1


def _chosen(token: Token, before: Sequence[Token], after: Sequence[Token]) -> Token:
    """Return a token as its neighbours have it: `sept` is a month or a number, `mar.` a month or a Tuesday."""
    if token.text == "mar" and kinds(after) in ("nM", "oM"):
        return Token(Kind.WEEKDAY, WEEKDAY_ABBREVIATIONS["mar"], "mar")
    return _seven(token, before, after)


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
