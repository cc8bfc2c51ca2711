"""The list of results on the full screen: a row for each, and the passage of the one at the cursor."""

from corpus.records import replace
from search.messages import say
from search.render.lines import Fragment, Line, Style, line, line_width, wrap
from search.render.page import heading
from search.render.rows import grid, row
from search.render.screenful import short
from search.shell.browser.geometry import Geometry
from search.shell.cursor import window
from search.shell.session import Session
from search.snippet import Highlighter


def listing(session: Session, sizes: Geometry) -> list[Line]:
    """Return the rows of the results around the cursor; what there is to say of an answer without results."""
    results, columns = session.results, sizes.list_columns
    if results is None or not results.total.count:
        said = [heading(results), say("page.no_article_advice")] if results else [say("shell.nothing_asked")]
        if session.offered:
            said.append(say("shell.offered", line=session.offered))
        if results and session.filters:
            said.append(say("shell.filters_hold"))
        return [row for text in said for row in wrap(line(text, Style.QUIET), columns, " ", " ")]
    ranks = window(session)
    found = {rank: session.known[rank] for rank in ranks if rank in session.known}
    cells = grid(list(found.values()), columns)
    highlighter = Highlighter(results.asked)
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
            rows += short(result, highlighter, cells)
    return rows


def _under_cursor(row: Line, columns: int) -> Line:
    """Return the row at the cursor, in one style to its end."""
    blanks = " " * (columns - line_width(row))
    return (*(replace(fragment, style=Style.CURRENT) for fragment in row), Fragment(blanks, Style.CURRENT))
