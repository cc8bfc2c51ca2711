"""What an engine is: its methods to answer, and those of its writer.

The engines of `index.engines` and the in-memory one of the tests are held to the same answers: the same
articles, the same facet counts.  Scores differ between them; ties go to the newest, then to the least id.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from corpus import Article
from index.document import Document
from index.names.resolution import Names
from index.query import Query


class Sort(StrEnum):
    """The order of an answer; undated articles come last in both orders of time."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


TIMES: Mapping[str, int] = {"date": 1, "month": 100, "year": 10_000}
"""The facets of time, and which part of a day, yyyymmdd, each one leaves out."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Which part of an answer is wanted: `limit` hits from `offset` on, and the counts of these `facets`.

    A facet is the name of a field of names, or one of `TIMES`; `names` tells which names are one entity.  Of each
    facet of names, only the `values` that most articles have are wanted, or all of them where it is None.
    """

    limit: int = 10
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    facets: tuple[str, ...] = ()
    names: Names = field(default_factory=Names, compare=False)
    values: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that matches, its score, and the hashes that it shares with its near-duplicates."""

    article: Article
    score: float
    sketch: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The id of an article that matches, and its score."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Total:
    """How many articles match; `exact` is False where `count` is only a bound from below."""

    count: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Hits:
    """An answer: the total, the hits asked for, and for each facet asked for, how many articles have each value.

    An entity is counted once an article, under the name to show of those that these articles give it
    (`index.names.tally`), the most frequent first; a value of `date` is a day, yyyymmdd, or 0, in any order, and one of
    `month` or `year` a day with zeros for what it leaves out.  They may still be being counted: the first look at
    them waits, and raises what their counting raised.
    """

    total: Total
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]


class Engine(Protocol):
    """An index that is open for questions; it answers as it stood when it was opened."""

    def search(self, query: Query, ask: Ask) -> Hits:
        """Return the articles that the query matches.

        Raises:
            Unsupported: a part of the query is beyond this engine.
        """
        ...

    def ranked(self, query: Query, limit: int) -> tuple[Ranked, ...]:
        """Return the first hits of `search` by relevance, of which no article is read.

        Raises:
            Unsupported: a part of the query is beyond this engine.
        """
        ...

    def quorum(self, clauses: Sequence[Query], articles: int) -> int:
        """Return of how many clauses so many articles match at least as many; 1 where there are too few articles.

        Raises:
            Unsupported: a clause is beyond this engine.
        """
        ...

    def ids(self) -> set[str]:
        """Return the id of every article."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


class Writer(Protocol):
    """An index that is open for changes; none is seen before `commit`."""

    def add(self, document: Document) -> None:
        """Add a document; nothing with its id may be there, unless it is removed first."""
        ...

    def remove(self, article_id: str) -> None:
        """Remove the article that was in the index when the writer was opened, if it was."""
        ...

    def commit(self) -> None:
        """Make the changes seen, all of them at once, and close."""
        ...

    def cancel(self) -> None:
        """Forget the changes, and close."""
        ...
