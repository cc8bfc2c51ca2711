"""Articles counted by period: days grouped into months, years or decades.

Nothing here asks an index.  Counts are by the ISO name of a day or of a longer period, `2025-11-25`, `2025-11`,
`2025`; those of `UNDATED` come last.  An article of which the year alone is known counts under its year, also where the
others are counted by month: no month is made up for it.
"""

from collections import Counter
from collections.abc import Mapping

from search.counts.periods import UNDATED, Step, every, name

_NAMED_CHARACTERS = {Step.DAY: 10, Step.MONTH: 7, Step.YEAR: 4, Step.DECADE: 3}
"""The characters of an ISO day that name its period: to cut a name takes a tenth of the time of `periods.name`."""


def shortened(period: str, step: Step) -> str:
    """Return the day, month, year or decade of a date, by their ISO names; a date that is less exact stays as it is.

    >>> shortened("2025-11-25", Step.MONTH), shortened("2025", Step.MONTH), shortened("2025-11", Step.DECADE)
    ('2025-11', '2025', '2020s')
    """
    return period[: _NAMED_CHARACTERS[step]] + ("0s" if step is Step.DECADE else "")


def grouped(counts: Mapping[str, int], step: Step) -> dict[str, int]:
    """Return the counts by day, month, year or decade, in order; a period without articles is left out.

    >>> grouped({"2025-11-25": 2, "none": 1, "2025-11-03": 1}, Step.MONTH)
    {'2025-11': 3, 'none': 1}
    >>> grouped({"1987-11": 2, "1979": 1}, Step.DECADE)
    {'1970s': 1, '1980s': 2}
    >>> grouped({"2025-11-25": 2, "2025": 1}, Step.MONTH)
    {'2025': 1, '2025-11': 2}
    """
    periods: Counter[str] = Counter()
    for period, count in counts.items():
        periods[period if period == UNDATED else shortened(period, step)] += count
    return dict(sorted(periods.items(), key=lambda item: (item[0] == UNDATED, item[0])))


def timeline(days: Mapping[str, int], max_periods: int) -> dict[str, int]:
    """Return the counts of every period from the first to the last, those without articles too; the undated last.

    The periods are months; where there would be more than `max_periods` of them, years; where there would still be
    more, decades.

    >>> timeline({"2025-10-31": 1, "2025-12-01": 2, "none": 1}, 24)
    {'2025-10': 1, '2025-11': 0, '2025-12': 2, 'none': 1}
    """
    if not days.keys() - {UNDATED}:
        return dict(days)
    for step in (Step.MONTH, Step.YEAR, Step.DECADE):
        numbers = every(days, step)
        if len(numbers) > max_periods and step is not Step.DECADE:
            continue
        counts = grouped(days, step)
        periods = sorted({*(name(period, step) for period in numbers), *counts} - {UNDATED})
        if len(periods) <= max_periods:
            break
    return dict.fromkeys(periods, 0) | counts
