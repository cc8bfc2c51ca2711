"""Changes to a tantivy index."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from index.document import Document
from index.engines.tantivy.frequent import FIRST_ARTICLES, FrequentNames
from index.engines.tantivy.schema import (
    ARTICLE,
    DAY,
    KEY,
    NEWEST,
    OLDEST,
    newest,
    number,
    numbers,
    oldest,
    open_index,
    readable,
    spellings,
    spelt,
)
from index.errors import Damaged
from index.fields import ID
from index.layout import disk, durable
from index.vectors.file import key

_THREADS = 1
"""Threads that make segments: two threads make twice as many of half the size, and each slows every query down."""

_HEAP_BYTES = 160_000_000
"""Memory that is filled before a segment is written, which then has some 26,000 articles.

A build of a million articles took 1.8 GB with it, with 256 MB 2.4: eight segments of a size are merged into one.
"""

_SEGMENT_SUFFIXES = ("term", "idx", "pos", "fast", "fieldnorm", "store")
"""The suffixes of the files of a segment."""

_META = "meta.json"
"""The file that names the segments; a commit replaces it."""

_MAX_WAIT_SECONDS = 10.0
"""The longest wait for removals, which take some milliseconds: the next writer removes what is left."""


class TantivyWriter:
    """Changes to a tantivy index; its lock is held until `commit` or `cancel`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._synced = committed(directory) - {_META}
        with readable(directory):
            index = open_index(directory)
            self._before = index.searcher()
            self._writer = index.writer(_HEAP_BYTES, _THREADS)
        self._frequent = FrequentNames(self._before)
        self._first: list[Document] | None = None if self._before.num_docs else []
        self._removed: set[str] = set()

    def add(self, document: Document) -> None:
        """Add a document; the first ones of an index wait until its frequent names are listed."""
        if self._first is None:
            self._put(document)
        else:
            self._first.append(document)
            if len(self._first) == FIRST_ARTICLES:
                self._put_first()

    def _put_first(self) -> None:
        """Add the first documents of an index, where they wait."""
        first, self._first = self._first, None
        if first:
            self._frequent.list(first)
            for document in first:
                self._put(document)

    def _put(self, document: Document) -> None:
        kept = tantivy.Document()
        for name, terms in document.terms.items():
            kept.add_text(name, terms)
        for field, shown in document.names.items():
            # sorted here, because a count would sort the numbers of each article, which takes a sixth of its time
            for name_number, value in sorted((number(term), value) for term, value in shown.items()):
                kept.add_unsigned(numbers(field), name_number)
                kept.add_text(spellings(field), spelt(name_number, value))
        kept.add_unsigned(DAY, document.day)
        kept.add_unsigned(KEY, key(document.id))
        kept.add_text(NEWEST, newest(document.day, document.id))
        kept.add_text(OLDEST, oldest(document.day, document.id))
        kept.add_bytes(ARTICLE, document.kept)
        with _writable(self._directory):
            for fast_field, name_number in self._frequent.columns(document):
                kept.add_unsigned(fast_field, name_number)
            self._writer.add_document(kept)

    def remove(self, article_id: str) -> None:
        """Remove the article with this id, if it was in the index when the writer was opened.

        To remove an id twice would remove an article added in between; an id that was not there takes no time.
        """
        with _writable(self._directory):
            if article_id not in self._removed and self._before.doc_freq(ID, article_id):
                self._removed.add(article_id)
                self._writer.delete_documents_by_term(ID, article_id)

    def commit(self) -> None:
        """Write a new `meta.json`; after that, merged segments replace their parts by one rename each.

        tantivy syncs each file before it names it in `meta.json`, but not the folder after its last rename.  The segments that
        were there are not synced again, a file in .1 to 10 ms.
        """
        self._put_first()
        del self._before, self._frequent  # the files that they read could not be removed
        with _writable(self._directory):
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._wait_for_removals()
            durable.sync_files(self._directory, self._synced)

    def _wait_for_removals(self) -> None:
        """Wait until the files of merged segments are gone: a thread removes them after the merges."""
        until = time.monotonic() + _MAX_WAIT_SECONDS
        while time.monotonic() < until and not is_clean(self._directory):
            time.sleep(0.005)

    def cancel(self) -> None:
        """Forget the changes, and remove the files made for them; a merge that ends later could commit one of them."""
        with readable(self._directory):
            self._writer.rollback()
            self._writer.wait_merging_threads()
        disk.keep_only(self._directory, committed(self._directory))


@contextmanager
def _writable(directory: Path) -> Iterator[None]:
    """Raise what `readable` raises; but a thread of tantivy that a full disk ended does not say so, and the disk is asked."""
    try:
        with readable(directory):
            yield
    except Damaged as damaged:
        if refused := disk.refusal(directory):
            raise refused from damaged
        raise


def is_clean(directory: Path) -> bool:
    """Return whether a folder holds the files that `meta.json` names, and no others."""
    return {file.name for file in directory.glob("[!.]*")} <= committed(directory)


def committed(directory: Path) -> set[str]:
    """Return the names of the files that an index has since its last commit: `meta.json`, and what it names."""
    names = {_META}
    with readable(directory):
        for segment in json.loads((directory / _META).read_text("utf-8"))["segments"]:
            name = segment["segment_id"].replace("-", "")
            names |= {f"{name}.{part}" for part in _SEGMENT_SUFFIXES}
            if segment["deletes"]:
                names.add(f"{name}.{segment['deletes']['opstamp']}.del")
    return names
