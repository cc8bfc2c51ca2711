"""What can be asked: an index of articles, and the questions it answers."""

from pathlib import Path
from typing import TYPE_CHECKING

from index import engines, manifest
from index.engine import Engine

if TYPE_CHECKING:
    from index.catalog import Catalog

__all__ = ["open_catalog", "open_engine"]


def open_engine(place: Path) -> Engine:
    """Open the index of a `.manchette` folder for questions.

    Raises:
        IndexFailure: there is none, another version made it, or its files are damaged.
    """
    made = manifest.load(place)
    return engines.open_engine(made.engine, manifest.generation(place, made.generation) / "engine")


def open_catalog(place: Path) -> "Catalog":
    """Open what is known of the files of an index.

    Raises:
        IndexFailure: there is no index, or another version made it.
    """
    from index.catalog import Catalog  # SQLite, which no query needs

    made = manifest.load(place)
    return Catalog(manifest.generation(place, made.generation) / "catalog.sqlite")
