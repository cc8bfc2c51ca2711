"""From a line typed to a page of results: the one place where the stages of a search meet."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from corpus import Article
from index.engine import Ask, Engine, Hits, Ranked, Sort
from index.fields import ID
from index.names.resolution import Names
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

    Of each facet of names, the first `values` are told; all of them where it is None.  `duplicates` asks for those
    of each article.
    """

    limit: int = 10
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    matching: Matching = Matching.MOST
    facets: tuple[str, ...] = ()
    filters: tuple[Tree, ...] = ()
    values: int | None = None
    duplicates: bool = True


class Searcher:
    """Answers lines with the articles of an engine; `names` knows which of their names are one entity.

    Who opens the engine closes its searcher.  A searcher that `with_names` returns shares the engine of the first.
    """

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

    def with_names(self, names: Names) -> "Searcher":
        """Return what answers from the same engine, its names being one entity otherwise."""
        return Searcher(self._engine, names, self._today)

    def close(self) -> None:
        """Close the engine."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def search(self, line: str, page: Page = Page()) -> Results:
        """Return a page of the answer to a line.

        Where no article matches, the answer is relaxed to any of the words; how many have all of them is told.

        Raises:
            QuerySyntaxError: the line is not a query.
            SearchError: there is no such facet.
            Unsupported: the engine cannot honour a part of the query.
        """
        started = time.perf_counter()
        parsed = narrowed(parse(line), page.filters)
        counted = tuple(dict.fromkeys(map(facets.engine_facet, page.facets)))
        ask = Ask(page.limit, page.offset, page.sort, counted, self._names, page.values)
        query, hits = self._first(self._readings(parsed, page.matching), ask)
        every = self._plan(parsed, Matching.ALL) if page.matching is Matching.MOST else query
        together = None if every == query else self._engine.search(every, Ask(0)).total.count
        return Results(
            line=line,
            parsed=parsed,
            asked=query,
            total=hits.total,
            together=together,
            results=self._results(hits, query, page),
            facets={
                name: facets.buckets(name, hits.facets[facets.engine_facet(name)]) for name in page.facets
            },
            seconds=time.perf_counter() - started,
        )

    def ranked(self, line: str, page: Page = Page()) -> tuple[Ranked, ...]:
        """Return the ids and the scores of the first articles of the answer to a line, by relevance.

        They are those of `search`, whatever `page.offset` and `page.sort`; nothing is made of them.

        Raises:
            QuerySyntaxError: the line is not a query.
            Unsupported: the engine cannot honour a part of the query.
        """
        readings = self._readings(narrowed(parse(line), page.filters), page.matching)
        answers = (self._engine.ranked(query, page.limit) for query in readings)
        return next(filter(None, answers), ())

    def _readings(self, typed: Tree, matching: Matching) -> Iterator[Query]:
        """Yield the query of what was typed, then, should it find nothing, the one of any of the words."""
        query = self._plan(typed, matching)
        yield query
        if matching is Matching.MOST:
            wider = self._plan(typed, Matching.ANY)
            if wider != query:
                yield wider

    def _first(self, readings: Iterator[Query], ask: Ask) -> tuple[Query, Hits]:
        """Return the first reading that finds something, or the last one, with what it finds."""
        query, hits = next((query, self._engine.search(query, ask)) for query in readings)
        for wider in readings:
            if hits.total.count:
                break
            query, hits = wider, self._engine.search(wider, ask)
        return query, hits

    def _plan(self, typed: Tree, matching: Matching) -> Query:
        return plan(typed, self._today(), matching, self._names, self._engine.quorum)

    def _results(self, hits: Hits, query: Query, page: Page) -> tuple[Result, ...]:
        highlighter = Highlighter(query)
        twins = duplicates(self._engine, hits.hits) if page.duplicates else [()] * len(hits.hits)
        told = zip(hits.hits, twins, strict=True)
        return tuple(
            Result(
                rank,
                hit.score,
                self._names.article(hit.article),
                highlighter.whole(hit.article.title, headline=True),
                highlighter.passage(hit.article.text),
                same,
            )
            for rank, (hit, same) in enumerate(told, page.offset + 1)
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
