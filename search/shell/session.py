"""What the shell remembers between two lines, and the moves that change it.

A move takes a session and returns the next one, with what to show; nothing is printed here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias, TypeVar

from index.engine import Sort
from index.fields import BY_NAME
from index.names.aliases import Name
from search.entities.curator import Curator
from search.errors import SearchError
from search.facets import MAX_SHOWN_VALUES, TIME_FACETS
from search.language import Tree
from search.render.lines import Fragment, Line, Style, clip, line, wrap
from search.render.page import WIDE, heading, screenful
from search.render.panel import FIRST, margin, numbered, panel, table
from search.render.reading import reading
from search.results import Results
from search.searcher import Page

EVERY_ARTICLE = "*"
"""What is asked where filters are set before a query."""

MOST = 10
"""Articles on a page, where the screen is high enough for them."""

FACETS = ("person", "org", "place", "date", "source")
"""The facets of a panel, the first to go last where the screen is low."""

NARROW_FACETS = ("person", "place", "date")
"""The facets below the articles, where there is no room beside them."""

RESERVED = 3
"""Rows of the screen that a reply leaves to a blank, to the next prompt and to the toolbar."""


Asked = TypeVar("Asked")


class Answers(Protocol):
    """What the shell asks: `search.shell.current.Current` answers."""

    def search(self, line: str, page: Page = ..., /) -> Results:
        """Return a page of the answer to a line."""
        ...

    def curated(self, ask: Callable[[Curator], Asked], /) -> Asked:
        """Return what is asked of the entities, or done with their names."""
        ...


@dataclass(frozen=True, slots=True)
class Screen:
    """The size of the terminal, in columns and rows."""

    columns: int = 80
    rows: int = 24


@dataclass(frozen=True, slots=True)
class Session:
    """What a line is answered from.

    `line` is the last query, "" before the first; `starts` tells after how many articles each page began that
    led to this one, the last being that of `results`.  `table` holds the names of the table shown last, as they
    are numbered from 1 on.
    """

    searcher: Answers
    screen: Screen = Screen()
    line: str = ""
    filters: tuple[Tree, ...] = ()
    sort: Sort = Sort.RELEVANCE
    starts: tuple[int, ...] = (0,)
    results: Results | None = None
    table: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What to show, no wider than the screen; `leave` ends the shell."""

    lines: Sequence[Line] = ()
    leave: bool = False


Move: TypeAlias = tuple[Session, Reply]


def told(session: Session, message: str, style: Style = Style.TEXT) -> Move:
    """Return the session as it is, and a message."""
    rows = [row for text in message.split("\n") for row in wrap(line(text, style), session.screen.columns)]
    return session, Reply(rows)


def ask(session: Session, typed: str) -> Move:
    """Answer a query with its first page."""
    return _answer(replace(session, line=typed, starts=(0,)))


def narrow(session: Session, filters: tuple[Tree, ...]) -> Move:
    """Answer the last query within these filters."""
    return _answer(replace(session, filters=filters, starts=(0,)))


def order(session: Session, sort: Sort) -> Move:
    """Answer the last query in this order."""
    return _answer(replace(session, sort=sort, starts=(0,)))


def forward(session: Session) -> Move:
    """Show the next page."""
    results = session.results
    if results is None:
        return told(session, "type words to search, or :help")
    if not results.total.count:
        return told(session, "no article was found: type another query, or :help query")
    last = results.results[-1].rank if results.results else results.total.count
    if last >= results.total.count:
        return told(session, "this was the last page: :prev shows the one before, or type another query")
    return _answer(replace(session, starts=(*session.starts, last)))


def back(session: Session) -> Move:
    """Show the page before."""
    if len(session.starts) == 1:
        return told(session, "this is the first page: an empty line shows the next one")
    return _answer(replace(session, starts=session.starts[:-1]))


def read(session: Session, rank: int) -> Move:
    """Show the article of a rank of the answer, on this page or on another one.

    Raises:
        SearchError: there is no such rank.
    """
    itself = f'to search for the number, type "{rank}" between quotes'
    if session.results is None:
        raise SearchError(f"there is no answer yet that would have a result {rank}: type a query; {itself}")
    shown = {result.rank: result for result in session.results.results}
    if rank not in shown and rank > 0:
        further = session.searcher.search(session.line or EVERY_ARTICLE, _page(session, 1, rank - 1))
        shown = {result.rank: result for result in further.results}
    if rank not in shown:
        count = session.results.total.count
        known = f"type a number from 1 to {count}" if count else "no article was found"
        raise SearchError(f"there is no result {rank}: {known}; {itself}")
    article = shown[rank].article
    entities = session.searcher.curated(lambda curator: curator.spans(article.id))
    return session, Reply(reading(article, session.screen.columns, session.results.asked, entities))


def count(session: Session, facet: str) -> Move:
    """Show the values of a facet in the articles of the answer; of all the usual facets, where none is named.

    Raises:
        SearchError: there is no such facet.
    """
    facets = (facet,) if facet else FACETS
    asked = replace(_page(session, 0, 0), facets=facets, values=None if facet else FIRST + 1)
    answer = session.searcher.search(session.line or EVERY_ARTICLE, asked)
    width = session.screen.columns
    if not facet:
        return session, Reply(panel(answer.facets, width))
    buckets = answer.facets[facet]
    head = (Fragment(clip(f"{facet} in {heading(answer)} for {answer.parsed}", width), Style.TITLE),)
    if not buckets or facet in TIME_FACETS:
        return session, Reply([head, *table(facet, buckets, width)])
    field = BY_NAME[facet].name
    rows = numbered(table(facet, buckets, width - margin(len(buckets))))
    shown = replace(session, table=tuple(Name(field, bucket.value) for bucket in buckets))
    return shown, Reply([head, *rows])


def _answer(session: Session) -> Move:
    """Answer the query of the session from its last start on, as much as its screen holds."""
    screen = session.screen
    found = session.searcher.search(session.line or EVERY_ARTICLE, _page(session, MOST, session.starts[-1]))
    shown, lines = screenful(found, screen.columns, screen.rows - RESERVED)
    if not found.total.count and session.filters:
        advice = "The filters hold: :drop lets go of the last one, :drop all of all."
        lines = [*lines, *wrap(line(advice, Style.QUIET), screen.columns)]
    return replace(session, results=shown), Reply(lines)


def _page(session: Session, limit: int, offset: int) -> Page:
    # Facets cost a small engine more than the articles: only those that are seen.
    facets = () if limit <= 1 else FACETS if session.screen.columns >= WIDE else NARROW_FACETS
    values = FIRST + 1 if session.screen.columns >= WIDE else MAX_SHOWN_VALUES
    return Page(limit, offset, session.sort, facets=facets, filters=session.filters, values=values)
