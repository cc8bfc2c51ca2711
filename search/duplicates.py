"""The other articles that tell the story of one: those that share half of its sketch."""

from collections.abc import Sequence

from corpus import Article
from corpus.duplicates import MIN_SHARED_HASHES
from index.document import day
from index.engine import Ask, Engine, Hit, Sort
from index.fields import ID, SKETCH
from index.query import And, Boost, Not, Or, Query, Term

MOST = 20
"""Duplicates told of an article; the newest where there are more."""

TOGETHER = 60
"""Duplicates that are read for a page: where it has more, those of each of its articles are asked for."""


def duplicates(engine: Engine, page: Sequence[Hit]) -> list[tuple[Article, ...]]:
    """Return the duplicates of each hit of a page, the newest first: one question, for most have none."""
    sketched = [hit for hit in page if len(hit.sketch) >= MIN_SHARED_HASHES]
    if not sketched:
        return [()] * len(page)
    shown = Or(tuple(Term(ID, hit.article.id) for hit in sketched))
    any_of_them = Boost(And((Or(tuple(map(_alike, sketched))), Not(shown))), 0.0)
    others = engine.search(any_of_them, Ask(TOGETHER, sort=Sort.NEWEST))
    if others.total.count > TOGETHER:
        return [_of_one(engine, hit) for hit in page]
    known = sorted((*sketched, *others.hits), key=_newest)
    return [tuple(other.article for other in known if _are_alike(hit, other))[:MOST] for hit in page]


def _of_one(engine: Engine, hit: Hit) -> tuple[Article, ...]:
    if len(hit.sketch) < MIN_SHARED_HASHES:
        return ()
    hits = engine.search(Boost(_alike(hit), 0.0), Ask(MOST + 1, sort=Sort.NEWEST)).hits
    return tuple(other.article for other in hits if other.article.id != hit.article.id)[:MOST]


def _alike(hit: Hit) -> Query:
    return Or(tuple(Term(SKETCH, number) for number in hit.sketch), MIN_SHARED_HASHES)


def _are_alike(hit: Hit, other: Hit) -> bool:
    return other.article.id != hit.article.id and len({*hit.sketch} & {*other.sketch}) >= MIN_SHARED_HASHES


def _newest(hit: Hit) -> tuple[int, str]:
    return -day(hit.article), hit.article.id
