"""What a whole column shows of its dates, where one value leaves two readings: the order of day and month, a serial, `mars-21`."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from corpus.clean import bare
from corpus.dates.print_date import PrintDate, existing, full_year
from corpus.dates.values import parse_date
from corpus.expression import expression
from corpus.months import ENGLISH_MONTHS, MONTHS

DateReader: TypeAlias = Callable[[str], PrintDate | None]
"""Returns the date of a value of a column, or None; a function of this package, so that it can be pickled."""

_MIN_SHARE_READ = 0.9
"""The part of the values that an unusual reading must make sense of, for a few typing errors prove nothing."""
_MIN_SERIAL, _MAX_SERIAL = 20_000, 60_000
"""Days since 1899 of October 1954 and April 2064, between which a number of five figures is a day of a spreadsheet."""
_FIRST_DAY_OF_SPREADSHEETS = date(1899, 12, 30)
"""Day 0: Excel counts from 1 January 1900 as day 1, and has a 29 February 1900 that never was."""

_SERIAL = expression(r"(\d{5})(?:[.,]\d{0,12})?")
_MONTH_FIRST = expression(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d).{0,40}")
_YEAR_FIRST = expression(r"(\d{2})([/.-]?)(\d{2})\2(\d{2})(?!\d).{0,40}")
_SIX_FIGURES = expression(r"(\d{2})(\d{2})(\d{2})")
_MONTH_AND_YEAR = expression(r"([^\W\d_]{3,9})(\.?-|\.? )['’]?(\d{2})")


def date_reader(values: Sequence[str]) -> DateReader:
    """Return the reader of the values of a column: the usual one, or the first that makes sense of more of them.

    >>> date_reader(["3/4/2021", "3/17/2021"])("3/4/2021"), date_reader(["44258", "44259.75"])("44258.75")
    (PrintDate(year=2021, month=3, day=4), PrintDate(year=2021, month=3, day=3))
    >>> date_reader(["3/4/2021", "17/3/2021"]) is parse_date
    True
    """
    filled = [text for text in values if text]
    best: DateReader = parse_date
    most = _read(parse_date, filled)
    if most == len(filled):
        return parse_date
    readers: tuple[DateReader, ...] = (_month_first, _year_first, _day_first, _month_and_year)
    if 2 * _read(serial, filled) > len(filled):
        return _serial_or_usual
    for reader in readers:
        count = _read(reader, filled)
        if count > most:
            best, most = reader, count
    return best if most >= _MIN_SHARE_READ * len(filled) else parse_date


def serial(text: str) -> PrintDate | None:
    """Return the day of a number of a spreadsheet, or None.

    >>> serial("44258.75"), serial("75001")
    (PrintDate(year=2021, month=3, day=3), None)
    """
    match = _SERIAL.fullmatch(text)
    if not match or not _MIN_SERIAL <= int(match[1]) <= _MAX_SERIAL:
        return None
    day = _FIRST_DAY_OF_SPREADSHEETS + timedelta(int(match[1]))
    return PrintDate(day.year, day.month, day.day)


def _serial_or_usual(text: str) -> PrintDate | None:
    """Return the day of a number of a spreadsheet; a cell that was typed as a text is read as usual."""
    return serial(text) or parse_date(text)


def _month_first(text: str) -> PrintDate | None:
    """Return the date of a value in which the month stands before the day, as in the United States."""
    match = _MONTH_FIRST.fullmatch(text)
    if not match:
        return parse_date(text)
    return _day(match[4], match[1], match[3])


def _year_first(text: str) -> PrintDate | None:
    """Return the date of a value that begins with a year of two figures: `210303`, `21-03-03`."""
    match = _YEAR_FIRST.fullmatch(text)
    return _day(match[1], match[3], match[4]) if match else parse_date(text)


def _day_first(text: str) -> PrintDate | None:
    """Return the date of a value of six figures of which the first are the day: `030321`."""
    match = _SIX_FIGURES.fullmatch(text)
    return _day(match[3], match[2], match[1]) if match else parse_date(text)


def _month_and_year(text: str) -> PrintDate | None:
    """Return the month of a value that is a month and a year of two figures, as Excel shows a month in French: `mars-21`.

    `March 21` is a day in English.
    """
    match = _MONTH_AND_YEAR.fullmatch(text)
    if not match:
        return parse_date(text)
    name = bare(match[1])
    month = 0 if match[2] == " " and name in ENGLISH_MONTHS else MONTHS.get(name, 0)
    return existing(full_year(match[3]), month) if month else None


def _day(year: str, month: str, day: str) -> PrintDate | None:
    numbers = int(month), int(day)
    return existing(full_year(year), *numbers) if all(numbers) else None


def _read(reader: DateReader, values: Sequence[str]) -> int:
    """Return how many of the values a reader makes sense of."""
    return sum(reader(text) is not None for text in values)
