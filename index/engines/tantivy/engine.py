"""A tantivy index, open for questions."""

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from pathlib import Path

import tantivy
from tantivy import DocAddress, Occur

from index.engine import Ask, Hit, Hits, Sort, Total
from index.engines.tantivy.facets import Facets
from index.engines.tantivy.schema import DAY, NEWEST, OLDEST, kept, opened, readable
from index.engines.tantivy.translate import Translator, constant
from index.fields import ID
from index.query import Query

DIGITS = 3
"""Of a score that decide the order: equal articles differ in the last of 32 bits, by the order of additions."""

AHEAD = 16
"""Hits fetched beyond the page, among which those may be that tie with its last."""


class TantivyEngine:
    """A tantivy index as it was when it was opened."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        with readable(directory):
            index = opened(directory)
            self._schema = index.schema
            self._searcher = index.searcher()
            self._translator = Translator(self._schema, self._searcher)

    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches."""
        with readable(self._directory):
            asked = self._translator.translate(query)
            total, facets = Facets(self._schema, self._searcher, asked, ask.names).count(ask)
            if ask.sort is Sort.RELEVANCE and not constant(query):
                hits = self._ranked(asked, ask)
            else:
                hits = self._sorted(asked, ask)
            return Hits(Total(total), hits, facets)

    def ids(self) -> set[str]:
        """Return the id of every article."""
        with readable(self._directory):
            return {told for told, _ in self._searcher.terms_with_prefix(ID, "", tantivy.Query.all_query())}

    def close(self) -> None:
        """Let go of the files."""
        del self._searcher, self._translator

    def _sorted(self, asked: tantivy.Query, ask: Ask) -> tuple[Hit, ...]:
        """Return the page in an order of time; each article has the score that it has by relevance."""
        if not ask.limit:
            return ()
        order = OLDEST if ask.sort is Sort.OLDEST else NEWEST
        found = self._searcher.search(
            asked, ask.limit, count=False, order_by_field=order, offset=ask.offset, order=tantivy.Order.Asc
        )
        articles = [kept(self._searcher, address) for _, address in found.hits]
        if not articles:
            return ()
        these = tantivy.Query.term_set_query(self._schema, ID, [article.id for article in articles])
        page = [(Occur.Must, asked), (Occur.Must, tantivy.Query.const_score_query(these, 0.0))]
        scored = self._searcher.search(tantivy.Query.boolean_query(page), len(articles), count=False)
        scores = {(address.segment_ord, address.doc): score for score, address in scored.hits}
        return tuple(
            Hit(article, round(scores[address.segment_ord, address.doc], DIGITS))
            for article, (_, address) in zip(articles, found.hits, strict=True)
        )

    def _ranked(self, asked: tantivy.Query, ask: Ask) -> tuple[Hit, ...]:
        """Return the page in the order of the scores; equals from the newest on, then by id."""
        until = ask.offset + ask.limit
        if not ask.limit:
            return ()
        found = self._scored(asked, until)
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
        return tuple(
            Hit(kept(self._searcher, address), -rank[0]) for rank, _, address in first[ask.offset : until]
        )

    def _scored(self, asked: tantivy.Query, until: int) -> Sequence[tuple[float, DocAddress]]:
        """Return the first hits by their scores, with all that tie with the last."""
        size = until + AHEAD
        while True:
            found = self._searcher.search(asked, size, count=False).hits
            hits = [(round(score, DIGITS), address) for score, address in found]
            if len(hits) < size or hits[-1][0] < hits[until - 1][0]:
                return hits
            size *= 4
