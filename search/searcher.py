"""From a typed line to a page of results: the one place where the stages of a search meet."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Self

from corpus import Article
from index.engine import Ask, Engine, Hit, Hits, Ranked, Sort, articles_by_id, count
from index.fields import ID
from index.names.resolution import Names
from index.query import Among, And, Boost, Everything, Or, Query, Term, unscored
from index.storage.stories import Printing, Stories
from index.vectors.file import key
from search.counts import facets
from search.language import Tree, parse, tree
from search.planning.kept import NO_NOTES, Kept, Notes
from search.planning.likeness import IndexedLikeness
from search.planning.other_names import IndexedNames, typed_names
from search.planning.plan import SHORT_QUERY_WORDS, Matching, plan
from search.planning.quorum import Quorum
from search.planning.topic import topic
from search.results import Original, Result, Results, Stream
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

    `stories` knows which of its articles are one story, `notes` what the person keeps about them.  Who opens the engine and the stories closes the searcher.  A
    searcher that `with_names` returns shares both with the first.
    """

    def __init__(
        self,
        engine: Engine,
        names: Names | None = None,
        stories: Stories | None = None,
        today: Callable[[], date] = date.today,
        notes: Notes = NO_NOTES,
    ) -> None:
        self._engine = engine
        self._stories = stories
        self._names = Names() if names is None else names
        self._today = today
        self._notes = notes
        self._quorum = Quorum(engine)
        self._other_names = IndexedNames(engine, self._names)
        self._likeness = IndexedLikeness(engine, stories)

    @property
    def notes(self) -> Notes:
        """The tags and notes of the person."""
        return self._notes

    @property
    def names(self) -> Names:
        """The knowledge of which names are one entity."""
        return self._names

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
        about = self._topic(parsed) if page.limit and page.sort is Sort.RELEVANCE else ()
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
        query, hits = self._first(self._readings(parsed, page.matching), Ask(0))
        about = self._topic(parsed) if page.sort is Sort.RELEVANCE else ()
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
        return Stream(line, parsed, query, hits.total, relaxed, self._engine.each(query, ask))

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
        return self._engine.ranked(self._plan(typed, matching), page.limit, self._topic(typed))

    def meant(self, typed: Tree) -> Query:
        """Return the query of the index that has all words of a tree.

        Raises:
            SearchError: a range of days ends before it begins, or the query is too much work.
        """
        return self._plan(typed, Matching.ALL)

    def topic(self, typed: Tree) -> tuple[str, ...]:
        """Return the stems that an answer to a tree is reranked by."""
        return topic(typed, self._engine)

    def count(self, query: Query) -> int:
        """Return the number of articles that a query matches."""
        return count(self._engine, query)

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
            likeness=self._likeness,
            notes=self._notes,
        )

    def _topic(self, typed: Tree) -> tuple[str, ...]:
        return topic(typed, self._engine, self._likeness)

    def _originals(self, typed: Tree) -> Iterator[Original]:
        """Yield the articles that those of an answer are like."""
        for article_id in dict.fromkeys(
            leaf.article_id for leaf in tree.leaves(typed) if isinstance(leaf, tree.Like)
        ):
            if article := self.article(article_id):
                others = (other for other in self.printings(article_id) if other.id != article_id)
                yield Original(article, tuple(others))

    def _results(self, hits: Hits, query: Query, page: Page) -> tuple[Result, ...]:
        highlighter = Highlighter(query)
        printings = [self._story(hit.article.id) for hit in hits.hits]
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
                self._notes.of(article.id),
            )
            for rank, (hit, article, printed) in enumerate(
                zip(hits.hits, articles, printings, strict=True), page.offset + 1
            )
        )

    def printings(self, article_id: str) -> tuple[Printing, ...]:
        """Return the other articles that print the story of an article, the fullest first."""
        return tuple(other for other in self._story(article_id) if other.id != article_id)

    def _story(self, article_id: str) -> tuple[Printing, ...]:
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

    def frequency(self, field: str, term: str) -> int:
        """Return the number of articles that have a term of a list, read in microseconds; removed ones may count for a while."""
        return self._engine.frequency(field, term)

    def sample(self, query: Query, most: int) -> tuple[Article, ...]:
        """Return at most so many articles that a query of the index matches, one of each story.

        They are drawn at even steps from the newest to the oldest, so that the same answer has the same sample; they
        come in no order.
        """
        ranked = self._engine.ranked(Boost(query, 0), self.count(query))
        ids = list(self._once(one.id for one in ranked))
        drawn = min(most, len(ids))
        return tuple(
            articles_by_id(self._engine, [ids[number * len(ids) // drawn] for number in range(drawn)])
        )

    def _once(self, ids: Iterable[str]) -> Iterator[str]:
        """Yield the first id of each story."""
        seen = set()
        for article_id in ids:
            story = self._stories.story(key(article_id)) if self._stories else None
            if story is None or story not in seen:
                yield article_id
                seen.add(story)

    def kept(self, article_id: str) -> Kept:
        """Return the tags and notes of an article."""
        return self._notes.of(article_id)

    def articles(self, ids: Collection[str]) -> tuple[Article, ...]:
        """Return the articles that have these ids, the newest first."""
        asked = Among(frozenset(ids))
        hits = self._engine.search(asked, Ask(len(asked.ids), sort=Sort.NEWEST)).hits
        return tuple(self._names.article(hit.article) for hit in hits)

    def ids(self) -> set[str]:
        """Return the id of every article."""
        return self._engine.ids()

    def matching(self, line: str) -> Query:
        """Return the query of the index for the articles that a line matches as typed: it is never relaxed to some words.

        Raises:
            QuerySyntaxError: the line is not a query.
        """
        return self._plan(parse(line), Matching.MOST)

    def found(self, query: Query, among: Collection[str]) -> tuple[Article, ...]:
        """Return those of the articles with some ids that a query of the index matches, the newest first.

        Raises:
            Unsupported: the engine cannot honour a part of the query.
        """
        asked = And((unscored(query), Among(frozenset(among))))
        ask = Ask(len(among), sort=Sort.NEWEST)
        return tuple(self._names.article(hit.article) for hit in self._engine.each(asked, ask))

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
