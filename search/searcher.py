"""From a typed line to a page of results: the one place where the stages of a search meet."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Self

from corpus import Article
from index.engine import Ask, Engine, Hit, Hits, Ranked, Sort, count
from index.fields import ID
from index.names.resolution import Names
from index.query import And, Everything, Or, Query, Term, unscored
from index.storage.stories import Printing, Stories
from index.vectors.file import key
from search.counts import facets
from search.language import Tree, parse, tree
from search.planning.other_names import IndexedNames, typed_names
from search.planning.plan import SHORT_QUERY_WORDS, Matching, plan
from search.planning.quorum import Quorum
from search.planning.topic import topic
from search.results import Result, Results, Stream
from search.snippet import Highlighter, Snippet

MAX_SCARCE_ARTICLES = 3
"""Articles of an answer up to which a rare word in the query may be a misspelt frequent one."""


@dataclass(frozen=True, slots=True)
class Page:
    """A request for a page of an answer: `limit` articles from `offset` on, their order, the facets, the filters.

    `values` is the number of values of each facet of names, the most frequent first; None is all of them.  Where reprints
    are `folded`, each story is one result, and `limit` and `offset` count these.  It stands where the first of its articles
    would stand; the fullest of those that match is shown, or, in the orders of time, that first one, whose day is its place.
    Without `passages`, which are most of the work of a long page, the results have no snippet.
    """

    limit: int = 10
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    matching: Matching = Matching.MOST
    facets: tuple[str, ...] = ()
    filters: tuple[Tree, ...] = ()
    values: int | None = None
    folded: bool = False
    passages: bool = True


class Searcher:
    """Answers lines with the articles of an engine; `names` knows which of their names are one entity.

    `stories` knows which of its articles are one story.  Who opens the engine and the stories closes the searcher.  A
    searcher that `with_names` returns shares both with the first.
    """

    def __init__(
        self,
        engine: Engine,
        names: Names | None = None,
        stories: Stories | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._engine = engine
        self._stories = stories
        self._names = Names() if names is None else names
        self._today = today
        self._quorum = Quorum(engine)
        self._other_names = IndexedNames(engine, self._names)

    @property
    def names(self) -> Names:
        """The knowledge of which names are one entity."""
        return self._names

    def with_names(self, names: Names) -> "Searcher":
        """Return a searcher of the same engine with other names."""
        return Searcher(self._engine, names, self._stories, self._today)

    def close(self) -> None:
        """Close the engine and the stories."""
        self._engine.close()
        if self._stories:
            self._stories.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def search(self, line: str, page: Page = Page()) -> Results:
        """Return a page of the answer to a line.

        Where no article matches, the answer is relaxed to any of the words; `Results.together` is the number of
        articles that have all of them.

        Raises:
            QuerySyntaxError: the line is not a query.
            SearchError: there is no such facet.
            Unsupported: the engine cannot honour a part of the query.
        """
        started = time.perf_counter()
        parsed = narrowed(parse(line), page.filters)
        counted = tuple(dict.fromkeys(map(facets.engine_facet, page.facets)))
        about = topic(parsed, self._engine) if page.limit and page.sort is Sort.RELEVANCE else ()
        stories = self._stories if page.folded else None
        ask = Ask(page.limit, page.offset, page.sort, counted, self._names, page.values, stories, about)
        query, hits = self._first(self._readings(parsed, page.matching), ask)
        every = self._plan(parsed, Matching.ALL) if page.matching is Matching.MOST else query
        together = None if every == query else count(self._engine, every)
        results = self._results(hits, query, page)
        counts = hits.count_facets()  # after the passages, which are made while the engine counts
        return Results(
            line=line,
            parsed=parsed,
            asked=query,
            total=hits.total,
            together=together,
            results=results,
            facets={name: facets.buckets(name, counts[facets.engine_facet(name)]) for name in page.facets},
            seconds=time.perf_counter() - started,
            folded=page.folded,
            stories=hits.stories,
            other_names=tuple(dict.fromkeys(typed_names(parsed, self._other_names))),
        )

    def stream(self, line: str, page: Page = Page()) -> Stream:
        """Return the articles of the answer to a line from `page.offset` on, each read when it is taken.

        A `page.limit` of 0 means every article.  Where reprints are `folded`, the first article of a story is given.

        Raises:
            QuerySyntaxError: the line is not a query.
            Unsupported: the engine cannot honour a part of the query.
        """
        parsed = narrowed(parse(line), page.filters)
        query, hits = self._first(self._readings(parsed, page.matching), Ask(0))
        about = topic(parsed, self._engine) if page.sort is Sort.RELEVANCE else ()
        ask = Ask(
            page.limit or hits.total.count,
            page.offset,
            page.sort,
            stories=self._stories if page.folded else None,
            topic=about,
        )
        relaxed = (
            page.matching is Matching.MOST and hits.total.count > 0 and not self._together(parsed, query)
        )
        named = (Hit(self._names.article(hit.article), hit.score) for hit in self._engine.each(query, ask))
        return Stream(line, parsed, query, hits.total, relaxed, named)

    def _together(self, parsed: Tree, query: Query) -> int:
        """Return the number of articles that have all the words of a query; 1 where the query asks for all of them."""
        every = self._plan(parsed, Matching.ALL)
        return 1 if every == query else count(self._engine, every)

    def ranked(self, line: str, page: Page = Page()) -> tuple[Ranked, ...]:
        """Return the ids and the scores of the first articles for a line, by relevance; no article is read.

        A ranking has no total, so it needs no border: unless all words are required, it ranks the articles that have any of
        them.  `page.offset` and `page.sort` do not count.

        Raises:
            QuerySyntaxError: the line is not a query.
            Unsupported: the engine cannot honour a part of the query.
        """
        return self.ranking(narrowed(parse(line), page.filters), page)

    def ranking(self, typed: Tree, page: Page = Page()) -> tuple[Ranked, ...]:
        """Return what `ranked` returns, for a tree; `page.filters` stand in it already.

        Raises:
            Unsupported: the engine cannot honour a part of the query.
        """
        matching = Matching.ANY if page.matching is Matching.MOST else page.matching
        return self._engine.ranked(self._plan(typed, matching), page.limit, topic(typed, self._engine))

    def _readings(self, typed: Tree, matching: Matching) -> Iterator[Query]:
        """Yield the query as typed, then a fallback that matches any of its words."""
        query = self._plan(typed, matching)
        yield query
        if matching is Matching.MOST:
            wider = self._plan(typed, Matching.ANY)
            if wider != query:
                yield wider

    def _first(self, readings: Iterator[Query], ask: Ask) -> tuple[Query, Hits]:
        """Return the first reading that matches an article, or the last one, with its hits."""
        query, hits = next((query, self._engine.search(query, ask)) for query in readings)
        for wider in readings:
            if hits.total.count:
                break
            query, hits = wider, self._engine.search(wider, ask)
        return query, hits

    def _plan(self, typed: Tree, matching: Matching) -> Query:
        return plan(
            typed,
            self._today(),
            matching,
            self._names,
            quorum=self._quorum,
            other_names=self._other_names,
        )

    def _results(self, hits: Hits, query: Query, page: Page) -> tuple[Result, ...]:
        highlighter = Highlighter(query)
        printings = [self._printings(hit.article.id) for hit in hits.hits]
        articles = [hit.article for hit in hits.hits]
        if page.folded and page.sort is Sort.RELEVANCE:
            articles = self._leads(articles, printings, query)
        return tuple(
            Result(
                rank,
                hit.score,
                self._names.article(article),
                highlighter.whole(article.title, headline=True),
                highlighter.passage(article.text) if page.passages else Snippet("", ()),
                tuple(other for other in printed if other.id != article.id),
            )
            for rank, (hit, article, printed) in enumerate(
                zip(hits.hits, articles, printings, strict=True), page.offset + 1
            )
        )

    def _printings(self, article_id: str) -> tuple[Printing, ...]:
        return self._stories.printings(key(article_id)) if self._stories else ()

    def _leads(
        self, articles: Sequence[Article], printings: Sequence[Sequence[Printing]], query: Query
    ) -> list[Article]:
        """Return, for each article, the first of its printings that the query matches: one query more, on few pages."""
        fuller = [
            list(takewhile(lambda printing: printing.id != article.id, printed))  # noqa: B023 - read at once
            for article, printed in zip(articles, printings, strict=True)
        ]
        wanted = tuple(Term(ID, printing.id) for before in fuller for printing in before)
        if not wanted:
            return list(articles)
        hits = self._engine.search(And((unscored(query), Or(wanted))), Ask(len(wanted))).hits
        found = {hit.article.id: hit.article for hit in hits}
        return [
            next((found[printing.id] for printing in before if printing.id in found), article)
            for article, before in zip(articles, fuller, strict=True)
        ]

    def respelt(self, results: Results) -> str | None:
        """Return the line of an answer with other words for those that no article has; None where nothing is to be offered.

        Nothing is offered for a query of a word or two with a long answer, whose articles have them all.
        """
        is_scarce = results.total.count <= MAX_SCARCE_ARTICLES
        typed = parse(results.line)
        is_short = sum(1 for _ in tree.leaves(typed)) <= SHORT_QUERY_WORDS
        if is_short and not is_scarce and not results.relaxed:
            return None
        from search.planning.spelling import Speller  # few answers need it

        mended = Speller(self._engine, self._names).respelt(typed, MAX_SCARCE_ARTICLES if is_scarce else 0)
        return str(mended) if mended else None

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
        return facets.buckets(facet, self._engine.search(Everything(), ask).count_facets()[counted])

    @cached_property
    def printed(self) -> Mapping[str, int]:
        """The number of articles of each month in the whole index, counted once."""
        return {bucket.value: bucket.count for bucket in self.values("month")}


def narrowed(typed: Tree, filters: Sequence[Tree]) -> Tree:
    """Return the tree together with filters.

    >>> str(narrowed(parse("maroc OR mali"), [parse("date:2025"), parse("source:map")]))
    '(maroc OR mali) AND date:2025 AND source:map'
    """
    clauses = typed.clauses if isinstance(typed, tree.And) else (typed,)
    return tree.And((*clauses, *filters)) if filters else typed
