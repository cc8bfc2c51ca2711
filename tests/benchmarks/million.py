"""A large corpus in one go, and killed half-way: `python -m tests.benchmarks million CORPUS`, CORPUS being JSON Lines of articles.

The corpus is built in processes of their own, whose memory is watched; then once more, every process of it killed at a
moment that chance draws, and completed by the next run.  Both indexes must have the same ids, which are as many as the
lines.  A page of ten with six facets is asked of the last one.  With `--killed-alone`, the corpus is built once, killed and completed.

With `--scaling N`, the first N articles are built with one process and with two.  What eight cores would take is an estimate, by Amdahl's
law: of the seconds of both, T(1) = s + p and T(2) = s + p / 2, and T(8) = s + p / 8, but no less than the first process alone works.
"""

import argparse
import datetime
import json
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from random import Random

from index import layout
from index.opening import open_engine
from tests.benchmarks import articles, figures, process, queries
from tests.benchmarks.figures import Figures, machine
from tests.benchmarks.measure import WORKER
from tests.benchmarks.memory import Watched
from tests.benchmarks.queries import Kind
from tests.benchmarks.table import rounded

PAGES = (Kind.WHOLE_WORD, Kind.WHOLE_WORDS)
"""A page of ten as a person sees it, with six facets."""

LEAST, MOST = 0.2, 0.8
"""The least and the greatest share of the articles that is saved when the build is killed."""

_MAX_SHARE_MORE = 0.2
"""The longest time between that and the kill, as a share of the time before."""

_HEADLINES = 36_016
"""The articles from whose headlines queries are drawn, the first ones."""

_LONGEST_SECONDS = 4 * 3600.0


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    parser.add_argument("corpus", type=Path, help="a file of articles, JSON Lines")
    parser.add_argument("--articles", type=int, help="the first so many (all)")
    parser.add_argument("--entities", default="modern")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=15, help="draws the moment of the kill (15)")
    parser.add_argument("--killed-alone", action="store_true", help="build once: killed, and completed")
    parser.add_argument(
        "--scaling", type=int, default=0, metavar="N", help="build N articles with one process and with two"
    )
    parser.add_argument("--folder", type=Path, help="where the indexes are made (a temporary folder)")
    parser.add_argument("--runs", type=Path, default=figures.RUNS, metavar="DIR", help="where the figures go")


def measure(options: argparse.Namespace) -> None:
    """Measure, print what was seen, and keep the figures: the file is whole whenever the run is interrupted."""
    path = figures.named(options.runs, datetime.datetime.now(datetime.UTC)).with_suffix(".million.json")
    about, kept = machine(), Figures()
    with tempfile.TemporaryDirectory(dir=options.folder) as temporary:
        for step, taken in _steps(options, Path(temporary)):
            kept[step] = taken
            figures.save(path, about | {"figures": kept})
            shown = ", ".join(
                f"{name} {rounded(figure) if isinstance(figure, float) else figure}"
                for name, figure in taken.items()
                if figure != ""
            )
            sys.stdout.write(f"{step}: {shown}\n")
            sys.stdout.flush()
    sys.stdout.write(f"kept: {path}\n")


def _steps(options: argparse.Namespace, folder: Path) -> Iterator[tuple[str, Figures]]:
    corpus = _corpus(options.corpus, folder / "presse", options.articles)
    with corpus.open("rb") as lines:
        number = sum(1 for _ in lines)
    yield "corpus", {"articles": number, "mb": corpus.stat().st_size / 1e6}
    whole, killed = folder / "whole", folder / "killed"
    if not options.killed_alone:
        yield "build", _with_rate(_built(whole, corpus, options), number, whole)
        ids = _ids(whole)
        shutil.rmtree(whole)
    taken, saved = _killed(killed, corpus, options, number)
    yield "killed", taken
    completed = _with_rate(_built(killed, corpus, options), number, killed)
    both = taken["seconds"] + completed["seconds"]
    yield (
        "completed",
        completed | {"saved": saved, "seconds_of_both": both, "articles_a_second_of_both": number / both},
    )
    found = _ids(killed)
    alike = {} if options.killed_alone else {"ids_alike": found == ids}
    yield "check", {"articles": len(found), "articles_are_lines": len(found) == number, **alike}
    yield "pages", _pages(killed, corpus, folder / "queries.json", options.entities)
    shutil.rmtree(killed)
    if options.scaling:
        yield "scaling", _scaling(folder, options)


def _corpus(given: Path, folder: Path, number: int | None) -> Path:
    """Return the file of the first articles of a corpus, in a folder of its own."""
    folder.mkdir(parents=True)
    corpus = folder / "presse.jsonl"
    if number is None:
        corpus.symlink_to(given.absolute())
        return corpus
    with given.open("rb") as lines, corpus.open("wb") as file:
        file.writelines(islice(lines, number))
    return corpus


def _started(folder: Path, corpus: Path, options: argparse.Namespace, jobs: int = 0) -> Watched:
    folder.mkdir(exist_ok=True)
    command = ["-m", "search", "--index", str(folder), "index", str(corpus), "--engine", "tantivy", "--entities", options.entities,
               "--jobs", str(jobs or options.jobs), "--json"]  # fmt: skip
    return Watched(command, folder / "report.json")


def _built(folder: Path, corpus: Path, options: argparse.Namespace, jobs: int = 0) -> Figures:
    """Return what a build takes that runs to its end."""
    taken = _started(folder, corpus, options, jobs).end()
    with suppress(ValueError):  # it failed: the figures have its last line
        report = json.loads((folder / "report.json").read_text("utf-8"))
        taken |= {name: report[name] for name in ("articles", "added", "unchanged", "taken_up")}
    return taken


def _killed(folder: Path, corpus: Path, options: argparse.Namespace, number: int) -> tuple[Figures, int]:
    """Return what a build takes that is killed at a moment that chance draws, and how many articles it had saved."""
    chance = Random(options.seed)
    wanted, more = chance.uniform(LEAST, MOST) * number, chance.uniform(0, _MAX_SHARE_MORE)
    began = time.monotonic()
    started, until = _started(folder, corpus, options), 0.0
    while started.is_running and not (until and time.monotonic() > until):
        time.sleep(0.2)
        if not until and _saved(folder) >= wanted:
            until = time.monotonic() + more * (time.monotonic() - began)
    started.kill()
    return started.end() | {"killed_behind_articles": round(wanted), "and_share_of_the_time": more}, _saved(
        folder
    )


def _saved(folder: Path) -> int:
    """Return the articles that an unfinished generation has saved; another process may be writing them."""
    for catalog in layout.catalogs(folder / layout.HOME):
        with (
            suppress(sqlite3.Error),
            closing(sqlite3.connect(f"{catalog.absolute().as_uri()}?mode=ro", uri=True)) as opened,
        ):
            [(last,)] = opened.execute("SELECT max(rowid) FROM articles").fetchall()
            return last or 0
    return 0


def _with_rate(taken: Figures, number: int, folder: Path) -> Figures:
    home = folder / layout.HOME
    size = sum(file.stat().st_size for file in home.rglob("*") if file.is_file()) / 1e6
    return taken | {
        "articles_a_second": number / taken["seconds"],
        "index_mb": size,
        "bytes_an_article": size * 1e6 / number,
    }


def _ids(folder: Path) -> set[str]:
    with closing(open_engine(folder / layout.HOME)) as engine:
        return engine.ids()


def _pages(folder: Path, corpus: Path, file: Path, entities: str) -> Figures:
    headlines = [record["title"] for record in islice(articles.read(corpus), _HEADLINES)]
    drawn = queries.drawn(headlines)
    file.write_text(json.dumps({kind: drawn[kind] for kind in PAGES}), "utf-8")
    system = "tantivy" if entities == "none" else "entities"
    ran = process.run([*WORKER, "ask", system, str(folder), str(file)], _LONGEST_SECONDS)
    kinds = json.loads(ran.out.strip().rpartition("\n")[2])["kinds"]
    return {
        f"{kind}, {percent} ms": kinds[kind][f"{percent}_ms"] for kind in PAGES for percent in ("p50", "p95")
    }


def _scaling(folder: Path, options: argparse.Namespace) -> Figures:
    """Return the seconds of builds with one process and with two, and an estimate for eight cores."""
    corpus = _corpus(options.corpus, folder / "few", options.scaling)
    taken = {}
    for jobs in (1, 2):
        index = folder / f"jobs-{jobs}"
        taken[jobs] = _built(index, corpus, options, jobs)
        shutil.rmtree(index)
    one, two = taken[1]["seconds"], taken[2]["seconds"]
    shared = max(0.0, 2 * (one - two))
    alone = taken[2]["first_process_seconds"]
    eight = max(one - shared + shared / 8, alone)
    return {"articles": options.scaling, "seconds_of_one": one, "seconds_of_two": two, "first_process_seconds_of_two": alone,
            "serial_share": 1 - shared / one, "estimated_seconds_of_eight": eight,
            "estimated_articles_a_second_of_eight": options.scaling / eight}  # fmt: skip
