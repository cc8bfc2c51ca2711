"""What indexing and answering cost, beside other engines: `python -m tests.benchmarks beside SHARED`.

SHARED is the folder of corpora.  Each size is a corpus grown from real articles (`tests.benchmarks.grown`), the same
for every system, and each step a process of its own.  The figures are kept as they come, with a drawing of how
they grow, in the folder of runs; with `--keep`, the corpora and the indexes too, which the next run takes from there.
"""

import argparse
import datetime
import json
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from rich.console import Console

from tests.benchmarks import articles, figures, plot, queries, table
from tests.benchmarks.figures import Run
from tests.benchmarks.measure import Bench
from tests.benchmarks.systems import SYSTEMS
from tests.benchmarks.table import line
from tests.relevance.peers import missing

REAL = 36_016
"""The articles whose headlines queries are drawn from: the real ones."""

OURS = tuple(name for name, system in SYSTEMS.items() if system.engine)
PEERS = tuple(system.peer for system in SYSTEMS.values() if system.peer)

WIDEST = 200


def measure(options: argparse.Namespace) -> None:
    """Measure, print the tables, and keep the figures."""
    # a table in a file is as wide as it is
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else WIDEST)
    run = Run(figures.named(options.runs, datetime.datetime.now(datetime.UTC)))
    names = [name for name in SYSTEMS if name in options.ours or SYSTEMS[name].peer in options.peers]
    for name in [name for name in names if SYSTEMS[name].peer]:
        if advice := missing(SYSTEMS[name].peer):
            console.print(advice)
            names.remove(name)
    with tempfile.TemporaryDirectory() as temporary:
        bench = Bench(
            options.shared, options.keep or Path(temporary), run, lambda step: console.print(line(step))
        )
        for size in sorted(options.size):
            _measure(
                bench, size, [name for name in names if suits(name, size, full=options.full)], options.keep
            )
    for size in table.sizes(run.steps):
        console.print(table.table(run.steps, size))
    if len(table.sizes(run.steps)) > 1:
        run.path.with_suffix(".svg").write_text(plot.svg(run.steps), "utf-8")
    console.print(f"kept: {run.path}", soft_wrap=True)


def _measure(bench: Bench, size: int, names: Sequence[str], keep: Path | None) -> None:
    folder = bench.corpus(size)
    if folder is None:
        return
    first = islice(articles.read(folder / "articles.jsonl"), REAL)
    drawn = queries.drawn(record["title"] for record in first)
    (folder / "queries.json").write_text(json.dumps(drawn), "utf-8")
    for name in names:
        bench.measure(size, name)
        if not keep:
            bench.forget(size, name)


def suits(name: str, size: int, *, full: bool) -> bool:
    """Tell whether a system is given so many articles; a full run spares the model of entities nothing."""
    return size <= SYSTEMS[name].most or (full and name == "entities")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    parser.add_argument("shared", type=Path, help="the folder of corpora/")
    parser.add_argument(
        "--size", type=int, nargs="+", default=[REAL], metavar="ARTICLES", help="sizes of corpora (36016)"
    )
    parser.add_argument(
        "--ours", nargs="*", default=["tantivy", "entities"], choices=OURS, help="ours (tantivy entities)"
    )
    parser.add_argument(
        "--peers", nargs="*", default=list(PEERS), choices=PEERS, help="the others (all of them)"
    )
    parser.add_argument("--full", action="store_true", help="look for entities in corpora of any size")
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="keep corpora and indexes here for the next run"
    )
    parser.add_argument("--runs", type=Path, default=figures.RUNS, metavar="DIR", help="where the figures go")
