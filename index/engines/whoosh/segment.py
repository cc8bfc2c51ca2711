"""One segment of a Whoosh index: its postings, its columns, its stored articles."""

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any

from whoosh.reading import TermNotFound

from index.engines.whoosh.schema import BETWEEN_FIELDS, BETWEEN_VALUES
from index.fields import VALUES
from index.stored import Stored, load


class WhooshSegment:
    """One segment: the `index.engines.whoosh.evaluate.Segment` of a Whoosh reader."""

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
