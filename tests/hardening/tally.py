"""A tally of many trials of one thing: what came of each, how long it took, and what is a defect."""

import heapq
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

MAX_SECONDS = 1.0
"""Seconds of processor time of a trial, above which it is a defect: a person waits that long without wondering."""

_MAX_SLOWEST = 10
_MAX_DEFECTS_SHOWN = 30
_MAX_CHARACTERS_SHOWN = 160


@dataclass(slots=True)
class Tally:
    """The outcomes of trials, by kind; the slowest; the defects, each with what was tried."""

    outcomes: Counter[str] = field(default_factory=Counter)
    defects: list[str] = field(default_factory=list)
    count: int = 0
    seconds: float = 0.0
    _slowest: list[tuple[float, int, str]] = field(default_factory=list)
    _bytes: list[int] = field(default_factory=list)

    def run(self, tried: str, trial: Callable[[], Iterator[str]]) -> None:
        """Run a trial, which yields its outcomes; an exception that leaves it is a defect, and so is a slow one.

        `tried` is what is shown of it.
        """
        started = time.process_time()
        try:
            self.outcomes.update(trial())
        except Exception:  # noqa: BLE001 - any exception is what is looked for
            self.defect(tried, traceback.format_exc(limit=-3))
        seconds = time.process_time() - started
        if self.is_slow(seconds):
            self.defect(tried, f"{seconds:.2f} s of processor time")
        self.count += 1
        self.seconds += seconds
        heapq.heappush(self._slowest, (seconds, self.count, tried))
        if len(self._slowest) > _MAX_SLOWEST:
            heapq.heappop(self._slowest)

    @staticmethod
    def is_slow(seconds: float) -> bool:
        """Return whether a trial that took these seconds of processor time is a defect."""
        return seconds > MAX_SECONDS

    def defect(self, tried: str, what: str) -> None:
        """Note a defect."""
        self.outcomes["DEFECT"] += 1
        self.defects.append(f"{_shown(tried)}\n    {what}")

    def weigh(self) -> None:
        """Note the memory that the process has now."""
        self._bytes.append(_resident_bytes())

    def report(self) -> Iterator[str]:
        """Yield the lines that say what came of the trials."""
        yield f"{self.count:,} trials, {self.seconds:.0f} s of processor time, {1000 * self.seconds / max(self.count, 1):.2f} ms each"
        if self._bytes:
            early, late = self._bytes[len(self._bytes) // 10], self._bytes[-1]
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            yield f"memory: {early >> 20} MB after a tenth, {late >> 20} MB at the end, {most:.0f} MB at most"
        for outcome, count in self.outcomes.most_common():
            yield f"  {count:9,}  {outcome}"
        yield "the slowest:"
        for seconds, _, tried in sorted(self._slowest, reverse=True):
            yield f"  {seconds:6.3f} s  {_shown(tried)}"
        yield f"{len(self.defects):,} defects"
        yield from self.defects[:_MAX_DEFECTS_SHOWN]


def show_progress(done: int, of: int) -> None:
    """Show how far a run is, on a terminal."""
    if sys.stderr.isatty() and done % 500 == 0:
        sys.stderr.write(f"\r{done:,} of {of:,} ")


def _shown(tried: str) -> str:
    cut = (
        tried if len(tried) <= _MAX_CHARACTERS_SHOWN else f"{tried[:_MAX_CHARACTERS_SHOWN]}… ({len(tried):,})"
    )
    return ascii(cut)


def _resident_bytes() -> int:
    """Return the memory of this process; 0 where the system does not say it as Linux does."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize()
    except OSError:
        return 0
