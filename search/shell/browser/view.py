"""The full screen as a function: from a session and what the keys are about to the rows of the terminal."""

from collections.abc import Sequence

from corpus.records import replace
from search.counts.share import shares
from search.messages import say
from search.render.clauses import clause_text
from search.render.lines import (
    EMPTY,
    Fragment,
    Line,
    Style,
    beside,
    cell_width,
    clip,
    clipped,
    line,
)
from search.render.page import heading
from search.render.screenful import ORDER_CODES
from search.render.sparkline import max_bars, sparkline
from search.shell.browser import facets
from search.shell.browser.focus import Entry, Focus
from search.shell.browser.geometry import BOTTOM_ROWS, HEAD_ROWS, RULE, Geometry, geometry
from search.shell.browser.listing import listing
from search.shell.browser.reader import question, reader
from search.shell.session import Session

_SEPARATOR = " · "
_COLUMN_GAP = "  "

_CARET = "▏"
"""Stands where the next character goes in a line that is being typed."""


def view(session: Session, focus: Focus) -> list[Line]:
    """Return the rows of the screen, from the top down: as many as it has, none wider than it."""
    screen, sizes = session.screen, geometry(session)
    rows = screen.rows - HEAD_ROWS - BOTTOM_ROWS
    if focus.overlay:
        body = list(focus.overlay.lines[focus.overlay.top : focus.overlay.top + rows])
    elif sizes.split:
        left = [
            *_time(session, sizes),
            *_filled(listing(session, sizes), sizes.list_rows),
            *_facets_below(session, focus, sizes),
        ]
        right = [(Fragment(RULE, Style.QUIET), *row) for row in _filled(reader(session, sizes), rows)]
        body = beside(left, right, sizes.list_columns)
    elif focus.facets:
        body = _facet_rows(session, focus, screen.columns, rows)
    elif session.opened:
        head, *article = reader(session, sizes)
        return _screen([head, *_filled(article, rows), _bottom(session, focus)], session)
    else:
        below = facets.summary(session, screen.columns, sizes.facet_rows)
        body = [*_time(session, sizes), *_filled(listing(session, sizes), sizes.list_rows), *below]
    return _screen([_head(session), *_filled(body, rows), _bottom(session, focus)], session)


def _screen(rows: Sequence[Line], session: Session) -> list[Line]:
    """Return rows no wider than the screen, which may be smaller than any part of it."""
    columns = session.screen.columns
    return [clipped(row, columns) for row in rows[: session.screen.rows]]


def _filled(rows: Sequence[Line], count: int) -> list[Line]:
    """Return so many rows: empty ones behind those given, if these are fewer."""
    return [*rows[:count], *[EMPTY] * (count - len(rows))]


def _head(session: Session) -> Line:
    """Return the query with its filters, and how many articles there are, in which order, and how many are marked."""
    columns, results = session.screen.columns, session.results
    filters = _SEPARATOR.join(map(clause_text, session.filters))
    asked = _COLUMN_GAP.join([question(session), *([f"[{filters}]"] if filters else [])])
    marked = say("browser.marked_short", count=len(session.marks)) if session.marks else ""
    articles = heading(replace(results, results=())) if results else ""
    order = say(ORDER_CODES[session.sort])
    room = columns - min(cell_width(asked), columns // 2) - 2 * len(_COLUMN_GAP)
    for parts in ((articles, order, marked), (articles, marked), (articles,)):
        said = _SEPARATOR.join(filter(None, parts))
        if cell_width(said) <= room:
            break
    return _ends(f" {asked}", f"{said} ", columns, Style.TITLE)


def _time(session: Session, sizes: Geometry) -> list[Line]:
    """Return the row of the answer in time, where the screen has one."""
    if not sizes.time_rows or session.results is None:
        return []
    counts = {bucket.value: bucket.count for bucket in session.results.facets.get("month", ())}
    columns = sizes.list_columns - 1
    drawn = sparkline(shares(counts, session.around.printed, max_bars(columns)), columns) if counts else []
    return _filled([(Fragment(" "), *row) for row in drawn], sizes.time_rows)


def _ends(left: str, right: str, columns: int, style: Style) -> Line:
    """Return a text at each end of a row; the right one gives way where there is no room for half of the left one."""
    right = clip(right, max(0, columns - min(cell_width(left), columns // 2) - len(_COLUMN_GAP)))
    left = clip(left, columns - cell_width(right) - len(_COLUMN_GAP))
    gap = " " * (columns - cell_width(left) - cell_width(right))
    return (Fragment(left, style), Fragment(gap + right, Style.QUIET))


def _facets_below(session: Session, focus: Focus, sizes: Geometry) -> list[Line]:
    """Return the facets below the list of a split screen, under a rule."""
    rule = line("─" * sizes.list_columns, Style.QUIET)
    return [rule, *_facet_rows(session, focus, sizes.list_columns, sizes.facet_rows - 1)]


def _facet_rows(session: Session, focus: Focus, columns: int, count: int) -> list[Line]:
    """Return as many rows of the facets as there is room for, the value at the cursor among them."""
    found = facets.items(session)
    if not focus.facets:
        return facets.rows(facets.first(found, count), columns, None)[:count]
    at = min(focus.value, max(0, len(found) - 1))
    top = max(0, min(at - count // 2, len(found) - count))
    rows = facets.rows(found, columns, at)
    return [clipped(row, columns) for row in rows[top : top + count]]


def _bottom(session: Session, focus: Focus) -> Line:
    """Return the last row: the line that is being typed, or what there is to say, or the last line and the keys."""
    columns = session.screen.columns
    if focus.entry:
        return _typed(focus.entry, focus.notice, columns)
    if focus.waiting:
        return line(f" {say('browser.waiting')}", Style.QUIET)
    if focus.notice:
        return (Fragment(" "), *focus.notice)
    rank = say("browser.of", rank=session.cursor, last=session.results.last) if session.results else ""
    left = f" {clip(_COLUMN_GAP.join(filter(None, (rank, focus.line))), columns // 2)}"
    hints = _hints(session, focus).split(_COLUMN_GAP)
    while len(hints) > 1 and cell_width(left) + cell_width(_COLUMN_GAP.join(["", *hints])) > columns - 1:
        hints.pop(-2)  # the last one, ?, shows all of them
    return _ends(left, f"{_COLUMN_GAP.join(hints)} ", columns, Style.TEXT)


def _hints(session: Session, focus: Focus) -> str:
    if focus.overlay:
        return say("browser.overlay_keys")
    if focus.facets:
        return say("browser.facet_keys")
    return say("browser.article_keys") if session.opened else say("browser.list_keys")


def _typed(entry: Entry, notice: Line, columns: int) -> Line:
    """Return a line that is being typed, its cursor in sight, and behind it what is wrong with it so far."""
    sign = "/" if entry.live else ""
    text, at = f" {sign}{entry.text}", entry.at + len(sign) + 1
    start = max(0, at - columns + len(_COLUMN_GAP))
    gap = Fragment(2 * _COLUMN_GAP if notice else "")
    typed = (Fragment(text[start:at]), Fragment(_CARET, Style.CURRENT), Fragment(text[at:]), gap, *notice)
    return clipped(typed, columns)
