"""An index of a cluster, open for questions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from index.engine import Ask, Facets, Hit, Hits, Ranked, Sort, Total, constant_score, no_facets
from index.engines.opensearch import archive
from index.engines.opensearch.client import Client
from index.engines.opensearch.facets import FacetCounter
from index.engines.opensearch.failures import articles_of
from index.engines.opensearch.schema import ARTICLE, DAY, MAX_HITS, OLDEST
from index.engines.opensearch.translate import Clause, finding, translate, weighing
from index.engines.opensearch.view import View, in_one_view
from index.fields import ID
from index.query import Among, Query, Term
from index.spelling.words import within
from index.storage.stories import folded
from index.stored import received
from index.vectors.file import key
from index.vectors.reranking import RankedPage, Vectors

_SCORE_DIGITS = 3
"""Digits of a score that decide the order: the order of additions changes the last of its 32 bits."""

_EXTRA_HITS = 16
"""Hits fetched beyond the page: some of them may have the same score as its last one."""

_HITS_AT_ONCE = 500
"""Articles read together where hits are read one after the other."""

_MAX_ALIKE = 1000
"""The most words that are looked at where one may be misspelt."""

_EVERY_ARTICLE = 1 << 30
"""A number of articles that no index has."""

_QUERIES_AT_ONCE = 1000
"""Queries that are counted by one request: each is a bucket, of which an answer has 65,535 at most."""

_MAX_COUNTERS = 2
"""Answers whose facets are counted at once."""

_ORDERS: Mapping[Sort, list[dict[str, str]]] = {
    Sort.RELEVANCE: [{"_score": "desc"}, {DAY: "desc"}, {ID: "asc"}],
    Sort.NEWEST: [{DAY: "desc"}, {ID: "asc"}],
    Sort.OLDEST: [{OLDEST: "asc"}, {ID: "asc"}],
}

_NO_ARTICLE = {"stored_fields": "_none_"}
"""Part of a request whose hits are known by what they are sorted by: to read but `_id` unpacks a block of articles for each."""


class _Ranking(NamedTuple):
    """Hits before their articles are read: the score and the id of each; `total` is the number of articles that match."""

    hits: Sequence[tuple[float, str]]
    total: int


class OpenSearchEngine:
    """An index of a cluster, open for questions; it answers from its state at the first question."""

    def __init__(self, directory: Path, vectors: Vectors | None = None) -> None:
        self._location = archive.read(directory)
        self._view = View(Client(archive.cluster_of(directory)), self._location)
        self._vectors = vectors
        self._counters = ThreadPoolExecutor(_MAX_COUNTERS, "facets")

    @in_one_view
    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches."""
        matching = finding(query)
        count_facets = self._counting(matching, ask) if ask.facets else no_facets
        if not ask.limit:
            return Hits(Total(self._count(matching)), (), count_facets)
        page, total, stories = self._page(query, ask)
        return Hits(Total(total), tuple(self._read(page)), count_facets, stories)

    def each(self, query: Query, ask: Ask) -> Iterator[Hit]:
        """Yield the hits of `search` one after the other; a few hundred articles are in memory."""
        if not ask.limit:
            return
        page, _, _ = self._view.whole(lambda: self._page(query, ask))
        for start in range(0, len(page), _HITS_AT_ONCE):
            yield from self._some(page[start : start + _HITS_AT_ONCE])

    @in_one_view
    def _some(self, page: Sequence[tuple[float, str]]) -> Sequence[Hit]:
        return tuple(self._read(page))

    @in_one_view
    def ranked(self, query: Query, limit: int, topic: Sequence[str] = ()) -> tuple[Ranked, ...]:
        """Return the ids and scores of the first hits by relevance; no article is read."""
        if not limit:
            return ()
        page, _, _ = self._page(query, Ask(limit, topic=tuple(topic)))
        return tuple(Ranked(article_id, score) for score, article_id in page)

    @in_one_view
    def quorum(self, weights: Mapping[Query, int], articles: int) -> int:
        """Return the largest n such that at least `articles` articles match clauses that weigh n together; 1 if no n is larger."""
        weighed = [weighing(finding(clause), weight) for clause, weight in weights.items()]
        query = {"bool": {"should": weighed, "minimum_should_match": 1}}
        last = {"query": query, "from": articles - 1, "size": 1, **_NO_ARTICLE}
        hits = self._view.search(last)["hits"]["hits"]
        return max(1, int(hits[0]["_score"])) if hits else 1

    @in_one_view
    def alike(self, field: str, term: str, edits: int) -> Sequence[tuple[str, int]]:
        """Return the other terms of a list that begin like a term and are within `edits` of it, with their articles.

        They are those that a cluster suggests for a misspelt word; it suggests none for a word that is frequent, unless
        `max_term_freq` says so.
        """
        asked = {
            "field": field,
            "analyzer": "whitespace",
            "suggest_mode": "always",
            "max_edits": edits,
            "prefix_length": 1,
            "min_word_length": 1,
            "size": _MAX_ALIKE,
            "shard_size": _MAX_ALIKE,
            "max_inspections": _MAX_ALIKE,
            "max_term_freq": _EVERY_ARTICLE,
            "string_distance": "jaro_winkler",
            "accuracy": 0,
        }
        answer = self._view.search({"size": 0, "suggest": {"alike": {"text": term, "term": asked}}})
        options = [option for entry in answer["suggest"]["alike"] for option in entry["options"]]
        found = [(str(option["text"]), int(option["freq"])) for option in options]
        return sorted(
            ((word, articles) for word, articles in found if within(term, word, edits)),
            key=lambda entry: (-entry[1], entry[0]),
        )

    @in_one_view
    def counts(self, queries: Sequence[Query]) -> Sequence[int]:
        """Return the number of articles that each of some queries matches, by one request for a thousand of them."""
        found: list[int] = []
        for start in range(0, len(queries), _QUERIES_AT_ONCE):
            some = queries[start : start + _QUERIES_AT_ONCE]
            filters = {"filters": [finding(query) for query in some]}
            answer = self._view.search({"size": 0, "aggs": {"matching": {"filters": filters}}})
            buckets = answer["aggregations"]["matching"]["buckets"]
            found += [articles_of(bucket["doc_count"]) for _, bucket in zip(some, buckets, strict=True)]
        return found

    def frequencies(self, field: str, terms: Sequence[str]) -> Sequence[int]:
        """Return the number of articles that have each of some terms; they are counted."""
        return self.counts([Term(field, term) for term in terms])

    @in_one_view
    def ids(self) -> set[str]:
        """Return the id of every article."""
        order = [{ID: "asc"}]
        return {hit["sort"][-1] for hit in self._hits({"match_all": {}}, order, 1 << 62)[0]}

    def close(self) -> None:
        """Let go of the point in time and of the connections."""
        self._counters.shutdown()
        self._view.close()
        if self._vectors:
            self._vectors.close()

    def _counting(self, matching: Clause, ask: Ask) -> Callable[[], Facets]:
        """Start to count the facets in a thread, beside the page, and return the call that waits for them."""

        def count() -> Facets:
            return FacetCounter(self._view.search, matching, ask.names).count(ask)

        return self._counters.submit(self._view.whole, count).result

    def _count(self, matching: Clause) -> int:
        """Return the number of articles that a query matches."""
        answer = self._view.search({"query": matching, "size": 0, "track_total_hits": True})
        return articles_of(answer["hits"]["total"]["value"])

    def _page(self, query: Query, ask: Ask) -> tuple[Sequence[tuple[float, str]], int, int | None]:
        """Return the scores and ids of a page, the number of articles that match, and the number of stories as in `Hits`."""
        asked = translate(query)
        score = constant_score(query)
        is_ranked = ask.sort is Sort.RELEVANCE and score is None
        near = self._vectors.near(ask.topic) if is_ranked and self._vectors and ask.topic else None
        total = 0

        def ranking(start: int, end: int) -> Sequence[tuple[float, str]]:
            nonlocal total
            found = (
                self._best(asked, RankedPage(start, end, near))
                if is_ranked
                else self._sorted(asked, ask.sort, end)
            )
            total = found.total
            return found.hits if is_ranked else found.hits[start:end]

        page, stories = folded(ask, ranking, _keys)
        return page, total, stories

    def _sorted(self, asked: Clause, sort: Sort, end: int) -> _Ranking:
        """Return the first hits in an order that the cluster decides alone: that of time, or one of equal scores."""
        hits, total = self._hits(asked, _ORDERS[sort], end)
        return _Ranking(
            [(round(hit["_score"] or 0.0, _SCORE_DIGITS), hit["sort"][-1]) for hit in hits], total
        )

    def _best(self, asked: Clause, page: RankedPage) -> _Ranking:
        """Return a page of the ranking: by score, then the newest first, then by id."""
        wanted = page.hits_to_rank
        size = wanted + _EXTRA_HITS
        while True:
            hits, total = self._hits(asked, _ORDERS[Sort.RELEVANCE], size)
            ranks = sorted(
                (-round(hit["_score"], _SCORE_DIGITS), -hit["sort"][1], hit["sort"][2]) for hit in hits
            )
            if len(ranks) < size or ranks[-1][0] > ranks[wanted - 1][0]:
                break
            size *= 4
        ranked = [(-score, article_id) for score, _, article_id in ranks[:wanted]]
        cut = page.cut(ranked, lambda ids: map(key, ids))
        return _Ranking([(round(score, _SCORE_DIGITS), article_id) for score, article_id in cut], total)

    def _hits(self, asked: Clause, order: list[dict[str, str]], end: int) -> tuple[list[Any], int]:
        """Return the first hits in an order, without their articles, and the number of articles that match."""
        request = {"query": asked, "sort": order, "track_scores": True, **_NO_ARTICLE}
        found: list[Any] = []
        total: int | None = None
        while True:
            size = min(MAX_HITS, end - len(found))
            answer = self._view.search({**request, "size": size, "track_total_hits": total is None})
            total = articles_of(answer["hits"]["total"]["value"]) if total is None else total
            hits = answer["hits"]["hits"]
            if not all(isinstance(hit["sort"][-1], str) for hit in hits):
                raise TypeError(ID)
            found += hits
            if len(hits) < size or len(found) >= end:
                return found, total
            request["search_after"] = hits[-1]["sort"]

    def _read(self, page: Sequence[tuple[float, str]]) -> Iterator[Hit]:
        """Yield the hits of a page with their articles.

        Raises:
            ClusterError: an article is gone since, as a page that is read for long may go on in another view.
        """
        found: dict[str, Any] = {}
        for start in range(0, len(page), MAX_HITS):
            some = frozenset(article_id for _, article_id in page[start : start + MAX_HITS])
            asked = {"query": finding(Among(some)), "size": len(some), "sort": ["_doc"]}
            answer = self._view.search(asked)
            found |= {
                hit["_source"][ARTICLE]["id"]: hit["_source"][ARTICLE] for hit in answer["hits"]["hits"]
            }
        for score, article_id in page:
            if article_id not in found:
                raise self._view.changed()
            yield Hit(received(found[article_id]), score)


def _keys(hits: Sequence[tuple[float, str]]) -> Iterator[int]:
    """Yield the keys of some hits, under which the vectors and the stories have them."""
    return (key(article_id) for _, article_id in hits)
