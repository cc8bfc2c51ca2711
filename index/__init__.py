"""What can be asked: an index of articles, and the questions it answers."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from index import engines, manifest
from index.engine import Engine
from index.errors import Damaged

if TYPE_CHECKING:
    from index.catalog import Catalog

__all__ = ["open_catalog", "open_engine"]


PAUSES = (0.05, 0.2)
"""Seconds before opening is tried again: a build that ends takes away files between the manifest and the opening.

Of 2,095 openings beside builds that ran without a stop, 5 met that moment; with these tries, none of 2,444 did.
"""

Opened = TypeVar("Opened")


def open_engine(place: Path) -> Engine:
    """Open the index of a `.manchette` folder for questions.

    Raises:
        IndexFailure: there is none, another version made it, or its files are damaged.
    """
    return _opened(place, lambda made, folder: engines.open_engine(made.engine, folder / "engine"))


def open_catalog(place: Path) -> "Catalog":
    """Open what is known of the files of an index.

    Raises:
        IndexFailure: there is no index, or another version made it.
    """
    from index.catalog import Catalog  # SQLite, which no query needs

    return _opened(place, lambda _, folder: Catalog(folder / "catalog.sqlite"))


def _opened(place: Path, opener: Callable[[manifest.Manifest, Path], Opened]) -> Opened:
    """Open a part of the generation that the manifest names, or names by now."""

    def attempt() -> Opened:
        made = manifest.load(place)
        return opener(made, manifest.generation(place, made.generation))

    for pause in PAUSES:
        try:
            return attempt()
        except Damaged:
            time.sleep(pause)
    return attempt()
