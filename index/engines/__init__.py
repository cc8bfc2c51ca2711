"""The engines: one table, from which an index gets its engine by name or by the size of the corpus.

To add an engine, add a folder and a row.  The folder is a package with the functions of `LocalLibrary` or
`RemoteLibrary`; an engine is right when the scenarios and the oracle of `tests/index/engines` pass on it.
"""

from collections.abc import Collection, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from corpus.message import Message, message
from corpus.records import record
from index import layout
from index.errors import Unsupported

if TYPE_CHECKING:  # the help opens no engine
    from index.engine import Engine, Writer
    from index.engines.library import Library, LocalLibrary, RemoteLibrary
    from index.storage.catalog import Catalog
    from index.storage.manifest import Manifest
    from index.vectors.reranking import Vectors


@record
class Backend:
    """A row of the table: an engine and its package, which is imported when the engine is opened.

    `max_articles` is the size of the largest corpus for which the engine is chosen; None if there is no largest.
    `disk_share` is the number of bytes that a build has on the disk at most, for each byte of the files that it reads.
    The files of an engine are in the folder of the index, unless it has a `pointer`, the name of the file there that stands
    for what is on other machines; `extra` is what is to be installed for it.
    """

    name: str
    package: str
    max_articles: int | None
    disk_share: float
    pointer: str = ""
    extra: str = ""

    @property
    def is_local(self) -> bool:
        """Whether the files of the engine are in the folder of the index; only such an engine is chosen by size."""
        return not self.pointer

    def library(self) -> "Library":
        """Import the package.

        Raises:
            Unsupported: what the engine needs is not installed.
        """
        try:
            return cast("Library", import_module(self.package))
        except ModuleNotFoundError as error:
            if not self.extra:
                raise
            mend = message("mend.install", extra=self.extra)
            raise Unsupported("index.engine_not_installed", engine=self.name, mend=mend) from error

    def suits(self, articles: int) -> bool:
        """Return whether the engine may be chosen for this number of articles."""
        return self.is_local and (self.max_articles is None or articles <= self.max_articles)


BACKENDS = (
    Backend("whoosh", "index.engines.whoosh", max_articles=1000, disk_share=30.0),  # needs nothing but Python
    Backend("tantivy", "index.engines.tantivy", max_articles=None, disk_share=4.0),
    Backend(
        "opensearch",
        "index.engines.opensearch",
        max_articles=None,
        disk_share=2.0,
        pointer="opensearch.json",
        extra="opensearch",
    ),
)
"""Every engine; the first one that suits a corpus is chosen.

3,000 articles, 9.7 MB of JSON Lines, took 291 MB of the disk at most with whoosh, which writes sorted postings before it
merges them, and 36 MB with tantivy; 300 articles, 1.0 MB, took 17.5 MB and 3.2 MB.
"""

AUTO = "auto"
"""Stands for the engine that suits the size of the corpus."""


def names() -> Sequence[str]:
    """Return the names of the engines."""
    return tuple(backend.name for backend in BACKENDS)


def check(name: str) -> None:
    """Raise if no engine has this name.

    Raises:
        Unsupported: there is no such engine.
    """
    if name not in (AUTO, *names()):
        choice = "|".join((AUTO, *names()))
        raise Unsupported("index.no_such_engine", engine=name, mend=message("mend.engine", engines=choice))


def backend(name: str) -> Backend:
    """Return the row of an engine.

    Raises:
        Unsupported: there is no such engine.
    """
    check(name)
    return next(row for row in BACKENDS if row.name == name)


def suiting(articles: int) -> str:
    """Return the name of the engine for this number of articles."""
    return next(row.name for row in BACKENDS if row.suits(articles))


def open_engine(name: str, directory: Path, vectors: "Vectors | None" = None) -> "Engine":
    """Open an index for questions; the vectors rerank its first hits, and are closed with it.

    Raises:
        Unsupported: there is no such engine.
        Damaged: there is no index, or it cannot be read.
    """
    return backend(name).library().open_engine(directory, vectors)


def open_writer(name: str, directory: Path) -> "Writer":
    """Open an index for changes.

    Raises:
        Unsupported: there is no such engine.
        Damaged: there is no index, or it cannot be read.
    """
    return backend(name).library().open_writer(directory)


def create(name: str, directory: Path) -> None:
    """Make an empty index.

    Raises:
        Unsupported: there is no such engine.
    """
    backend(name).library().create(directory)


def committed(name: str, directory: Path) -> set[str]:
    """Return the names of the files that an index has since its last commit; the engine is one whose files are in the folder.

    Raises:
        Unsupported: there is no such engine.
        Damaged: there is no index, or it cannot be read.
    """
    return cast("LocalLibrary", backend(name).library()).committed(directory)


def mergeable(name: str, directory: Path, articles: int) -> set[str]:
    """Return the names of the files that an update of some articles may merge into others; the engine is as for `committed`.

    Raises:
        Unsupported: there is no such engine.
        Damaged: there is no index, or it cannot be read.
    """
    return cast("LocalLibrary", backend(name).library()).mergeable(directory, articles)


def announce(directory: Path, made: "Manifest") -> None:
    """Have the readers on other machines read this index from now on, if its engine is on other machines.

    Raises:
        IndexFailure: the other machines do not answer, or refuse.
    """
    row = backend(made.engine)
    if not row.is_local:
        cast("RemoteLibrary", row.library()).announce(directory, made)


def address(name: str, directory: Path) -> str:
    """Return the address with which another machine opens an index, "" for an engine whose files are in the folder.

    Raises:
        IndexFailure: the environment names no machine.
    """
    row = backend(name)
    return "" if row.is_local else cast("RemoteLibrary", row.library()).address(directory)


def size_elsewhere(name: str, directory: Path) -> int:
    """Return the bytes that an index takes on other machines, 0 for an engine whose files are in the folder.

    Raises:
        IndexFailure: the other machines do not answer, or refuse.
    """
    row = backend(name)
    return 0 if row.is_local else cast("RemoteLibrary", row.library()).size(directory)


def ailments(name: str, directory: Path) -> Iterator[Message]:
    """Yield what other machines say is wrong with an index; nothing for an engine whose files are in the folder.

    Raises:
        IndexFailure: the other machines do not answer, or refuse.
    """
    row = backend(name)
    if not row.is_local:
        yield from cast("RemoteLibrary", row.library()).ailments(directory)


def publish(name: str, folder: Path, catalog: "Catalog", touched: Collection[str]) -> None:
    """Send to other machines what readers there look up beside the engine, if it is on other machines.

    Raises:
        IndexFailure: the other machines do not answer, or refuse.
    """
    row = backend(name)
    if not row.is_local:
        cast("RemoteLibrary", row.library()).publish(folder, catalog, touched)


_SCHEMES_OF_NODES = ("http", "https")
"""What a person copies who has the URL of a node: the engine says how the address of an index is written."""


def visit(address: str) -> Path | None:
    """Return a home on this machine for the readers of the index at an address; None for a text that is no address.

    Raises:
        IndexFailure: there is no such index, or the other machines do not answer.
    """
    scheme, between, _ = address.partition("://")
    for row in BACKENDS:
        if between and row.pointer and scheme.partition("+")[0] in (row.name, *_SCHEMES_OF_NODES):
            return cast("RemoteLibrary", row.library()).visit(address)
    return None


def builds_elsewhere(home: Path) -> int:
    """Return a number that changes when a build on another machine of the index that a home reads ends; 0 if it is built here.

    Raises:
        IndexFailure: the other machines do not answer.
    """
    if not layout.address(home).exists():
        return 0
    return sum(cast("RemoteLibrary", row.library()).builds(home) for row in BACKENDS if row.pointer)


def discard(directory: Path) -> None:
    """Remove from other machines what the folder of an engine stands for, if it stands for something.

    Raises:
        IndexFailure: the other machines do not answer, or refuse.
    """
    for row in BACKENDS:
        if row.pointer and (directory / row.pointer).exists():
            cast("RemoteLibrary", row.library()).discard(directory)
