"""The answers of two engines to the same lines, and where they differ.

The articles that match, their number, the facets and the orders of time are to be the same.  The order by relevance may differ
where two scores are close: the engines add numbers of 32 bits in another order, and each rounds the length of an article
to one byte and the mean length in its own way.  A pair of articles is out of order only if one engine has its scores further
apart than `TIE`, a share of the higher one, and than the last digit that decides, while the other engine has them the other way round.

Of loose phrases (`"a b"~3`) the order is counted, and not judged: Lucene weighs a place where the words are far from
each other less (1 / (1 + distance)), tantivy counts each place as one.
"""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from corpus.message import CodedError
from index.engine import Engine, Sort
from index.spelling.breadth import phrases
from search.render.error import text
from search.searcher import Page, Searcher

SIX = ("person", "org", "place", "source", "section", "month")
VALUES = 10
HITS = 10

TIE = 0.001
"""Scores that differ by no more than this share are a tie."""

_LAST_DIGIT = 0.0015
"""Scores that are closer differ in the last of their three decimals alone."""

_MAX_RANKED = 200
"""Articles whose scores are read, so that both engines have the scores of nearly all of the first ten of each."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one engine answers to a line, which may have a loose phrase; `refusal` is its sentence where it does not."""

    total: int = 0
    facets: Mapping[str, Sequence[tuple[str, int]]] | None = None
    newest: Sequence[str] = ()
    page: Sequence[str] = ()
    scores: Mapping[str, float] | None = None
    is_loose: bool = False
    refusal: str = ""

    @property
    def ranked(self) -> list[str]:
        """The first articles by relevance, without the vectors."""
        return list(self.scores or {})[:HITS]


def answer(searcher: Searcher, engine: Engine, line: str) -> Answer:
    """Return the answer to a line: what a person sees of it, and the scores of the engine alone."""
    try:
        results = searcher.search(line, Page(HITS, facets=SIX, values=VALUES, passages=False))
        newest = searcher.search(line, Page(HITS, sort=Sort.NEWEST, passages=False))
        ranked = engine.ranked(results.asked, _MAX_RANKED)
    except CodedError as error:
        return Answer(refusal=text(error))
    return Answer(
        results.total.count,
        {name: [(bucket.value, bucket.count) for bucket in found] for name, found in results.facets.items()},
        [result.article.id for result in newest.results],
        [result.article.id for result in results.results],
        {one.id: one.score for one in ranked},
        any(phrase.slop and len(phrase.terms) > 1 for phrase in phrases(results.asked)),
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """How the answers of two engines to a line differ.

    `is_wrong` is a difference that no rounding of scores explains.  `order` is 0 where the ten first are the same in the same
    order, but for last digits; else the largest share by which the scores of a pair are apart that the engines order differently, as the
    engine sees it that has them closer together.  `score` is the largest share by which the scores of an article differ.
    `page` says whether the ten first are others behind the vectors.
    """

    line: str
    total: tuple[int, int] | None = None
    facets: tuple[str, ...] = ()
    newest: bool = False
    order: float = 0.0
    score: float = 0.0
    page: bool = False
    is_loose: bool = False
    refusals: tuple[str, str] = ("", "")

    @property
    def is_wrong(self) -> bool:
        """Whether something is different that has to be the same."""
        one_refuses = bool(self.refusals[0]) != bool(self.refusals[1])
        is_out_of_order = self.order > TIE and not self.is_loose
        return one_refuses or self.total is not None or bool(self.facets) or self.newest or is_out_of_order

    @property
    def kept(self) -> dict[str, Any]:
        """What is kept of it: no words, which are those of articles; the lines can be drawn again, in the same order."""
        found = asdict(self)
        del found["line"]
        return found | {"refusals": [bool(refusal) for refusal in self.refusals]}


def difference(line: str, one: Answer, other: Answer) -> Difference:
    """Return how two answers to a line differ."""
    if one.refusal or other.refusal:
        return Difference(line, refusals=(one.refusal, other.refusal))
    facets, other_facets = one.facets or {}, other.facets or {}
    scores, other_scores = one.scores or {}, other.scores or {}
    return Difference(
        line,
        (one.total, other.total) if one.total != other.total else None,
        tuple(name for name in facets if facets[name] != other_facets[name]),
        one.newest != other.newest,
        0.0 if one.ranked == other.ranked else _out_of_order(one, other),
        max((_share(scores[key], other_scores[key]) for key in scores.keys() & other_scores), default=0.0),
        one.page != other.page,
        one.is_loose,
    )


def _out_of_order(one: Answer, other: Answer) -> float:
    """Return the largest share by which two articles of the ten first are apart that the answers order differently.

    An article that the other answer does not have at all is as far apart as can be.
    """
    scores, other_scores = one.scores or {}, other.scores or {}
    of_ten = dict.fromkeys([*one.ranked, *other.ranked])
    if any(key not in scores or key not in other_scores for key in of_ten):
        return 1.0
    places = {key: place for place, key in enumerate(scores)}
    other_places = {key: place for place, key in enumerate(other_scores)}
    return max(
        (
            min(_apart(scores[a], scores[b]), _apart(other_scores[a], other_scores[b]))
            for a, b in combinations(of_ten, 2)
            if (places[a] < places[b]) != (other_places[a] < other_places[b])
        ),
        default=0.0,
    )


def _apart(a: float, b: float) -> float:
    """Return by which share two scores differ that decide an order; 0 where their last digit alone differs."""
    return 0.0 if abs(a - b) < _LAST_DIGIT else _share(a, b)


def _share(a: float, b: float) -> float:
    """Return by which share of the higher one two scores differ."""
    return abs(a - b) / max(a, b) if max(a, b) > 0 else 0.0


def summary(found: Sequence[Difference]) -> dict[str, float]:
    """Return the numbers of differences of each kind."""
    answered = [one for one in found if not any(one.refusals)]
    strict = [one for one in answered if not one.is_loose]
    orders = [one.order for one in strict if one.order]
    return {
        "lines": len(found),
        "refused by both": sum(all(one.refusals) for one in found),
        "refused by one": sum(bool(one.refusals[0]) != bool(one.refusals[1]) for one in found),
        "other total": sum(one.total is not None for one in answered),
        "other facets": sum(bool(one.facets) for one in answered),
        "other newest": sum(one.newest for one in answered),
        "other order by relevance": len(orders),
        "out of order beyond a tie": sum(order > TIE for order in orders),
        "largest share out of order": max(orders, default=0.0),
        "other order of a loose phrase": sum(one.order > 0 for one in answered if one.is_loose),
        "median of the shares of scores": statistics.median([one.score for one in strict] or [0.0]),
        "largest share of scores": max((one.score for one in strict), default=0.0),
        "other page behind the vectors": sum(one.page for one in answered),
    }
