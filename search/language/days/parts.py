"""A part of a period: its beginning, its middle, its end, its first week, its last Monday."""

from datetime import timedelta

from search.language.days.cycle import Cycle, Days, month_number, months
from search.language.days.vocabulary import Part

_MONTHS_OF_YEAR = {Part.BEGINNING: (0, 3), Part.MIDDLE: (4, 4), Part.END: (9, 3)}
"""The first month of a part of a year, and its months: `début 2024` is January to March, `mi-2024` May to August."""

_DAYS_OF_MONTH = {Part.BEGINNING: (1, 10), Part.MIDDLE: (11, 20), Part.END: (21, 31)}

_DAYS_OF_WEEK = {Part.BEGINNING: (0, 2), Part.MIDDLE: (2, 4), Part.END: (4, 7)}
"""Half-open: `fin de semaine` begins on Friday."""


def part(which: Part, whole: Days) -> Days | None:
    """Return a part of a period.

    A month has its three spans of ten days (French: décades), a year its first and last quarter; any other period but a
    week, whole years or days, is cut into thirds.
    """
    first, last = whole
    if (last - first).days == 6:
        start, end = _DAYS_OF_WEEK[which]
        return first + timedelta(start), first + timedelta(end - 1)
    size = month_number(last) - month_number(first) + 1
    if (first, last) == months(month_number(first), 1):
        start, end = _DAYS_OF_MONTH[which]
        return first.replace(day=start), last.replace(day=min(end, last.day))
    if (first, last) == months(first.year * 12, 12):
        start, count = _MONTHS_OF_YEAR[which]
        return months(month_number(first) + start, count)
    if size % 12 == 0:
        start, end = _thirds(which, size // 12)
        return months(month_number(first) + start * 12, (end - start) * 12)
    start, end = _thirds(which, (last - first).days + 1)
    return (first + timedelta(start), first + timedelta(end - 1)) if start < end else whole


def nth(of: Cycle, number: int, whole: Days) -> Days | None:
    """Return the period of a cycle that is the `number`th one within a longer period, or (0) the last one."""
    found = of.within(whole)
    return found[number - 1] if 0 <= number <= len(found) and found else None


def _thirds(which: Part, size: int) -> tuple[int, int]:
    """Return the start and the end of a third, half-open; the middle is the longest where they differ."""
    third = size // 3
    return {Part.BEGINNING: (0, third), Part.MIDDLE: (third, size - third), Part.END: (size - third, size)}[
        which
    ]
