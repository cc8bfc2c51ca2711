"""What a search gives: everything that a page shows, and nothing of the engine."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus import Article
from index.engine import Total
from index.query import Query
from search.facets import Bucket
from search.language import Tree
from search.snippet import Snippet


@dataclass(frozen=True, slots=True)
class Result:
    """An article that matches: its place in the answer from 1 on, its headline and its best passage.

    `duplicates` are the other articles of the index that tell the same story in the same words.
    """

    rank: int
    score: float
    article: Article
    title: Snippet
    snippet: Snippet
    duplicates: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """A page of an answer.

    `line` is what was typed, `parsed` how it was read with the filters, `asked` the query of the index.  Of the
    `total`, so many have all of the words `together`; None where that was for the person to decide, or required.
    """

    line: str
    parsed: Tree
    asked: Query
    total: Total
    together: int | None
    results: tuple[Result, ...]
    facets: Mapping[str, tuple[Bucket, ...]]
    seconds: float

    @property
    def relaxed(self) -> bool:
        """Whether no article has all of the words, and these have some."""
        return self.total.count > 0 and self.together == 0
