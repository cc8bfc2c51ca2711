"""From the scores of documents to the page that was asked for: order, hits, facet counts."""

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from index.engine import TIMES, Ask, Hit, Hits, Ranked, Sort, Total
from index.engines.whoosh.evaluate import Scores
from index.names.tally import Tally
from index.stored import Stored
from index.vectors.file import key
from index.vectors.reader import DEPTH, Near, reranked

NEVER = 99_999_999
"""Later than every day: where undated articles stand in the order of time."""


class Segment(Protocol):
    """What is known of the documents of a part of an index."""

    def key(self, document: int) -> str:
        """Return the id of a document."""
        ...

    def days(self) -> Sequence[int]:
        """Return the day of every document, yyyymmdd or 0."""
        ...

    def values(self, document: int) -> Mapping[str, Sequence[str]]:
        """Return the values of a document, by field of names."""
        ...

    def stored(self, document: int) -> Stored:
        """Return what is kept of a document."""
        ...


Found = Sequence[tuple[Segment, Scores]]


def collect(found: Found, ask: Ask, near: Near | None = None) -> Hits:
    """Return the part of an answer that was asked for; only the articles of the page are read.

    `near` is what the first hits are reranked by.
    """
    page = [(score, segment.stored(number)) for segment, number, score in _page(found, ask, near)]
    hits = tuple(Hit(article, score, sketch) for score, (article, sketch) in page)
    return Hits(Total(sum(len(scores) for _, scores in found)), hits, _facets(found, ask))


def ranked(found: Found, limit: int, near: Near | None = None) -> tuple[Ranked, ...]:
    """Return the first ids by relevance, with their scores."""
    page = _page(found, Ask(limit), near)
    return tuple(Ranked(segment.key(number), score) for segment, number, score in page)


def _page(found: Found, ask: Ask, near: Near | None) -> list[tuple[Segment, int, float]]:
    """Return the documents of the page, in order; ids are read only of those that may be on it."""
    until = ask.offset + ask.limit
    reranks = near and ask.limit and ask.sort is Sort.RELEVANCE and ask.offset < DEPTH
    if reranks:
        until = max(until, DEPTH)
    keyed = [
        (_rank(ask.sort, score, segment.days()[number]), number, score, segment)
        for segment, scores in found
        for number, score in scores.items()
    ]
    if until < len(keyed):
        last = max(heapq.nsmallest(until, (rank for rank, *_ in keyed)), default=(-float("inf"), 0))
        keyed = [entry for entry in keyed if entry[0] <= last]
    keyed.sort(key=lambda entry: (entry[0], entry[3].key(entry[1])))
    ranked = [(score, (segment, number)) for _, number, score, segment in keyed]
    if near and reranks:
        close = near(key(segment.key(number)) for _, (segment, number) in ranked[:DEPTH])
        ranked[:DEPTH] = reranked(ranked[:DEPTH], close, min(ask.offset + ask.limit, DEPTH))
    page = ranked[ask.offset : ask.offset + ask.limit]
    return [(segment, number, score) for score, (segment, number) in page]


def _rank(sort: Sort, score: float, day: int) -> tuple[float, int]:
    """Return what puts a document in its place, ties left to its id."""
    match sort:
        case Sort.RELEVANCE:
            return -round(score, 9), -day
        case Sort.NEWEST:
            return 0, -day
        case Sort.OLDEST:
            return 0, day or NEVER


def _facets(found: Found, ask: Ask) -> dict[str, Mapping[str, int]]:
    """Return how many of the documents have each value of each facet."""
    days: Counter[int] = Counter()
    names = {facet: Tally() for facet in ask.facets if facet not in TIMES}
    for segment, scores in found:
        if len(names) < len(ask.facets):
            told = segment.days()
            days.update(told[number] for number in scores)
        for number in scores if names else ():
            entities = ask.names.entities(segment.values(number))
            for facet, tally in names.items():
                tally.add(entities.get(facet, ()))
    return {
        facet: names[facet].first(ask.values) if facet in names else _times(days, TIMES[facet])
        for facet in ask.facets
    }


def _times(days: Mapping[int, int], part: int) -> dict[str, int]:
    """Return how many articles are of each day, month or year."""
    times: Counter[str] = Counter()
    for day, count in days.items():
        times[str(day - day % part)] += count
    return times
