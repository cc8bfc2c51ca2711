"""From the scores of documents to the page that was asked for: order, hits, facet counts."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeAlias

from corpus import Article
from index.engine import AFTER_EVERY_DAY, TIMES, Ask, Facets, Hit, Hits, Ranked, Sort, Total
from index.engines.whoosh.evaluate import Scores
from index.names.tally import Tally
from index.storage.stories import folded
from index.vectors.file import key
from index.vectors.reranking import Near, RankedPage


class Segment(Protocol):
    """A part of an index: the id, the day, the names and the article of each of its documents."""

    def key(self, document: int) -> str:
        """Return the id of a document."""
        ...

    def days(self) -> Sequence[int]:
        """Return the day of every document, yyyymmdd or 0."""
        ...

    def values(self, document: int) -> Mapping[str, Sequence[str]]:
        """Return the names of a document, by field."""
        ...

    def stored(self, document: int) -> Article:
        """Return the stored article of a document."""
        ...


ScoredDocument: TypeAlias = tuple[float, tuple[Segment, int]]
"""A score, and the document that has it: its segment and its number there."""

Matches = Sequence[tuple[Segment, Scores]]
"""The documents that a query matches, with their scores, in each segment."""


def collect(matches: Matches, ask: Ask, near: Near | None = None) -> Hits:
    """Return the part of an answer that was asked for; only the articles of the page are read.

    `near` reranks the first hits.
    """
    page, stories = _page(matches, ask, near)
    hits = tuple(Hit(segment.stored(number), score) for score, (segment, number) in page)
    facets = _facets(matches, ask)
    return Hits(Total(sum(len(scores) for _, scores in matches)), hits, lambda: facets, stories)


def each(matches: Matches, ask: Ask, near: Near | None = None) -> Iterator[Hit]:
    """Yield the hits of an answer, each read when it is taken."""
    page, _ = _page(matches, ask, near)
    for score, (segment, number) in page:
        yield Hit(segment.stored(number), score)


def _page(matches: Matches, ask: Ask, near: Near | None) -> tuple[Sequence[ScoredDocument], int | None]:
    """Return the scores and the documents of a page, and the number of stories where `folded` knows it."""
    ranking = partial(_ranking, matches, ask.sort, near)
    return folded(ask, ranking, lambda hits: _keys(document for _, document in hits))


def ranked(matches: Matches, limit: int, near: Near | None = None) -> tuple[Ranked, ...]:
    """Return the ids and scores of the first hits by relevance."""
    ranking = _ranking(matches, Sort.RELEVANCE, near, 0, limit)
    return tuple(Ranked(segment.key(number), score) for score, (segment, number) in ranking)


def _ranking(matches: Matches, sort: Sort, near: Near | None, start: int, end: int) -> list[ScoredDocument]:
    """Return the scores and the documents from a start to an end of the order; the ids of no others are read."""
    page = RankedPage(start, end, near if sort is Sort.RELEVANCE else None)
    keyed = [
        (_rank(sort, score, segment.days()[number]), number, score, segment)
        for segment, scores in matches
        for number, score in scores.items()
    ]
    if page.hits_to_rank < len(keyed):
        first = heapq.nsmallest(page.hits_to_rank, (rank for rank, *_ in keyed))
        last = max(first, default=(-float("inf"), 0))
        keyed = [entry for entry in keyed if entry[0] <= last]
    keyed.sort(key=lambda entry: (entry[0], entry[3].key(entry[1])))
    ranked = [(score, (segment, number)) for _, number, score, segment in keyed]
    return page.cut(ranked, _keys)


def _keys(documents: Iterable[tuple[Segment, int]]) -> Iterator[int]:
    return (key(segment.key(number)) for segment, number in documents)


def _rank(sort: Sort, score: float, day: int) -> tuple[float, int]:
    """Return the sort key of a document; documents with equal keys are in the order of their ids."""
    match sort:
        case Sort.RELEVANCE:
            return -round(score, 9), -day
        case Sort.NEWEST:
            return 0, -day
        case Sort.OLDEST:
            return 0, day or AFTER_EVERY_DAY


def _facets(matches: Matches, ask: Ask) -> Facets:
    """Return the number of documents of each value of each facet asked for."""
    days: Counter[int] = Counter()
    names = {facet: Tally() for facet in ask.facets if facet not in TIMES}
    for segment, scores in matches:
        if len(names) < len(ask.facets):
            segment_days = segment.days()
            days.update(segment_days[number] for number in scores)
        for number in scores if names else ():
            entities = ask.names.entities(segment.values(number))
            for facet, tally in names.items():
                tally.add(entities.get(facet, ()))
    return {
        facet: names[facet].first(ask.values) if facet in names else _times(days, TIMES[facet])
        for facet in ask.facets
    }


def _times(days: Mapping[int, int], part: int) -> dict[str, int]:
    """Return the number of articles of each day, month or year; `part` is the part of a day that is left out."""
    times: Counter[str] = Counter()
    for day, count in days.items():
        times[str(day - day % part)] += count
    return times
