"""What runs in a process of its own: `python -m tests.benchmarks.worker STEP …`, which ends with its figures in JSON.

corpus SHARED DONORS FOLDER SIZE    articles.jsonl of a size, and more/*.jsonl, each of the articles of an update
build SYSTEM FILE FOLDER            the index of a file, or the update of an index by it
alone SYSTEM FILE FOLDER            the engine given what was prepared before
ask SYSTEM FOLDER QUERIES           the times of its answers
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from tests.benchmarks import articles, systems
from tests.benchmarks.articles import Record
from tests.benchmarks.figures import Figures, percentile
from tests.benchmarks.vocabulary import Vocabulary

UPDATES = (1, 1, 1, 100, 100, 100)
"""Articles that come with each update."""

LONGEST = 15.0
"""Seconds that the queries of one kind may take, once unmeasured and once measured; the others are left out."""


def corpus(shared: str, donors: str, folder: str, size: str) -> Figures:
    """Make a corpus, and return the figures of its vocabulary."""
    from tests.benchmarks import grown
    from tests.benchmarks.donors import kept, real

    vocabulary = Vocabulary()

    def counted(records: Iterator[Record]) -> Iterator[Record]:
        for record in records:
            vocabulary.add(articles.text_of(record))
            yield record

    folder_of_size, number = Path(folder), int(size)
    (folder_of_size / "more").mkdir(parents=True, exist_ok=True)
    every = grown.corpus(kept(Path(donors), real(Path(shared))), number + sum(UPDATES))
    whole = folder_of_size / "articles.jsonl"
    beginning = folder_of_size / "beginning.jsonl"
    articles.write(beginning, counted(islice(every, number)))
    for turn, more in enumerate(UPDATES):
        articles.write(folder_of_size / "more" / f"{more}-{turn}.jsonl", islice(every, more))
    beginning.rename(whole)
    return vocabulary.figures() | {"mb": whole.stat().st_size / 1e6}


def build(name: str, file: str, folder: str) -> Figures:
    """Add a file to the index of a system."""
    systems.build(systems.EVERY_SYSTEM[name], Path(file), Path(folder))
    return {}


def alone(name: str, file: str, folder: str) -> Figures:
    """Give the articles of a file to the engine of ours alone."""
    from tests.benchmarks import ours

    return {"articles_a_second": ours.alone(systems.EVERY_SYSTEM[name], Path(file), Path(folder))}


def ask(name: str, folder: str, queries: str) -> Figures:
    """Ask an index the queries of each kind, each once before it is measured."""
    started = time.perf_counter()
    answers = systems.opened(systems.EVERY_SYSTEM[name], Path(folder))
    opening = time.perf_counter() - started
    asked: dict[str, list[str]] = json.loads(Path(queries).read_text("utf-8"))
    kinds = {kind: _times(answers[kind], texts) for kind, texts in asked.items() if kind in answers}
    return {"opening_ms": opening * 1000, "kinds": kinds}


def _times(answer: Callable[[str], int], queries: list[str]) -> Figures:
    times: list[float] = []
    found: list[int] = []
    for _ in range(2):
        until = time.perf_counter() + LONGEST
        times, found = [], []
        for query in queries:
            started = time.perf_counter()
            if started > until:
                break
            found.append(answer(query))
            times.append(time.perf_counter() - started)
    return {
        "p50_ms": percentile(times, 50) * 1000, "p95_ms": percentile(times, 95) * 1000, "queries": len(times),
        "answered": sum(map(bool, found)) / len(found),
    }  # fmt: skip


STEPS: dict[str, Callable[..., Figures]] = {"corpus": corpus, "build": build, "alone": alone, "ask": ask}

if __name__ == "__main__":
    step, *arguments = sys.argv[1:]
    figures = STEPS[step](*arguments)
    sys.stdout.write(json.dumps(figures) + "\n")
