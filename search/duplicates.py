"""The near-duplicates of an article: the other articles that share half of its sketch."""

from collections.abc import Sequence

from corpus import Article
from corpus.duplicates import MIN_SHARED_HASHES
from index.document import day
from index.engine import Ask, Engine, Hit, Sort
from index.fields import ID, SKETCH
from index.query import And, AtLeast, Boost, Not, Or, Query, Term

MAX_DUPLICATES = 20
"""Duplicates shown of an article; the newest, where there are more."""

_MAX_PAGE_DUPLICATES = 60
"""Duplicates that one request reads for a page; for a page with more, each article has a request of its own."""


def duplicates(engine: Engine, page: Sequence[Hit]) -> list[tuple[Article, ...]]:
    """Return the duplicates of each hit of a page, the newest first, in one request: most hits have no duplicate."""
    sketched = [hit for hit in page if len(hit.sketch) >= MIN_SHARED_HASHES]
    if not sketched:
        return [()] * len(page)
    shown = Or(tuple(Term(ID, hit.article.id) for hit in sketched))
    any_of_them = Boost(And((Or(tuple(map(_alike, sketched))), Not(shown))), 0.0)
    others = engine.search(any_of_them, Ask(_MAX_PAGE_DUPLICATES, sort=Sort.NEWEST))
    if others.total.count > _MAX_PAGE_DUPLICATES:
        return [_of_one(engine, hit) for hit in page]
    nearby = sorted((*sketched, *others.hits), key=_newest)
    return [
        tuple(other.article for other in nearby if _are_alike(hit, other))[:MAX_DUPLICATES] for hit in page
    ]


def _of_one(engine: Engine, hit: Hit) -> tuple[Article, ...]:
    if len(hit.sketch) < MIN_SHARED_HASHES:
        return ()
    hits = engine.search(Boost(_alike(hit), 0.0), Ask(MAX_DUPLICATES + 1, sort=Sort.NEWEST)).hits
    return tuple(other.article for other in hits if other.article.id != hit.article.id)[:MAX_DUPLICATES]


def _alike(hit: Hit) -> Query:
    hashes = tuple(Term(SKETCH, number) for number in hit.sketch)
    return AtLeast(hashes, (1,) * len(hashes), MIN_SHARED_HASHES)


def _are_alike(hit: Hit, other: Hit) -> bool:
    return other.article.id != hit.article.id and len({*hit.sketch} & {*other.sketch}) >= MIN_SHARED_HASHES


def _newest(hit: Hit) -> tuple[int, str]:
    return -day(hit.article), hit.article.id
