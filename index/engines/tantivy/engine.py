"""A tantivy index, open for questions."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from heapq import nsmallest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import tantivy
from tantivy import DocAddress, Occur

from corpus.records import record
from index.engine import SCORE_DIGITS, Ask, Facets, Hit, Hits, Ranked, Sort, Total, constant_score, no_facets
from index.engines.tantivy.matches import Matches
from index.engines.tantivy.patterns import PatternCosts
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
from index.engines.tantivy.translate import Translator
from index.fields import ID
from index.memo import Memo
from index.names.resolution import Names
from index.query import Query, unscored
from index.spelling.breadth import Meter
from index.spelling.words import alike
from index.storage.stories import folded
from index.vectors.reranking import Near, RankedPage, Vectors

if TYPE_CHECKING:  # 4 ms, and most queries ask for no facet
    from index.engines.tantivy.name_index import NameIndex
    from index.engines.tantivy.parallel import BackgroundCall

_MAX_REMEMBERED_IDS = 1 << 17
"""The most ids remembered, in some 20 MB: to read one takes 27 µs, which is most of the time of a thousand hits."""

_EXTRA_HITS = 16
"""Hits fetched beyond the page: some of them may have the same score as its last one."""

_MAX_COUNTED_ANSWERS = 32
"""The most answers whose facets are remembered: those of the pages to which a person goes back."""

_HITS_AT_ONCE = 200
"""Articles read together where hits are read one after the other."""


@record
class _FacetsAsked:
    """The facets of an answer, whatever its order and its page: the query without scores, and what `Ask` has of facets."""

    query: Query
    facets: tuple[str, ...]
    values: int | None
    names: Names


class _Page(NamedTuple):
    """Hits before their articles are read: the score of each, None where it is not known, and its address.

    `total` is the number of articles that match, `stories` as in `Hits`.
    """

    hits: Sequence[tuple[float | None, DocAddress]]
    total: int
    stories: int | None


class TantivyEngine:
    """A tantivy index, open for questions; it answers from its state when it was opened."""

    def __init__(self, directory: Path, vectors: Vectors | None = None) -> None:
        self._directory = directory
        self._vectors = vectors
        with readable(directory):
            index = open_index(directory)
            self._schema = index.schema
            self._searcher = index.searcher()
            self._costs = PatternCosts(self._searcher)
            self._translator = Translator(self._schema, self._searcher)
            self._id_of = lru_cache(_MAX_REMEMBERED_IDS)(self._read_id)
        self._counting: list[BackgroundCall[Facets]] = []
        self._counted = Memo(self._count_in_background, _MAX_COUNTED_ANSWERS)

    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches."""
        with readable(self._directory):
            self._check(query)
            asked = self._translator.translate(query if ask.limit else unscored(query))
            count_facets = self._start_counting(query, ask) if ask.facets else no_facets
            if not ask.limit:
                return Hits(Total(Matches(self._searcher, asked).number()), (), count_facets)
            page = self._page(asked, constant_score(query), ask)
            return Hits(Total(page.total), tuple(self._read(page, asked)), count_facets, page.stories)

    def each(self, query: Query, ask: Ask) -> Iterator[Hit]:
        """Yield the hits of `search` one after the other; a few hundred articles are in memory."""
        if not ask.limit:
            return
        with readable(self._directory):
            self._check(query)
            asked = self._translator.translate(query)
            page = self._page(asked, constant_score(query), ask)
            for start in range(0, len(page.hits), _HITS_AT_ONCE):
                some = page.hits[start : start + _HITS_AT_ONCE]
                yield from self._read(page._replace(hits=some), asked)

    def _check(self, *queries: Query) -> None:
        """Add up what the loose phrases and the patterns of some queries cost together.

        Raises:
            Unsupported: they cost too much.
        """
        meter = Meter(self._searcher.num_docs)
        self._translator.check(meter, *queries)
        self._costs.check(meter, *queries)

    @cached_property
    def _name_index(self) -> "NameIndex":
        from index.engines.tantivy.name_index import NameIndex

        return NameIndex(self._schema, self._searcher)

    def _start_counting(self, query: Query, ask: Ask) -> Callable[[], Facets]:
        """Start to count the facets in a thread, and return the call that waits for them.

        The facets of the last answers are remembered: the next page of an answer, or the answer in another order, has the same.
        """
        return self._counted[_FacetsAsked(unscored(query), ask.facets, ask.values, ask.names)].result

    def _count_in_background(self, asked: "_FacetsAsked") -> "BackgroundCall[Facets]":
        """Start to count the facets of an answer; `close` waits for them too."""
        from index.engines.tantivy.parallel import BackgroundCall

        counting = BackgroundCall(partial(self._count_facets, asked))
        self._counting = [counting, *(other for other in self._counting if other.is_running)]
        return counting

    def _count_facets(self, asked: "_FacetsAsked") -> Facets:
        from index.engines.tantivy.facets import FacetCounter

        with readable(self._directory):
            matches = Matches(self._searcher, self._translator.translate(asked.query))
            return FacetCounter(matches, asked.names, self._name_index).count(asked.facets, asked.values)

    def ranked(self, query: Query, limit: int, topic: Sequence[str] = ()) -> tuple[Ranked, ...]:
        """Return the ids and scores of the first hits by relevance; no article is read."""
        if not limit:
            return ()
        with readable(self._directory):
            self._check(query)
            asked = self._translator.translate(query)
            score = constant_score(query)
            if score is None:
                page, _ = self._best(asked, RankedPage(0, limit, self._near(topic)))
                return tuple(Ranked(self._id(address), score) for score, address in page)
            most = max(1, min(limit, self._searcher.num_docs))
            result = self._searcher.search(
                asked, most, count=False, order_by_field=NEWEST, order=tantivy.Order.Asc
            )
            return tuple(Ranked(newest_id(str(key)), score) for key, _ in result.hits)

    def quorum(self, weights: Mapping[Query, int], articles: int) -> int:
        """Return the largest n such that at least `articles` articles match clauses that weigh n together; 1 if no n is larger.

        One search that scores each clause by its weight takes .5 ms for 10 words of 36,016 articles.
        """
        with readable(self._directory):
            self._check(*weights)
            weighed = [
                (
                    Occur.Should,
                    tantivy.Query.const_score_query(self._translator.translate(unscored(clause)), weight),
                )
                for clause, weight in weights.items()
            ]
            hits = self._searcher.search(tantivy.Query.boolean_query(weighed), articles, count=False).hits
            return max(1, int(hits[-1][0])) if len(hits) == articles else 1

    def counts(self, queries: Sequence[Query]) -> Sequence[int]:
        """Return the number of articles that each of some queries matches."""
        return [self.search(query, Ask(0)).total.count for query in queries]

    def frequencies(self, field: str, terms: Sequence[str]) -> Sequence[int]:
        """Return the number of articles that have each of some terms; deleted ones count until they are merged away."""
        with readable(self._directory):
            return [self._searcher.doc_freq(field, term) for term in terms]

    def alike(self, field: str, term: str, edits: int) -> Sequence[tuple[str, int]]:
        """Return the other terms of a list with the same first letter within some edits, each with its articles.

        To read the 7,500 of 125,000 that begin with a letter takes 3 ms, to compare them 2 for one edit, 5 for two.
        """
        with readable(self._directory):
            return alike(term, edits, self._searcher.terms_with_prefix(field, term[:1]))

    def ids(self) -> set[str]:
        """Return the id of every article."""
        with readable(self._directory):
            return {
                article_id
                for article_id, _ in self._searcher.terms_with_prefix(ID, "", tantivy.Query.all_query())
            }

    def close(self) -> None:
        """Let go of the files, after the facets that are being counted."""
        for counting in self._counting:
            counting.wait()
        self.__dict__.pop("_name_index", None)
        del self._searcher, self._costs, self._translator, self._id_of
        if self._vectors:
            self._vectors.close()

    def _page(self, asked: tantivy.Query, score: float | None, ask: Ask) -> _Page:
        """Return the page in the order that is asked for; `score` is the score of every article, if it is one."""
        if ask.sort is Sort.RELEVANCE and score is None:
            return self._ranked(asked, ask, self._near(ask.topic))
        return self._sorted(asked, score, ask)

    def _read(self, page: _Page, asked: tantivy.Query) -> list[Hit]:
        """Return the hits of a page with their articles."""
        articles = [kept(self._searcher, address) for _, address in page.hits]
        unknown = [
            article.id for article, (score, _) in zip(articles, page.hits, strict=True) if score is None
        ]
        scores = self._scores(asked, unknown)
        return [
            Hit(article, scores.get((address.segment_ord, address.doc), 0.0) if score is None else score)
            for article, (score, address) in zip(articles, page.hits, strict=True)
        ]

    def _sorted(self, asked: tantivy.Query, score: float | None, ask: Ask) -> _Page:
        """Return the page in an order of time."""
        order = OLDEST if ask.sort is Sort.OLDEST else NEWEST
        total = 0

        def ranking(start: int, end: int) -> list[DocAddress]:
            nonlocal total
            first, behind = (min(rank, self._searcher.num_docs) for rank in (start, end))
            result = self._searcher.search(
                asked, max(1, behind - first), order_by_field=order, offset=first, order=tantivy.Order.Asc
            )
            total = _count(result)
            return [address for _, address in result.hits]

        page, stories = folded(ask, ranking, self._keys)
        return _Page([(score, address) for address in page], total, stories)

    def _scores(self, asked: tantivy.Query, ids: Sequence[str]) -> dict[tuple[int, int], float]:
        """Return the scores of some articles, which a search in an order of time does not return."""
        if not ids:
            return {}
        these = tantivy.Query.const_score_query(tantivy.Query.term_set_query(self._schema, ID, ids), 0.0)
        both = tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, these)])
        hits = self._searcher.search(both, len(ids), count=False).hits
        return {(address.segment_ord, address.doc): round(score, SCORE_DIGITS) for score, address in hits}

    def _ranked(self, asked: tantivy.Query, ask: Ask, near: Near | None) -> _Page:
        """Return the page in the order of the scores."""
        total = 0

        def ranking(start: int, end: int) -> list[tuple[float, DocAddress]]:
            nonlocal total
            page, total = self._best(asked, RankedPage(start, end, near))
            return page

        page, stories = folded(ask, ranking, lambda hits: self._keys([address for _, address in hits]))
        return _Page(page, total, stories)

    def _best(self, asked: tantivy.Query, page: RankedPage) -> tuple[list[tuple[float, DocAddress]], int]:
        """Return a page of the ranking, and the total: by score, then the newest first, then by id."""
        hits, total = self._scored(asked, page.hits_to_rank)
        days = self._searcher.fast_field_values(DAY, [address for _, address in hits])
        ranks = [(-score, -int(day or 0)) for (score, _), day in zip(hits, days, strict=True)]
        last = max(nsmallest(page.hits_to_rank, ranks), default=(0.0, 0))
        times = Counter(ranks)
        first = [
            (rank, self._id(address) if times[rank] > 1 else "", address)
            for rank, (_, address) in zip(ranks, hits, strict=True)
            if rank <= last
        ]
        first.sort(key=lambda entry: entry[:2])
        ranked = [(-rank[0], address) for rank, _, address in first]
        cut = page.cut(ranked, self._keys)
        return [(round(score, SCORE_DIGITS), address) for score, address in cut], total

    def _keys(self, addresses: Sequence[DocAddress]) -> Iterator[int]:
        """Yield the keys of some articles, under which the files of vectors and of stories have them."""
        keys = self._searcher.fast_field_values(KEY, list(addresses))
        return (int(key or 0) for key in keys)

    def _near(self, topic: Sequence[str]) -> Near | None:
        return self._vectors.near(topic) if self._vectors and topic else None

    def _id(self, address: DocAddress) -> str:
        return self._id_of(address.segment_ord, address.doc)

    def _read_id(self, segment: int, document: int) -> str:
        return kept_id(self._searcher, DocAddress(segment, document))

    def _scored(self, asked: tantivy.Query, until: int) -> tuple[Sequence[tuple[float, DocAddress]], int]:
        """Return the first `until` hits by score, all others with the score of the last one, and the total.

        tantivy makes room for as many hits as it is asked for, so that it is never asked for more than there are articles.
        """
        size = min(until + _EXTRA_HITS, self._searcher.num_docs + 1)
        while True:
            result = self._searcher.search(asked, size)
            hits = [(round(score, SCORE_DIGITS), address) for score, address in result.hits]
            if len(hits) < size or hits[-1][0] < hits[until - 1][0]:
                return hits, _count(result)
            size *= 4


def _count(result: tantivy.SearchResult) -> int:
    count: int = result.count  # type: ignore[attr-defined] # forgotten in the stubs
    return count
