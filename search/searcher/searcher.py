"""The searcher: answers typed lines, page by page, one by one, or as a ranking."""

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Self

from index.engine import Ask, Engine, Hit, Hits, Ranked, Sort
from index.fields import ID
from index.names.resolution import Names
from index.query import And, Boost, Query, Term
from index.storage.stories import Stories
from search.counts import facets
from search.language import Tree, parse, tree
from search.planning.kept import NO_NOTES, Notes
from search.planning.plan import SHORT_QUERY_WORDS, Matching
from search.results import Original, Result, Results, Stream
from search.searcher.articles import IndexedArticles
from search.searcher.leads import leads
from search.searcher.page import Page, narrowed
from search.searcher.planner import Planner
from search.snippet import Highlighter, Snippet

_MAX_SCARCE_ARTICLES = 3
"""Articles of an answer up to which a rare word in the query may be a misspelt frequent one."""


class Searcher(IndexedArticles):
    """The articles of an engine, and the answers to lines.

    Who opens the engine and the stories closes the searcher.  A searcher that `with_names` returns shares both with the
    first.
    """

    def __init__(
        self,
        engine: Engine,
        names: Names | None = None,
        stories: Stories | None = None,
        today: Callable[[], date] = date.today,
        notes: Notes = NO_NOTES,
    ) -> None:
        super().__init__(engine, Names() if names is None else names, stories, notes)
        self._today = today
        self._planner = Planner(engine, self._names, stories, today, notes)

    def with_names(self, names: Names) -> "Searcher":
        """Return a searcher of the same engine with other names."""
        return Searcher(self._engine, names, self._stories, self._today, self._notes)

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
        about = self.topic(parsed) if page.limit and page.sort is Sort.RELEVANCE else ()
        stories = self._stories if page.folded else None
        ask = Ask(page.limit, page.offset, page.sort, counted, self._names, page.values, stories, about)
        query, hits = self._first(self._planner.readings(parsed, page.matching), ask)
        together = self._together(parsed, query, page.matching)
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
            other_names=self._planner.typed_names(parsed),
            originals=tuple(self._originals(parsed)),
        )

    def stream(self, line: str, page: Page = Page()) -> Stream:
        """Return the articles of the answer to a line from `page.offset` on, each read when it is taken.

        A `page.limit` of 0 means every article.  Where reprints are `folded`, the first article of a story is given.

        Raises:
            QuerySyntaxError: the line is not a query.
            Unsupported: the engine cannot honour a part of the query.
        """
        stream = self.stream_as_printed(line, page)
        named = (Hit(self._names.article(hit.article), hit.score) for hit in stream.hits)
        return stream._replace(hits=named)

    def stream_as_printed(self, line: str, page: Page = Page()) -> Stream:
        """Return what `stream` returns, with the names that the articles print: who reads the texts alone spares a quarter of the time.

        Raises:
            QuerySyntaxError: the line is not a query.
            Unsupported: the engine cannot honour a part of the query.
        """
        parsed = narrowed(parse(line), page.filters)
        query, hits = self._first(self._planner.readings(parsed, page.matching), Ask(0))
        ask = Ask(
            page.limit or hits.total.count,
            page.offset,
            page.sort,
            stories=self._stories if page.folded else None,
            topic=self.topic(parsed) if page.sort is Sort.RELEVANCE else (),
        )
        relaxed = hits.total.count > 0 and self._together(parsed, query, page.matching) == 0
        return Stream(line, parsed, query, hits.total, relaxed, self._engine.each(query, ask))

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
        return self._engine.ranked(self._planner.query(typed, matching), page.limit, self.topic(typed))

    def meant(self, typed: Tree) -> Query:
        """Return the query of the index that has all words of a tree.

        Raises:
            SearchError: a range of days ends before it begins, or the query is too much work.
        """
        return self._planner.query(typed, Matching.ALL)

    def matching(self, line: str) -> Query:
        """Return the query of the index for the articles that a line matches as typed: it is never relaxed to some words.

        Raises:
            QuerySyntaxError: the line is not a query.
        """
        return self._planner.query(parse(line), Matching.MOST)

    def topic(self, typed: Tree) -> tuple[str, ...]:
        """Return the stems that an answer to a tree is reranked by.

        Raises:
            SearchError: an article that others are to be like is not in the index.
        """
        return self._planner.topic(typed)

    def highest_score(self, query: Query) -> float:
        """Return the best score of a query before the reranking, 0 where no article matches."""
        return next((best.score for best in self._engine.ranked(query, 1)), 0.0)

    def score(self, query: Query, article_id: str, about: Sequence[str] = ()) -> float | None:
        """Return the score of an article, raised by how close it is to the stems `about`; None if it does not match.

        Raises:
            Unsupported: the engine cannot honour a part of the query.
        """
        alone = And((query, Boost(Term(ID, article_id), 0)))
        return next((ranked.score for ranked in self._engine.ranked(alone, 1, about)), None)

    def respelt(self, results: Results) -> str | None:
        """Return the line of an answer with other words for those that no article has; None where nothing is to be offered.

        Nothing is offered for a query of a word or two with a long answer, whose articles have them all.
        """
        is_scarce = results.total.count <= _MAX_SCARCE_ARTICLES
        typed = parse(results.line)
        is_short = sum(1 for _ in tree.leaves(typed)) <= SHORT_QUERY_WORDS
        if is_short and not is_scarce and not results.relaxed:
            return None
        from search.planning.spelling import Speller  # few answers need it

        mended = Speller(self._engine, self._names).respelt(typed, _MAX_SCARCE_ARTICLES if is_scarce else 0)
        return str(mended) if mended else None

    def _first(self, readings: Iterator[Query], ask: Ask) -> tuple[Query, Hits]:
        """Return the first reading that matches an article, or the last one, with its hits."""
        for query in readings:
            hits = self._engine.search(query, ask)
            if hits.total.count:
                break
        return query, hits

    def _together(self, parsed: Tree, query: Query, matching: Matching) -> int | None:
        """Return the number of articles that have all the words of a tree; None where its query asks for that, or for what the person chose."""
        every = self.meant(parsed) if matching is Matching.MOST else query
        return None if every == query else self.count(every)

    def _originals(self, typed: Tree) -> Iterator[Original]:
        """Yield the articles that those of an answer are like."""
        likenesses = (leaf for leaf in tree.leaves(typed) if isinstance(leaf, tree.Like))
        for article_id in dict.fromkeys(leaf.article_id for leaf in likenesses):
            if article := self.article(article_id):
                yield Original(article, self.printings(article_id))

    def _results(self, hits: Hits, query: Query, page: Page) -> tuple[Result, ...]:
        highlighter = Highlighter(query)
        stories = self.stories([hit.article.id for hit in hits.hits])
        articles = [hit.article for hit in hits.hits]
        if page.folded and page.sort is Sort.RELEVANCE:
            articles = leads(self._engine, query, articles, stories)
        kept = self._notes.of(*(article.id for article in articles))
        return tuple(
            Result(
                rank,
                hit.score,
                self._names.article(article),
                highlighter.whole(article.title, headline=True),
                highlighter.passage(article.text) if page.passages else Snippet("", ()),
                tuple(other for other in story if other.id != article.id),
                kept_here,
            )
            for rank, (hit, article, story, kept_here) in enumerate(
                zip(hits.hits, articles, stories, kept, strict=True), page.offset + 1
            )
        )
