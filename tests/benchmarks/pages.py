"""What a page takes, beside an older state of the sources: `python -m tests.benchmarks pages INDEX --before TREE`.

A page has ten results and six facets, as the shell shows it.  Each state of the sources has a process, and both are asked
the same page in turn, so that other work on the machine slows both down alike: the ratio is that of the processor times.
The headlines of the index give the queries.  A page is asked once before any of its words may be known, and once more
when all have been asked; the pages of the two states are compared.
"""

import argparse
import datetime
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from index.layout import HOME
from index.query import Everything
from search.commandline.opening import open_searcher
from tests.benchmarks import figures, queries
from tests.benchmarks.figures import Figures, machine, percentile
from tests.benchmarks.process import ROOT
from tests.benchmarks.queries import Kind

_ANSWERING = Path(__file__).with_name("answering.py")
_HEADLINES = 4000
_WARMING = 50
"""Pages of each kind that are asked before the measured ones: a shell that has been in use for a while."""

_PER_CENTS = (50, 95)


class Taken(NamedTuple):
    """What a page takes: seconds of the clock and of the processor, and the digest of what it shows."""

    seconds: float
    processor_seconds: float
    digest: str


class Answering:
    """A process that answers pages."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def page(self, line: str, offset: int = 0) -> Taken:
        """Return what a page takes.

        Raises:
            RuntimeError: the process has ended, and has said why.
        """
        asked, answers = self._process.stdin, self._process.stdout
        if not asked or not answers:
            raise RuntimeError(line)
        asked.write(json.dumps([line, offset]) + "\n")
        asked.flush()
        answer = answers.readline()
        if not answer:
            raise RuntimeError(line)
        return Taken(*json.loads(answer))


@contextmanager
def _answering(tree: Path, home: Path) -> Iterator[Answering]:
    """Open an index by the sources of a tree, for the pages of a run."""
    with subprocess.Popen(
        [sys.executable, "-P", str(_ANSWERING), str(home)], cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        yield Answering(process)
        if process.stdin:
            process.stdin.close()


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    parser.add_argument("index", type=Path, help="the folder of an index")
    parser.add_argument(
        "--before", type=Path, default=ROOT, metavar="TREE", help="an older state of the sources"
    )
    parser.add_argument(
        "--index-before",
        type=Path,
        metavar="INDEX",
        help="the index of the same articles that it reads (INDEX)",
    )
    parser.add_argument(
        "--number", type=int, default=200, metavar="QUERIES", help="queries of each kind (200)"
    )
    parser.add_argument("--runs", type=Path, default=figures.RUNS, metavar="DIR", help="where the figures go")


def measure(options: argparse.Namespace) -> None:
    """Measure, print the times of both states and their ratio, and keep every time."""
    home, home_before = map(_home, (options.index, options.index_before or options.index))
    about = machine()
    drawn = _drawn(home, options.number + _WARMING)
    kept: list[Figures] = []
    with ExitStack() as stack:
        states = ((options.before.absolute(), home_before), (ROOT, home))
        both = [stack.enter_context(_answering(*state)) for state in states]
        for line in (line for lines in drawn.values() for line in lines[:_WARMING]):
            for state in both:
                state.page(line)
        for time in ("first", "again"):
            for kind, lines in drawn.items():
                pairs = list(_pairs(both, lines[_WARMING:]))
                _print(f"{kind}, {time}", pairs)
                kept.append({"kind": kind, "asked": time, "pairs": pairs})
    path = figures.named(options.runs, datetime.datetime.now(datetime.UTC)).with_suffix(".pages.json")
    figures.save(path, about | {"figures": kept})
    sys.stdout.write(f"kept: {path}\n")


def _home(index: Path) -> Path:
    return (index if index.name == HOME else index / HOME).absolute()


def _drawn(home: Path, number: int) -> dict[str, list[str]]:
    """Return queries of one word and of three, made of headlines of the index."""
    with open_searcher(home) as searcher:
        sample = sorted(searcher.sample(Everything(), _HEADLINES), key=lambda article: article.id)
    drawn = queries.drawn((article.title for article in sample), number)
    return {kind: drawn[kind] for kind in (Kind.WHOLE_WORD, Kind.WHOLE_WORDS)}


def _pairs(both: Sequence[Answering], lines: Sequence[str]) -> Iterator[tuple[Taken, ...]]:
    """Yield what each page takes before and now; chance decides which state is asked first."""
    chance = random.Random(queries.SEED)
    for line in lines:
        order = chance.sample(range(2), 2)
        taken = {at: both[at].page(line) for at in order}
        yield taken[0], taken[1]


def _print(what: str, pairs: Sequence[tuple[Taken, ...]]) -> None:
    other = sum(before.digest != now.digest for before, now in pairs)
    columns = [f"{what:<36} {len(pairs)} pages, {other} other"]
    for name, unit in (("CPU", "processor_seconds"), ("clock", "seconds")):
        for percent in _PER_CENTS:
            before, now = (
                percentile([getattr(pair[at], unit) for pair in pairs], percent) * 1000 for at in (0, 1)
            )
            columns.append(f"{name} p{percent} {before:.1f} {now:.1f} ms ({now / before:.2f})")
    sys.stdout.write("; ".join(columns) + "\n")
    sys.stdout.flush()
