"""The node that leads the others is killed while an index is made anew and while readers ask: nothing is lost or wrong."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import cycle
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from index import layout
from index.build import build
from index.building.report import Progress
from index.document import prepare
from index.engine import Ask, Engine
from index.engines.opensearch import archive, bulk
from index.engines.opensearch.address import URL
from index.engines.opensearch.writer import SHARDS
from index.opening import open_engine
from index.query import And, Everything, Not, Query, Term
from tests.support.opensearch.cluster import Cluster
from tests.support.oracle import MemoryIndex
from tests.support.press import TOWNS, write_stories
from tests.support.state import ids

pytestmark = [pytest.mark.nightly, pytest.mark.long, pytest.mark.no_cover]

TOWN, OTHER = (Term("exact", town.casefold()) for town in TOWNS[:2])
QUERIES: Sequence[Query] = (Everything(), TOWN, And((OTHER, Not(TOWN))), Term("exact", "conseil"))
_PAUSE_SECONDS = 0.05
"""Between two questions: the build has a processor as well."""

Answers = Mapping[Query, tuple[int, frozenset[str], tuple[tuple[str, int], ...]]]


def answers(engine: Engine) -> Answers:
    return {query: answer(engine, query) for query in QUERIES}


def answer(engine: Engine, query: Query) -> tuple[int, frozenset[str], tuple[tuple[str, int], ...]]:
    """Return the total, the articles and the days."""
    hits = engine.search(query, Ask(1000, facets=("date",)))
    days = tuple(sorted(hits.count_facets()["date"].items()))
    return hits.total.count, frozenset(hit.article.id for hit in hits.hits), days


def oracle(folder: Path, press: Path) -> Answers:
    """Return the right answers."""
    build(folder, [press], engine="tantivy", entities="none", vectors=False)
    index = MemoryIndex()
    with closing(open_engine(folder)) as engine:
        writer = index.writer()
        for hit in engine.search(Everything(), Ask(1000)).hits:
            writer.add(prepare(hit.article))
        writer.commit()
    return answers(index.engine())


@contextmanager
def asking(home: Path, right: Sequence[Answers]) -> Iterator[None]:
    """Ask all the time, a reader that stays and readers of one question, and hold each answer against the right ones."""
    ended = Event()
    wrong: list[object] = []

    def compare(engine: Engine, query: Query) -> None:
        given = answer(engine, query)
        if given not in [answers[query] for answers in right]:
            wrong.append((query, given))

    def run() -> None:
        with closing(open_engine(home)) as stays:
            for query in cycle(QUERIES):
                if ended.wait(_PAUSE_SECONDS):
                    return
                try:
                    compare(stays, query)
                    with closing(open_engine(home)) as asked_once:
                        compare(asked_once, query)
                except Exception as error:  # noqa: BLE001 - no error is right
                    wrong.append(error)
                    return

    thread = Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
    assert not wrong


def copies(cluster: Cluster, index: str) -> list[set[str]]:
    """Return the ids that each node has; of two nodes, each has a copy of every shard."""
    now = {"index.unassigned.node_left.delayed_timeout": "0"}
    cluster.ask("PUT", f"/{index}/_settings", now)
    cluster.ask("GET", f"/_cluster/health/{index}?wait_for_status=green&timeout=50s")
    every = {"size": 1000, "query": {"match_all": {}}, "_source": False}
    asked = [f"/{index}/_search?preference=_only_nodes:{node.name}" for node in cluster.nodes if node.runs]
    found: list[Any] = [cluster.ask("POST", path, every) for path in asked]
    return [{hit["_id"] for hit in answer["hits"]["hits"]} for answer in found]


def test_a_node_that_is_lost_loses_no_article_and_spoils_no_answer(
    three_nodes: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL, " ".join(three_nodes.urls))
    monkeypatch.setenv(SHARDS, "3")
    monkeypatch.setattr(bulk, "_BATCH_BYTES", 20_000)
    home, press = tmp_path / "journal" / ".manchette", tmp_path / "journal" / "presse"
    write_stories(press, range(60))
    before = oracle(tmp_path / "avant", press)
    build(home, [press], engine="opensearch", entities="none", vectors=False)
    write_stories(press, range(60, 240))
    after = oracle(tmp_path / "apres", press)
    lost = three_nodes.leader

    def kill(done: Progress) -> None:
        if done.articles == 120:
            three_nodes.kill(lost)

    with asking(home, [before, after]):
        report = build(home, rebuild=True, progress=kill)

    assert (report.articles, len(ids(home))) == (240, 240)
    with closing(open_engine(home)) as engine:
        assert answers(engine) == after
    index = archive.read(layout.engine(layout.generation(home, 2))).index
    rows: Any = three_nodes.ask("GET", "/_cat/indices/manchette-journal-*?format=json")
    assert {row["index"] for row in rows} == {index, f"{index}-beside"}
    assert copies(three_nodes, index) == [ids(home)] * 2
