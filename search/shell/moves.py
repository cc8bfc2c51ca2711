"""The moves that change a session: a query, a page, a result, a filter, an order.

A move takes a session and returns the next session and a reply; nothing is printed here.
"""

from corpus.records import replace
from index.engine import Sort
from index.fields import BY_NAME
from index.names.aliases import Name
from search.commandline.face import Question
from search.commandline.search_options import EVERY_ARTICLE
from search.counts.facets import MAX_SHOWN_VALUES, TIME_FACETS
from search.entities.listing import EntityList
from search.language import Tree, tree
from search.messages import say
from search.render import in_shell
from search.render.clauses import line_text
from search.render.lines import Style, line, wrap
from search.render.page import WIDE_COLUMNS
from search.render.panel import PANEL_VALUES
from search.render.screenful import View, screenful
from search.results import FacetCount, Results
from search.searcher import Page
from search.shell.session import Around, Move, Reply, Session, reply
from search.shell.values import whole
from search.study.concordance import Concordance, Order

_NARROW_FACETS = ("person", "place", "org")
"""The facets below the list, on a screen without room beside it."""

_WIDE_FACETS = ("person", "org", "place", "source")
"""The facets beside the list, the first to go last where the screen is low."""


_COMMAND_HINTS = {
    **dict.fromkeys(("quit", "exit", "q", "quitter"), "shell.to_leave"),
    **dict.fromkeys(("help", "aide"), "shell.to_get_help"),
}
"""What people type to leave, or for help, and what is said below its answer."""


def show(session: Session, value: object) -> Move:
    """Show a value, or the answer to a question; a number of a table of names then stands for one of these names.

    The numbers of a concordance are ranks: its query becomes the last one, so that a number opens the article.
    """
    if isinstance(value, Question):
        return ask(replace(session, sort=Sort.RELEVANCE), value.line)
    shown = replace(session, table=_numbered_names(value) or session.table)
    if isinstance(value, Concordance) and value.order not in (Order.LEFT, Order.RIGHT):
        shown = replace(shown, sort=Sort(value.order))
    if isinstance(value, Concordance) and (value.line != session.line or shown.sort is not session.sort):
        answered, _ = ask_again(replace(shown, line=value.line, starts=(0,)))
        shown = replace(answered, choices=session.choices)  # the letters are those of the page on the screen
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
    """Answer a query with its first page; a word by which people leave elsewhere is a query too, with a hint."""
    hint = _COMMAND_HINTS.get(typed.lower())
    return ask_again(replace(session, line=typed, starts=(0,)), *([say(hint)] if hint else []))


def accept(session: Session) -> Move:
    """Answer the line that the last answer offered instead of its own."""
    return ask(session, session.offered) if session.offered else reply(session, say("shell.nothing_offered"))


def narrow(session: Session, filters: tuple[Tree, ...]) -> Move:
    """Answer the last query within these filters."""
    return ask_again(replace(session, filters=filters, starts=(0,)))


def order(session: Session, sort: Sort) -> Move:
    """Answer the last query in this order."""
    return ask_again(replace(session, sort=sort, starts=(0,)))


def collapse(session: Session, collapsed: bool) -> Move:  # noqa: FBT001 - it is what the person typed
    """Answer the last query with each story once, or with each article."""
    return ask_again(replace(session, collapsed=collapsed, starts=(0,)))


def pick(session: Session, name: Name, *, leaves_out: bool) -> Move:
    """Keep the articles with a value, or leave them out; a value that is picked once more is let go."""
    kept = whole(name)
    picked = tree.Not(kept) if leaves_out else kept
    others = tuple(clause for clause in session.filters if clause not in (kept, tree.Not(kept)))
    return narrow(session, others if picked in session.filters else (*others, picked))


def count_in(session: Session, *, corpus: bool) -> Move:
    """Show the last page again, with the values and counts of the whole index, or of the answer."""
    counting = replace(session, of_corpus=corpus)
    return reply(counting, say("shell.counts_set")) if session.results is None else ask_again(counting)


def again(session: Session) -> Move:
    """Show the page of the last answer again; nothing is asked."""
    return reply(session, say("shell.nothing_asked")) if session.results is None else _shown(session)


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
    return ask_again(replace(session, starts=(*session.starts, last)))


def back(session: Session) -> Move:
    """Show the page before."""
    if len(session.starts) == 1:
        return reply(session, say("shell.first_page"))
    return ask_again(replace(session, starts=session.starts[:-1]))


def ask_again(session: Session, *notes: str) -> Move:
    """Answer the last query from its last page on, or with every article before the first query.

    The page has as many results as the screen holds; the notes stand below it.
    """
    is_wide = session.screen.columns >= WIDE_COLUMNS
    # Facets cost a small engine more time than the articles: ask only for the facets that the screen shows.
    facets = _WIDE_FACETS if is_wide else _NARROW_FACETS
    page = Page(
        limit=max(1, session.rows),
        offset=session.starts[-1],
        sort=session.sort,
        facets=(*facets, "month"),
        filters=session.filters,
        values=PANEL_VALUES + 1 if is_wide and not session.browsing else MAX_SHOWN_VALUES,
        folded=session.collapsed,
        passages=False,
    )
    results = counted = session.answers.search(session.line or EVERY_ARTICLE, page)
    if session.of_corpus:
        everything = Page(limit=0, facets=facets, values=page.values)
        counted = session.answers.search(EVERY_ARTICLE, everything)
    printed = session.answers.answer(lambda searcher: searcher.printed)
    around = Around(printed, {facet: counted.facets[facet] for facet in facets})
    offered = session.answers.answer(lambda searcher: searcher.respelt(results)) or ""
    if offered:
        notes = (say("shell.offered", line=line_text(offered)), *notes)
    if not results.total.count and session.filters:
        notes = (say("shell.filters_hold"), *notes)
    answered = _at_first(replace(session, around=around, offered=offered), results)
    return (answered, Reply()) if session.browsing else _shown(answered, *notes)


def _at_first(session: Session, results: Results) -> Session:
    """Return the session with a page of the answer, at its first result."""
    return replace(
        session,
        results=results,
        known={result.rank: result for result in results.results},
        cursor=results.results[0].rank if results.results else 0,
        opened=None,
    )


def _shown(session: Session, *notes: str) -> Move:
    """Show the page of the results of a session, and the notes below it."""
    results, screen = session.results, session.screen
    assert results  # noqa: S101 - only a session with an answer has a page
    view = View(
        results,
        session.sort,
        session.filters,
        session.around.printed,
        session.around.facets,
        session.of_corpus,
        lambda name: whole(name) in session.filters,
        session.marks,
        screen.plain,
    )
    below = [row for note in notes for row in wrap(line(note, Style.QUIET), screen.columns)]
    page = screenful(view, screen.columns, session.rows - len(below))
    shown = replace(session, results=replace(results, results=page.results), choices=page.names)
    return shown, Reply([*page.lines, *below])
