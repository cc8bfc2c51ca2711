"""Opens an index: its engine, and what it keeps beside it."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from corpus.message import message
from index import engines, layout
from index.engine import Engine
from index.errors import Damaged, IndexFailure
from index.names.aliases import NameKey
from index.names.aliases import read as read_aliases
from index.names.resolution import Merge, Names
from index.storage import manifest
from index.storage.names import KeptNames
from index.storage.shelf import Shelf
from index.storage.stories import Stories

if TYPE_CHECKING:
    from index.storage.catalog import Catalog

_PAUSES_SECONDS = (0.05, 0.2)
"""Seconds before an opening is tried again: a build that ends may remove files after the manifest was read.

Of 2,095 openings beside builds that ran without a pause, 5 failed for that; with these tries, none of 2,444 did.
"""

Opened = TypeVar("Opened")


def open_engine(home: Path) -> Engine:
    """Open the index of a `.manchette` folder for questions.

    Raises:
        IndexFailure: there is no index, another version made it, or its files are damaged.
    """
    return _opened(home, engine_of)


def engine_of(made: manifest.Manifest, folder: Path) -> Engine:
    """Open the engine of a generation for questions, with its vectors.

    Raises:
        IndexFailure: its files are damaged.
    """
    library = engines.backend(made.engine).library()
    vectors = library.open_vectors(folder)
    try:
        return library.open_engine(layout.engine(folder), vectors)
    except BaseException:
        if vectors:
            vectors.close()
        raise


def open_catalog(home: Path) -> "Catalog":
    """Open the catalog of the files of an index, which is on the machine that builds it.

    Raises:
        IndexFailure: there is no index, another version made it, or another machine builds it.
    """
    from index.storage.catalog import Catalog  # SQLite, which no query needs

    check_built_here(home)
    return _opened(home, lambda _, folder: Catalog(layout.catalog(folder)))


def check_built_here(home: Path) -> None:
    """Raise if an index is built on another machine, which alone has its catalog.

    Raises:
        IndexFailure: it is.
    """
    if layout.address(home).exists():
        raise IndexFailure("index.built_elsewhere", home=str(home), mend=message("mend.build_there"))


def open_stories(home: Path) -> Stories:
    """Open the stories that several articles of an index print.

    Raises:
        IndexFailure: there is no index, another version made it, or its files are damaged.
    """
    return _opened(home, lambda made, folder: engines.backend(made.engine).library().open_stories(folder))


def open_shelf(home: Path) -> Shelf:
    """Open the names and the texts of an index, and what it could not read or leaves out.

    Raises:
        IndexFailure: there is no index, another version made it, or they cannot be read.
    """
    return _opened(home, lambda made, folder: engines.backend(made.engine).library().open_shelf(folder))


def open_names(home: Path) -> Names:
    """Open the names of an index; what its corpus decided is read when the first name is looked up."""
    return Names(_Names(home), read_aliases(home))


class _Names:
    """The names of an index: what its corpus decided, read once, and the shelf, which is opened for each question."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def merged(self) -> Mapping[NameKey, Merge]:
        return self._kept.merged

    def variants(self) -> Mapping[NameKey, Sequence[NameKey]]:
        return self._kept.variants

    def spellings(self) -> Mapping[NameKey, str]:
        return self._kept.spellings

    @cached_property
    def _kept(self) -> KeptNames:
        """The merges and the spellings, which a search needs both: they are of one build."""
        return _opened(
            self._home, lambda made, folder: engines.backend(made.engine).library().open_names(folder)
        )

    def having(self, field: str, words: Sequence[str]) -> Iterable[str]:
        with closing(open_shelf(self._home)) as shelf:
            return shelf.having(field, words)


def _opened(home: Path, opener: Callable[[manifest.Manifest, Path], Opened]) -> Opened:
    """Open a part of the generation that the manifest names, which is read again before each try."""

    def attempt() -> Opened:
        made = manifest.load(home)
        return opener(made, layout.generation(home, made.generation))

    for pause in _PAUSES_SECONDS:
        try:
            return attempt()
        except Damaged:
            time.sleep(pause)
    return attempt()
