"""The parts of the full screen: how many rows and columns the list, the facets and the open article have."""

from typing import NamedTuple

from search.render.page import READABLE_COLUMNS, WIDE_COLUMNS
from search.shell.session import Session

HEAD_ROWS, BOTTOM_ROWS = 1, 1
"""Rows of the query at the top, and of the last line and the keys at the bottom."""

_TIME_ROWS = 1
_MIN_ROWS_WITH_TIME = 20
"""Rows of the answer in time, and the rows of a screen from which on they stand there."""

_PASSAGE_ROWS = 2
"""Rows of the passage that unfolds below the row of the cursor."""

RULE = " │ "
"""Stands between the list and the article beside it."""

_STRIP_ROWS = 3
_MIN_ROWS_WITH_STRIP = 16
"""Rows of the facets below the list, and the rows of a screen from which on they stand there."""

_FACETS_PART = 3
"""The part of a wide screen, a third of its rows, that the facets have below the list."""

_LIST_PART = 0.45
"""The part of a wide screen that the list has: 49 of 110 columns show a date and some thirty letters of a headline."""


class Geometry(NamedTuple):
    """The sizes of the parts of the screen; on a `split` screen the article stands beside the list and the facets."""

    split: bool
    time_rows: int
    list_columns: int
    list_rows: int
    facet_rows: int
    reader_columns: int
    reader_rows: int

    @property
    def titles(self) -> int:
        """The number of results that the list shows."""
        return max(1, self.list_rows - _PASSAGE_ROWS)


def geometry(session: Session) -> Geometry:
    """Return the sizes of the parts of the screen of a session.

    A screen is split from `WIDE_COLUMNS` columns on, and only where the answer is browsed: an article that is opened
    from the line has the whole screen.
    """
    columns, rows = session.screen.columns, session.screen.rows
    body = max(1, rows - HEAD_ROWS - BOTTOM_ROWS)
    time = _TIME_ROWS if rows >= _MIN_ROWS_WITH_TIME else 0
    if session.browsing and columns >= WIDE_COLUMNS:
        left = int(columns * _LIST_PART)
        facets = body // _FACETS_PART
        right = min(columns - left - len(RULE), READABLE_COLUMNS)
        return Geometry(True, time, left, body - facets - time, facets, right, body - HEAD_ROWS)
    facets = _STRIP_ROWS if rows >= _MIN_ROWS_WITH_STRIP else 0
    return Geometry(
        False, time, columns, body - facets - time, facets, min(columns - 1, READABLE_COLUMNS), body
    )
