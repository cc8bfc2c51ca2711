"""Words that hold together although blanks stand in them: `10 000`, `20 h 30`, `n° 10`, `1 mai`."""

import re

from corpus.expression import expression
from corpus.months import MONTH_WORDS

_BLANKS = " \u00a0\u2007\u2009\u202f"
"""The blanks that stand within numbers: an article has the first alone (`corpus.clean`), a query any."""

_BLANK = f"[{_BLANKS}]"

_NO_PHONE = "".join(rf"(?<!(?<![0-9])0[0-9]{{{figures}}}{_BLANK}[1-9])" for figures in (1, 3))
"""Nothing after the first group of a phone number, `06` or `0800`; three figures may be a group of thousands."""

_THOUSANDS = rf"(?<=[1-9]){_NO_PHONE}[0-9]{{0,2}}(?:{_BLANK}[0-9]{{3}})+(?![^\W_]|{_BLANK}(?:[0-9]{{3}}(?![0-9])|[0-9]{{2}}{_BLANK}[0-9]{{2}}(?![0-9])))"
"""Groups of three figures; a phone number begins with 0, or has groups of two figures."""

_HOUR = (
    rf"(?<=[0-9])[0-9]{{0,2}}(?:{_BLANK}?[hH]{_BLANK}?[0-5][0-9](?:{_BLANK}?mi?n)?|{_BLANK}[hH]|"
    rf"{_BLANK}[hH](?:eures?|EURES?)(?:{_BLANK}[0-5][0-9])?)(?![\w'’&])"
)
_ORDINAL = rf"(?<=[0-9])[0-9]{{0,2}}{_BLANK}(?:er|re|[eè]re|[eè]me|e)(?![\w'’.-])"
"""The superscript of an ordinal is printed apart where a page lost its mark-up: `1 er`."""

_FIRST = rf"(?<=1){_BLANK}(?i:{'|'.join(MONTH_WORDS)})(?![\w'’])"
"""The first day of a month, which is typed `1 mai` and printed `1er mai`."""

_RANK = rf"(?<=[Nn])(?:[°ºᵒ˚][sˢ]?|o|um[ée]ro|UM[ÉE]RO){_BLANK}?(?=[0-9])"

BOUND = rf"[0-9Nn](?<![\w+.,].)(?<![^\W_][-‐‑‒].)(?:{_THOUSANDS}|{_HOUR}|{_ORDINAL}|{_FIRST}|{_RANK})"
"""A pattern of words that hold together; nothing that such words could go on from stands before them.

It begins with its letters, not with what may not stand before them: so it takes 15 µs for an article, else 30.
"""

CENTURY = rf"(?<![\w'’-])[IVXL]{{1,7}}{_BLANK}(?:er|e|i?[eè]me){_BLANK}si[eè]cles?(?!\w)"
"""A pattern of a century whose superscript is printed apart, `XIX e siècle`; it is looked for where the word `siècle` stands."""

_FIND = expression(BOUND.replace(_BLANK, _BLANKS[0]))
_FIND_WITH_ANY_BLANK = expression(BOUND)
"""Python compiles a set of signs beyond Latin-1 in 150 µs: it takes 1.8 ms for these fourteen, and .7 without them."""

_FIND_CENTURY = expression(CENTURY)
_HOLDING = str.maketrans(dict.fromkeys(_BLANKS, "'"))


def bound(text: str) -> str:
    """Return the text, as long as it was, with an apostrophe for each blank that parts no words.

    >>> bound("les 10 000 de 20 h 30, n° 5"), bound("06 12 34 56 78"), bound("en 2020 300 élus")
    ("les 10'000 de 20'h'30, n°'5", '06 12 34 56 78', 'en 2020 300 élus')
    >>> bound("le Covid-19 350 fois")
    'le Covid-19 350 fois'
    >>> bound("le 1 mai, 1 homme du XIX e siècle")
    "le 1'mai, 1 homme du XIX'e'siècle"
    """
    if not any(map(text.__contains__, _BLANKS)) or not may_hold(text):
        return text
    find = _FIND_WITH_ANY_BLANK if any(map(text.__contains__, _BLANKS[1:])) else _FIND
    held = find.sub(_bind, text)
    return _FIND_CENTURY.sub(_bind, held) if _has_century(held) else held


def may_hold(text: str) -> bool:
    """Return whether words of a text may hold together: only beside a figure, or in the name of a century."""
    return any(map(text.__contains__, "1203456789")) or _has_century(text)


def _has_century(text: str) -> bool:
    return "iècle" in text or "iecle" in text


def _bind(match: re.Match[str]) -> str:
    return match[0].translate(_HOLDING)
