"""The engines, by name; each is imported when it is opened."""

from pathlib import Path

from index.engine import Engine, Writer
from index.errors import Unsupported

NAMES = ("whoosh",)
AUTO = "auto"
"""Lets the size of the corpus choose."""


def choose(name: str) -> str:
    """Return the engine to build with: the one named, or the one that suits the corpus.

    Raises:
        Unsupported: there is no such engine.
    """
    if name == AUTO:
        return "whoosh"
    if name not in NAMES:
        raise Unsupported(f"there is no engine {name!r}: type --engine {' or '.join((AUTO, *NAMES))}")
    return name


def open_engine(name: str, directory: Path) -> Engine:
    """Open an index for questions."""
    choose(name)
    from index.engines.whoosh import WhooshEngine

    return WhooshEngine(directory)


def open_writer(name: str, directory: Path) -> Writer:
    """Open an index for changes.

    Raises:
        Damaged: there is none, or it cannot be read.
    """
    choose(name)
    from index.engines.whoosh import WhooshWriter

    return WhooshWriter(directory)


def create(name: str, directory: Path) -> None:
    """Make an empty index."""
    choose(name)
    from index.engines import whoosh

    whoosh.create(directory)
