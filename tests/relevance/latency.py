"""Prints what a long query costs: `python -m tests.relevance.latency SHARED [--peers]`.

Headlines of twelve words, the first ten articles of each, the systems turn by turn in one process.  Of a query the fastest of
its rounds counts, for what else the machine does only adds to it.  Lucene answers from a process of its own, through a pipe.
"""

import argparse
import json
import lzma
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from index import engines
from search.planning.plan import Matching
from tests.relevance import testset
from tests.relevance.measure import open_system
from tests.relevance.peers import PEERS, missing
from tests.relevance.systems import Answer, ours, words
from tests.support.engines import LOCAL_ENGINES

INDEXED = "orange_heading"
"""The test set whose index is asked: headline and text of 36,016 articles."""
WORDS, QUERIES, ARTICLES, ROUNDS = 12, 200, 10, 5
WARM_ROUNDS = 5
"""Rounds that do not count: Java compiles what it has run often."""


def headlines(shared: Path) -> list[str]:
    """Return headlines of so many words, always the same ones."""
    with lzma.open(shared / "corpora" / "orange.jsonl.xz", "rt", encoding="utf-8") as lines:
        titles = {json.loads(line)["title"] for line in lines}
    return random.Random(0).sample(sorted(title for title in titles if len(words(title)) == WORDS), QUERIES)


def fastest(answers: Sequence[Answer], queries: Sequence[str]) -> list[list[float]]:
    """Return for each system the milliseconds of each query: its fastest round, the other queries between two rounds."""
    for _ in range(WARM_ROUNDS):
        for query in queries:
            for answer in answers:
                answer(query, ARTICLES)
    rounds = [
        [[_milliseconds(answer, query) for answer in answers] for query in queries] for _ in range(ROUNDS)
    ]
    return [
        [min(measured[query][system] for measured in rounds) for query in range(len(queries))]
        for system in range(len(answers))
    ]


def _milliseconds(answer: Answer, query: str) -> float:
    started = time.perf_counter()
    answer(query, ARTICLES)
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Measure our engines by default and with any of the words, and the peers where they are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, help="the folder of corpora/ and testsets/")
    parser.add_argument("--engine", nargs="+", default=list(LOCAL_ENGINES), choices=engines.names())
    parser.add_argument("--peers", nargs="*", default=[], choices=PEERS)
    parser.add_argument("--keep", type=Path, help="keep the indexes in this folder for the next time")
    options = parser.parse_args()
    mine = [ours(name, how) for name in options.engine for how in (Matching.MOST, Matching.ANY)]
    systems = [*mine, *(PEERS[name] for name in options.peers if not missing(name))]
    with tempfile.TemporaryDirectory() as folder:
        judged = testset.load(options.shared, INDEXED)
        answers = [open_system(system, judged, options.keep or Path(folder)) for system in systems]
        for system, row in zip(systems, fastest(answers, headlines(options.shared)), strict=True):
            text = f"median {median(row):6.2f} ms   90 % under {quantiles(row, n=10)[-1]:6.2f} ms"
            sys.stdout.write(f"{system.name:32}{text}\n")


if __name__ == "__main__":
    main()
