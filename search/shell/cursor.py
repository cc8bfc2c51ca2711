"""Where the person is: in the list of results, or in the text of the open article."""

import re

from corpus.records import replace
from search.commandline.search_options import EVERY_ARTICLE
from search.errors import SearchError
from search.messages import say
from search.render.lines import Line
from search.render.rows import grid, row
from search.render.screenful import short
from search.searcher import Page
from search.shell.browser.article import laid_out
from search.shell.browser.geometry import geometry
from search.shell.moves import ask_again
from search.shell.session import Move, Reply, Session, reply
from search.snippet import Highlighter

_READ_AT_ONCE = 20
"""Results that are read from the engine at once: 20 take 20 ms of the frequent words of 36,016 articles, and one takes 6."""

_KNOWN_BESIDE = 100
"""Results above the list and below it that stay known: 1,000 articles that were read would hold some 16 MB."""

_ENDS = ("end", "fin")
_PAGES = ("page", "écran", "ecran")
_FAR = 1 << 30
"""More rows than any answer or article has."""


def down(session: Session, argument: str) -> Move:
    """Go down: by a row, by so many rows, by a page, or to the end.

    Raises:
        SearchError: the argument is no distance, or there is nothing to go through.
    """
    return _move(session, _distance(session, argument, "down"))


def up(session: Session, argument: str) -> Move:
    """Go up, as `down` goes down.

    Raises:
        SearchError: as `down`.
    """
    return _move(session, -_distance(session, argument, "up"))


def browse(session: Session) -> Move:
    """Show the answer on the whole screen; every article, before the first query.

    Raises:
        SearchError: the terminal has no screen to draw on.
    """
    if session.screen.plain:
        raise SearchError("browser.no_full_screen")
    session = replace(session, browsing=True, opened=None, choices=())  # the full screen shows no letters
    if session.results is None:
        return ask_again(session)
    return around(session), Reply()


def window(session: Session) -> range:
    """Return the ranks of the results that the list shows: the cursor stands in the middle, but at the ends of the answer."""
    if session.results is None or not session.cursor:
        return range(0)
    titles, last = geometry(session).titles, session.results.last
    first = max(1, min(session.cursor - titles // 2, last - titles + 1))
    return range(first, min(last, first + titles - 1) + 1)


def around(session: Session) -> Session:
    """Return the session with the results known that the list shows."""
    shown = window(session)
    missing = [rank for rank in shown if rank not in session.known]
    if not missing or session.results is None:
        return session
    start = (missing[0] - 1) // _READ_AT_ONCE * _READ_AT_ONCE
    limit = -(-(missing[-1] - start) // _READ_AT_ONCE) * _READ_AT_ONCE
    page = Page(limit, start, session.sort, filters=session.filters, folded=session.collapsed, passages=False)
    read = session.answers.search(session.line or EVERY_ARTICLE, page)
    results = session.results if read.stories is None else replace(session.results, stories=read.stories)
    known = {**session.known, **{result.rank: result for result in read.results}}
    near = range(shown.start - _KNOWN_BESIDE, shown.stop + _KNOWN_BESIDE)
    return replace(session, results=results, known={rank: known[rank] for rank in known if rank in near})


def entry(session: Session, rank: int) -> list[Line]:
    """Return the row of a result, and the passage of it that answers the query best.

    Raises:
        SearchError: there is no such rank.
    """
    result = session.result(rank)
    cells = grid([result], session.screen.columns)
    highlighter = Highlighter(session.asked)
    is_marked = result.article.id in session.marks
    return [
        row(result, cells, is_current=True, is_marked=is_marked),
        *short(result, highlighter, cells),
    ]


def _distance(session: Session, argument: str, name: str) -> int:
    """Return the number of rows that an argument stands for."""
    typed = argument.lower()
    if typed in _ENDS:
        return _FAR
    if typed in _PAGES:
        sizes = geometry(session)
        return max(1, (sizes.reader_rows if session.opened else sizes.titles) - 1)
    if not re.fullmatch("[0-9]{0,9}", typed):
        raise SearchError("browser.distance", name=name)
    return int(typed or 1)


def _move(session: Session, distance: int) -> Move:
    return _scroll(session, distance) if session.opened else _go(session, distance)


def _scroll(session: Session, distance: int) -> Move:
    """Go through the text of the open article."""
    assert session.opened is not None  # noqa: S101 - `_move` looked
    opened, sizes = session.opened, geometry(session)
    lines = laid_out(opened.reading, sizes.reader_columns).lines
    top = max(0, min(opened.top + distance, len(lines) - sizes.reader_rows))
    if top == opened.top and distance:
        return reply(session, say("browser.article_end" if distance > 0 else "browser.article_start"))
    shown = replace(session, opened=replace(opened, top=top))
    return shown, Reply(lines[top : top + sizes.reader_rows])


def _go(session: Session, distance: int) -> Move:
    """Go through the list of results."""
    if session.results is None:
        raise SearchError("shell.nothing_asked")
    if not session.results.total.count:
        return reply(session, say("shell.nothing_found"))
    moved = _at(session, session.cursor + distance)
    if moved.cursor == session.cursor and distance:
        return reply(moved, say("browser.last_result" if distance > 0 else "browser.first_result"))
    return moved, Reply(entry(moved, moved.cursor))


def _at(session: Session, rank: int) -> Session:
    """Return the session with the cursor at a rank, or at the end that is nearest to it.

    The number of stories is known where their last one is: only a look at the end says where the end is.
    """
    assert session.results is not None  # noqa: S101 - `_go` looked
    moved = around(replace(session, cursor=max(1, min(rank, session.results.last))))
    last = moved.results.last if moved.results else 1
    return around(replace(moved, cursor=last)) if moved.cursor > last else moved
