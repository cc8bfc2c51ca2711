"""The share that an answer has in what was printed, period by period.

A count rises where more was printed; a share does not.  A period without articles of the answer stays in the series,
so that a gap shows as a gap.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from search.counts.timeline import UNDATED

_MONTH_CHARACTERS = 7

MONTH, QUARTER, YEAR, DECADE, CENTURY = 1, 3, 12, 120, 1200
"""The lengths of a period, in months."""

_MIN_PRINTED = 20
"""Articles printed in a period from which on its share is compared: one of two articles is no half of what was printed."""


class Shares(NamedTuple):
    """The articles of an answer by period: those `found`, and those `printed` in the whole index.

    `months` is the length of a period, `first` and `last` the ISO names of the first and of the last one, months or
    years; both lists have every period between these, with 0 for a period without an article.  `undated` articles of the
    answer have no date; `vague` ones have a year alone, where the periods are shorter.
    """

    months: int
    first: str
    last: str
    found: tuple[int, ...]
    printed: tuple[int, ...]
    undated: int
    vague: int

    def highest(self) -> int:
        """Return the number of the first period with the highest share, of those with enough articles, if any has.

        >>> shares({"2015-03": 1, "2015-04": 2}, {"2015-03": 2, "2015-04": 40}, 9).highest()
        1
        """
        enough = [number for number, printed in enumerate(self.printed) if printed >= _MIN_PRINTED]
        share = self.shares().__getitem__
        highest = max(enough, key=share, default=0)
        return highest if enough and share(highest) else max(range(len(self.found)), key=share)

    def name(self, number: int) -> str:
        """Return the ISO name of a period, by its number in the lists: its first month, or its first year."""
        return _name(_number(self.first, self.months) + number, self.months)

    def shares(self) -> list[float]:
        """Return the articles found of those printed in each period, from 0 to 1; 0 where nothing was printed.

        >>> shares({"2025-10": 1, "2025-12": 2}, {"2025-10": 4, "2025-12": 2}, 9).shares()
        [0.25, 0.0, 1.0]
        """
        pairs = zip(self.found, self.printed, strict=True)
        return [found / printed if printed else 0.0 for found, printed in pairs]


def shares(found: Mapping[str, int], printed: Mapping[str, int], max_periods: int) -> Shares:
    """Return the share of an answer by the shortest period of which at most `max_periods` stand side by side.

    `found` and `printed` are counts by the ISO names of months, or of years where no month is known, as
    `search.counts.facets` counts them; where most are of years, no period is shorter.  Centuries may be more than `max_periods`: no period is left out.

    >>> shares({"2024-01": 1, "2025-12": 2, "none": 4}, {"2024-01": 3, "2025-12": 9}, 8)[:5]
    (3, '2024-01', '2025-10', (1, 0, 0, 0, 0, 0, 0, 2), (3, 0, 0, 0, 0, 0, 0, 9))
    """
    exact, dated = (_by_period(found, months).total() for months in (MONTH, YEAR))
    lengths = (YEAR, DECADE, CENTURY) if exact * 2 < dated else (MONTH, QUARTER, YEAR, DECADE, CENTURY)
    for months in lengths:
        periods, printings = _by_period(found, months), _by_period(printed, months)
        every = range(min(periods), max(periods) + 1) if periods else range(0)
        if len(every) <= max_periods:
            break
    return Shares(
        months,
        _name(every[0], months) if every else "",
        _name(every[-1], months) if every else "",
        tuple(periods[period] for period in every),
        tuple(printings[period] for period in every),
        undated := found.get(UNDATED, 0),
        sum(found.values()) - periods.total() - undated,
    )


def _by_period(counts: Mapping[str, int], months: int) -> Counter[int]:
    """Return the counts by the number of the period from the year 0 on; what is not as exact as a period is left out."""
    periods: Counter[int] = Counter()
    for name, count in counts.items():
        if name != UNDATED and (months >= YEAR or len(name) >= _MONTH_CHARACTERS):
            periods[_number(name, months)] += count
    return periods


def _number(name: str, months: int) -> int:
    """Return the number of the period that has a month or a year, counted from the year 0 on."""
    return (int(name[:4]) * YEAR + int(name[5:7] or 1) - 1) // months


def _name(period: int, months: int) -> str:
    """Return the ISO name of the first month of a period; of its first year, if it is a year or longer."""
    year, month = divmod(period * months, YEAR)
    return f"{year:04}" if months >= YEAR else f"{year:04}-{month + 1:02}"
