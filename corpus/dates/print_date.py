"""The date of an article as it is known: a day, a month or a year."""

from datetime import date
from typing import NamedTuple

_FIRST_YEAR, _LAST_YEAR = 1600, 2100
"""The years of the press: the first newspapers are of the 1600s; a later year is a fault of the file."""
_CENTURY_TURNS = 69
"""The first of the two-digit years that are of the 1900s: POSIX reads 69 to 68 as 1969 to 2068."""


class PrintDate(NamedTuple):
    """A date of print; `day` is 0 where the month alone is known, `month` too where the year alone is known.

    Dates compare in the order of time, a year before its months, a month before its days.

    >>> PrintDate(2021, 3).isoformat(), PrintDate(2021, 3).number
    ('2021-03', 20210300)
    >>> PrintDate.fromnumber(20210300)
    PrintDate(year=2021, month=3, day=0)
    """

    year: int
    month: int = 0
    day: int = 0

    def isoformat(self) -> str:
        """Return the date as ISO 8601 writes it, without what is not known: `2021-03-25`, `2021-03`, `2021`."""
        known = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(known)

    def __str__(self) -> str:
        """Return the date as ISO 8601 writes it."""
        return self.isoformat()

    @property
    def number(self) -> int:
        """The date as the number yyyymmdd, with zeros for what is not known: numbers sort as dates do."""
        return self.year * 10_000 + self.month * 100 + self.day

    @property
    def weekday(self) -> int:
        """The weekday of a day, Monday being 0."""
        return date(*self).weekday()

    @classmethod
    def fromisoformat(cls, text: str) -> "PrintDate":
        """Return the date that `isoformat` wrote."""
        return cls(*map(int, text.split("-")))

    @classmethod
    def fromnumber(cls, number: int) -> "PrintDate":
        """Return the date that has this `number`."""
        return cls(number // 10_000, number // 100 % 100, number % 100)


def existing(year: int, month: int = 0, day: int = 0) -> PrintDate | None:
    """Return the date of these numbers, 0 for what is not known; None if no such date exists, or none of the press.

    >>> existing(2021, 3, 31), existing(2021, 2, 30), existing(2021), existing(1021, 3)
    (PrintDate(year=2021, month=3, day=31), None, PrintDate(year=2021, month=0, day=0), None)
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR or (day and not month):
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return PrintDate(year, month, day)


def full_year(digits: str) -> int:
    """Return the year of four digits, or of two: then it is of 1969 to 2068.

    >>> full_year("1987"), full_year("87"), full_year("21")
    (1987, 1987, 2021)
    """
    year = int(digits)
    if len(digits) != len("21"):
        return year
    return year + (1900 if year >= _CENTURY_TURNS else 2000)
