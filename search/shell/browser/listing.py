"""The list of results on the full screen: a row for each, and the passage of the one at the cursor."""

from collections.abc import Sequence
from dataclasses import replace

from search.messages import say
from search.render.lines import Fragment, Line, Style, line, line_width, marked, wrap
from search.render.page import heading
from search.render.rows import Grid, grid, row
from search.results import Result
from search.shell.browser.geometry import PASSAGE_ROWS, Geometry
from search.shell.cursor import window
from search.shell.session import Session
from search.snippet import Highlighter

_MARGIN_COLUMNS = 12
"""Columns of the rows of a passage that it leaves to the words that do not fit at their ends."""


def listing(session: Session, sizes: Geometry) -> list[Line]:
    """Return the rows of the results around the cursor; what there is to say of an answer without results."""
    results, columns = session.results, sizes.list_columns
    if results is None or not results.total.count:
        said = [heading(results), say("page.no_article_advice")] if results else [say("shell.nothing_asked")]
        if results and session.filters:
            said.append(say("shell.filters_hold"))
        return [row for text in said for row in wrap(line(text, Style.QUIET), columns, " ", " ")]
    ranks = window(session)
    found = {rank: session.known[rank] for rank in ranks if rank in session.known}
    cells = grid(list(found.values()), columns)
    rows: list[Line] = []
    for rank in ranks:
        result = found.get(rank)
        if result is None:
            rows.append(line(f"  {rank:>{cells.rank}}  …", Style.QUIET))
            continue
        is_current = rank == session.cursor
        shown = row(result, cells, is_current=is_current, is_marked=result.article.id in session.marks)
        rows.append(_under_cursor(shown, columns) if is_current else shown)
        if is_current:
            rows += _passage(session, result, cells)
    return rows


def _under_cursor(row: Line, columns: int) -> Line:
    """Return the row at the cursor, in one style to its end."""
    blanks = " " * (columns - line_width(row))
    return (*(replace(fragment, style=Style.CURRENT) for fragment in row), Fragment(blanks, Style.CURRENT))


def _passage(session: Session, result: Result, cells: Grid) -> Sequence[Line]:
    """Return the passage of a result that answers the query best, below its row."""
    assert session.results is not None  # noqa: S101 - it has this result
    room = PASSAGE_ROWS * (cells.columns - len(cells.margin)) - _MARGIN_COLUMNS
    passage = Highlighter(session.results.asked).passage(result.article.text, max(room, _MARGIN_COLUMNS))
    return wrap(marked(passage), cells.columns, cells.margin, cells.margin)[:PASSAGE_ROWS]
