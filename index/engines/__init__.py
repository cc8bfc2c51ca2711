"""The engines, by name; each is imported when it is opened."""

from pathlib import Path

from index.engine import Engine, Writer
from index.errors import Unsupported
from index.vectors.reader import Vectors

NAMES = ("whoosh", "tantivy")
"""From the one for few articles to the one for many."""

AUTO = "auto"
"""Lets the size of the corpus choose."""

FEW = 1000
"""Articles up to which whoosh is chosen, which needs nothing but Python."""


def check(name: str) -> None:
    """Refuse what is no engine.

    Raises:
        Unsupported: there is no such engine.
    """
    if name not in (AUTO, *NAMES):
        raise Unsupported(f"there is no engine {name!r}: type --engine {' or '.join((AUTO, *NAMES))}")


def suiting(articles: int) -> str:
    """Return the engine for so many articles."""
    return "whoosh" if articles <= FEW else "tantivy"


def open_engine(name: str, directory: Path, vectors: Vectors | None = None) -> Engine:
    """Open an index for questions, whose first hits are reranked by the vectors."""
    check(name)
    if name == "whoosh":
        from index.engines.whoosh import WhooshEngine

        return WhooshEngine(directory, vectors)
    from index.engines.tantivy import TantivyEngine

    return TantivyEngine(directory, vectors)


def open_writer(name: str, directory: Path) -> Writer:
    """Open an index for changes.

    Raises:
        Damaged: there is none, or it cannot be read.
    """
    check(name)
    if name == "whoosh":
        from index.engines.whoosh import WhooshWriter

        return WhooshWriter(directory)
    from index.engines.tantivy import TantivyWriter

    return TantivyWriter(directory)


def create(name: str, directory: Path) -> None:
    """Make an empty index."""
    check(name)
    if name == "whoosh":
        from index.engines import whoosh

        whoosh.create(directory)
    else:
        from index.engines import tantivy

        tantivy.create(directory)
