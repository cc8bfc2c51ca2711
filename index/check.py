"""Whether an index holds together: the manifest, the engine and the catalog tell the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index import layout
from index.engine import Ask
from index.errors import IndexFailure
from index.fields import ID
from index.opening import open_catalog, open_engine
from index.query import Or, Term
from index.storage import manifest, seal

BATCH = 500
"""Articles read at once when all of them are."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an index, and the command that mends it."""

    what: str
    mend: str


REBUILD = "manchette index --rebuild"


def check(home: Path) -> Iterator[Problem]:
    """Yield what is wrong with an index; every article of it is read."""
    try:
        manifest.load(home)
        engine, catalog = open_engine(home), open_catalog(home)
    except IndexFailure as error:
        yield _told(error)
        return
    folder = layout.generation(home, manifest.load(home).generation)
    if layout.pending(folder).exists():
        yield Problem("a build was interrupted between two commits", "manchette index")
        return
    try:
        for name in seal.broken(folder):
            yield Problem(f"the file {name} of the index is not as it was written", REBUILD)
        if not catalog.is_sound():
            yield Problem("the catalog does not hold together", REBUILD)
        indexed, known = engine.ids(), catalog.ids()
        if indexed - known:
            yield Problem(f"{len(indexed - known)} articles of the index are not in the catalog", REBUILD)
        if known - indexed:
            yield Problem(f"{len(known - indexed)} articles of the catalog are not in the index", REBUILD)
        total, every = len(indexed), sorted(indexed)
        # by their ids, as a page far from the first one costs an engine as much as all before it
        batches = (every[begin : begin + BATCH] for begin in range(0, total, BATCH))
        asked = (Or(tuple(Term(ID, article_id) for article_id in batch)) for batch in batches)
        read = sum(len(engine.search(query, Ask(BATCH)).hits) for query in asked)
        if read != total:
            yield Problem(f"{total - read} of {total} articles cannot be read", REBUILD)
    except IndexFailure as error:
        yield _told(error)
    finally:
        engine.close()
        catalog.close()


def _told(error: IndexFailure) -> Problem:
    """Return the problem of an error, whose message ends with what to type."""
    what, _, mend = str(error).rpartition(": type ")
    return Problem(what, mend)
