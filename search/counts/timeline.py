"""Articles counted by period: days grouped into months, years or decades.

Nothing here asks an index.  Counts are by the ISO name of a day or of a longer period, `2025-11-25`, `2025-11`,
`2025`; those of `UNDATED` come last.  An article of which the year alone is known counts under its year, also where the
others are counted by month: no month is made up for it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import IntEnum

UNDATED = "none"
"""The period of the articles that have no date."""


class Unit(IntEnum):
    """A length of time; its value is the number of characters of an ISO day that name the period."""

    DAY = 10
    MONTH = 7
    YEAR = 4
    DECADE = 3


def grouped(counts: Mapping[str, int], unit: Unit) -> dict[str, int]:
    """Return the counts by period, in order; a period without articles is left out.

    >>> grouped({"2025-11-25": 2, "none": 1, "2025-11-03": 1}, Unit.MONTH)
    {'2025-11': 3, 'none': 1}
    >>> grouped({"1987-11": 2, "1979": 1}, Unit.DECADE)
    {'1970s': 1, '1980s': 2}
    >>> grouped({"2025-11-25": 2, "2025": 1}, Unit.MONTH)
    {'2025': 1, '2025-11': 2}
    """
    periods: Counter[str] = Counter()
    for period, count in counts.items():
        periods[period if period == UNDATED else _period(period, unit)] += count
    return dict(sorted(periods.items(), key=lambda item: (item[0] == UNDATED, item[0])))


def timeline(days: Mapping[str, int], max_periods: int) -> dict[str, int]:
    """Return the counts of every period from the first to the last, those without articles too; the undated last.

    The periods are months; where there would be more than `max_periods` of them, years; where there would still be
    more, decades.

    >>> timeline({"2025-10-31": 1, "2025-12-01": 2, "none": 1}, 24)
    {'2025-10': 1, '2025-11': 0, '2025-12': 2, 'none': 1}
    """
    dated = days.keys() - {UNDATED}
    if not dated:
        return dict(days)
    for unit in (Unit.MONTH, Unit.YEAR, Unit.DECADE):
        counts = grouped(days, unit)
        periods = sorted({*_every(dated, unit), *counts} - {UNDATED})
        if len(periods) <= max_periods:
            break
    return dict.fromkeys(periods, 0) | counts


def _period(day: str, unit: Unit) -> str:
    return f"{day[:unit]}0s" if unit is Unit.DECADE else day[:unit]


def _every(dated: Iterable[str], unit: Unit) -> list[str]:
    """Return every period from the first to the last; from the first month to the last, where years stand alone too."""
    if unit is Unit.MONTH:
        months = sorted(int(day[:4]) * 12 + int(day[5:7]) - 1 for day in dated if len(day) > Unit.YEAR)
        every = range(months[0], months[-1] + 1) if months else ()
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in every]
    numbers = sorted(int(day[:unit]) for day in dated)
    return [_period(f"{number:0{unit}}", unit) for number in range(numbers[0], numbers[-1] + 1)]
