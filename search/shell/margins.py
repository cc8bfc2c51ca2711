"""What stands around the line that is typed: the prompt, which shows the filters, and the toolbar."""

from index.engine import Sort
from search.render.lines import clip, columns
from search.shell.session import Session

MARK = "> "
TYPING = 30
"""Columns of the screen that a prompt leaves to the line, however many filters are set."""

KEYS = ":help · Tab completes · Ctrl-D leaves"
ORDERS = {Sort.RELEVANCE: "by relevance", Sort.NEWEST: "newest first", Sort.OLDEST: "oldest first"}


def prompt(session: Session) -> str:
    """Return the prompt: the filters, the last ones and how many more where there is no room for all."""
    if not session.filters:
        return MARK
    room = max(8, session.screen.columns - TYPING - len(MARK) - 3)
    filters = [str(clause) for clause in session.filters]
    told, hidden = " · ".join(filters), 0
    while columns(told) > room and hidden < len(filters) - 1:
        hidden += 1
        told = " · ".join([f"{hidden} more", *filters[hidden:]])
    return f"[{clip(told, room)}] {MARK}"


def toolbar(session: Session, articles: int) -> str:
    """Return the line at the bottom: what is searched and in which order, and the keys where there is room."""
    left = f" {articles:,} article{'s' if articles != 1 else ''} indexed · {ORDERS[session.sort]}"
    room = session.screen.columns - columns(left) - columns(KEYS) - 1
    return clip(f"{left}{' ' * room}{KEYS}" if room >= 2 else left, session.screen.columns)
