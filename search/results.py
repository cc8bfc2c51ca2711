"""The answer of a search: everything that a page shows, and nothing of the engine."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from corpus import Article, PrintDate
from corpus.records import record
from index.engine import Hit, Total
from index.query import Query
from index.storage.stories import Printing
from search.counts.facets import Bucket
from search.language import Tree
from search.planning.kept import NOTHING_KEPT, Kept
from search.planning.other_names import TypedName
from search.snippet import Snippet


@record
class Result:
    """An article that matches: its rank in the answer, from 1 on, its headline and its best passage.

    `duplicates` are the other articles of the index that print the same story, the fullest first, then the oldest;
    `kept` are the tags and notes of the person.
    """

    rank: int
    score: float
    article: Article
    title: Snippet
    snippet: Snippet
    duplicates: tuple[Printing, ...]
    kept: Kept = NOTHING_KEPT


@record
class Original:
    """An article that those of an answer are to be like, and the other articles that print the same story."""

    article: Article
    duplicates: tuple[Printing, ...]


def elsewhere(own: Article, duplicates: Iterable[Printing]) -> dict[str, list[PrintDate | None]]:
    """Return the other sources that printed an article, each with the dates of its printings, if the index has them.

    A copy in another file of the same source and date is left out; a printing without a source is named by its file.
    """
    dates: dict[str, list[PrintDate | None]] = {}
    for twin in duplicates:
        if not own.source or twin.source != own.source or (twin.date and twin.date != own.date):
            dates.setdefault(twin.source or PurePosixPath(twin.path).name, []).append(twin.date)
    return dates | {name: [] for name in own.also_in if name not in dates and name != own.source}


@record
class Results:
    """A page of an answer.

    `line` is the query as typed, `parsed` its tree with the filters, `asked` the query of the index.  `together` is
    the number of articles that have all the words; it is None where the person chose all or any of the words, and
    where all are required anyway.  Where reprints are `folded`, each story is one result; `stories` is then the number
    of results of all pages, if this page, or one before it, has the last result; else it is None.  `other_names` are
    the typed names that the query also has under their other names.
    """

    line: str
    parsed: Tree
    asked: Query
    total: Total
    together: int | None
    results: tuple[Result, ...]
    facets: Mapping[str, tuple[Bucket, ...]]
    seconds: float
    folded: bool = False
    stories: int | None = None
    other_names: tuple[TypedName, ...] = ()
    originals: tuple[Original, ...] = ()

    @property
    def last(self) -> int:
        """The rank of the last result of all pages; the number of articles where the number of stories is not known."""
        return self.total.count if self.stories is None else self.stories

    @property
    def relaxed(self) -> bool:
        """True if no article has all the words, and the results match only some."""
        return self.total.count > 0 and self.together == 0


class Stream(NamedTuple):
    """The articles of an answer, one after the other, whatever their number.

    `line` is the query as typed, `parsed` its tree with the filters, `asked` the query of the index; `hits` can be
    taken once.
    """

    line: str
    parsed: Tree
    asked: Query
    total: Total
    relaxed: bool
    hits: Iterator[Hit]


@record
class FacetCount:
    """The values of a facet in the articles of an answer; where there are more than `limit`, the first are shown."""

    facet: str
    answer: Results
    limit: int | None = None

    @property
    def values(self) -> tuple[Bucket, ...]:
        """The values to show."""
        return self.answer.facets[self.facet][: self.limit]


@record
class FacetPanel:
    """The first values of several facets in the articles of an answer."""

    facets: Mapping[str, tuple[Bucket, ...]]


@record
class Reading:
    """An article to read, with what a query matches and the names of entities marked in it.

    `entities` are half-open offsets in the title, a line feed and the text: sorted, disjoint.  `duplicates` are the other
    articles of the index that print the same story.
    """

    article: Article
    asked: Query
    entities: tuple[tuple[int, int], ...] = ()
    duplicates: tuple[Printing, ...] = ()
    kept: Kept = NOTHING_KEPT


@record
class Citation:
    """An article to cite."""

    article: Article
