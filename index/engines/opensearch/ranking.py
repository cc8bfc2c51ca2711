"""The order of an answer: the ids and scores of its hits, before their articles are read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, assert_never

from index.engine import SCORE_DIGITS, Ask, Ranked, Sort, constant_score
from index.engines.opensearch.failures import articles_of
from index.engines.opensearch.schema import DAY, MAX_HITS, OLDEST
from index.engines.opensearch.translate import Clause, translate
from index.engines.opensearch.view import View
from index.fields import ID, SCORED_LISTS
from index.query import (
    Among,
    And,
    AtLeast,
    Boost,
    Dated,
    Everything,
    Fuzzy,
    Glob,
    Not,
    Or,
    Phrase,
    Prefer,
    Query,
    Term,
)
from index.storage.stories import folded
from index.vectors.file import key
from index.vectors.reranking import RankedPage, Vectors

_EXTRA_HITS = 16
"""Hits fetched beyond the page: some of them may have the same score as its last one."""

_MORE_HITS = 4
"""Times as many hits are fetched where these do not suffice."""

_EVERY_HIT = 1 << 31
"""More hits than a cluster has articles."""

_Order = list[dict[str, str]]

_ORDERS: Mapping[Sort, _Order] = {
    Sort.RELEVANCE: [{"_score": "desc"}, {DAY: "desc"}, {ID: "asc"}],
    Sort.NEWEST: [{DAY: "desc"}, {ID: "asc"}],
    Sort.OLDEST: [{OLDEST: "asc"}, {ID: "asc"}],
}

NO_ARTICLE = {"stored_fields": "_none_"}
"""Part of a request whose hits are known by what they are sorted by: to read but `_id` unpacks a block of articles for each."""


class _SortedHit(NamedTuple):
    """What is kept of a hit: its score, and what it is sorted by, the last of which is its id."""

    score: float
    order: list[Any]


class _Page(NamedTuple):
    """Hits that come one after the other in an answer; `total` is the number of articles that match, 0 after the first page."""

    hits: Sequence[_SortedHit]
    total: int


class _Hits(NamedTuple):
    """The scores and ids of a part of an answer; `total` is the number of articles that match."""

    hits: Sequence[tuple[float, str]]
    total: int


class Page(NamedTuple):
    """The hits of a page, the number of articles that match, and the number of stories as in `index.engine.Hits`."""

    hits: Sequence[Ranked]
    total: int
    stories: int | None


class Ranking:
    """The answers of an index in their order; the vectors rerank their first hits."""

    def __init__(self, view: View, vectors: Vectors | None) -> None:
        self._view = view
        self._vectors = vectors

    def page(self, query: Query, ask: Ask) -> Page:
        """Return the hits that are asked for; `ask.limit` is 1 at least.

        Raises:
            Unsupported: OpenSearch cannot answer the query.
        """
        asked = translate(query)
        has_scores = ask.sort is Sort.RELEVANCE and constant_score(query) is None
        near = self._vectors.near(ask.topic) if has_scores and self._vectors and ask.topic else None
        is_ranked = near or (has_scores and not _has_whole_scores(query))
        total = 0

        def ranking(start: int, end: int) -> Sequence[tuple[float, str]]:
            nonlocal total
            found = (
                self._best(asked, RankedPage(start, end, near))
                if is_ranked
                else self._sorted(asked, ask.sort, start, end)
            )
            total = found.total
            return found.hits

        hits, stories = folded(ask, ranking, _keys)
        return Page([Ranked(article_id, score) for score, article_id in hits], total, stories)

    def ids(self) -> Iterator[str]:
        """Yield the id of every article, in order."""
        for page in self._pages({"match_all": {}}, [{ID: "asc"}], _EVERY_HIT):
            yield from (hit.order[-1] for hit in page.hits)

    def _sorted(self, asked: Clause, sort: Sort, start: int, end: int) -> _Hits:
        """Return a part of an answer in an order that the cluster decides alone: that of time, or one of scores that are exact."""
        hits, total = self._first(asked, _ORDERS[sort], end)
        return _Hits([(round(score, SCORE_DIGITS), order[-1]) for score, order in hits[start:end]], total)

    def _best(self, asked: Clause, page: RankedPage) -> _Hits:
        """Return a part of the ranking: by score, then the newest first, then by id."""
        wanted = page.hits_to_rank
        size = wanted + _EXTRA_HITS
        while True:
            hits, total = self._first(asked, _ORDERS[Sort.RELEVANCE], size)
            ranks = sorted(
                (-round(score, SCORE_DIGITS), -day, article_id) for score, (_, day, article_id) in hits
            )
            if len(ranks) < size or ranks[-1][0] > ranks[wanted - 1][0]:
                break
            size *= _MORE_HITS
        ranked = [(-score, article_id) for score, _, article_id in ranks[:wanted]]
        cut = page.cut(ranked, lambda ids: map(key, ids))
        return _Hits([(round(score, SCORE_DIGITS), article_id) for score, article_id in cut], total)

    def _first(self, asked: Clause, order: _Order, end: int) -> _Page:
        """Return the first hits in an order."""
        pages = list(self._pages(asked, order, end))
        return _Page([hit for page in pages for hit in page.hits], pages[0].total)

    def _pages(self, asked: Clause, order: _Order, end: int) -> Iterator[_Page]:
        """Yield the first hits in an order by pages, of which there is one at least."""
        request = {"query": asked, "sort": order, "track_scores": True, **NO_ARTICLE}
        found = 0
        while True:
            size = min(MAX_HITS, end - found)
            answer = self._view.search({**request, "size": size, "track_total_hits": not found})
            hits = [_sorted_hit(hit) for hit in answer["hits"]["hits"]]
            yield _Page(hits, 0 if found else articles_of(answer["hits"]["total"]["value"]))
            found += len(hits)
            if len(hits) < size or found >= end:
                return
            request["search_after"] = hits[-1].order


def _has_whole_scores(query: Query) -> bool:
    """Return whether the scores are sums of whole numbers, of which equal ones are equal to the last bit.

    Thousands of articles may have one of them, where some of two names or of two patterns are asked for.

    >>> _has_whole_scores(Or((Glob("stem", "elect*"), Term("person", "=awa_sarr"))))
    True
    """
    match query:
        case Term(field):
            return field not in SCORED_LISTS
        case Phrase():
            return False
        case Glob() | Fuzzy() | Dated() | Among() | Everything() | Not():
            return True
        case And(clauses) | Or(clauses) | AtLeast(clauses):
            return all(map(_has_whole_scores, clauses))
        case Prefer(must, should):
            return _has_whole_scores(must) and _has_whole_scores(should)
        case Boost(clause, weight):
            return float(weight).is_integer() and _has_whole_scores(clause)
        case _:
            assert_never(query)


def _sorted_hit(hit: Any) -> _SortedHit:
    """Return what is kept of a hit, 290 bytes; the whole of it takes 490.

    Raises:
        TypeError: it is not sorted by an id.
    """
    order = hit["sort"]
    if not isinstance(order[-1], str):
        raise TypeError(ID)
    return _SortedHit(hit["_score"] or 0.0, order)


def _keys(hits: Sequence[tuple[float, str]]) -> Iterator[int]:
    """Yield the keys of some hits, under which the vectors and the stories have them."""
    return (key(article_id) for _, article_id in hits)
