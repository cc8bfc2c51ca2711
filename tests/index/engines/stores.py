"""Engines under test, with the oracle beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings

from corpus import Article, PrintDate
from index.document import prepare
from index.engine import Ask, Engine, Hits, Writer
from index.engines import create, names, open_engine, open_writer
from index.engines.tantivy.engine import TantivyEngine
from index.engines.whoosh.engine import WhooshEngine
from index.fields import FIELDS
from index.query import Query
from tests.support.oracle import MemoryIndex
from tests.support.press import sample

TODAY = date(2025, 12, 1)
FACETS = tuple(field.name for field in FIELDS if field.facet)

AT_RANDOM = settings(
    max_examples=200, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@dataclass(frozen=True)
class Store:
    """An engine under test: how it is opened for changes, and for questions."""

    writer: Callable[[], Writer]
    engine: Callable[[], Engine]


def store_of(name: str) -> Callable[[Path], Store]:
    def made(directory: Path) -> Store:
        create(name, directory)
        return Store(lambda: open_writer(name, directory), lambda: open_engine(name, directory))

    return made


def memory_store(_: Path) -> Store:
    index = MemoryIndex()
    return Store(index.writer, index.engine)


STORES = {**{name: store_of(name) for name in names()}, "oracle": memory_store}

ENGINES = tuple(name for name in STORES if name != "oracle")


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
