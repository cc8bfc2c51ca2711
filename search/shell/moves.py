"""The moves that change a session: a query, a page, a result, a filter, an order.

A move takes a session and returns the next session and a reply; nothing is printed here.
"""

from dataclasses import replace

from index.engine import Sort
from index.fields import BY_NAME
from index.names.aliases import Name
from index.query import Everything
from search.commandline.search_options import EVERY_ARTICLE
from search.counts.facets import MAX_SHOWN_VALUES, TIME_FACETS, USUAL_FACETS
from search.entities.listing import EntityList
from search.errors import SearchError
from search.language import Tree
from search.messages import say
from search.render import in_shell
from search.render.lines import Style, line, wrap
from search.render.page import WIDE_COLUMNS, screenful
from search.render.panel import PANEL_VALUES
from search.results import FacetCount, Reading
from search.searcher import Page
from search.shell.session import RESERVED_ROWS, Move, Reply, Session, reply

_MAX_PAGE_ARTICLES = 10
"""Articles on a page at most, if the screen is high enough."""

_NARROW_FACETS = ("person", "place", "date")
"""The facets below the articles, on a screen without room beside them."""


def show(session: Session, value: object) -> Move:
    """Show a value; if it is a table of names with numbers, a number then stands for one of these names."""
    shown = replace(session, table=_numbered_names(value) or session.table)
    return shown, Reply(in_shell(value, session.screen.columns))


def _numbered_names(value: object) -> tuple[Name, ...]:
    match value:
        case FacetCount() if value.facet not in TIME_FACETS:
            field = BY_NAME[value.facet].name
            return tuple(Name(field, bucket.value) for bucket in value.values)
        case EntityList():
            return tuple(Name(*row.value) for row in value.rows)
        case _:
            return ()


def ask(session: Session, typed: str) -> Move:
    """Answer a query with its first page."""
    return _answer(replace(session, line=typed, starts=(0,)))


def narrow(session: Session, filters: tuple[Tree, ...]) -> Move:
    """Answer the last query within these filters."""
    return _answer(replace(session, filters=filters, starts=(0,)))


def order(session: Session, sort: Sort) -> Move:
    """Answer the last query in this order."""
    return _answer(replace(session, sort=sort, starts=(0,)))


def collapse(session: Session, collapsed: bool) -> Move:  # noqa: FBT001 - it is what the person typed
    """Answer the last query with each story once, or with each article."""
    return _answer(replace(session, collapsed=collapsed, starts=(0,)))


def forward(session: Session) -> Move:
    """Show the next page."""
    results = session.results
    if results is None:
        return reply(session, say("shell.nothing_asked"))
    if not results.total.count:
        return reply(session, say("shell.nothing_found"))
    last = results.results[-1].rank if results.results else results.last
    if last >= results.last:
        return reply(session, say("shell.last_page"))
    return _answer(replace(session, starts=(*session.starts, last)))


def back(session: Session) -> Move:
    """Show the page before."""
    if len(session.starts) == 1:
        return reply(session, say("shell.first_page"))
    return _answer(replace(session, starts=session.starts[:-1]))


def read(session: Session, rank: int) -> Move:
    """Show the article of a rank of the answer, on this page or on another page.

    Raises:
        SearchError: there is no such rank.
    """
    result, asked = session.result(rank), session.results
    article = result.article
    entities = session.answers.curated(lambda curator: curator.spans(article.id))
    return show(session, Reading(article, asked.asked if asked else Everything(), entities, result.kept))


def read_by_id(session: Session, article_id: str) -> Move:
    """Show the article that has an id, which need not be in the answer: `:news` shows others.

    Raises:
        SearchError: there is no such article.
    """
    is_id = bool(article_id) and article_id.isprintable()
    article = session.answers.answer(lambda searcher: searcher.article(article_id)) if is_id else None
    if article is None:
        raise SearchError("shell.open_takes_number")
    kept = session.answers.answer(lambda searcher: searcher.kept(article_id))
    entities = session.answers.curated(lambda curator: curator.spans(article_id))
    asked = session.results.asked if session.results else Everything()
    return show(session, Reading(article, asked, entities, kept))


def _answer(session: Session) -> Move:
    """Answer the query of the session from its last start on, with as many articles as the screen holds."""
    screen = session.screen
    is_wide = screen.columns >= WIDE_COLUMNS
    page = Page(
        limit=_MAX_PAGE_ARTICLES,
        offset=session.starts[-1],
        sort=session.sort,
        # Facets cost a small engine more time than the articles: ask only for the facets that the screen shows.
        facets=USUAL_FACETS if is_wide else _NARROW_FACETS,
        filters=session.filters,
        values=PANEL_VALUES + 1 if is_wide else MAX_SHOWN_VALUES,
        folded=session.collapsed,
    )
    results = session.answers.search(session.line or EVERY_ARTICLE, page)
    shown, lines = screenful(results, screen.columns, screen.rows - RESERVED_ROWS)
    if not results.total.count and session.filters:
        lines = [*lines, *wrap(line(say("shell.filters_hold"), Style.QUIET), screen.columns)]
    return replace(session, results=shown), Reply(lines)
