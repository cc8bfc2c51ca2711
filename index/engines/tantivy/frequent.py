"""The frequent names of entities, which stand in fast fields of their own: those by which broad answers are counted.

Most names of the articles of a broad answer are rare, and no rare name is among the first of its facet.  Two fast fields
leave them out: one has every use of the names that are listed, the other the uses of the other names behind the first few.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import tantivy

from index.document import Document
from index.engines.tantivy.schema import listed, number, often
from index.names.aliases import ENTITIES

FIRST_ARTICLES = 4000
"""The first articles of an index, by which its names are listed: 68 persons, 94 organisations and 98 places of the first 100 of 100,000."""

_LISTED_NAMES = 512
"""The most names of a field that are listed: so many are compared in a broad answer, so that each count is exact."""

_MIN_ARTICLES = 3
"""The fewest of the first articles that have a name that is listed."""

MOST_LACKING = 15
"""The most articles of a name that is not listed that its fast field lacks, the first ones; with 3 or 7, pages take the same time."""


class FrequentNames:
    """The frequent names of the documents that are added to an index, which is empty or has what `before` shows.

    A name is listed by the first documents of the index or never: then the index has no use of it that is not in its list.
    """

    def __init__(self, before: tantivy.Searcher) -> None:
        self._before = before
        self._listed: defaultdict[str, set[int]] = defaultdict(set)
        self._articles: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def list(self, documents: Iterable[Document]) -> None:
        """List the most frequent names of the first documents of an index."""
        uses: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for document in documents:
            for field in ENTITIES:
                uses[field].update(map(number, document.names[field]))
        for field, articles in uses.items():
            first = articles.most_common(_LISTED_NAMES)
            self._listed[field] = {name for name, count in first if count >= _MIN_ARTICLES}

    def columns(self, document: Document) -> Iterator[tuple[str, int]]:
        """Count the names of one more document, and yield those that are not rare: the fast field and the number of each, in order."""
        for field in ENTITIES:
            for name, term in sorted((number(term), term) for term in document.names[field]):
                if fast_field := self._fast_field(field, name, term):
                    yield fast_field, name

    def _fast_field(self, field: str, name: int, term: str) -> str | None:
        articles = self._articles[field]
        if name not in articles and name not in self._listed[field]:
            articles[name] = self._before.doc_freq(field, term)
            if articles[name] and self._before.doc_freq(listed(field), name):
                self._listed[field].add(name)
        if name in self._listed[field]:
            return listed(field)
        articles[name] += 1
        return often(field) if articles[name] > MOST_LACKING else None
