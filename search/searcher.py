"""From a line typed to a page of results: the one place where the stages of a search meet."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus import Article
from corpus.duplicates import SHARED, sketch
from index.engine import Ask, Engine, Hit, Sort
from index.fields import ID, SKETCH
from index.names import Names
from index.query import Boost, Everything, Or, Query, Term
from search import facets
from search.language import Tree, parse, tree
from search.plan import Matching, plan
from search.results import Result, Results
from search.snippet import Highlighter

MOST_DUPLICATES = 20
"""Duplicates told of an article; the newest where there are more."""


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
        query = self._plan(parsed, page.matching)
        hits = self._engine.search(query, ask)
        if not hits.total.count and page.matching is Matching.MOST:
            wider = self._plan(parsed, Matching.ANY)
            if wider != query:
                hits, query = self._engine.search(wider, ask), wider
        every = self._plan(parsed, Matching.ALL) if page.matching is Matching.MOST else query
        together = None if every == query else self._engine.search(every, Ask(0)).total.count
        highlighter = Highlighter(query)
        return Results(
            line=line,
            parsed=parsed,
            asked=query,
            total=hits.total,
            together=together,
            results=tuple(
                self._result(rank, hit, highlighter) for rank, hit in enumerate(hits.hits, page.offset + 1)
            ),
            facets={
                name: facets.buckets(name, hits.facets[facets.engine_facet(name)]) for name in page.facets
            },
            seconds=time.perf_counter() - started,
        )

    def _plan(self, typed: Tree, matching: Matching) -> Query:
        return plan(typed, self._today(), matching, self._names, self._engine.quorum)

    def _result(self, rank: int, hit: Hit, highlighter: Highlighter) -> Result:
        article = self._names.article(hit.article)
        title = highlighter.whole(article.title, headline=True)
        return Result(
            rank, hit.score, article, title, highlighter.passage(article.text), self.duplicates(article)
        )

    def duplicates(self, article: Article) -> tuple[Article, ...]:
        """Return the other articles that tell the same story in the same words, the newest first."""
        hashes = sketch(article.body)
        if len(hashes) < SHARED:
            return ()
        alike = Boost(Or(tuple(Term(SKETCH, number) for number in hashes), SHARED), 0.0)
        hits = self._engine.search(alike, Ask(MOST_DUPLICATES + 1, sort=Sort.NEWEST)).hits
        return tuple(hit.article for hit in hits if hit.article.id != article.id)[:MOST_DUPLICATES]

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
