"""Engines under test, with the oracle beside them."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import Article, PrintDate
from corpus.records import replace
from index import layout
from index.document import prepare
from index.engine import Ask, Engine, Hits, Writer
from index.engines import create, open_engine, open_writer
from index.engines.opensearch.address import URL
from index.engines.opensearch.writer import SHARDS
from index.engines.tantivy.engine import TantivyEngine
from index.engines.whoosh.engine import WhooshEngine
from index.fields import FIELDS
from index.query import Query
from index.vectors.reranking import Vectors
from tests.support.engines import LOCAL_ENGINES
from tests.support.opensearch.fixtures import NODE
from tests.support.oracle import MemoryIndex
from tests.support.press import sample

TODAY = date(2025, 12, 1)
FACETS = tuple(field.name for field in FIELDS if field.facet)

AT_RANDOM = settings(
    max_examples=200, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@dataclass(frozen=True)
class Store:
    """An engine under test: how it is opened for changes, and for questions; vectors that it is given rerank its first hits."""

    writer: Callable[[], Writer]
    engine: Callable[..., Engine]


def store_of(name: str) -> Callable[[Path], Store]:
    def made(directory: Path) -> Store:
        create(name, directory)
        return Store(lambda: open_writer(name, directory), partial(open_engine, name, directory))

    return made


def store_on_cluster(shards: int) -> Callable[[Path], Store]:
    """Return what makes an index on the cluster of the run, which a test has that is marked `opensearch`."""

    def made(directory: Path) -> Store:
        generation = layout.engine(layout.generation(directory, 1))
        with _cluster(shards):
            create("opensearch", generation)

        def writer() -> Writer:
            with _cluster(shards):
                return open_writer("opensearch", generation)

        def engine(vectors: Vectors | None = None) -> Engine:
            with _cluster(shards):
                return open_engine("opensearch", generation, vectors)

        return Store(writer, engine)

    return made


@contextmanager
def _cluster(shards: int) -> Iterator[None]:
    """Have the environment name the cluster of the run, and the shards of a new index."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(URL, os.environ[NODE])
        patched.setenv(SHARDS, str(shards))
        yield


def memory_store(_: Path) -> Store:
    index = MemoryIndex()
    return Store(index.writer, index.engine)


LOCAL_STORES = {**{name: store_of(name) for name in LOCAL_ENGINES}, "oracle": memory_store}
"""The stores that every machine has."""

CLUSTER_STORES = {"opensearch": store_on_cluster(1), "opensearch-3": store_on_cluster(3)}
"""Indices on a cluster: of one shard, and of three."""

STORES = {**LOCAL_STORES, **CLUSTER_STORES}


EVERY_STORE = tuple(
    pytest.param(name, id=name, marks=[pytest.mark.opensearch] if name in CLUSTER_STORES else [])
    for name in STORES
)
EVERY_ENGINE = tuple(store for store in EVERY_STORE if store.id != "oracle")
"""What a test of engines is parametrized with: the cases of a cluster are marked."""

STORE_KINDS = tuple(store for store in EVERY_STORE if store.id != "opensearch")
ENGINE_KINDS = tuple(store for store in EVERY_ENGINE if store.id != "opensearch")
"""The same for a test of what stands above the engines: one cluster, of three shards, is enough there."""


def of_every_engine(
    *values: st.SearchStrategy[Any], examples: int = 200, on_cluster: int = 20, by_night: int = 0
) -> Callable[[Callable[..., None]], Callable[[str, int], None]]:
    """Return a decorator of a test of an engine and of values at random.

    A cluster, whose searches take 9 ms of a processor, gets fewer; `by_night` examples are those of the other engines in the
    night, the same and more.
    """
    nights = [pytest.param(by_night, marks=pytest.mark.nightly, id="night")] if by_night else []

    def decorate(check: Callable[..., None]) -> Callable[[str, int], None]:
        @pytest.mark.parametrize("engine", EVERY_ENGINE)
        @pytest.mark.parametrize("most", [pytest.param(examples, id="day"), *nights])
        def test(engine: str, most: int) -> None:
            @settings(AT_RANDOM, max_examples=on_cluster if engine in CLUSTER_STORES else most)
            @given(st.tuples(*values))
            def example(drawn: tuple[object, ...]) -> None:
                check(engine, *drawn)

            example()

        test.__name__, test.__doc__ = check.__name__, check.__doc__
        return test

    return decorate


def write(store: Store, articles: Sequence[Article], removed: Sequence[str] = ()) -> None:
    writer = store.writer()
    for article_id in removed:
        writer.remove(article_id)
    for one in articles:
        writer.add(prepare(one))
    writer.commit()


def asked(store: Store, query: Query, ask: Ask = Ask(1000)) -> Hits:  # noqa: B008 - frozen
    engine = store.engine()
    try:
        return engine.search(query, ask)
    finally:
        engine.close()


def found(store: Store, query: Query, ask: Ask = Ask(1000)) -> list[str]:  # noqa: B008 - frozen
    return [hit.article.id for hit in asked(store, query, ask).hits]


@dataclass(frozen=True)
class Pair:
    """An engine and the oracle with the same articles."""

    real: Engine
    oracle: Engine
    folder: TemporaryDirectory[str]


def listed(hits: Hits) -> dict[str, list[tuple[str, int]]]:
    """Return the values of each facet: of names in their order, of days in that of time."""
    return {
        facet: sorted(counts.items()) if facet == "date" else list(counts.items())
        for facet, counts in hits.count_facets().items()
    }


def _less_known(one: Article, number: int) -> Article:
    """Return an article as it is, or of one in three the month, or the year, of its date alone."""
    if not one.date or number % 3:
        return one
    return replace(one, date=PrintDate(one.date.year, 0 if number % 2 else one.date.month))


@cache
def pair(engine: str) -> Pair:
    """Return both after six commits: the sample, with articles removed, replaced and added again."""
    folder = TemporaryDirectory(prefix="manchette-")
    real, naive = STORES[engine](Path(folder.name)), memory_store(Path(folder.name))
    every = [_less_known(one, number) for number, one in enumerate(sorted(sample(), key=lambda one: one.id))]
    assert len(every) > 60
    names = [one.id for one in every]
    commits: list[tuple[list[Article], list[str]]] = [
        (every[:40], []),
        (every[40:50], names[3:6]),
        (every[50:55], [names[7]]),
        (every[3:5], [names[41]]),
        (every[55:], [names[50]]),
        ([every[50]], []),
    ]
    for added, removed in commits:
        for store in (real, naive):
            write(store, added, removed)
    opened = real.engine()
    if isinstance(opened, WhooshEngine):
        assert len(opened._segments) > 1
        assert any(len(segment.live()) < segment.size for segment in opened._segments)
    if isinstance(opened, TantivyEngine):
        assert opened._searcher.num_segments > 1
    return Pair(opened, naive.engine(), folder)
