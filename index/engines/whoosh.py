"""The pure Python engine: Whoosh 2.7.4 as a store of postings.

Whoosh keeps segments, postings, columns and an atomic table of contents.  Its analysis, its parser, its
dates, its facets and its highlights are not used: each has a trap, told and tested in
`tests/index/engines/test_whoosh_traps.py`.  Queries are answered by `index.evaluate`.
"""

import errno
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import whoosh.index
from whoosh import columns, fields, formats
from whoosh.codec.whoosh3 import W3Codec
from whoosh.reading import TermNotFound

from index.collect import Found, collect, ranked
from index.document import FILLER, Document, values
from index.engine import Ask, Hits, Ranked
from index.errors import Damaged, IndexFailure
from index.evaluate import evaluate, quorum
from index.fields import FORM, ID, SKETCH, TEXTS, VALUES
from index.query import Query
from index.stored import Stored, load
from index.vectors.reader import Near, Vectors

POOL_MB = 256
"""What a build sorts in memory before it writes a run to disk."""

BETWEEN_FIELDS, BETWEEN_VALUES = "\x1e", "\x1f"
"""Control characters, which no cleaned value holds."""


class Places(formats.Format):  # type: ignore[misc] # Whoosh has no types
    """Postings that tell where the term stands, as an array of 32-bit integers."""

    posting_size = -1


class Times(formats.Format):  # type: ignore[misc] # Whoosh has no types
    """Postings that tell how many times the term stands."""

    posting_size = 0


class TermList(fields.FieldType):  # type: ignore[misc] # Whoosh has no types
    """A list of terms that `index.document` has analysed."""

    def __init__(self, *, places: bool, scored: bool) -> None:
        super().__init__(Places() if places else Times(), analyzer=None, scorable=scored)
        self.places = places

    def index(self, value: list[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield the term, how many times, the same as its weight, and its positions, of each term."""
        if not self.places:
            for term, times in Counter(value).items():
                yield term.encode(), times, float(times), b""
            return
        places: dict[str, array[int]] = {}
        for position, term in enumerate(value):
            places.setdefault(term, array("I")).append(position)
        places.pop(FILLER, None)
        for term, found in places.items():
            yield term.encode(), len(found), float(len(found)), found.tobytes()


class Codec(W3Codec):  # type: ignore[misc] # Whoosh has no types
    """Whoosh's codec without the length bounds of each block, which only its own scoring reads.

    2,000 articles were built in 10.9 s instead of 12.4.
    """

    length_stats = False


def _schema() -> Any:
    lists: dict[str, Any] = {
        ID: TermList(places=False, scored=False),
        SKETCH: TermList(places=False, scored=False),
        FORM: TermList(places=False, scored=True),
    }
    for text in TEXTS:
        lists[text.exact] = TermList(places=True, scored=True)
        lists[text.stem] = TermList(places=False, scored=True)
    for value in VALUES:
        lists[value.name] = TermList(places=False, scored=False)
    return fields.Schema(
        **lists,
        article=fields.STORED(),
        day=fields.COLUMN(columns.NumericColumn("i", default=0)),
        key=fields.COLUMN(columns.VarBytesColumn()),
        values=fields.COLUMN(columns.VarBytesColumn()),
    )


@contextmanager
def readable(directory: Path) -> Iterator[None]:
    """Tell what Whoosh makes of damaged files as one error; a full disk or a forbidden file is told as it is."""
    try:
        yield
    except (IndexFailure, MemoryError):
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        raise _damaged(directory, error) from error
    except (
        Exception
    ) as error:  # Whoosh follows damaged bytes wherever they lead: KeyError, TypeError, struct.error…
        raise _damaged(directory, error) from error


def _damaged(directory: Path, error: Exception) -> Damaged:
    told = f"{type(error).__name__}: {error}"
    return Damaged(f"the index in {directory} cannot be read ({told}): type manchette index --rebuild")


def create(directory: Path) -> None:
    """Make an empty index."""
    directory.mkdir(parents=True, exist_ok=True)
    whoosh.index.create_in(directory, _schema()).close()


class WhooshWriter:
    """Changes to a Whoosh index; its lock is held until `commit` or `cancel`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        with readable(directory):
            self._index = whoosh.index.open_dir(directory)
            self._writer = self._index.writer(limitmb=POOL_MB, codec=Codec())
            self._reader = self._index.reader()

    def add(self, document: Document) -> None:
        """Add a document."""
        article = document.article
        kept = BETWEEN_FIELDS.join(BETWEEN_VALUES.join(values(article, field.name)) for field in VALUES)
        self._writer.add_document(
            **{name: terms.split() for name, terms in document.terms.items()},
            article=zlib.compress(document.kept, 3),
            day=document.day,
            key=article.id.encode(),
            values=kept.encode(),
        )

    def remove(self, article_id: str) -> None:
        """Remove an article of the index as it was before this writer."""
        with readable(self._directory):
            try:
                found = self._reader.postings(ID, article_id)
            except TermNotFound:
                return
            while found.is_active():
                self._writer.delete_document(found.id())
                found.next()

    def commit(self) -> None:
        """Write a new table of contents; segments are merged where a fifth of the documents is gone."""
        self._reader.close()
        with readable(self._directory):
            self._writer.commit(optimize=self._writer.deleted_count() * 5 > self._index.doc_count_all())

    def cancel(self) -> None:
        """Forget the changes."""
        self._reader.close()
        self._writer.cancel()


class WhooshSegment:
    """One segment: the `index.evaluate.Segment` of a Whoosh reader."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self.size: int = reader.doc_count_all()
        self._lengths: dict[str, dict[int, int]] = {}

    def live(self) -> set[int]:
        """Return the documents that are not deleted."""
        return set(range(self.size)).difference(filter(self._reader.is_deleted, range(self.size)))

    def postings(self, field: str, term: str) -> Iterator[tuple[int, float]]:
        """Yield each document that has the term, and how many times."""
        found = self._matcher(field, term)
        while found is not None and found.is_active():
            yield found.id(), found.weight()
            found.next()

    def positions(self, field: str, term: str) -> dict[int, Sequence[int]]:
        """Return where the term stands, by document."""
        places: dict[int, Sequence[int]] = {}
        found = self._matcher(field, term)
        while found is not None and found.is_active():
            place = array("I")
            place.frombytes(found.value())
            places[found.id()] = place
            found.next()
        return places

    def vocabulary(self, field: str, prefix: str) -> Iterable[str]:
        """Return the terms of a field that begin with the prefix."""
        if prefix:
            return (term.decode() for term in self._reader.expand_prefix(field, prefix))
        return self._vocabularies[field]

    @cached_property
    def _vocabularies(self) -> "Vocabularies":
        return Vocabularies(self._reader)

    def length(self, field: str, document: int) -> int:
        """Return how many terms the document has in the field, to the precision of one byte."""
        known = self._lengths.setdefault(field, {})
        if document not in known:
            known[document] = self._reader.doc_field_length(document, field)
        return known[document]

    def days(self) -> Sequence[int]:
        """Return the day of each document."""
        return self._days

    @cached_property
    def _days(self) -> list[int]:
        column = self._column("day")
        return [column[number] for number in range(self.size)]

    def key(self, document: int) -> str:
        """Return the id of a document."""
        key: bytes = self._column("key")[document]
        return key.decode()

    def values(self, document: int) -> dict[str, list[str]]:
        """Return the values of a document, by field of names."""
        kept: bytes = self._column("values")[document]
        named = zip(VALUES, kept.decode().split(BETWEEN_FIELDS), strict=True)
        return {field.name: told.split(BETWEEN_VALUES) for field, told in named if told}

    def stored(self, document: int) -> Stored:
        """Return what is kept of a document."""
        return load(zlib.decompress(self._reader.stored_fields(document)["article"]))

    @cache  # noqa: B019 - a segment lives as long as its engine
    def _column(self, name: str) -> Any:
        return self._reader.column_reader(name)

    def _matcher(self, field: str, term: str) -> Any:
        try:
            return self._reader.postings(field, term)
        except TermNotFound:
            return None


class Vocabularies(dict[str, list[str]]):
    """The terms of each field, read once: .12 s for 126,000 of them, then nothing."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    def __missing__(self, field: str) -> list[str]:
        terms = self[field] = [term.decode() for term in self._reader.lexicon(field)]
        return terms


class WhooshEngine:
    """A Whoosh index, open for questions."""

    def __init__(self, directory: Path, vectors: Vectors | None = None) -> None:
        self._directory = directory
        self._vectors = vectors
        with readable(directory):
            self._index = whoosh.index.open_dir(directory)
            self._reader = self._index.reader()
            leaves = [reader for reader, _ in self._reader.leaf_readers()]
            self._segments = [WhooshSegment(leaf) for leaf in leaves if leaf.doc_count_all()]

    def count(self) -> int:
        """Return the number of articles, deleted ones included as in `frequency`: an idf is never negative."""
        count: int = self._reader.doc_count_all()
        return count

    def frequency(self, field: str, term: str) -> int:
        """Return the number of articles that have the term, deleted ones included until they are merged away."""
        frequency: int = self._reader.doc_frequency(field, term)
        return frequency

    def mean_length(self, field: str) -> float:
        """Return the mean number of terms in the field."""
        length: int = self._reader.field_length(field)
        count: int = self._reader.doc_count_all()
        return length / max(1, count)

    def quorum(self, clauses: Sequence[Query], articles: int) -> int:
        """Return of how many clauses so many articles match at least as many, 1 where there are too few articles."""
        with readable(self._directory):
            return quorum(clauses, articles, self._segments, self)

    def ids(self) -> set[str]:
        """Return the id of every article."""
        with readable(self._directory):
            return {segment.key(number) for segment in self._segments for number in segment.live()}

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()
        self._index.close()

    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches."""
        with readable(self._directory):
            return collect(self._found(query), ask, self._near(query))

    def ranked(self, query: Query, limit: int) -> tuple[Ranked, ...]:
        """Return the first hits by relevance, of which no article is read."""
        with readable(self._directory):
            return ranked(self._found(query), limit, self._near(query))

    def _found(self, query: Query) -> Found:
        return [(segment, evaluate(query, segment, self)) for segment in self._segments]

    def _near(self, query: Query) -> Near | None:
        return self._vectors.near(query) if self._vectors else None
