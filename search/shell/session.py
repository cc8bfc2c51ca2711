"""The memory of the shell between two lines, and its replies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from index.engine import Sort
from index.names.aliases import Name
from search.commandline.face import Answers
from search.language import Tree
from search.render.lines import Line, Style, line, wrap
from search.results import Results

RESERVED_ROWS = 3
"""Rows of the screen that a reply leaves to a blank row, to the next prompt and to the toolbar."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The size of the terminal, in columns and rows."""

    columns: int = 80
    rows: int = 24


@dataclass(frozen=True, slots=True)
class Session:
    """The memory that answers a line.

    `line` is the last query, "" before the first.  Where reprints are `collapsed`, each story is one result.  `starts`
    holds the offset of each page up to the page of `results`, in results.  `table` holds the names of the table shown
    last, numbered from 1 on.
    """

    answers: Answers
    screen: Screen = Screen()
    line: str = ""
    filters: tuple[Tree, ...] = ()
    sort: Sort = Sort.RELEVANCE
    collapsed: bool = True
    starts: tuple[int, ...] = (0,)
    results: Results | None = None
    table: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """The lines to show, no wider than the screen; `leave` ends the shell."""

    lines: Sequence[Line] = ()
    leave: bool = False


Move: TypeAlias = tuple[Session, Reply]
"""The session after a line, and the reply to it."""


def reply(session: Session, text: str, style: Style = Style.TEXT) -> Move:
    """Return the session as it is, and a text to show."""
    rows = [row for part in text.split("\n") for row in wrap(line(part, style), session.screen.columns)]
    return session, Reply(rows)
