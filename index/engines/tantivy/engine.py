"""A tantivy index, open for questions."""

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from pathlib import Path

import tantivy
from tantivy import DocAddress, Occur

from index.engine import Ask, Hit, Hits, Sort, Total
from index.engines.tantivy.facets import Facets, Frequencies
from index.engines.tantivy.schema import DAY, KEY, NEWEST, OLDEST, kept, opened, readable
from index.engines.tantivy.translate import Translator, constant
from index.fields import ID
from index.query import Query
from index.vectors.reader import DEPTH, Near, Vectors, reranked

DIGITS = 3
"""Of a score that decide the order: equal articles differ in the last of 32 bits, by the order of additions."""

AHEAD = 16
"""Hits fetched beyond the page, among which those may be that tie with its last."""


class TantivyEngine:
    """A tantivy index as it was when it was opened."""

    def __init__(self, directory: Path, vectors: Vectors | None = None) -> None:
        self._directory = directory
        self._vectors = vectors
        with readable(directory):
            index = opened(directory)
            self._schema = index.schema
            self._searcher = index.searcher()
            self._translator = Translator(self._schema, self._searcher)
            self._frequencies = Frequencies(self._searcher)

    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches."""
        with readable(self._directory):
            asked = self._translator.translate(query)
            score = constant(query)
            hits: tuple[Hit, ...] = ()
            total = None
            if ask.limit and (ask.sort is not Sort.RELEVANCE or score is not None):
                hits, total = self._sorted(asked, score, ask)
            elif ask.limit:
                hits, total = self._ranked(asked, ask, self._vectors.near(query) if self._vectors else None)
            if total is not None:
                return Hits(Total(total), hits, {})
            facets = Facets(self._schema, self._searcher, asked, ask.names, self._frequencies)
            counted, values = facets.count(ask)
            return Hits(Total(counted), hits, values)

    def quorum(self, clauses: Sequence[Query], articles: int) -> int:
        """Return of how many clauses so many articles match at least as many, 1 where there are too few articles.

        A search that scores 1 for each clause takes .2 ms for 7 words of 36,016 articles; one that counts the
        articles of each number of words, by bisection, 3 ms.
        """
        with readable(self._directory):
            asked = map(self._translator.translate, clauses)
            ones = [(Occur.Should, tantivy.Query.const_score_query(clause, 1.0)) for clause in asked]
            found = self._searcher.search(tantivy.Query.boolean_query(ones), articles, count=False).hits
            return int(found[-1][0]) if len(found) == articles else 1

    def ids(self) -> set[str]:
        """Return the id of every article."""
        with readable(self._directory):
            return {told for told, _ in self._searcher.terms_with_prefix(ID, "", tantivy.Query.all_query())}

    def close(self) -> None:
        """Let go of the files."""
        del self._searcher, self._translator, self._frequencies

    def _sorted(
        self, asked: tantivy.Query, score: float | None, ask: Ask
    ) -> tuple[tuple[Hit, ...], int | None]:
        """Return the page in an order of time, and the total unless the facets tell it."""
        order = OLDEST if ask.sort is Sort.OLDEST else NEWEST
        found = self._searcher.search(
            asked,
            ask.limit,
            count=not ask.facets,
            order_by_field=order,
            offset=ask.offset,
            order=tantivy.Order.Asc,
        )
        articles = [kept(self._searcher, address) for _, address in found.hits]
        scores = self._scores(asked, [article.id for article in articles]) if score is None else {}
        hits = [
            Hit(article, scores.get((address.segment_ord, address.doc), score or 0.0))
            for article, (_, address) in zip(articles, found.hits, strict=True)
        ]
        return tuple(hits), _count(found)

    def _scores(self, asked: tantivy.Query, ids: Sequence[str]) -> dict[tuple[int, int], float]:
        """Return the scores of some articles, which a search in an order of time does not tell."""
        if not ids:
            return {}
        these = tantivy.Query.const_score_query(tantivy.Query.term_set_query(self._schema, ID, ids), 0.0)
        both = tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, these)])
        found = self._searcher.search(both, len(ids), count=False).hits
        return {(address.segment_ord, address.doc): round(score, DIGITS) for score, address in found}

    def _ranked(
        self, asked: tantivy.Query, ask: Ask, near: Near | None
    ) -> tuple[tuple[Hit, ...], int | None]:
        """Return the page in the order of the scores, equals from the newest on, then by id; and the total."""
        until = ask.offset + ask.limit
        if near and ask.offset < DEPTH:
            until = max(until, DEPTH)
        found, total = self._scored(asked, until, count=not ask.facets)
        days = self._searcher.fast_field_values(DAY, [address for _, address in found])
        ranks = [(-score, -int(day or 0)) for (score, _), day in zip(found, days, strict=True)]
        last = max(nsmallest(until, ranks), default=(0.0, 0))
        times = Counter(ranks)
        first = [
            (rank, kept(self._searcher, address).id if times[rank] > 1 else "", address)
            for rank, (_, address) in zip(ranks, found, strict=True)
            if rank <= last
        ]
        first.sort(key=lambda entry: entry[:2])
        ranked = [(-rank[0], address) for rank, _, address in first]
        if near and ask.offset < DEPTH:
            keys = self._searcher.fast_field_values(KEY, [address for _, address in ranked[:DEPTH]])
            ranked[:DEPTH] = reranked(ranked[:DEPTH], near([int(key or 0) for key in keys]))
        page = ranked[ask.offset : ask.offset + ask.limit]
        return tuple(
            Hit(kept(self._searcher, address), round(score, DIGITS)) for score, address in page
        ), total

    def _scored(
        self, asked: tantivy.Query, until: int, *, count: bool
    ) -> tuple[Sequence[tuple[float, DocAddress]], int | None]:
        """Return the first hits by their scores with all that tie with the last, and the total."""
        size = until + AHEAD
        while True:
            found = self._searcher.search(asked, size, count=count)
            hits = [(round(score, DIGITS), address) for score, address in found.hits]
            if len(hits) < size or hits[-1][0] < hits[until - 1][0]:
                return hits, _count(found)
            size *= 4


def _count(found: tantivy.SearchResult) -> int | None:
    count: int | None = found.count  # type: ignore[attr-defined] # forgotten in the stubs
    return count
