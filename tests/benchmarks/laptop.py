"""Measures what a person waits for, on real articles: `python -m tests.benchmarks.laptop SHARED [--full] [--keep DIR]`.

SHARED is the folder of corpora.  Every command is a process of its own, as a person starts it; medians are
of ten runs after one that is not counted.  `--full` also builds the index of all 36,016 articles.
"""

import argparse
import json
import lzma
import os
import platform
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from index import open_engine
from index.errors import IndexFailure
from search.errors import SearchError
from search.searcher import Page, Searcher
from tests.search.test_any_query import mutated

ROOT = Path(__file__).parents[2]
MANCHETTE = [sys.executable, "-m", "search"]
RUNS = 10
Figures = dict[str, float]


def run(words: Sequence[str], cwd: Path) -> tuple[float, str]:
    """Return the seconds of a command, and what it wrote."""
    started = time.perf_counter()
    done = subprocess.run(
        [*MANCHETTE, *words], cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return time.perf_counter() - started, done.stdout


def build(folder: Path, path: Path) -> Figures:
    """Return the seconds, the articles a second, the peak memory and the size of a build in a new folder."""
    seconds, out = run(["index", str(path), "--json"], folder)
    articles = json.loads(out)["articles"]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = sum(file.stat().st_size for file in (folder / ".manchette").rglob("*") if file.is_file())
    return {"articles": articles, "seconds": seconds, "articles_a_second": articles / seconds,
            "peak_memory_mb": memory, "index_mb": size / 1e6}  # fmt: skip


def one_shot(folder: Path, query: str) -> Figures:
    """Return the median and the worst of ten cold starts to an answer."""
    times = [run(["query", query], folder)[0] for _ in range(RUNS + 1)][1:]
    return {"median_ms": statistics.median(times) * 1000, "worst_ms": max(times) * 1000}


BATCHES = (["trec"], ["csv"], ["jsonl"], ["jsonl", "-n", "0"], ["jsonl", "-n", "0", "--facet", "month"])


def batches(folder: Path, records: Sequence[dict[str, str]]) -> Figures:
    """Return how many headlines a second of processor time are answered in one batch, by format and options."""
    lines = [f"{record['id']}\t{' '.join(record['title'].split())}\n" for record in records]
    (folder / "headlines.tsv").write_text("".join(lines), "utf-8")
    figures = {}
    for options in BATCHES:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run(["batch", "headlines.tsv", "--format", *options], folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        figures[" ".join(options)] = len(records) / spent
    return figures


STAGES = """
import json, sys, time
from pathlib import Path
times = [time.perf_counter()]
def lap(): times.append(time.perf_counter())
import search.cli, search.commands.query, search.render.page, index.engines.whoosh
lap()
from index import open_engine
from search.searcher import Searcher
searcher = Searcher(open_engine(Path(sys.argv[1]) / ".manchette")); lap()
results = searcher.search(sys.argv[2]); lap()
search.render.plain.text(search.render.page.page(results)); lap()
names = ("imports_ms", "opening_ms", "searching_ms", "layout_ms")
print(json.dumps({name: (end - start) * 1000 for name, start, end in zip(names, times, times[1:])}))
"""


def one_shot_stages(folder: Path, query: str) -> Figures:
    """Return where a one-shot query spends its time: medians of ten processes, Python's own start apart."""
    told = [
        json.loads(subprocess.run(
            [sys.executable, "-c", STAGES, str(folder), query], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout)
        for _ in range(RUNS)
    ]  # fmt: skip
    python = statistics.median(_timed([sys.executable, "-c", "pass"]) for _ in range(RUNS)) * 1000
    return {"python_ms": python} | {name: statistics.median(run[name] for run in told) for name in told[0]}


def _timed(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - started


def update(folder: Path, records: Sequence[dict[str, str]]) -> dict[str, float]:
    """Index 2,000 text files, add 10, change 5, remove 3, and return what the second build touched."""
    press = folder / "presse"
    press.mkdir()
    for record in records[:2000]:
        (press / f"{record['id']}.txt").write_text(f"{record['date']}\n{record['text']}\n", "utf-8")
    run(["index", "presse"], folder)
    files = sorted(press.iterdir())
    for record in records[2000:2010]:
        (press / f"{record['id']}.txt").write_text(f"{record['date']}\n{record['text']}\n", "utf-8")
    for file in files[:5]:
        file.write_text(
            file.read_text("utf-8") + "\nUne phrase de plus, écrite après coup par la rédaction.\n", "utf-8"
        )
    for file in files[5:8]:
        file.unlink()
    seconds, out = run(["index", "--json"], folder)
    report = json.loads(out)
    nothing, _ = run(["index"], folder)
    return {key: report[key] for key in ("added", "changed", "removed", "unchanged")} | {
        "seconds": seconds, "seconds_with_nothing_to_do": nothing,
    }  # fmt: skip


def random_queries(folder: Path) -> Figures:
    """Return how long 10,000 queries with slips take to be answered or refused, in one process."""
    searcher = Searcher(open_engine(folder / ".manchette"))
    chance = random.Random(2025)
    times = []
    for _ in range(10_000):
        line = mutated(chance)
        started = time.perf_counter()
        with suppress(SearchError, IndexFailure):
            searcher.search(line, Page(facets=("person",)))
        times.append(time.perf_counter() - started)
    return {"median_ms": statistics.median(times) * 1000, "worst_ms": max(times) * 1000}


def main() -> None:
    """Print the figures as JSON, and keep them where `--keep` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    orange = options.shared / "corpora" / "orange.jsonl.xz"
    with lzma.open(orange, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in islice(lines, 2010)]
    figures: dict[str, object] = {"python": platform.python_version(), "machine": platform.machine(),
                                  "cores": os.cpu_count()}  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        small, files, full = (Path(name) / part for part in ("small", "files", "full"))
        for folder in (small, files, full):
            folder.mkdir()
        told = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records[:2000])
        (small / "orange.jsonl").write_text(told, "utf-8")
        figures["build_2000"] = build(small, small / "orange.jsonl")
        figures["one_shot_2000"] = one_shot(small, "réforme des retraites")
        figures["one_shot_stages_2000"] = one_shot_stages(small, "réforme des retraites")
        figures["random_queries_2000"] = random_queries(small)
        figures["update_2000_files"] = update(files, records)
        if options.full:
            shutil.copy(orange, full)
            figures["build_36016"] = build(full, full / orange.name)
            figures["headlines_a_second_36016"] = batches(full, records[:2000])
            figures["one_shot_36016"] = one_shot(full, "réforme des retraites")
    told = json.dumps(figures, indent=1)
    sys.stdout.write(told + "\n")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        (options.keep / "laptop.json").write_text(told + "\n", "utf-8")


if __name__ == "__main__":
    main()
