"""An answer as a list: each result on one line, its rank, its date, its source, its headline, its reprints."""

from collections.abc import Sequence
from typing import NamedTuple

from search.messages import say
from search.render.lines import Fragment, Line, Style, cell_width, clip, clipped, line_width, marked
from search.results import Result

CURSOR_SIGN, MARK_SIGN = "▸", "✓"
"""The signs of the result under the cursor, and of a result that the person marked: seen without colours."""

_SIGN_COLUMNS = 2
_CELL_GAP = "  "

_MIN_MONTH_COLUMNS, _MIN_DAY_COLUMNS, _MIN_SOURCE_COLUMNS = 30, 50, 60
"""Columns of a screen from which on a row has the month of an article, its day, and its source."""

_DAY_CHARACTERS, _MONTH_CHARACTERS = 10, 7
_MIN_DIGITS = 2
"""Digits of a rank for which there is room on the first page already, so that the next pages stand like it."""

_SOURCE_PART = 6
"""The part of the screen, a sixth, that sources take at most."""


class Grid(NamedTuple):
    """The columns of the rows of a list, and of the ranks, dates and sources in them; 0 where these are left out."""

    columns: int
    rank: int
    date: int
    source: int

    @property
    def margin(self) -> str:
        """The blanks before the dates, under which what belongs to a row stands."""
        return " " * (_SIGN_COLUMNS + self.rank + len(_CELL_GAP))


def grid(results: Sequence[Result], columns: int) -> Grid:
    """Return the columns that suit all these results.

    Sources are left out where all are the same, and on a narrow screen.
    """
    sources = {result.article.source for result in results}
    room = columns // _SOURCE_PART
    widest = max((cell_width(clip(source, room)) for source in sources), default=0)
    with_sources = len(sources) > 1 and columns >= _MIN_SOURCE_COLUMNS
    date = _DAY_CHARACTERS if columns >= _MIN_DAY_COLUMNS else _MONTH_CHARACTERS
    with_dates = any(result.article.date for result in results) and columns >= _MIN_MONTH_COLUMNS
    return Grid(
        columns,
        max([_MIN_DIGITS, *(len(str(result.rank)) for result in results)]),
        date if with_dates else 0,
        widest if with_sources else 0,
    )


def row(
    result: Result,
    grid: Grid,
    *,
    is_current: bool = False,
    is_marked: bool = False,
    title: Style = Style.TEXT,
) -> Line:
    """Return a result on one line of the list; its headline has the style `title`, and matches in it are marked."""
    signs = f"{CURSOR_SIGN if is_current else ' '}{MARK_SIGN if is_marked else ' '}"
    before: list[Fragment] = [Fragment(signs), Fragment(f"{result.rank:>{grid.rank}}{_CELL_GAP}", Style.RANK)]
    if grid.date:
        before.append(Fragment(_filled(_date(result, grid), grid.date) + _CELL_GAP, Style.QUIET))
    if grid.source:
        before.append(Fragment(_filled(result.article.source, grid.source) + _CELL_GAP, Style.QUIET))
    reprints = _reprints(result)
    room = grid.columns - line_width(tuple(before))
    behind = len(_CELL_GAP) + len(reprints) if reprints else 0
    match = Style.TITLE_MATCH if title is Style.TITLE else Style.MATCH
    headline = clipped(marked(result.title, title, match), max(2, room - behind))
    if not reprints:
        return (*before, *headline)
    blanks = " " * max(0, room - line_width(headline) - len(reprints))
    return (*before, *headline, Fragment(blanks), Fragment(reprints, Style.QUIET))


def _date(result: Result, grid: Grid) -> str:
    date = result.article.date
    return date.isoformat()[: grid.date] if date else clip(say("page.undated"), grid.date)


def _reprints(result: Result) -> str:
    """Return the number of the reprints of a story, as `+2`; "" for none."""
    return f"+{len(result.duplicates)}" if result.duplicates else ""


def _filled(text: str, columns: int) -> str:
    shown = clip(text, columns)
    return shown + " " * (columns - cell_width(shown))
