"""Measures the studies of an answer: `python -m tests.benchmarks.studies INDEX [--runs N]`.

INDEX is the index of the 36,016 Orange articles, of which the queries are.  Each study is asked `--runs` times as a
command of its own, cold, its median being what a person waits for; then `--runs` times by one process, as the shell does.
The processor seconds are those of a machine with nothing else to do.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from index.layout import HOME
from search.commandline.opening import open_searcher
from search.searcher import Page, Searcher
from search.study.concordance import Concordance, Extent, Order, concordance
from search.study.timeline import timeline

ROOT = Path(__file__).parents[2]
RUNS = 5
SHOWN = 20
MAX_ROWS = 32

QUERIES = (
    "france",
    "macron",
    "laïcité",
    '"violences policières"',
    '"emmanuel macron"',
    "confin*",
    "gilets jaunes",
    "zad",
)
"""Two frequent words, a rare one, phrases, a pattern, two words, a very rare one."""

STUDIES: dict[str, tuple[tuple[str, ...], Callable[[Searcher, str], object]]] = {
    "kwic": (("kwic",), lambda searcher, line: concordance(searcher, line, Page(), None, Extent(SHOWN))),
    "kwic --sort right": (
        ("kwic", "--sort", "right"),
        lambda searcher, line: concordance(searcher, line, Page(), Order.RIGHT, Extent(SHOWN)),
    ),
    "kwic --every": (
        ("kwic", "--every"),
        lambda searcher, line: concordance(searcher, line, Page(), None, Extent(SHOWN, 0)),
    ),
    "timeline": (("timeline",), lambda searcher, line: timeline(searcher, (line,), Page(), None, MAX_ROWS)),
}


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("index", type=Path, help="the index of the Orange articles")
    parser.add_argument(
        "--queries", nargs="+", default=QUERIES, help="queries, instead of those of the Orange articles"
    )
    parser.add_argument("--runs", type=int, default=RUNS, help=f"times that each study is asked ({RUNS})")
    options = parser.parse_args()
    home = options.index if options.index.name == HOME else options.index / HOME
    shown = Table("query", "study", "read", "found", "cold, s", "CPU", "warm, s", "CPU")
    with open_searcher(home) as searcher:
        for line in options.queries:
            for study, (words, ask) in STUDIES.items():
                cold = _medians(lambda: _command(home, (*words, line)), options.runs)  # noqa: B023 - called at once
                made = ask(searcher, line)
                warm = _medians(lambda: ask(searcher, line), options.runs)  # noqa: B023 - called at once
                counts = (made.read, made.total) if isinstance(made, Concordance) else ("", "")
                shown.add_row(
                    line, study, *map(str, counts), *(f"{seconds:.2f}" for seconds in (*cold, *warm))
                )
    Console(highlight=False, markup=False, width=110).print(shown)


def _medians(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Return the medians of the seconds that some work takes, and of those of the processor, its children's too."""
    waited, busy = [], []
    for _ in range(runs):
        started, used = time.perf_counter(), _processor_seconds()
        work()
        waited.append(time.perf_counter() - started)
        busy.append(_processor_seconds() - used)
    return statistics.median(waited), statistics.median(busy)


def _processor_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _command(home: Path, words: tuple[str, ...]) -> None:
    subprocess.run(
        [sys.executable, "-m", "search", "-i", str(home), *words], cwd=ROOT, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip


if __name__ == "__main__":
    main()
