"""A Whoosh index, open for questions."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.engine import Ask, Hit, Hits, Ranked
from index.engines.whoosh.collect import Matches, collect, each, ranked
from index.engines.whoosh.evaluate import evaluate, quorum
from index.engines.whoosh.schema import open_index, readable
from index.engines.whoosh.segment import WhooshSegment
from index.query import Query, unscored
from index.spelling.breadth import Meter
from index.spelling.words import alike
from index.vectors.reranking import Near, Vectors


class WhooshEngine:
    """A Whoosh index, open for questions; it answers from its state when it was opened."""

    def __init__(self, directory: Path, vectors: Vectors | None = None) -> None:
        self._directory = directory
        self._vectors = vectors
        with readable(directory):
            self._index = open_index(directory)
            self._reader = self._index.reader()
            leaves = [reader for reader, _ in self._reader.leaf_readers()]
            self._segments = [WhooshSegment(leaf) for leaf in leaves if leaf.doc_count_all()]

    def count(self) -> int:
        """Return the number of articles; deleted ones count, as they do in `frequency`, so that no idf is negative."""
        count: int = self._reader.doc_count_all()
        return count

    def frequency(self, field: str, term: str) -> int:
        """Return the number of articles that have the term; deleted ones count until they are merged away."""
        with readable(self._directory):
            frequency: int = self._reader.doc_frequency(field, term)
            return frequency

    def mean_length(self, field: str) -> float:
        """Return the mean number of terms in the field."""
        length: int = self._reader.field_length(field)
        count: int = self._reader.doc_count_all()
        return length / max(1, count)

    def quorum(self, weights: Mapping[Query, int], articles: int) -> int:
        """Return the largest n such that at least `articles` articles match clauses that weigh n together; 1 if no n is larger."""
        with readable(self._directory):
            return quorum(weights, articles, self._segments, self, Meter(self.count()))

    def counts(self, queries: Sequence[Query]) -> Sequence[int]:
        """Return the number of articles that each of some queries matches."""
        return [self.search(query, Ask(0)).total.count for query in queries]

    def frequencies(self, field: str, terms: Sequence[str]) -> Sequence[int]:
        """Return the number of articles that have each of some terms; deleted ones count until they are merged away."""
        return [self.frequency(field, term) for term in terms]

    def alike(self, field: str, term: str, edits: int) -> Sequence[tuple[str, int]]:
        """Return the other terms of a list with the same first letter within some edits, each with its articles."""
        with readable(self._directory):
            found = self._reader.iter_prefix(field, term[:1])
            return alike(term, edits, ((other.decode(), known.doc_frequency()) for other, known in found))

    def ids(self) -> set[str]:
        """Return the id of every article."""
        with readable(self._directory):
            return {segment.key(number) for segment in self._segments for number in segment.live()}

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()
        self._index.close()
        if self._vectors:
            self._vectors.close()

    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches."""
        with readable(self._directory):
            asked = query if ask.limit else unscored(query)
            return collect(self._matches(asked), ask, self._near(ask.topic))

    def each(self, query: Query, ask: Ask) -> Iterator[Hit]:
        """Yield the hits of `search` one after the other; no more than one article is in memory."""
        with readable(self._directory):
            yield from each(self._matches(query), ask, self._near(ask.topic))

    def ranked(self, query: Query, limit: int, topic: Sequence[str] = ()) -> tuple[Ranked, ...]:
        """Return the ids and scores of the first hits by relevance; no article is read."""
        with readable(self._directory):
            return ranked(self._matches(query), limit, self._near(topic))

    def _matches(self, query: Query) -> Matches:
        meter = Meter(self.count())
        return [(segment, evaluate(query, segment, self, meter)) for segment in self._segments]

    def _near(self, topic: Sequence[str]) -> Near | None:
        return self._vectors.near(topic) if self._vectors and topic else None
