"""Periods of time that follow each other, from days to centuries, each with a number and a name.

The numbers of the periods that follow each other do so too, so that a gap between two dates shows.  The weeks are those
of ISO 8601, which begin on a Monday and belong to the year of their Thursday.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

UNDATED = "none"
"""The name of the period of the articles that have no date."""


class Step(StrEnum):
    """The length of a period."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_MONTHS = {Step.MONTH: 1, Step.QUARTER: 3, Step.YEAR: 12, Step.DECADE: 120, Step.CENTURY: 1200}
"""The lengths that are whole months, in months."""

_DAYS = {Step.DAY: 1, Step.WEEK: 7}
"""The lengths that are whole days, in days; the day 1, the first of January of the year 1, was a Monday."""

_KNOWN_CHARACTERS = {
    Step.DAY: 10,
    Step.WEEK: 10,
    Step.MONTH: 7,
    Step.QUARTER: 7,
    Step.YEAR: 4,
    Step.DECADE: 4,
    Step.CENTURY: 4,
}
"""The characters of the ISO name of a date that a period needs: the month of an article may not be known."""


def number(iso: str, step: Step) -> int | None:
    """Return the number of the period of a date, by its ISO name; None if too little of the date is known, or nothing.

    >>> number("2020-01-05", Step.WEEK), number("2020-01-06", Step.WEEK), number("2020-01", Step.WEEK)
    (105346, 105347, None)
    """
    if iso == UNDATED or len(iso) < _KNOWN_CHARACTERS[step]:
        return None
    if step in _DAYS:
        return (date.fromisoformat(iso).toordinal() - 1) // _DAYS[step]
    return (int(iso[:4]) * 12 + int(iso[5:7] or 1) - 1) // _MONTHS[step]


def name(period: int, step: Step) -> str:
    """Return the name of a period by its number, as ISO 8601 writes it if it does; names sort as periods do.

    A century has the name of its first year.

    >>> [name(number("2020-01-05", step), step) for step in Step]
    ['2020-01-05', '2020-W01', '2020-01', '2020-Q1', '2020', '2020s', '2000']
    """
    if step in _DAYS:
        day = date.fromordinal(period * _DAYS[step] + 1)
        if step is Step.DAY:
            return day.isoformat()
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    year, month = divmod(period * _MONTHS[step], 12)
    match step:
        case Step.MONTH:
            return f"{year:04}-{month + 1:02}"
        case Step.QUARTER:
            return f"{year:04}-Q{month // 3 + 1}"
        case Step.DECADE:
            return f"{year:04}s"
        case _:
            return f"{year:04}"


def every(names: Iterable[str], step: Step) -> range:
    """Return the numbers of the periods from the first to the last of some dates, by their ISO names.

    A date that is less exact than a period is in none.

    >>> [name(period, Step.MONTH) for period in every(["2020-02-03", "2019-12", "1987", "none"], Step.MONTH)]
    ['2019-12', '2020-01', '2020-02']
    """
    known = {period for iso in names if (period := number(iso, step)) is not None}
    return range(min(known), max(known) + 1) if known else range(0)
