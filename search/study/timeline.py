"""The articles of answers over time: how many in each period, and their share of what was printed in it.

A count rises where more was printed; a share does not.  What was printed is the corpus within the filters that are not
part of a query, and within the days that all queries name.  A period in which nothing was printed is a gap, in which
no share is known.  Nothing is smoothed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpus.records import record
from search.counts.periods import UNDATED, Step, every, name, number
from search.errors import SearchError
from search.language import Tree, parse, tree
from search.searcher import Page, Searcher

_MAX_PERIODS = 20_000
"""Periods of a timeline at most: the days of 54 years."""

_EVERY_ARTICLE = "*"
_FACET = "day"


class Series(NamedTuple):
    """The articles of an answer by period.

    `found` has the articles of each period of the timeline.  `vague` articles have a date that is less exact than a
    period, and `undated` articles have none: they are in no period.
    """

    line: str
    found: tuple[int, ...]
    vague: int
    undated: int
    relaxed: bool = False

    @property
    def total(self) -> int:
        """The articles of the answer."""
        return sum(self.found) + self.vague + self.undated


@record
class Timeline:
    """Answers side by side over the same periods, which follow each other without a hole.

    `periods` are names; `printed` is what was printed within the `filters`, by period.
    """

    step: Step
    periods: tuple[str, ...]
    printed: Series
    answers: tuple[Series, ...]
    filters: tuple[Tree, ...]

    def share(self, answer: Series, period: int) -> float | None:
        """Return the share of an answer in what was printed in a period, from 0 to 1; None where nothing was printed."""
        printed = self.printed.found[period]
        return answer.found[period] / printed if printed else None


def timeline(
    searcher: Searcher, lines: Sequence[str], page: Page, step: Step | None, max_periods: int
) -> Timeline:
    """Return the answers to some lines over time; without a step, by the shortest periods of which there are `max_periods` at most, a gap being one.

    The periods are those from the first to the last in which something was printed.

    Raises:
        QuerySyntaxError: a line is not a query.
        SearchError: there are too many periods.
        Unsupported: the engine cannot honour a part of a query.
    """
    filters = (*page.filters, *_common_days(lines))
    results = [searcher.search(line, _counted(page, page.filters)) for line in lines]
    printed = searcher.search(_EVERY_ARTICLE, _counted(page, filters))
    days = [
        {bucket.value: bucket.count for bucket in answer.facets[_FACET]} for answer in (printed, *results)
    ]
    step = step or _finest(days[0], max_periods)
    periods = every(days[0], step)
    if len(periods) > _MAX_PERIODS:
        raise SearchError("timeline.too_many", count=len(periods), max=_MAX_PERIODS)
    relaxed = (False, *(answer.relaxed for answer in results))
    whole, *answers = (
        _series(line, counts, step, periods, is_relaxed)
        for line, counts, is_relaxed in zip((_EVERY_ARTICLE, *lines), days, relaxed, strict=True)
    )
    return Timeline(step, tuple(name(period, step) for period in periods), whole, tuple(answers), filters)


def _counted(page: Page, filters: tuple[Tree, ...]) -> Page:
    return Page(limit=0, matching=page.matching, facets=(_FACET,), filters=filters)


def _common_days(lines: Sequence[str]) -> tuple[Tree, ...]:
    """Return the days to which every line narrows its answer, if they are the same: nothing else was looked for."""
    narrowed = {_days(parse(line)) for line in lines}
    return narrowed.pop() if len(narrowed) == 1 else ()


def _days(typed: Tree) -> tuple[Tree, ...]:
    clauses = typed.clauses if isinstance(typed, tree.And | tree.Words) else (typed,)
    return tuple(clause for clause in clauses if isinstance(clause, tree.Dates))


def _finest(days: Mapping[str, int], max_periods: int) -> Step:
    """Return the shortest step that needs no more periods, and by which most articles have a period."""
    dated = sum(days.values()) - days.get(UNDATED, 0)
    for step in Step:
        exact = sum(count for day, count in days.items() if number(day, step) is not None)
        if exact * 2 >= dated and _rows(days, step) <= max_periods:
            return step
    return Step.CENTURY


def _rows(days: Mapping[str, int], step: Step) -> int:
    """Return the number of the periods in which something was printed, and of the gaps between them."""
    known = {number(day, step) for day in days} - {None}
    return len(known) + sum(1 for period in known if period is not None and period + 1 not in known) - 1


def _series(line: str, days: Mapping[str, int], step: Step, periods: range, is_relaxed: bool) -> Series:  # noqa: FBT001 - one of the values of a record
    counts: Counter[int | None] = Counter()
    for day, count in days.items():
        if day != UNDATED:
            counts[number(day, step)] += count
    found = tuple(counts[period] for period in periods)
    return Series(line, found, counts[None], days.get(UNDATED, 0), is_relaxed)
