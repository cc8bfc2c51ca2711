"""The functions of the package of an engine, by which the rest of the house opens an index, whatever its engine."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.message import Message
from index.engine import Engine, Writer
from index.storage.manifest import Manifest
from index.storage.names import KeptNames
from index.storage.shelf import Shelf
from index.storage.stories import Stories
from index.vectors.reranking import Vectors

if TYPE_CHECKING:
    from index.storage.catalog import Catalog  # SQLite, which no query needs


class Library(Protocol):
    """The functions of the package of an engine.

    An engine whose files are in the folder of the index takes those that open vectors, stories, names and the shelf from
    `index.vectors` and `index.storage`, which read the files beside its own.
    """

    def create(self, directory: Path) -> None:
        """Make an empty index."""

    def open_engine(self, directory: Path, vectors: Vectors | None = None) -> Engine:
        """Open an index for questions; the vectors rerank its first hits, and are closed with it.

        Raises:
            Damaged: there is no index, or it cannot be read.
        """
        ...

    def open_vectors(self, folder: Path) -> Vectors | None:
        """Open the vectors of the folder of a generation; None if it has none.

        Raises:
            Damaged: they cannot be read.
        """
        ...

    def open_stories(self, folder: Path) -> Stories:
        """Open the stories of the folder of a generation.

        Raises:
            Damaged: they are missing or cannot be read.
        """
        ...

    def open_names(self, folder: Path) -> KeptNames:
        """Open what the corpus decided about the names of the folder of a generation.

        Raises:
            Damaged: it is missing or cannot be read.
        """
        ...

    def open_shelf(self, folder: Path) -> Shelf:
        """Open what the folder of a generation keeps beside its engine.

        Raises:
            Damaged: it is missing or cannot be read.
        """
        ...

    def open_writer(self, directory: Path) -> Writer:
        """Open an index for changes.

        Raises:
            Damaged: there is no index, or it cannot be read.
        """
        ...


class LocalLibrary(Library, Protocol):
    """The functions of the package of an engine whose files are in the folder of the index."""

    def committed(self, directory: Path) -> set[str]:
        """Return the names of the files that an index has since its last commit.

        Raises:
            Damaged: there is no index, or it cannot be read.
        """
        ...

    def mergeable(self, directory: Path, articles: int) -> set[str]:
        """Return the names of the files that an update of some articles may merge into others.

        Raises:
            Damaged: there is no index, or it cannot be read.
        """
        ...


class RemoteLibrary(Library, Protocol):
    """The functions of the package of an engine that is on other machines."""

    def announce(self, directory: Path, made: Manifest) -> None:
        """Have the readers on other machines read this index from now on; to say it twice is to say it once.

        Raises:
            IndexFailure: the other machines do not answer, or refuse.
        """

    def publish(self, folder: Path, catalog: "Catalog", touched: Collection[str]) -> None:
        """Send to the other machines what readers there look up beside the engine of the generation in a folder.

        The articles with the ids `touched` may have changed, as the catalog has them now.

        Raises:
            IndexFailure: the other machines do not answer, or refuse.
        """

    def builds(self, home: Path) -> int:
        """Return a number that changes when a build of the index that a home reads ends.

        Raises:
            IndexFailure: the other machines do not answer.
        """
        ...

    def visit(self, address: str) -> Path:
        """Return a home on this machine for the readers of the index at an address, its manifest as it is there now.

        Raises:
            IndexFailure: there is no such index, or the other machines do not answer.
        """
        ...

    def discard(self, directory: Path) -> None:
        """Remove from the other machines what the folder of an engine stands for.

        Raises:
            IndexFailure: the other machines do not answer, or refuse.
        """

    def address(self, directory: Path) -> str:
        """Return the address with which another machine opens the index.

        Raises:
            IndexFailure: the environment names no machine.
        """
        ...

    def size(self, directory: Path) -> int:
        """Return the bytes that an index takes on the other machines, its copies included.

        Raises:
            IndexFailure: the other machines do not answer, or refuse.
        """
        ...

    def ailments(self, directory: Path) -> Iterator[Message]:
        """Yield what the other machines say is wrong with an index.

        Raises:
            IndexFailure: the other machines do not answer, or refuse.
        """
        ...
