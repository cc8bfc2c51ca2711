"""Measures the study of answers on an index: `python -m tests.benchmarks.study INDEX [--keep FILE]`.

INDEX is the folder that holds `.manchette`.  Articles are drawn from it: each is asked for similar ones, as a page of ten
with its passages; words of their headlines for companions, and pairs of these for what sets them apart.  The figures are
milliseconds of one process that has answered a question of each kind before.
"""

import argparse
import json
import os
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path

from index.layout import HOME
from index.query import Everything
from search.commandline.opening import open_searcher
from search.language import tree
from search.searcher import Page, Searcher
from search.study.companions import companions
from search.study.comparison import compare
from search.study.portrait import KINDS
from tests.benchmarks.queries import SEED
from tests.relevance.systems import content_words

NUMBER = 20
"""Questions of each kind."""

FREQUENT_ARTICLES = 1000
"""Articles of a frequent word, at least."""


def words(searcher: Searcher, headlines: list[str]) -> Iterator[tuple[str, int]]:
    """Yield words of headlines, each once, and the number of articles of each."""
    seen = set()
    for headline in headlines:
        for word in content_words(headline):
            if len(word) > 3 and word.isalpha() and word.lower() not in seen:
                seen.add(word.lower())
                yield word.lower(), searcher.search(word, Page(limit=0)).total.count


def times(ask: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds of a question: of the clock, and of the processor."""
    started, used = time.perf_counter(), time.process_time()
    ask()
    return (time.perf_counter() - started) * 1000, (time.process_time() - used) * 1000


def summary(measured: list[tuple[float, float]]) -> dict[str, float]:
    """Return the median of some times, what 95 % of them are within, and the median of the processor's."""
    clock, processor = zip(*measured, strict=True)
    return {
        "number": len(measured),
        "median_ms": round(statistics.median(clock), 1),
        "within_95_ms": round(sorted(clock)[len(clock) * 95 // 100], 1),
        "median_processor_ms": round(statistics.median(processor), 1),
    }


def main() -> None:
    """Print the figures as JSON, and keep them where `--keep` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with open_searcher(options.index / HOME) as searcher:
        number = searcher.count(Everything())
        articles = sorted(searcher.sample(Everything(), 10 * NUMBER), key=lambda article: article.id)
        random.Random(SEED).shuffle(articles)
        likes = [str(tree.Like(article.id)) for article in articles[: NUMBER + 1]]
        counts = dict(islice(words(searcher, [article.title for article in articles]), 10 * NUMBER))
        drawn = list(counts)
        frequent = [word for word in drawn if counts[word] >= FREQUENT_ARTICLES][: NUMBER + 1]
        asked: dict[str, list[Callable[[], object]]] = {
            "similar": [lambda line=line: searcher.search(line, Page(folded=True)) for line in likes],  # type: ignore[misc] # the default binds
            "companions, any word": [
                lambda word=word: companions(searcher, word, Page(), KINDS, 20)  # type: ignore[misc] # the default binds
                for word in drawn[: NUMBER + 1]
            ],
            f"companions, a word of {FREQUENT_ARTICLES} articles or more": [
                lambda word=word: companions(searcher, word, Page(), KINDS, 20)  # type: ignore[misc] # the default binds
                for word in frequent
            ],
            "compare": [
                lambda pair=pair: compare(searcher, pair, Page(), KINDS, 10)  # type: ignore[misc] # the default binds
                for pair in pairwise(drawn[: NUMBER + 2])
            ],
        }
        measured = {kind: summary([times(ask) for ask in asks][1:]) for kind, asks in asked.items()}
    figures = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "articles": number,
        "milliseconds": measured,
    }
    text = json.dumps(figures, indent=1, ensure_ascii=False)
    sys.stdout.write(text + "\n")
    if options.keep:
        options.keep.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
