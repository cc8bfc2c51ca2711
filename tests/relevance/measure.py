"""Prints what the ranking is worth on test sets: `python -m tests.relevance.measure SHARED SET...`.

`--matching any|most` ranks the articles that have any of the words, or those that a person would be shown.
"""

import argparse
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from statistics import fmean

from index import engines
from index.document import prepare
from index.engine import Ask, Engine
from index.engines import create, open_writer
from search.language import tree
from search.plan import Matching, plan
from tests.relevance import metrics, testset

DEPTH = 100


def ranked(engine: Engine, text: str, matching: Matching) -> list[str]:
    """Return the ids of the answer to a text that is taken as words, whatever signs it has."""
    words = tuple(tree.Word(word) for word in text.split() if any(sign.isalnum() for sign in word))
    typed = words[0] if len(words) == 1 else tree.Words(words)
    hits = engine.search(plan(typed, date.today(), matching), Ask(limit=DEPTH))  # noqa: DTZ011 - no days asked
    return [hit.article.id for hit in hits.hits]


def measure(shared: Path, name: str, engine: str, matching: Matching) -> str:
    """Return a line of figures of a test set."""
    judged = testset.load(shared, name)
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        create(engine, Path(folder))
        writer = open_writer(engine, Path(folder))
        for article in testset.articles(judged):
            writer.add(prepare(article))
        writer.commit()
        built = time.perf_counter() - started
        opened: Engine = engines.open_engine(engine, Path(folder))
        started = time.perf_counter()
        answers = {query: ranked(opened, text, matching) for query, text in judged.queries.items()}
        asked = (time.perf_counter() - started) / len(answers)
        opened.close()
    rows = [(answers[query], judged.relevant.get(query, set())) for query in answers]
    figures = {
        "MRR@10": fmean(metrics.reciprocal_rank(*row) for row in rows),
        "nDCG@10": fmean(metrics.ndcg(*row) for row in rows),
        "R@100": fmean(metrics.recall(*row) for row in rows),
    }
    told = "  ".join(f"{metric} {value:.4f}" for metric, value in figures.items())
    return f"{name:<16}{engine}  {matching:<5}{told}  {len(rows)} queries, {asked * 1000:.1f} ms each, built in {built:.0f} s"


def main() -> None:
    """Measure the sets named, two at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--engine", default="whoosh")
    parser.add_argument("--matching", type=Matching, default=Matching.ANY)
    options = parser.parse_args()
    with ProcessPoolExecutor(2) as pool:
        jobs = [
            pool.submit(measure, options.shared, name, options.engine, options.matching)
            for name in options.sets
        ]
        for job in jobs:
            print(job.result(), flush=True)  # noqa: T201 - a command


if __name__ == "__main__":
    main()
