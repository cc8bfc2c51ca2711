"""What a cold query takes beside the floor of its engine: `python -m tests.benchmarks cold INDEX`.

Each query is a process of its own, and each is followed by a process that only imports tantivy, opens the same files and
searches them for every article.  Files are in memory, and modules are compiled.  Medians are printed: of the processor,
which other processes at work change less, and of the clock.
"""

import argparse
import datetime
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from index import layout
from index.layout import HOME
from index.storage import manifest
from tests.benchmarks import figures, process
from tests.benchmarks.figures import machine
from tests.benchmarks.use.figure import Figure, Spent

QUERIES: Mapping[str, Sequence[str]] = {
    "no query: --help": ("--help",),
    "a word": ("query", "laïcité"),
    "three words": ("query", "hausse prix énergie"),
    "a name": ("query", "emmanuel macron"),
    "an acronym that is a name": ("query", "ONU"),
    "a phrase": ("query", '"violences policières"'),
    "a word and a facet": ("query", "grève", "--facet", "person"),
}
"""The command lines, by what they ask for."""

_FLOOR = """
import tantivy
tantivy.Index.open({folder}).searcher().search(tantivy.Query.all_query(), 10)
"""

_ROW = "{:<28} {:>12} {:>12} {:>12}"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    parser.add_argument("index", type=Path, help="the folder of an index of tantivy")
    parser.add_argument("--times", type=int, default=15, help="processes of each kind (15)")
    parser.add_argument("--runs", type=Path, default=figures.RUNS, metavar="DIR", help="where the figures go")


def measure(options: argparse.Namespace) -> None:
    """Measure, print the medians as they come, and keep every time."""
    home = (options.index if options.index.name == HOME else options.index / HOME).absolute()
    engine = layout.engine(layout.generation(home, manifest.load(home).generation))
    floor_code = _FLOOR.format(folder=json.dumps(str(engine)))
    path = figures.named(options.runs, datetime.datetime.now(datetime.UTC)).with_suffix(".cold.json")
    # modules are compiled at the first start, as when they are installed: a variable may forbid to keep them
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    about, kept = machine(), list[figures.Figures]()
    _print("", "ms of CPU", "times floor", "ms")
    for what, words in QUERIES.items():
        pairs = [
            (_spent("-m", "search", "-i", str(home), *words), _spent("-c", floor_code))
            for _ in range(options.times + 1)
        ][1:]
        ours, floors = zip(*pairs, strict=True)
        query, floor = Figure(what, tuple(ours)), Figure(f"floor beside {what}", tuple(floors))
        for figure in (query, floor):
            seconds, worked = figure.median
            times = worked / floor.median.processor_seconds
            _print(figure.what, f"{1000 * worked:,.0f}", f"{times:.1f}", f"{1000 * seconds:,.0f}")
            kept.append(figure.kept)
        figures.save(path, about | {"figures": kept})
    _print(f"kept: {path}")


def _spent(*command: str) -> Spent:
    ran = process.run(command)
    return Spent(ran.seconds, ran.processor_seconds)


def _print(*columns: str) -> None:
    sys.stdout.write(_ROW.format(*columns, *[""] * (4 - len(columns))).rstrip() + "\n")
    sys.stdout.flush()
