"""A tantivy index, open for questions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from heapq import nsmallest
from pathlib import Path

import tantivy
from tantivy import DocAddress, Occur

from index.engine import Ask, Hit, Hits, Ranked, Sort, Total
from index.engines.tantivy.columns import Matches
from index.engines.tantivy.facets import Facets
from index.engines.tantivy.name_index import NameIndex
from index.engines.tantivy.parallel import BackgroundCall, LazyMapping
from index.engines.tantivy.schema import (
    DAY,
    KEY,
    NEWEST,
    OLDEST,
    kept,
    kept_id,
    newest_id,
    open_index,
    readable,
)
from index.engines.tantivy.translate import Translator, constant
from index.fields import ID
from index.query import Query
from index.vectors.reader import DEPTH, Near, Vectors, reranked

DIGITS = 3
"""Of a score that decide the order: equal articles differ in the last of 32 bits, by the order of additions."""

MOST_IDS = 1 << 17
"""Ids remembered, in some 20 MB: to read one again takes 27 µs, which is most of the time of a thousand hits."""

AHEAD = 16
"""Hits fetched beyond the page, among which those may be that tie with its last."""


class TantivyEngine:
    """A tantivy index as it was when it was open_index."""

    def __init__(self, directory: Path, vectors: Vectors | None = None) -> None:
        self._directory = directory
        self._vectors = vectors
        with readable(directory):
            index = open_index(directory)
            self._schema = index.schema
            self._searcher = index.searcher()
            self._translator = Translator(self._schema, self._searcher)
            self._known = NameIndex(self._schema, self._searcher)
            self._known_id = lru_cache(MOST_IDS)(self._read_id)
        self._counting: list[BackgroundCall[Mapping[str, Mapping[str, int]]]] = []

    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches."""
        with readable(self._directory):
            asked = self._translator.translate(query)
            score = constant(query)
            facets = self._facets(asked, ask) if ask.facets else {}
            if not ask.limit:
                return Hits(Total(Matches(self._searcher, asked).number()), (), facets)
            if ask.sort is not Sort.RELEVANCE or score is not None:
                hits, total = self._sorted(asked, score, ask)
            else:
                hits, total = self._ranked(asked, ask, self._near(query))
            return Hits(Total(total), hits, facets)

    def _facets(self, asked: tantivy.Query, ask: Ask) -> Mapping[str, Mapping[str, int]]:
        """Return the facets, which are counted beside: until they are, the files are read."""
        counting = BackgroundCall(partial(self._counted, asked, ask))
        self._counting = [counting, *(other for other in self._counting if other.runs)]
        return LazyMapping(counting)

    def _counted(self, asked: tantivy.Query, ask: Ask) -> Mapping[str, Mapping[str, int]]:
        with readable(self._directory):
            return Facets(Matches(self._searcher, asked), ask.names, self._known).count(ask)

    def ranked(self, query: Query, limit: int) -> tuple[Ranked, ...]:
        """Return the first hits by relevance, of which no article is read."""
        if not limit:
            return ()
        with readable(self._directory):
            asked = self._translator.translate(query)
            score = constant(query)
            if score is None:
                page, _ = self._best(asked, 0, limit, self._near(query))
                return tuple(Ranked(self._id(address), score) for score, address in page)
            found = self._searcher.search(
                asked, limit, count=False, order_by_field=NEWEST, order=tantivy.Order.Asc
            )
            return tuple(Ranked(newest_id(str(key)), score) for key, _ in found.hits)

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
        """Let go of the files, when what is counted is told."""
        for counting in self._counting:
            counting.end()
        del self._searcher, self._translator, self._known, self._known_id

    def _sorted(self, asked: tantivy.Query, score: float | None, ask: Ask) -> tuple[tuple[Hit, ...], int]:
        """Return the page in an order of time, and the total."""
        order = OLDEST if ask.sort is Sort.OLDEST else NEWEST
        found = self._searcher.search(
            asked,
            ask.limit,
            order_by_field=order,
            offset=ask.offset,
            order=tantivy.Order.Asc,
        )
        stored = [kept(self._searcher, address) for _, address in found.hits]
        scores = self._scores(asked, [article.id for article, _ in stored]) if score is None else {}
        hits = [
            Hit(article, scores.get((address.segment_ord, address.doc), score or 0.0), sketch)
            for (article, sketch), (_, address) in zip(stored, found.hits, strict=True)
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

    def _ranked(self, asked: tantivy.Query, ask: Ask, near: Near | None) -> tuple[tuple[Hit, ...], int]:
        """Return the page in the order of the scores, and the total."""
        page, total = self._best(asked, ask.offset, ask.offset + ask.limit, near)
        hits = [(score, kept(self._searcher, address)) for score, address in page]
        return tuple(Hit(article, score, sketch) for score, (article, sketch) in hits), total

    def _best(
        self, asked: tantivy.Query, start: int, end: int, near: Near | None
    ) -> tuple[list[tuple[float, DocAddress]], int]:
        """Return a part of the order by scores, equals from the newest on, then by id; and the total.

        `near` is what the first hits are reranked by.
        """
        reranks = near and start < DEPTH
        until = max(end, DEPTH) if reranks else end
        found, total = self._scored(asked, until)
        days = self._searcher.fast_field_values(DAY, [address for _, address in found])
        ranks = [(-score, -int(day or 0)) for (score, _), day in zip(found, days, strict=True)]
        last = max(nsmallest(until, ranks), default=(0.0, 0))
        times = Counter(ranks)
        first = [
            (rank, self._id(address) if times[rank] > 1 else "", address)
            for rank, (_, address) in zip(ranks, found, strict=True)
            if rank <= last
        ]
        first.sort(key=lambda entry: entry[:2])
        ranked = [(-rank[0], address) for rank, _, address in first]
        if near and reranks:
            keys = self._searcher.fast_field_values(KEY, [address for _, address in ranked[:DEPTH]])
            close = near(int(key or 0) for key in keys)
            ranked[:DEPTH] = reranked(ranked[:DEPTH], close, min(end, DEPTH))
        return [(round(score, DIGITS), address) for score, address in ranked[start:end]], total

    def _near(self, query: Query) -> Near | None:
        return self._vectors.near(query) if self._vectors else None

    def _id(self, address: DocAddress) -> str:
        return self._known_id(address.segment_ord, address.doc)

    def _read_id(self, segment: int, document: int) -> str:
        return kept_id(self._searcher, DocAddress(segment, document))

    def _scored(self, asked: tantivy.Query, until: int) -> tuple[Sequence[tuple[float, DocAddress]], int]:
        """Return the first hits by their scores with all that tie with the last, and the total."""
        size = until + AHEAD
        while True:
            found = self._searcher.search(asked, size)
            hits = [(round(score, DIGITS), address) for score, address in found.hits]
            if len(hits) < size or hits[-1][0] < hits[until - 1][0]:
                return hits, _count(found)
            size *= 4


def _count(found: tantivy.SearchResult) -> int:
    count: int = found.count  # type: ignore[attr-defined] # forgotten in the stubs
    return count
