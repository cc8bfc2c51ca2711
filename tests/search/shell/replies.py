"""What the shell replies to the lines of a test."""

from search.render import plain
from search.render.lines import Style
from search.shell.session import Reply, Session
from search.shell.step import step


def typed(session: Session, *lines: str) -> tuple[Session, str]:
    """Return the session after some lines, and what the last one showed."""
    reply = Reply()
    for line in lines:
        session, reply = step(session, line)
    return session, plain.text(reply.lines)


def failed(session: Session, line: str) -> str:
    """Return the error that a line is answered with; it leaves the session as it was."""
    after, reply = step(session, line)
    assert after == session
    assert {fragment.style for row in reply.lines for fragment in row} == {Style.ERROR}
    return plain.text(reply.lines)
