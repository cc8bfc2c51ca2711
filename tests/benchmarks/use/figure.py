"""A figure: what some work takes each time that it is done."""

import resource
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from tests.benchmarks.figures import Figures


class Spent(NamedTuple):
    """What some work takes once: seconds of the clock, and of the processor, which other processes do not slow down."""

    seconds: float
    processor_seconds: float


class Figure(NamedTuple):
    """Some work, and what it takes each time: its peak of memory where it is a process, the articles that it goes through."""

    what: str
    spent: tuple[Spent, ...]
    peak_mb: float = 0.0
    articles: int = 0

    @property
    def median(self) -> Spent:
        """The median of each of the two times."""
        return Spent(*map(statistics.median, zip(*self.spent, strict=True)))

    @property
    def row(self) -> tuple[str, ...]:
        """What is printed of it."""
        seconds, worked = self.median
        slowest = max(once.seconds for once in self.spent)
        return (
            self.what,
            str(len(self.spent)),
            *(f"{1000 * taken:,.0f}" for taken in (seconds, slowest, worked)),
            f"{self.peak_mb:,.0f}" if self.peak_mb else "",
            f"{self.articles / seconds:,.0f} ({self.articles / worked:,.0f})" if self.articles else "",
        )

    @property
    def kept(self) -> Figures:
        """What is kept of it: every time, none of them rounded."""
        return {**self._asdict(), "spent": [once._asdict() for once in self.spent]}


def spent(work: Callable[[], object]) -> Spent:
    """Return what some work takes, that of the processes which it waits for included.

    >>> took = spent(lambda: sum(range(1000)))
    >>> took.seconds > 0, took.processor_seconds > 0
    (True, True)
    """
    started, used = time.perf_counter(), _processor_seconds()
    work()
    return Spent(time.perf_counter() - started, _processor_seconds() - used)


def _processor_seconds() -> float:
    own, of_children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + of_children.ru_utime + of_children.ru_stime
