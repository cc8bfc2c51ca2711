"""Dates, ordinals, hours and quarters in digits, among the words of an expression: `2020-03-02`, `3/12`, `1er`, `18h30`, `T3`."""

import re

from index.analysis.ordinals import roman_number
from search.language.days.vocabulary import Entry, Kind

_DATE = re.compile(r"([0-9]+)(?:([-/.])([0-9]+)(?:[-/.]([0-9]+))?)?")
_DATES = {
    (4, 4): Kind.YEAR + Kind.TO + Kind.YEAR,
    (4, 2): Kind.YEAR + Kind.MONTH,
    (2, 4): Kind.MONTH + Kind.YEAR,
    (2, 2): Kind.NUMBER + Kind.MONTH,
    (4, 2, 2): Kind.YEAR + Kind.MONTH + Kind.NUMBER,
    (2, 2, 4): Kind.NUMBER + Kind.MONTH + Kind.YEAR,
    (2, 2, 2): Kind.NUMBER + Kind.MONTH + Kind.SHORT_YEAR,
}
"""The kinds of the numbers of a date by their lengths, where one digit counts as two."""

_MAX_YEARS = 30
"""Years of a range whose end has two digits, `1914-18`: with more it is rather a month mistyped, `2020-99`."""

_YEAR_FIRST = (Kind.YEAR, Kind.MONTH, Kind.NUMBER)

_ORDINAL = re.compile(r"([0-9]{1,2}|[ivx]{1,6})(?:er|ere|re|e|eme|ieme|nd|nde|st|rd|th)")
_DECADE = re.compile(r"([0-9]{2}|[0-9]{4})s")
_CLOCK = re.compile(r"[0-9]{1,2}(?:h|:)(?:[0-9]{2})?(?:mn|min)?|[0-9]{1,2}(?:am|pm)")
_QUARTER = re.compile(r"[tq]([1-4])|([1-4])[tq]|[sh]([12])|([12])s")
_RUN = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_SHORT_YEAR = re.compile(r"'([0-9]{2})")


def is_in_digits(word: str) -> bool:
    """Return whether a word is a number, or numbers with signs between them."""
    return bool(_DATE.fullmatch(word) or _SHORT_YEAR.fullmatch(word))


def is_clock(word: str) -> bool:
    """Return whether a word is a time of day: `18h30`, `18:30`."""
    return bool(_CLOCK.fullmatch(word))


def date_in_digits(word: str, *, beside_month: bool) -> list[tuple[str, str]]:
    """Return the numbers of a date in digits, each with its kind; nothing for another word.

    Between two days, beside the name of a month, a hyphen is the sign of a range; so it is where the second number is
    no month, `80-90` or `2015-18`.

    >>> date_in_digits("3/12", beside_month=False), date_in_digits("13-15", beside_month=True)
    ([('n', '3'), ('M', '12')], [('n', '13'), ('-', '-'), ('n', '15')])
    >>> date_in_digits("2015-18", beside_month=False), date_in_digits("20200302", beside_month=False)
    ([('Y', '2015'), ('-', '-'), ('Y', '2018')], [('Y', '2020'), ('M', '03'), ('n', '02')])
    """
    if run := _RUN.fullmatch(word):
        return list(zip(_YEAR_FIRST, filter(None, run.groups()), strict=False))
    if short := _SHORT_YEAR.fullmatch(word):
        return [(Kind.SHORT_YEAR, short[1])]
    match = _DATE.fullmatch(word)
    if not match or not match[3]:
        return []
    sign = match[2]
    numbers = [number for number in (match[1], match[3], match[4]) if number]
    lengths = tuple(max(2, len(number)) for number in numbers)
    shape = _DATES.get(lengths, "")
    if lengths == (2, 2) and sign == "-" and (beside_month or int(numbers[1]) > 12):
        shape = Kind.NUMBER + Kind.TO + Kind.NUMBER
    later = int(numbers[1]) - int(numbers[0]) % 100
    if lengths == (4, 2) and sign != "." and int(numbers[1]) > 12 and 0 < later <= _MAX_YEARS:
        shape, numbers[1] = Kind.YEAR + Kind.TO + Kind.YEAR, numbers[0][:2] + numbers[1]
    if not shape or (lengths == (4, 4) and sign == "."):
        return [(Kind.UNKNOWN, word)]
    if Kind.TO in shape:
        numbers.insert(1, sign)
    return list(zip(shape, numbers, strict=True))


def in_digits(piece: str) -> Entry | None:
    """Return what a piece of a word is: a number, an ordinal, a decade, an hour, a part of a year, the sign of a range.

    >>> in_digits("1er"), in_digits("xixe"), in_digits("t3"), in_digits("2e")
    (Entry(kind='o', value=1), Entry(kind='o', value=19), Entry(kind='Q', value=703), Entry(kind='o', value=2))
    """
    if piece == "-":
        return Entry(Kind.TO)
    if match := _ORDINAL.fullmatch(piece):
        number = int(match[1]) if match[1].isdigit() else roman_number(match[1])
        return Entry(Kind.ORDINAL, number) if number else None
    if match := _DECADE.fullmatch(piece):
        return Entry(Kind.DECADE, int(match[1]))
    if _CLOCK.fullmatch(piece):
        return Entry(Kind.CLOCK)
    if match := _QUARTER.fullmatch(piece):
        quarter, half = match[1] or match[2], match[3] or match[4]
        first, size = (int(quarter) * 3 - 2, 3) if quarter else (int(half) * 6 - 5, 6)
        return Entry(Kind.MONTHS, first * 100 + size)
    if not (piece.isascii() and piece.isdigit()) or len(piece) > 4:
        return None
    return Entry(Kind.YEAR if len(piece) == 4 else Kind.NUMBER, int(piece))
