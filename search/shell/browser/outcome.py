"""What the screen shows of a reply: a change of the session shows itself; any other reply stands over it."""

from corpus.records import replace
from search.messages import say
from search.render.lines import EMPTY, Style, clipped, line
from search.shell.browser.focus import Focus, Overlay
from search.shell.session import Move, Session


def answered(before: Session, move: Move, focus: Focus, sent: str) -> Focus:
    """Return the focus after the answer to a line.

    A reply of one line, and a citation, stands on the bottom row, a longer one over the answer.  The names that a reply
    numbers, or gives letters to, are no change that the screen would show.  A page that brings its query with it, which
    is then the last one (a concordance of other words), stands over the answer to that query.
    """
    after, reply = move
    focus = replace(focus, line=sent, waiting=False, notice=EMPTY)
    if replace(after, table=before.table, choices=before.choices) != before:
        is_page = after.browsing and after.line != before.line and reply.lines
        return replace(focus, overlay=Overlay(tuple(reply.lines)) if is_page else None)
    if reply.copied:
        said = line(say("browser.copied", text=reply.copied), Style.QUIET)
        return replace(focus, notice=clipped(said, after.screen.columns - 1))
    if len(reply.lines) > 1:
        return replace(focus, overlay=Overlay(tuple(reply.lines)))
    return replace(focus, notice=reply.lines[0] if reply.lines else EMPTY)


def is_done(session: Session, focus: Focus) -> bool:
    """Return whether nothing is left that needs the whole screen."""
    return not (session.browsing or session.opened or focus.overlay or focus.entry)
