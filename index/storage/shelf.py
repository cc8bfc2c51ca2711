"""What an index keeps of its articles beside its engine, as readers ask for it: names, texts, what was left out."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from index import layout

if TYPE_CHECKING:
    from corpus import Rejected
    from index.names.aliases import NameKey
    from index.storage.lines import Example, LeftOut
    from index.storage.register import Count, NamedIn


class Shelf(Protocol):
    """The names and the texts of an index, and what it could not read or leaves out, wherever they are kept."""

    def having(self, field: str, words: Sequence[str]) -> Iterable[str]:
        """Return the terms of the names of a field that have all these words."""
        ...

    def counts(self, keys: "Iterable[NameKey]") -> "Iterator[Count]":
        """Yield the number of articles that have each name, by spelling."""
        ...

    def mentions(self, article_id: str) -> "Sequence[NamedIn]":
        """Return the names of an article; none if the index does not have the article."""
        ...

    def raw(self, article_id: str) -> str | None:
        """Return the text of an article as it stands in its file; None if the index does not have the article."""
        ...

    def rejected(self) -> "Sequence[Rejected]":
        """Return the files and records that could not be read, in the order of their paths."""
        ...

    def losses(self) -> "Sequence[Rejected]":
        """Return the bytes that could not be read of articles that are kept, in the order of their paths."""
        ...

    def left_out(self) -> "LeftOut":
        """Return how many lines the index leaves out."""
        ...

    def examples(self) -> "Sequence[Example]":
        """Return each line that the index leaves out of the articles of a source, those of the most articles first."""
        ...

    def close(self) -> None:
        """Let go of what they are read from."""
        ...


class CatalogShelf:
    """The shelf of an index whose catalog is in the folder of its generation.

    Raises:
        IndexFailure: as `Catalog`, at any method.
    """

    def __init__(self, folder: Path) -> None:
        from index.storage.catalog import Catalog  # SQLite, which no query needs

        self._catalog = Catalog(layout.catalog(folder))

    def having(self, field: str, words: Sequence[str]) -> Iterable[str]:
        """Return the terms of the names of a field that have all these words."""
        return self._catalog.register.having(field, words)

    def counts(self, keys: "Iterable[NameKey]") -> "Iterator[Count]":
        """Yield the number of articles that have each name, by spelling."""
        return (self._catalog.register.count(*key) for key in keys)

    def mentions(self, article_id: str) -> "Sequence[NamedIn]":
        """Return the names of an article."""
        return self._catalog.register.mentions(article_id)

    def raw(self, article_id: str) -> str | None:
        """Return the text of an article as it stands in its file."""
        return self._catalog.raw(article_id)

    def rejected(self) -> "Sequence[Rejected]":
        """Return the files and records that could not be read."""
        return self._catalog.rejected()

    def losses(self) -> "Sequence[Rejected]":
        """Return the bytes that could not be read of articles that are kept."""
        return self._catalog.losses()

    def left_out(self) -> "LeftOut":
        """Return how many lines the index leaves out."""
        return self._catalog.lines.left_out()

    def examples(self) -> "Sequence[Example]":
        """Return each line that the index leaves out of the articles of a source."""
        return self._catalog.lines.examples()

    def close(self) -> None:
        """Close the catalog."""
        self._catalog.close()


def open_shelf(folder: Path) -> CatalogShelf:
    """Return the shelf of the folder of a generation.

    Raises:
        IndexFailure: its catalog is missing, cannot be read, or is held by another process.
    """
    return CatalogShelf(folder)
