"""Whether an index holds together: the manifest, the files of the engine and the catalog agree."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.message import Message, message
from index import layout
from index.engine import Ask, Engine
from index.errors import IndexFailure
from index.fields import ID
from index.opening import open_catalog, open_engine
from index.query import Or, Term
from index.storage import manifest, seal

if TYPE_CHECKING:
    from index.storage.catalog import Catalog  # SQLite, which no query needs; a query imports Problem

_ARTICLES_AT_ONCE = 500
"""Articles read by one query when all of them are read."""

_REBUILD = message("mend.rebuild")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an index, and what mends it; None if nothing can be typed."""

    what: Message
    mend: Message | None


def check(home: Path) -> Iterator[Problem]:
    """Yield what is wrong with an index; every article of it is read.

    What stops the check is the last problem: another process may hold the catalog, or a file may be damaged.
    """
    try:
        with ExitStack() as opened:
            folder = layout.generation(home, manifest.load(home).generation)
            engine = opened.enter_context(closing(open_engine(home)))
            catalog = opened.enter_context(closing(open_catalog(home)))
            if layout.pending(folder).exists():
                yield Problem(message("index.interrupted"), message("mend.index"))
                return
            for name in seal.broken(folder):
                yield Problem(message("index.file_changed", name=name), _REBUILD)
            yield from _check_articles(engine, catalog)
    except IndexFailure as error:
        yield Problem(error.message, error.mend)


def _check_articles(engine: Engine, catalog: "Catalog") -> Iterator[Problem]:
    """Yield what is wrong between the engine and the catalog, and how many articles cannot be read."""
    if not catalog.is_sound():
        yield Problem(message("index.catalog_unsound"), _REBUILD)
    in_engine, in_catalog = engine.ids(), catalog.ids()
    if extra := len(in_engine - in_catalog):
        yield Problem(message("index.not_in_catalog", count=extra), _REBUILD)
    if missing := len(in_catalog - in_engine):
        yield Problem(message("index.not_in_index", count=missing), _REBUILD)
    unread = len(in_engine) - _count_readable(engine, sorted(in_engine))
    if unread:
        count = message("index.articles_unreadable", count=unread, total=len(in_engine))
        yield Problem(count, _REBUILD)


def _count_readable(engine: Engine, ids: list[str]) -> int:
    """Return how many of these articles the engine can read.

    They are asked for by their ids: a page far from the first one costs an engine as much as all the pages before it.
    """
    batches = (ids[start : start + _ARTICLES_AT_ONCE] for start in range(0, len(ids), _ARTICLES_AT_ONCE))
    queries = (Or(tuple(Term(ID, article_id) for article_id in batch)) for batch in batches)
    return sum(len(engine.search(query, Ask(_ARTICLES_AT_ONCE)).hits) for query in queries)
