"""What the loss of a node costs: `python -m tests.benchmarks lost CORPUS`, CORPUS being JSON Lines of articles.

Three nodes hold an index of three shards, each with a copy.  The node that leads the others is killed when half of the
articles are indexed, and comes back; then another one is killed in the middle of a thousand queries.  Every answer is
compared with that of tantivy: total, first ten, facets.
"""

import argparse
import datetime
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from index.analysis import french
from index.build import build
from index.building.report import Progress
from index.engine import Ask, Engine, Sort
from index.engines.opensearch.address import URL
from index.engines.opensearch.client import Client
from index.engines.opensearch.patience import Patience
from index.engines.opensearch.view import View
from index.engines.opensearch.writer import SHARDS
from index.opening import open_engine
from index.query import And, Phrase, Query, Term
from tests.benchmarks import articles, figures
from tests.benchmarks.figures import Figures, machine, percentile
from tests.benchmarks.queries import Kind, drawn
from tests.support.opensearch.cluster import Cluster, launch

KINDS = (Kind.WORD, Kind.WORDS, Kind.PHRASE)
ASKED = Ask(10, facets=("date", "source", "section", "author"), values=20, sort=Sort.NEWEST)
PAGE = 10_000
"""The most hits of one request to a node."""

_AT_REST = {"persistent": {"cluster.routing.rebalance.enable": "none"}}
"""A node that comes back gets no shards of the others: a copy that moves can be asked for nothing."""

Answer = tuple[int, Sequence[str], Any]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    parser.add_argument("corpus", type=Path, help="a file of articles, JSON Lines")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--heap", default="512m", help="the memory of each node's objects (512m)")
    parser.add_argument("--runs", type=Path, default=figures.RUNS, metavar="DIR", help="where the figures go")


def measure(options: argparse.Namespace) -> None:
    """Measure, print what was seen, and keep the figures."""
    path = figures.named(options.runs, datetime.datetime.now(datetime.UTC)).with_suffix(".lost.json")
    about, kept = machine(), Figures()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        corpus = folder / "presse.jsonl"
        with options.corpus.open("rb") as lines, corpus.open("wb") as file:
            file.writelines(islice(lines, options.articles))
        cluster = launch(folder / "cluster", 3, heap=options.heap)
        try:
            cluster.wait()
            os.environ |= {URL: " ".join(cluster.urls), SHARDS: "3"}
            for name, figure in _figures(folder, corpus, cluster, options.queries):
                sys.stdout.write(f"{name:<44} {figure}\n")
                sys.stdout.flush()
                kept[name] = figure
                figures.save(path, about | {"articles": options.articles, "figures": kept})
        finally:
            cluster.end()
            cluster.release()
    sys.stdout.write(f"kept: {path}\n")


def _figures(folder: Path, corpus: Path, cluster: Cluster, number: int) -> Iterator[tuple[str, object]]:
    beside, home = folder / "beside", folder / ".manchette"
    right = build(beside, [corpus], engine="tantivy", entities="none", vectors=False)
    yield "articles of tantivy", right.articles
    yield from _built(home, corpus, cluster, right.articles)
    with closing(open_engine(home)) as real, closing(open_engine(beside)) as oracle:
        yield "ids alike", real.ids() == oracle.ids()
        yield from _asked(real, oracle, list(_queries(corpus, number)), cluster)


def _built(home: Path, corpus: Path, cluster: Cluster, articles: int) -> Iterator[tuple[str, object]]:
    lost = cluster.leader
    waits = _Calls(Patience, "pause")

    def kill(done: Progress) -> None:
        if done.articles == articles // 2:
            cluster.kill(lost)

    report = build(home, [corpus], engine="opensearch", entities="none", vectors=False, progress=kill)
    yield "articles of the cluster", report.articles
    yield "seconds of the build", report.seconds
    yield "pauses before a line was sent again", waits.number
    cluster.ask("PUT", "/_cluster/settings", _AT_REST)
    began = time.monotonic()
    cluster.restart(lost)
    cluster.wait()
    yield "seconds until every copy was there again", round(time.monotonic() - began, 1)
    [index] = {row["index"] for row in _rows(cluster, "indices/manchette-*-1?format=json")}
    yield (
        "copies of each shard that differ",
        sum(len(set(map(str, found))) > 1 for found in _copies(cluster, index)),
    )


def _asked(
    real: Engine, oracle: Engine, queries: Sequence[Query], cluster: Cluster
) -> Iterator[tuple[str, object]]:
    right = [_answer(oracle, query) for query in queries]
    tried, asked = _Calls(Client, "_sent"), _Calls(Client, "ask")
    again = _count_retries()
    seconds: list[float] = []
    wrong = 0
    for place, query in enumerate(queries):
        if place == len(queries) // 2:
            cluster.kill(cluster.leader)
        began = time.monotonic()
        wrong += _answer(real, query) != right[place]
        seconds.append(time.monotonic() - began)
    yield "queries", len(queries)
    yield "wrong answers", wrong
    yield "pages and facets by their retries", dict(sorted(again.items()))
    yield "requests that went on to another node", tried.number - asked.number
    yield "seconds of an answer, median", round(percentile(seconds, 50), 3)
    yield "seconds of an answer, slowest", round(max(seconds), 2)


def _queries(corpus: Path, number: int) -> Iterator[Query]:
    headlines = [record["title"] for record in articles.read(corpus)]
    texts = drawn(headlines, number // len(KINDS) + 1)
    every = zip(*(texts[kind] for kind in KINDS), strict=False)
    for word, words, phrase in islice(every, number // len(KINDS) + 1):
        yield Term("exact", french.analyse(word).exact[0])
        yield And(tuple(Term("exact", term) for term in french.analyse(words).exact))
        yield Phrase("exact", tuple(french.analyse(phrase).exact))


def _answer(engine: Engine, query: Query) -> Answer:
    hits = engine.search(query, ASKED)
    counts = {facet: sorted(values.items()) for facet, values in hits.count_facets().items()}
    return hits.total.count, [hit.article.id for hit in hits.hits], counts


class _Calls:
    """How often a method is called from now on."""

    def __init__(self, owner: type, name: str) -> None:
        self.number = 0
        whole: Callable[..., Any] = getattr(owner, name)

        def counted(*given: Any, **named: Any) -> object:  # noqa: ANN401 - as they are
            self.number += 1
            return whole(*given, **named)

        setattr(owner, name, counted)


def _count_retries() -> Counter[int]:
    """Count from now on how often a question to a view is asked again: a page is one, its facets are another."""
    again = Counter[int]()
    whole = View.whole

    def counted(self: View, question: Callable[[], Any]) -> object:
        times = 0

        def once() -> object:
            nonlocal times
            times += 1
            return question()

        try:
            return whole(self, once)
        finally:
            again[times - 1] += 1

    View.whole = counted  # type: ignore[method-assign,assignment]
    return again


def _rows(cluster: Cluster, table: str) -> Any:  # noqa: ANN401 - whatever the node says
    return cluster.ask("GET", f"/_cat/{table}")


def _copies(cluster: Cluster, index: str) -> Iterator[list[list[object]]]:
    """Yield for each shard what each of its copies holds: ids, with the number of their last change."""
    shards: dict[str, list[str]] = {}
    for row in _rows(cluster, f"shards/{index}?format=json&h=shard,id"):
        shards.setdefault(row["shard"], []).append(row["id"])
    for shard, nodes in shards.items():
        yield [_held(cluster, index, f"_shards:{shard}|_only_nodes:{node}") for node in nodes]


def _held(cluster: Cluster, index: str, preference: str) -> list[object]:
    found: list[object] = []
    asked: dict[str, object] = {"size": PAGE, "_source": False, "seq_no_primary_term": True, "sort": ["id"]}
    while True:
        answer: Any = cluster.ask("POST", f"/{index}/_search?preference={preference}", asked)
        hits = answer["hits"]["hits"]
        found += [(hit["_id"], hit["_seq_no"]) for hit in hits]
        if len(hits) < PAGE:
            return found
        asked["search_after"] = hits[-1]["sort"]
