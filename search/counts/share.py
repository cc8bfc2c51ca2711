"""The share that an answer has in what was printed, period by period.

A count rises where more was printed; a share does not.  A period without articles of the answer stays in the series,
so that a gap shows as a gap.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from search.counts import periods
from search.counts.periods import UNDATED, Step

_STEPS = (Step.MONTH, Step.QUARTER, Step.YEAR, Step.DECADE, Step.CENTURY)
"""The lengths that a series may have: an engine counts its months."""

_STEPS_OF_YEARS = (Step.YEAR, Step.DECADE, Step.CENTURY)

_MIN_PRINTED = 20
"""Articles printed in a period from which on its share is compared: one of two articles is no half of what was printed."""


class Shares(NamedTuple):
    """The articles of an answer by period: those `found`, and those `printed` in the whole index.

    `every` has the numbers of the periods from the first to the last; both lists have each of them, with 0 for a period
    without an article.  `undated` articles of the answer have no date; `vague` ones have a year alone, where the periods
    are shorter.
    """

    step: Step
    every: range
    found: tuple[int, ...]
    printed: tuple[int, ...]
    undated: int
    vague: int

    def highest(self) -> int:
        """Return the row of the first period with the highest share, of those with enough articles, if any has.

        >>> shares({"2015-03": 1, "2015-04": 2}, {"2015-03": 2, "2015-04": 40}, 9).highest()
        1
        """
        enough = [row for row, printed in enumerate(self.printed) if printed >= _MIN_PRINTED]
        share = self.shares().__getitem__
        highest = max(enough, key=share, default=0)
        return highest if enough and share(highest) else max(range(len(self.found)), key=share)

    def names(self) -> list[str]:
        """Return the ISO names of the periods.

        >>> shares({"2025-10": 1, "2025-12": 2}, {}, 9).names()
        ['2025-10', '2025-11', '2025-12']
        """
        return [periods.name(period, self.step) for period in self.every]

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
    `search.counts.facets` counts them; where most are of years, no period is shorter.  Centuries may be more than
    `max_periods`: no period is left out.

    >>> series = shares({"2024-01": 1, "2025-12": 2, "none": 4}, {"2024-01": 3, "2025-12": 9}, 8)
    >>> series.names()[0], series.names()[-1], series.found, series.printed, series.undated
    ('2024-Q1', '2025-Q4', (1, 0, 0, 0, 0, 0, 0, 2), (3, 0, 0, 0, 0, 0, 0, 9), 4)
    """
    exact, dated = (_by_period(found, step).total() for step in (Step.MONTH, Step.YEAR))
    for step in _STEPS_OF_YEARS if exact * 2 < dated else _STEPS:
        every = periods.every(found, step)
        if len(every) <= max_periods:
            break
    here, there = _by_period(found, step), _by_period(printed, step)
    return Shares(
        step,
        every,
        tuple(here[period] for period in every),
        tuple(there[period] for period in every),
        undated := found.get(UNDATED, 0),
        sum(found.values()) - here.total() - undated,
    )


def _by_period(counts: Mapping[str, int], step: Step) -> Counter[int]:
    """Return the counts by the number of the period; what is not as exact as a period is left out."""
    numbered: Counter[int] = Counter()
    for name, count in counts.items():
        period = periods.number(name, step)
        if period is not None:
            numbered[period] += count
    return numbered
