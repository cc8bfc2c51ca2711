"""An index of a cluster, open for questions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.engine import Ask, Facets, Hit, Hits, Ranked, Total, no_facets
from index.engines.opensearch import archive
from index.engines.opensearch.background import Background
from index.engines.opensearch.client import Client
from index.engines.opensearch.facets import FacetCounter
from index.engines.opensearch.failures import articles_of
from index.engines.opensearch.ranking import NO_ARTICLE, Ranking
from index.engines.opensearch.schema import ARTICLE, MAX_HITS
from index.engines.opensearch.translate import Clause, finding, weighing
from index.engines.opensearch.view import CLOSE_SECONDS, View, in_one_view
from index.query import Among, Query, Term
from index.spelling.words import within
from index.stored import received
from index.vectors.reranking import Vectors

_HITS_AT_ONCE = 500
"""Articles read together where hits are read one after the other."""

_MAX_ALIKE = 1000
"""The most words that are looked at where one may be misspelt."""

_EVERY_ARTICLE = 1 << 30
"""A number of articles that no index has."""

_QUERIES_AT_ONCE = 1000
"""Queries that are counted by one request: each is a bucket, of which an answer has 65,535 at most."""


class OpenSearchEngine:
    """An index of a cluster, open for questions; it answers from its state when it was opened, as long as the cluster keeps it."""

    def __init__(self, directory: Path, vectors: Vectors | None = None) -> None:
        self._location = archive.read(directory)
        self._view = View(Client(archive.cluster_of(directory)), self._location)
        self._ranking = Ranking(self._view, vectors)
        self._vectors = vectors
        self._counting: list[Background[Facets]] = []

    @in_one_view
    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches."""
        matching = finding(query)
        count_facets = self._start_counting(matching, ask) if ask.facets else no_facets
        if not ask.limit:
            return Hits(Total(self._count(matching)), (), count_facets)
        page = self._ranking.page(query, ask)
        return Hits(Total(page.total), tuple(self._read(page.hits)), count_facets, page.stories)

    def each(self, query: Query, ask: Ask) -> Iterator[Hit]:
        """Yield the hits of `search` one after the other; a few hundred articles are in memory."""
        if not ask.limit:
            return
        hits = self._view.whole(lambda: self._ranking.page(query, ask)).hits
        for start in range(0, len(hits), _HITS_AT_ONCE):
            yield from self._some(hits[start : start + _HITS_AT_ONCE])

    @in_one_view
    def _some(self, hits: Sequence[Ranked]) -> Sequence[Hit]:
        return tuple(self._read(hits))

    @in_one_view
    def ranked(self, query: Query, limit: int, topic: Sequence[str] = ()) -> tuple[Ranked, ...]:
        """Return the ids and scores of the first hits by relevance; no article is read."""
        if not limit:
            return ()
        return tuple(self._ranking.page(query, Ask(limit, topic=tuple(topic))).hits)

    @in_one_view
    def quorum(self, weights: Mapping[Query, int], articles: int) -> int:
        """Return the largest n such that at least `articles` articles match clauses that weigh n together; 1 if no n is larger."""
        weighed = [weighing(finding(clause), weight) for clause, weight in weights.items()]
        query = {"bool": {"should": weighed, "minimum_should_match": 1}}
        last = {"query": query, "from": articles - 1, "size": 1, **NO_ARTICLE}
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
        return set(self._ranking.ids())

    def close(self) -> None:
        """Let go of the point in time and of the connections."""
        for counting in self._counting:
            counting.join(CLOSE_SECONDS)
        self._view.close()
        if self._vectors:
            self._vectors.close()

    def _start_counting(self, matching: Clause, ask: Ask) -> Callable[[], Facets]:
        """Start to count the facets in a thread, beside the page, and return the call that waits for them."""

        def count() -> Facets:
            return FacetCounter(self._view.search, matching, ask.names).count(ask)

        counting = Background("facets", lambda: self._view.whole(count))
        counting.start()
        self._counting = [counting, *(other for other in self._counting if other.is_alive())]
        return counting.result

    def _count(self, matching: Clause) -> int:
        """Return the number of articles that a query matches."""
        answer = self._view.search({"query": matching, "size": 0, "track_total_hits": True})
        return articles_of(answer["hits"]["total"]["value"])

    def _read(self, hits: Sequence[Ranked]) -> Iterator[Hit]:
        """Yield some hits with their articles.

        Raises:
            ClusterError: an article is gone since, as a page that is read for long may go on in another view.
        """
        found: dict[str, Any] = {}
        for start in range(0, len(hits), MAX_HITS):
            some = frozenset(hit.id for hit in hits[start : start + MAX_HITS])
            asked = {"query": finding(Among(some)), "size": len(some), "sort": ["_doc"]}
            answer = self._view.search(asked)
            found |= {
                hit["_source"][ARTICLE]["id"]: hit["_source"][ARTICLE] for hit in answer["hits"]["hits"]
            }
        for hit in hits:
            if hit.id not in found:
                raise self._view.changed()
            yield Hit(received(found[hit.id]), hit.score)
