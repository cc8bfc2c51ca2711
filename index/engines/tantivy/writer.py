"""Changes to a tantivy index."""

from pathlib import Path

import tantivy

from index.document import Document, values, whole
from index.engines.tantivy.schema import (
    ARTICLE,
    DAY,
    NEWEST,
    OLDEST,
    SPELT,
    newest,
    oldest,
    opened,
    readable,
    spellings,
    whole_names,
)
from index.fields import ID, VALUES
from index.stored import dump

THREADS = 2
HEAP = 256_000_000
"""What the threads hold together before they write a segment."""


class TantivyWriter:
    """Changes to a tantivy index; its lock is held until `commit` or `cancel`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        with readable(directory):
            index = opened(directory)
            self._before = index.searcher()
            self._writer = index.writer(HEAP, THREADS)
        self._removed: set[str] = set()

    def add(self, document: Document) -> None:
        """Add a document."""
        article = document.article
        kept = tantivy.Document()
        for name, terms in document.terms.items():
            kept.add_text(name, " ".join(terms))
        for field in VALUES:
            for value in values(article, field.name):
                term = whole(value)
                kept.add_text(whole_names(field.name), term)
                kept.add_text(spellings(field.name), f"{term}{SPELT}{value}")
        kept.add_unsigned(DAY, document.day)
        kept.add_text(NEWEST, newest(document.day, article.id))
        kept.add_text(OLDEST, oldest(document.day, article.id))
        kept.add_bytes(ARTICLE, dump(article))
        with readable(self._directory):
            self._writer.add_document(kept)

    def remove(self, article_id: str) -> None:
        """Remove an article of the index as it was before this writer.

        To remove an id twice would remove what was added in between; one that was not there costs nothing.
        """
        with readable(self._directory):
            if article_id not in self._removed and self._before.doc_freq(ID, article_id):
                self._removed.add(article_id)
                self._writer.delete_documents_by_term(ID, article_id)

    def commit(self) -> None:
        """Write a new `meta.json`; segments that are merged take their place afterwards, one rename each."""
        with readable(self._directory):
            self._writer.commit()
            self._writer.wait_merging_threads()

    def cancel(self) -> None:
        """Forget the changes."""
        with readable(self._directory):
            self._writer.rollback()
            self._writer.wait_merging_threads()
