"""The kinds of use, each measured in turn: a table of medians, and a file of every time that was measured."""

import argparse
import datetime
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from index.layout import HOME
from tests.benchmarks import figures
from tests.benchmarks.figures import Figures, machine
from tests.benchmarks.use import commands, exports, keys, shell
from tests.benchmarks.use.figure import Figure

KINDS: Mapping[str, Callable[[Path], Iterator[Figure]]] = {
    "commands": commands.figures,
    "shell": shell.figures,
    "keys": keys.figures,
    "exports": exports.figures,
}

_COLUMNS = ("", "times", "ms", "slowest", "of CPU", "MB", "articles/s (of CPU)")
_ROW = "{:<52} {:>5} {:>7} {:>7} {:>7} {:>5}  {}"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    parser.add_argument(
        "index", type=Path, help="the folder of an index; the queries are those of the Orange articles"
    )
    parser.add_argument(
        "kinds", nargs="*", metavar="KIND", choices=[[], *KINDS], help=f"{', '.join(KINDS)} (all of them)"
    )
    parser.add_argument("--runs", type=Path, default=figures.RUNS, metavar="DIR", help="where the figures go")


def measure(options: argparse.Namespace) -> None:
    """Measure, print the medians as they come, and keep every figure: the file is whole whenever the run is interrupted."""
    home = (options.index if options.index.name == HOME else options.index / HOME).absolute()
    path = figures.named(options.runs, datetime.datetime.now(datetime.UTC)).with_suffix(".use.json")
    about, kept = machine(), list[Figures]()
    started = time.perf_counter()
    for kind in options.kinds or KINDS:
        _print(kind, *_COLUMNS[1:])
        for figure in KINDS[kind](home):
            _print(*figure.row)
            kept.append({"kind": kind, **figure.kept})
            figures.save(path, about | {"figures": kept})
    _print(f"kept after {time.perf_counter() - started:.0f} s: {path}", *_COLUMNS[:1] * 6)


def _print(*columns: str) -> None:
    sys.stdout.write(_ROW.format(*columns).rstrip() + "\n")
    sys.stdout.flush()
