"""A segment of a Whoosh index: its postings, its columns, its stored articles."""

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from whoosh.reading import TermNotFound

from corpus import Article
from index.engines.whoosh.evaluate import Fitting, Standing
from index.engines.whoosh.schema import FIELD_SEPARATOR, VALUE_SEPARATOR
from index.fields import VALUES
from index.memo import Memo
from index.phrase import windows
from index.query import Fuzzy, Glob, Phrase
from index.spelling.words import close, literal_prefix, pattern
from index.stored import load

_GLOB_NANOSECONDS, _FUZZY_NANOSECONDS, _WORD_MICROSECONDS, _POSTING_NANOSECONDS = 200, 3000, 30, 1100
"""What it costs to compare a word with a pattern, with a misspelt word, to look a word up, to read one of its postings.

A page with its facets of 36,016 articles takes 1.26 s for `p*`, with 8,600 words and 737,000 postings, of which .5 s go
into the page; .96 s for `d*`, with 7,800 and 549,000.
"""

_READ_NANOSECONDS, _LEAP_MICROSECONDS = 1500, 130
"""What it costs to read one of the postings of a word with its positions, and to leap to one of them.

A leap decodes a block of 128 postings.  36,000 postings of `de` take .07 s, the 126 of them beside `princesse` .016 s.
"""

_STRICT_MICROSECONDS, _LOOSE_MICROSECONDS = 6, 1
"""What it costs to look for a strict phrase in a document that has its words, for a loose one at a place of a word.

Of 36,016 articles `"de la"`, whose words 35,800 have, takes .37 s beside what it takes to read the words; `"de la"~10`,
whose words stand 1.8 million times, 1.4 s; `"président de la république"~6`, with 182,000 in 2,954 articles, .1 s.
"""

_MAX_KEPT_PHRASES = 100
"""Phrases whose documents are kept: each of the compounds of a long line has up to 17 (`index.analysis.compounds`)."""

_MAX_KEPT_PATTERNS = 40
"""Patterns whose documents are kept: twice those of a line."""


class WhooshSegment:
    """A segment as `evaluate` and `collect` need it, made of a Whoosh reader."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self.size: int = reader.doc_count_all()
        self._columns = Memo[str, Any](reader.column_reader)
        self._vocabularies = Memo(self._vocabulary)
        self._lengths = Memo(self._lengths_of)
        self._standing = Memo(self._stand, _MAX_KEPT_PHRASES)
        self._fitting = Memo(self._fit, _MAX_KEPT_PATTERNS)

    def live(self) -> set[int]:
        """Return the documents that are not deleted."""
        return set(range(self.size)).difference(filter(self._reader.is_deleted, range(self.size)))

    def postings(self, field: str, term: str) -> Iterator[tuple[int, float]]:
        """Yield the documents that have the term, each with the number of times."""
        matcher = self._matcher(field, term)
        while matcher is not None and matcher.is_active():
            yield matcher.id(), matcher.weight()
            matcher.next()

    def standing(self, phrase: Phrase, limit: int) -> Standing:
        """Return the documents where a phrase stands, if to look for it costs no more than the limit.

        A line asks for the same phrase up to three times, as it does for a pattern.
        """
        return self._standing[phrase, limit]

    def _stand(self, asked: tuple[Phrase, int]) -> Standing:
        """Look for a phrase: each word is read in the documents that have the rarer ones."""
        phrase, limit = asked
        frequency = {term: self._reader.doc_frequency(phrase.field, term) for term in phrase.terms}
        terms = sorted(frequency, key=frequency.__getitem__)
        documents = [number for number, _ in self.postings(phrase.field, terms[0])]
        positions: dict[str, dict[int, Sequence[int]]] = {}
        microseconds = 0
        for term in terms:
            read = frequency[term] * _READ_NANOSECONDS // 1000
            microseconds += min(read, len(documents) * _LEAP_MICROSECONDS)
            if microseconds > limit:
                return Standing({}, microseconds)
            positions[term] = self._positions(phrase.field, term, documents)
            documents = list(positions[term])
        together = {number: [positions[term][number] for term in phrase.terms] for number in documents}
        if phrase.slop:
            places = sum(len(positions[term][number]) for number in documents for term in terms)
            microseconds += places * _LOOSE_MICROSECONDS
        else:
            microseconds += len(documents) * _STRICT_MICROSECONDS
        if microseconds > limit:
            return Standing({}, microseconds)
        times = {number: sum(1.0 for _ in windows(of, phrase.slop)) for number, of in together.items()}
        return Standing({number: count for number, count in times.items() if count}, microseconds)

    def _positions(self, field: str, term: str, documents: Iterable[int]) -> dict[int, Sequence[int]]:
        """Return the sorted positions of the term in each of some documents that has it, in order."""
        positions: dict[int, Sequence[int]] = {}
        matcher = self._matcher(field, term)
        for number in documents:
            if matcher is None or not matcher.is_active():
                break
            matcher.skip_to(number)
            if matcher.is_active() and matcher.id() == number:
                of_document = array("I")
                of_document.frombytes(matcher.value())
                positions[number] = of_document
        return positions

    def fitting(self, leaf: Glob | Fuzzy, limit: int) -> Fitting:
        """Return the documents that have a word which fits a pattern, if it costs no more than the limit.

        A line asks for the same pattern up to three times: to choose how many words it requires, to answer, to count.
        """
        return self._fitting[leaf, limit]

    def _fit(self, asked: tuple[Glob | Fuzzy, int]) -> Fitting:
        leaf, limit = asked
        prefix = literal_prefix(leaf.pattern) if isinstance(leaf, Glob) else ""
        vocabulary = list(self._with_prefix(leaf.field, prefix))
        match leaf:
            case Glob(_, glob):
                microseconds = len(vocabulary) * _GLOB_NANOSECONDS // 1000
                words = list(filter(pattern(glob).match, vocabulary))
            case Fuzzy(_, term, edits):
                microseconds = len(vocabulary) * _FUZZY_NANOSECONDS // 1000
                words = list(close(term, edits, vocabulary)) if microseconds <= limit else []
        microseconds += len(words) * _WORD_MICROSECONDS
        documents: set[int] = set()
        for word in words if microseconds <= limit else ():
            matcher = self._matcher(leaf.field, word)
            numbers = list(matcher.all_ids()) if matcher is not None else []
            documents.update(numbers)
            microseconds += len(numbers) * _POSTING_NANOSECONDS // 1000
            if microseconds > limit:
                break
        return Fitting(documents, len(words), microseconds)

    def _with_prefix(self, field: str, prefix: str) -> Iterable[str]:
        if prefix:
            return (term.decode() for term in self._reader.expand_prefix(field, prefix))
        return self._vocabularies[field]

    def _vocabulary(self, field: str) -> list[str]:
        """Return the terms of a field; to read 126,000 of them takes .12 s."""
        return [term.decode() for term in self._reader.lexicon(field)]

    def length(self, field: str, document: int) -> int:
        """Return the number of terms of the document in the field, to the precision of one byte."""
        return self._lengths[field][document]

    def _lengths_of(self, field: str) -> Memo[int, int]:
        return Memo(lambda document: self._reader.doc_field_length(document, field))

    def days(self) -> Sequence[int]:
        """Return the day of each document."""
        return self._days

    @cached_property
    def _days(self) -> list[int]:
        column = self._columns["day"]
        return [column[number] for number in range(self.size)]

    def key(self, document: int) -> str:
        """Return the id of a document."""
        key: bytes = self._columns["key"][document]
        return key.decode()

    def values(self, document: int) -> dict[str, list[str]]:
        """Return the names of a document, by field."""
        kept: bytes = self._columns["values"][document]
        named = zip(VALUES, kept.decode().split(FIELD_SEPARATOR), strict=True)
        return {field.name: names.split(VALUE_SEPARATOR) for field, names in named if names}

    def stored(self, document: int) -> Article:
        """Return the stored article of a document."""
        return load(zlib.decompress(self._reader.stored_fields(document)["article"]))

    def _matcher(self, field: str, term: str) -> Any:
        try:
            return self._reader.postings(field, term)
        except TermNotFound:
            return None
