"""The contract of an engine: the methods that answer, and those of its writer.

The engines of `index.engines` and the in-memory one of the tests give the same answers: the same articles, the same
facet counts.  Their scores differ; articles of equal scores are in the order of their days, the newest first, then of
their ids.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Protocol, TypeAlias, assert_never

from corpus import Article
from corpus.records import field, record
from index.document import Document
from index.fields import SCORED_LISTS
from index.names.resolution import Names
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


class Sort(StrEnum):
    """The order of an answer; undated articles come last in both orders of time."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


_ARTICLES_AT_ONCE = 500
"""Articles asked for by one query where many are read by their ids."""

SCORE_DIGITS = 3
"""Digits of a score that decide the order: the order of additions changes the last of its 32 bits."""

AFTER_EVERY_DAY = 99_999_999
"""Stands for the day of an undated article, yyyymmdd, in the orders of time: it is later than every day."""

TIMES: Mapping[str, int] = {"date": 1, "month": 100, "year": 10_000}
"""The facets of time, each with the part of a day, yyyymmdd, that it leaves out (a divisor)."""


class Stories(Protocol):
    """The stories that several articles of an index print."""

    def numbers(self, keys: Iterable[int]) -> Iterator[int | None]:
        """Yield the number of the story of each article, by their keys; None if no other article prints its story."""
        ...


@record
class Ask:
    """The part of an answer that is wanted: `limit` hits from `offset` on, and the counts of some `facets`.

    A facet is the name of a field of names, or one of `TIMES`; `names` decides which names are one entity.  Of a facet
    of names, the `values` values with the most articles are counted; all of them if `values` is None.  `topic` are the
    stems of what the query is about: an answer by relevance is reranked by how close its articles are to them.

    With `stories`, an article is a hit only if no article before it in the answer prints its story; the total and the
    facets count all articles.
    """

    limit: int = 10
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    facets: tuple[str, ...] = ()
    names: Names = field(default_factory=Names, compare=False)
    values: int | None = None
    stories: Stories | None = field(default=None, compare=False)
    topic: tuple[str, ...] = ()


@record
class Hit:
    """An article that matches, and its score."""

    article: Article
    score: float


@record
class Ranked:
    """The id of an article that matches, and its score."""

    id: str
    score: float


@record
class Total:
    """The number of articles that match; if it is not `exact`, `count` is a lower bound."""

    count: int
    exact: bool = True


Facets: TypeAlias = Mapping[str, Mapping[str, int]]
"""For each facet asked for, the number of articles that have each value.

An article counts once for an entity, whatever its names for it.  Entities come in the order of their counts, the most
frequent first, each under the spelling to show (`corpus.spelling`) of those in the articles counted.  A value of `date`
is a day, yyyymmdd, or 0; a value of `month` or `year` is a day with zeros for what it leaves out; they come in any order.
"""


def no_facets() -> Facets:
    """Return the counts of an answer that was asked for no facet."""
    return {}


@record
class Hits:
    """An answer: the total and the hits asked for; `count_facets` returns the facets asked for.

    `stories` is the number of stories that the articles of the answer print, if stories were asked for and the last of
    them is among the hits, or before them; else it is None.

    The engine may still be counting in a thread: `count_facets` waits for it, and raises what the counting raised.
    Whoever has other work to do with the hits does it first.
    """

    total: Total
    hits: tuple[Hit, ...]
    count_facets: Callable[[], Facets] = field(default=no_facets, compare=False)
    stories: int | None = None


class Engine(Protocol):
    """An index that is open for questions; it answers from its state when it was opened."""

    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches.

        Raises:
            Unsupported: a part of the query is beyond this engine.
        """
        ...

    def each(self, query: Query, ask: Ask) -> Iterator[Hit]:
        """Yield the hits of `search` one after the other: few articles are in memory, whatever their number.

        An `ask.limit` beyond the number of articles yields every hit.  The query is answered when the first hit is taken.

        Raises:
            Unsupported: a part of the query is beyond this engine.
        """
        ...

    def ranked(self, query: Query, limit: int, topic: Sequence[str] = ()) -> tuple[Ranked, ...]:
        """Return the ids and scores of the first hits of `search` by relevance; no article is read.

        Raises:
            Unsupported: a part of the query is beyond this engine.
        """
        ...

    def quorum(self, weights: Mapping[Query, int], articles: int) -> int:
        """Return the largest n such that at least `articles` articles match clauses that weigh n together; 1 if no n is larger.

        Raises:
            Unsupported: a clause is beyond this engine.
        """
        ...

    def counts(self, queries: Sequence[Query]) -> Sequence[int]:
        """Return the number of articles that each of some queries matches.

        A distributed engine asks its nodes once for all of them, and not at all for none; so in `alike` and `frequencies`.

        Raises:
            Unsupported: a part of a query is beyond this engine.
        """
        ...

    def alike(self, field: str, term: str, edits: int) -> Sequence[tuple[str, int]]:
        """Return the other terms of a list that begin like a term and are within `edits` of it, 1 or 2, with their articles.

        They begin with its first letter; `index.spelling.words.within` is the measure.  The most frequent terms come first,
        those of equally many articles in the order of their letters.  Removed articles may count for a while.
        """
        ...

    def frequencies(self, field: str, terms: Sequence[str]) -> Sequence[int]:
        """Return the number of articles whose list `field` has each of some terms; removed ones may count for a while.

        They are read from the index at once, in microseconds each: `count` is exact, and evaluates a query.
        """
        ...

    def ids(self) -> set[str]:
        """Return the id of every article."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


def constant_score(query: Query) -> float | None:
    """Return the one score of all articles that the query matches; None if their scores may differ.

    >>> constant_score(And((Glob("exact", "port*"), Dated(20250101, 20251231))))
    1.0
    """
    match query:
        case Term(field):
            return None if field in SCORED_LISTS else 1.0
        case Phrase() | Prefer():
            return None
        case Glob() | Fuzzy():
            return 1.0
        case Dated() | Among() | Everything() | Not():
            return 0.0
        case And(clauses):
            scores = [constant_score(clause) for clause in clauses]
            return None if None in scores else sum(score for score in scores if score)
        case Or(clauses) | AtLeast(clauses):
            return constant_score(clauses[0]) if len(clauses) == 1 else None if clauses else 0.0
        case Boost(clause, weight):
            score = constant_score(clause) if weight else 0.0
            return None if score is None else score * weight
        case _:
            assert_never(query)


def count(engine: Engine, query: Query) -> int:
    """Return the number of articles that a query matches."""
    return engine.counts((query,))[0]


def articles_by_id(engine: Engine, ids: Sequence[str]) -> Iterator[Article]:
    """Yield the articles that have these ids and can be read, in no order; no id stands twice.

    They are asked for by their ids: a page far from the first one costs an engine as much as all the pages before it.
    """
    for start in range(0, len(ids), _ARTICLES_AT_ONCE):
        some = Among(frozenset(ids[start : start + _ARTICLES_AT_ONCE]))
        for hit in engine.search(some, Ask(len(some.ids), sort=Sort.NEWEST)).hits:
            yield hit.article


class Writer(Protocol):
    """An index that is open for changes; readers see them after `commit`."""

    def add(self, document: Document) -> None:
        """Add a document; an article with its id must not be in the index, unless it is removed first."""
        ...

    def remove(self, article_id: str) -> None:
        """Remove the article with this id, if it was in the index when the writer was opened."""
        ...

    def commit(self) -> None:
        """Make all changes visible at once, with every file of theirs on the disk before, and close."""
        ...

    def cancel(self) -> None:
        """Forget the changes, and close."""
        ...
