"""What a cluster takes beside tantivy: `python -m tests.benchmarks cluster CORPUS`; with `--compare`, whether it answers alike.

CORPUS is a file of JSON Lines.  The cluster is the one that `MANCHETTE_OPENSEARCH_URL` names: `python -m tests.support.opensearch
start FOLDER --heap 1g` starts one.  The figures are of a build of the whole (`manchette index`), without and with entities, of the
engines alone with documents that were prepared before, and of answers kind by kind.  A comparison asks both engines the same lines.
What is measured and what differs is kept in the folder of runs; with `--keep`, the indexes too, which the next run takes from there.
"""

import argparse
import datetime
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from rich.console import Console

from index.engine import Ask
from index.layout import HOME
from index.opening import open_engine, open_names
from index.query import Everything
from search.searcher import Searcher
from tests.benchmarks import articles, figures, queries, table
from tests.benchmarks.articles import Record
from tests.benchmarks.beside import REAL, WIDEST
from tests.benchmarks.cluster import answers, lines
from tests.benchmarks.cluster.answers import Difference
from tests.benchmarks.figures import Run
from tests.benchmarks.measure import Bench

_LINES = 500

_NAMES = 100
"""Names of each field that lines are made with, the most frequent ones."""

_NAMED = ("person", "org", "place")


def measure(options: argparse.Namespace) -> None:
    """Measure, or compare, and keep what was found."""
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else WIDEST)
    run = Run(figures.named(options.runs, datetime.datetime.now(datetime.UTC)).with_suffix(".cluster.json"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        bench = Bench(options.corpus.parent, folder, run, lambda step: console.print(table.line(step)))
        with options.corpus.open("rb") as corpus:
            size = sum(1 for _ in corpus)
        _prepare(options.corpus, folder / str(size))
        suffixes = ["" if shards == 1 else f"-{shards}" for shards in options.shards]
        if options.compare:
            _compare(bench, folder, size, [f"opensearch-entities{suffix}" for suffix in suffixes], console)
        else:
            _measure(bench, size, suffixes, console)
        if not options.keep:
            for index in (folder / str(size)).iterdir():
                bench.forget(size, index.name)
    console.print(f"kept: {run.path}", soft_wrap=True)


def _prepare(corpus: Path, folder: Path) -> None:
    """Put the articles, and the queries made of their headlines, in the folder of a bench."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "articles.jsonl"
    if not file.exists():
        shutil.copy(corpus, file)
    drawn = queries.drawn(record["title"] for record in islice(articles.read(file), REAL))
    (folder / "queries.json").write_text(json.dumps(drawn), "utf-8")


def _measure(bench: Bench, size: int, suffixes: Sequence[str], console: Console) -> None:
    """Measure tantivy and a cluster one after the other, step by step."""
    clusters = [f"opensearch{suffix}" for suffix in suffixes]
    for name in ("tantivy", *clusters):
        bench.alone(size, name)
    pairs = (("tantivy", *clusters), ("entities", *(f"opensearch-entities{suffix}" for suffix in suffixes)))
    for names in pairs:
        built = [name for name in names if bench.build(size, name)]
        for name in built:
            bench.ask(size, name)
    for names in pairs:
        console.print(table.table([step for step in bench.steps if step["system"] in names], size))


def _compare(bench: Bench, folder: Path, size: int, names: Sequence[str], console: Console) -> None:
    """Compare the answers of clusters with those of tantivy, and print what differs."""
    records = list(islice(articles.read(folder / str(size) / "articles.jsonl"), REAL))
    if not bench.build(size, "entities"):
        return
    for name in names:
        if bench.build(size, name):
            in_files, on_cluster = (folder / str(size) / made / HOME for made in ("entities", name))
            found = compared(in_files, on_cluster, records, _LINES)
            summary = answers.summary(found)
            bench.keep(size, name, "compare", {**summary, "lines": [one.kept for one in found]})
            for one in found:
                if one.is_wrong:
                    console.print(f"{name}: {one}", soft_wrap=True)
            console.print(*(f"{name}: {what}: {number:.6g}" for what, number in summary.items()), sep="\n")


def compared(one: Path, other: Path, records: Sequence[Record], number: int) -> list[Difference]:
    """Return the differences between the answers of two indexes to so many lines."""
    with ExitStack() as opened:
        engines = [open_engine(home) for home in (one, other)]
        searchers = [
            opened.enter_context(Searcher(engine, open_names(home)))
            for engine, home in zip(engines, (one, other), strict=True)
        ]
        counts = engines[0].search(Everything(), Ask(0, facets=_NAMED, values=_NAMES)).count_facets()
        names = {field: list(counts[field]) for field in _NAMED}
        return [
            answers.difference(
                line, *(answers.answer(*both, line) for both in zip(searchers, engines, strict=True))
            )
            for line in lines.drawn(records, names, number)
        ]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    parser.add_argument("corpus", type=Path, help="a file of JSON Lines")
    parser.add_argument(
        "--shards", type=int, nargs="+", default=[1], choices=(1, 3), help="parts of the index (1)"
    )
    parser.add_argument(
        "--compare", action="store_true", help="compare the answers to 500 lines instead of measuring"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the indexes here for the next run")
    parser.add_argument("--runs", type=Path, default=figures.RUNS, metavar="DIR", help="where the figures go")
