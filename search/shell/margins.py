"""The texts around the typed line: the prompt, which shows the filters, and the toolbar."""

from search.messages import say
from search.render.clauses import clause_text
from search.render.lines import cell_width, clip
from search.render.screenful import ORDER_CODES
from search.shell.session import Session

_PROMPT_SIGN = "> "
_SEPARATOR = " · "

TYPING_COLUMNS = 30
"""Columns of the screen that a prompt leaves to the typed line, whatever the number of filters; half of a narrow screen."""

_MIN_FILTER_COLUMNS = 8


def prompt(session: Session) -> str:
    """Return the prompt: the filters; if there is no room for all, the last ones and the number of the others."""
    if not session.filters:
        return _PROMPT_SIGN
    columns = session.screen.columns
    typing = min(TYPING_COLUMNS, columns // 2)
    room = max(_MIN_FILTER_COLUMNS, columns - typing - len(_PROMPT_SIGN) - 3)
    filters = [clause_text(clause) for clause in session.filters]
    shown, hidden = _SEPARATOR.join(filters), 0
    while cell_width(shown) > room and hidden < len(filters) - 1:
        hidden += 1
        shown = _SEPARATOR.join([say("shell.more_filters", count=hidden), *filters[hidden:]])
    return f"[{clip(shown, room)}] {_PROMPT_SIGN}"


def toolbar(session: Session, articles: int, typed: str = "") -> str:
    """Return the line at the bottom: the order, and, as far as there is room, the number of articles and the keys.

    Tab completes what is `typed`, and on an empty line opens the full screen.

    That reprints are results, which is not the usual case, stands behind the order.
    """
    order, keys = say(ORDER_CODES[session.sort]), say("shell.keys_of_line" if typed else "shell.keys")
    if not session.collapsed:
        order = f"{order}{_SEPARATOR}{say('shell.with_reprints')}"
    count = say("shell.indexed", count=articles)
    left = f" {count}{_SEPARATOR}{order}"
    if cell_width(left) > session.screen.columns:
        return clip(f" {order}", session.screen.columns)
    room = session.screen.columns - cell_width(left) - cell_width(keys) - 1
    return f"{left}{' ' * room}{keys}" if room >= 2 else left
