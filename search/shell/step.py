"""The whole shell as a function: from a typed line to the next session and the reply."""

import re

from index.errors import IndexFailure
from search.errors import SearchError
from search.render.error import text
from search.render.lines import Style
from search.shell import commands
from search.shell.moves import ask, forward, read
from search.shell.session import Move, Session, reply


def step(session: Session, line: str) -> Move:
    """Return the session after a line, and the reply to it.

    A line is a query, or a command if it begins with a colon.  A number opens the result with this number; an empty
    line shows the next page.  The reply says any error that a person can mend; the session then stays as it was.
    """
    typed = " ".join(line.split())
    try:
        return _move(session, typed)
    except (SearchError, IndexFailure) as error:
        return reply(session, text(error, session.screen.columns), Style.ERROR)


def _move(session: Session, typed: str) -> Move:
    if not typed:
        return forward(session)
    if typed.startswith(":"):
        return commands.run(session, typed)
    if re.fullmatch("[0-9]{1,9}", typed):
        return read(session, int(typed))
    return ask(session, typed)
