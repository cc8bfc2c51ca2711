"""Changes to a Whoosh index."""

import zlib
from contextlib import suppress
from pathlib import Path

from whoosh.reading import ReaderClosed, TermNotFound

from index.document import Document
from index.engines.whoosh.schema import (
    FIELD_SEPARATOR,
    VALUE_SEPARATOR,
    Codec,
    committed,
    open_index,
    readable,
)
from index.fields import ID, VALUES
from index.layout import disk

_POOL_MB = 256
"""Megabytes of postings that a build sorts in memory before it writes them to disk."""


class WhooshWriter:
    """Changes to a Whoosh index; its lock is held until `commit` or `cancel`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        with readable(directory):
            self._index = open_index(directory)
            self._writer = self._index.writer(limitmb=_POOL_MB, codec=Codec())
            self._reader = self._index.reader()

    def add(self, document: Document) -> None:
        """Add a document."""
        kept = FIELD_SEPARATOR.join(
            VALUE_SEPARATOR.join(document.names[field.name].values()) for field in VALUES
        )
        self._writer.add_document(
            **{name: terms.split() for name, terms in document.terms.items()},
            article=zlib.compress(document.kept, 3),
            day=document.day,
            key=document.id.encode(),
            values=kept.encode(),
        )

    def remove(self, article_id: str) -> None:
        """Remove the article with this id, if it was in the index when the writer was opened."""
        with readable(self._directory):
            try:
                matcher = self._reader.postings(ID, article_id)
            except TermNotFound:
                return
            while matcher.is_active():
                self._writer.delete_document(matcher.id())
                matcher.next()

    def commit(self) -> None:
        """Write a new table of contents; if more than a fifth of the documents are deleted, all segments become one."""
        self._reader.close()
        with readable(self._directory):
            self._writer.commit(optimize=self._writer.deleted_count() * 5 > self._index.doc_count_all())

    def cancel(self) -> None:
        """Forget the changes, and remove the files made for them."""
        try:
            with suppress(ReaderClosed):  # a commit that failed has closed it
                self._reader.close()
            self._writer.cancel()
        finally:
            # On a full disk Whoosh cannot close its files, and would keep its lock.
            if not self._writer.is_closed:
                self._writer.writelock.release()
            disk.keep_only(self._directory, committed(self._directory))
