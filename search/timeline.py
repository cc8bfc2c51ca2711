"""Articles counted by period: days grouped into months, years or decades.

Nothing here asks an index.  Counts are by the ISO name of a day or of a longer period, `2025-11-25`, `2025-11`,
`2025`; those of `UNDATED` come last.
"""

from collections import Counter
from collections.abc import Mapping
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
    first, last = min(dated), max(dated)
    for unit in (Unit.MONTH, Unit.YEAR, Unit.DECADE):
        periods = _every(first, last, unit)
        if len(periods) <= max_periods:
            break
    return dict.fromkeys(periods, 0) | grouped(days, unit)


def _period(day: str, unit: Unit) -> str:
    return f"{day[:unit]}0s" if unit is Unit.DECADE else day[:unit]


def _every(first: str, last: str, unit: Unit) -> list[str]:
    """Return every period from that of the first day to that of the last."""
    if unit is Unit.MONTH:
        start, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
    numbers = range(int(first[:unit]), int(last[:unit]) + 1)
    return [_period(f"{number:0{unit}}", unit) for number in numbers]
