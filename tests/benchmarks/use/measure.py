"""The kinds of use, each measured in turn: a table of medians, and a file of every time that was measured."""

import argparse
import datetime
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

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

_COLUMNS = ("what", "times", "median, ms", "slowest, ms", "CPU, ms", "MB", "articles/s (of CPU)")
_WIDEST = 140


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
    """Measure, print a table of each kind, and keep every figure; the file is whole whenever the run is interrupted."""
    home = (options.index if options.index.name == HOME else options.index / HOME).absolute()
    path = figures.named(options.runs, datetime.datetime.now(datetime.UTC)).with_suffix(".use.json")
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else _WIDEST)
    about, kept = machine(), list[Figures]()
    for kind in options.kinds or KINDS:
        table = Table(*_COLUMNS, title=kind, title_justify="left")
        for figure in KINDS[kind](home):
            table.add_row(*figure.row)
            kept.append({"kind": kind, **figure.kept})
            figures.save(path, about | {"figures": kept})
        console.print(table)
    console.print(f"kept: {path}", soft_wrap=True)
