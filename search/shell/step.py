"""The whole shell as a function: from a typed line to the next session and the reply."""

import re

from corpus.message import CodedError, Message
from index.errors import IndexFailure
from search.commandline.articles import is_rank
from search.errors import QuerySyntaxError, SearchError
from search.render.choices import LETTERS
from search.render.error import mended, text
from search.render.lines import Style
from search.shell import commands
from search.shell.moves import ask, forward, pick
from search.shell.opened import read
from search.shell.session import Move, Session, reply

_LINES = {
    "command.usage_error": "shell.usage_error",
    "entity.see_list": "shell.see_list",
    "notebook.see_saved": "shell.see_saved",
    "notebook.nothing_saved": "shell.nothing_saved",
    "entity.take_back": "shell.take_back",
    "export.force": "export.other_name",
    "entity.undo_takes_nothing": "shell.undo_takes_nothing",
}
"""What is said of a command of the command line, and what is said of the line of the shell that does the same."""


_LETTER = re.compile("(-?)([a-z])")
"""A line that picks a value of the page shown last."""


def step(session: Session, line: str) -> Move:
    """Return the session after a line, and the reply to it.

    A line is a query, or a command if it begins with a colon.  A number opens the result with this number; a letter of
    the page of results shown last keeps its value, and `-` with the letter leaves it out; an empty line shows the next page.  The reply says any error that a person can mend; the session then stays as it was.
    """
    typed = " ".join(line.split())
    try:
        return _move(session, typed)
    except (SearchError, IndexFailure) as error:
        return reply(session, _words(error, session.screen.columns), Style.ERROR)


def _words(error: CodedError, columns: int) -> str:
    """Return the words of an error; advice on a command is advice on the line of the shell that does the same."""
    if isinstance(error, QuerySyntaxError):
        return text(error, columns)
    return mended(_as_line(error.message), error.mend and _as_line(error.mend))


def _as_line(said: Message) -> Message:
    return Message(_LINES.get(said.code, said.code), said.values)


def _move(session: Session, typed: str) -> Move:
    if not typed:
        return forward(session)
    if typed.startswith(":"):
        return commands.run(session, typed)
    if is_rank(typed):
        return read(session, int(typed))
    if picked := _LETTER.fullmatch(typed):
        letter = LETTERS.find(picked[2])
        if 0 <= letter < len(session.choices):
            return pick(session, session.choices[letter], leaves_out=bool(picked[1]))
    return ask(session, typed)
