"""From a line typed to a page of results: the one place where the stages of a search meet."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus import Article
from index.engine import Ask, Engine, Hits, Sort
from index.fields import ID
from index.names import Names
from index.query import Everything, Query, Term
from search import facets
from search.duplicates import duplicates
from search.language import Tree, parse, tree
from search.plan import Matching, plan
from search.results import Result, Results
from search.snippet import Highlighter


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of an answer is wanted, in which order, with which facets, within which filters.

    Of each facet of names, the first `values` are told; all of them where it is None.
    """

    limit: int = 10
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    matching: Matching = Matching.MOST
    facets: tuple[str, ...] = ()
    filters: tuple[Tree, ...] = ()
    values: int | None = None


class Searcher:
    """Answers lines with the articles of an engine; `names` tells which of their names are one entity."""

    def __init__(
        self,
        engine: Engine,
        names: Names = Names(),  # noqa: B008 - knows nothing
        today: Callable[[], date] = date.today,
    ) -> None:
        self._engine = engine
        self._names = names
        self._today = today

    @property
    def names(self) -> Names:
        """Which names are one entity."""
        return self._names

    def under(self, names: Names) -> "Searcher":
        """Return what answers from the same engine, its names being one entity otherwise."""
        return Searcher(self._engine, names, self._today)

    def search(self, line: str, page: Page = Page()) -> Results:
        """Return a page of the answer to a line.

        Where no article matches, the answer is relaxed to any of the words, and says so.

        Raises:
            QuerySyntaxError: the line is not a query.
            SearchError: there is no such facet.
            Unsupported: the engine cannot honour a part of the query.
        """
        started = time.perf_counter()
        parsed = narrowed(parse(line), page.filters)
        counted = tuple(dict.fromkeys(map(facets.engine_facet, page.facets)))
        ask = Ask(page.limit, page.offset, page.sort, counted, self._names, page.values)
        query = plan(parsed, self._today(), page.matching, self._names)
        hits = self._engine.search(query, ask)
        relaxed = False
        if not hits.total.count and page.matching is Matching.MOST:
            wider = plan(parsed, self._today(), Matching.ANY, self._names)
            if wider != query:
                hits, query = self._engine.search(wider, ask), wider
                relaxed = hits.total.count > 0
        return Results(
            line=line,
            parsed=parsed,
            asked=query,
            relaxed=relaxed,
            total=hits.total,
            results=self._results(hits, query, page.offset),
            facets={
                name: facets.buckets(name, hits.facets[facets.engine_facet(name)]) for name in page.facets
            },
            seconds=time.perf_counter() - started,
        )

    def _results(self, hits: Hits, query: Query, offset: int) -> tuple[Result, ...]:
        highlighter = Highlighter(query)
        told = zip(hits.hits, duplicates(self._engine, hits.hits), strict=True)
        return tuple(
            Result(
                rank,
                hit.score,
                self._names.article(hit.article),
                highlighter.whole(hit.article.title, headline=True),
                highlighter.passage(hit.article.text),
                twins,
            )
            for rank, (hit, twins) in enumerate(told, offset + 1)
        )

    def article(self, article_id: str) -> Article | None:
        """Return the article that has this id."""
        hits = self._engine.search(Term(ID, article_id), Ask(limit=1)).hits
        return self._names.article(hits[0].article) if hits else None

    def values(self, facet: str) -> tuple[facets.Bucket, ...]:
        """Return every value of a facet in the whole index.

        Raises:
            SearchError: there is no such facet.
        """
        counted = facets.engine_facet(facet)
        ask = Ask(0, facets=(counted,), names=self._names)
        return facets.buckets(facet, self._engine.search(Everything(), ask).facets[counted])


def narrowed(typed: Tree, filters: Sequence[Tree]) -> Tree:
    """Return the tree with filters that must hold as well.

    >>> str(narrowed(parse("maroc OR mali"), [parse("date:2025"), parse("source:map")]))
    '(maroc OR mali) AND date:2025 AND source:map'
    """
    clauses = typed.clauses if isinstance(typed, tree.And) else (typed,)
    return tree.And((*clauses, *filters)) if filters else typed
