"""From a key to the line that it stands for, which a person could have typed, or to another focus."""

from collections.abc import Mapping
from typing import NamedTuple

from corpus.records import replace
from index.engine import Sort
from search.commandline import names
from search.messages import say
from search.render.inert import inert
from search.render.lines import EMPTY, Style, line
from search.shell import help as help_
from search.shell.browser import facets
from search.shell.browser.entry import edited, typing
from search.shell.browser.focus import Entry, Focus, Overlay
from search.shell.browser.geometry import BOTTOM_ROWS, HEAD_ROWS, geometry
from search.shell.session import Session

_ROWS: Mapping[str, str] = {
    "j": ":down", "down": ":down", "k": ":up", "up": ":up", "pagedown": ":down page", "c-f": ":down page",
    "pageup": ":up page", "c-b": ":up page", "g": ":up end", "home": ":up end", "G": ":down end", "end": ":down end",
    "h": ":close", "left": ":close", "escape": ":close", "q": ":close",
    "]": ":article next", "[": ":article prev", "m": ":mark {article}", "y": ":cite {article}", "r": ":raw {article}",
    "s": ":similar {article}", "t": ":timeline", "w": ":kwic", "M": ":marks",
}  # fmt: skip
"""The lines of the keys of the list and of the open article."""

_LIST: Mapping[str, str] = {
    **_ROWS, "enter": ":open {article}", "l": ":open {article}", "right": ":open {article}", " ": ":mark {article}",
    "o": ":sort {order}",
}  # fmt: skip

_ARTICLE: Mapping[str, str] = {
    **_ROWS, "n": ":match next", "N": ":match prev", " ": ":down page", "b": ":up page", "enter": ":down",
}  # fmt: skip

_ANYWHERE: Mapping[str, str] = {key: _ROWS[key] for key in "twMysr"}
"""The keys that mean the same among the facets and on a page over the answer, which shows another page then."""

_UNUSED: Mapping[str, str] = {"c-c": "Ctrl-C", "tab": "Tab"}
"""The names of the keys that are no characters and that people try."""

_DISTANCES: Mapping[str, int] = {"j": 1, "down": 1, "enter": 1, "k": -1, "up": -1}
_BACK = ("escape", "q", "h", "left")


class Pressed(NamedTuple):
    """The focus after a key, and the line that the key stands for; None if it stands for no line."""

    focus: Focus
    line: str | None = None


def press(session: Session, focus: Focus, key: str) -> Pressed:
    """Return what a key does.  A key is a character, or a name as `pagedown`, `escape`, `c-c`."""
    focus = replace(focus, notice=())
    if focus.entry:
        return _entry(focus, focus.entry, key)
    if key.isdecimal() or key == ":":
        return Pressed(replace(focus, entry=typing(key)))
    if key == "?":
        return Pressed(replace(focus, overlay=Overlay(help_.keys(session.screen.columns))))
    if focus.overlay:
        return _overlay(session, focus, focus.overlay, key)
    if key == "e":
        return Pressed(replace(focus, entry=typing(f"{names.typed(':export')} ")))
    if session.browsing and key == "/":
        return Pressed(replace(focus, entry=typing(session.line, live=True)))
    if session.browsing and key in ("f", "tab"):
        return Pressed(replace(focus, facets=not focus.facets))
    if focus.facets:
        return _facets(session, focus, key)
    return _line(session, focus, key, _ARTICLE if session.opened else _LIST)


def _line(session: Session, focus: Focus, key: str, lines: Mapping[str, str]) -> Pressed:
    """Return the line that a key stands for; a key that does nothing here says so, and which key shows the others."""
    if key in lines:
        stands_for = lines[key].format(article=_article(session), order=_next_order(session.sort))
        return Pressed(focus, names.typed(stands_for))
    name = _UNUSED.get(key, key if len(key) == 1 else "")
    notice = line(say("browser.no_key", key=inert(name)), Style.QUIET) if name.strip() else EMPTY
    return Pressed(replace(focus, notice=notice))


def _entry(focus: Focus, entry: Entry, key: str) -> Pressed:
    """Return what a key does to a line that is being typed."""
    if key in ("escape", "c-c"):
        return Pressed(replace(focus, entry=None))
    if key == "enter":
        return Pressed(replace(focus, entry=None), entry.text.strip() or None)
    return Pressed(replace(focus, entry=edited(entry, key)))


def _overlay(session: Session, focus: Focus, overlay: Overlay, key: str) -> Pressed:
    """Return what a key does on a page over the answer."""
    if key in _BACK or key == "c-c":
        return Pressed(replace(focus, overlay=None))
    rows = session.screen.rows - HEAD_ROWS - BOTTOM_ROWS
    last = max(0, len(overlay.lines) - rows)
    pages = {
        "pagedown": rows - 1,
        " ": rows - 1,
        "c-f": rows - 1,
        "pageup": 1 - rows,
        "b": 1 - rows,
        "c-b": 1 - rows,
    }
    ends = {"g": -last, "home": -last, "G": last, "end": last}
    moves = {**_DISTANCES, **pages, **ends}
    if key not in moves:
        return _line(session, focus, key, _ANYWHERE)
    top = max(0, min(overlay.top + moves[key], last))
    return Pressed(replace(focus, overlay=replace(overlay, top=top)))


def _facets(session: Session, focus: Focus, key: str) -> Pressed:
    """Return what a key does among the facets."""
    found = facets.items(session)
    if key in _BACK:
        return Pressed(replace(focus, facets=False))
    at = min(focus.value, max(0, len(found) - 1))
    picks = {" ": facets.keep, "enter": facets.keep, "x": facets.exclude}
    if found and key in picks:
        return Pressed(focus, picks[key](found[at]))
    page = max(1, geometry(session).facet_rows - 1)
    moves = {**_DISTANCES, "pagedown": page, "pageup": -page, "g": -len(found), "G": len(found)}
    if key not in moves:
        return _line(session, focus, key, _ANYWHERE)
    return Pressed(replace(focus, value=max(0, min(at + moves[key], len(found) - 1))))


def _article(session: Session) -> str:
    """Return the rank of the article that a key is about, or the id of one that was opened by its id."""
    opened = session.opened
    return opened.reading.article.id if opened and not opened.rank else str(session.cursor)


def _next_order(sort: Sort) -> str:
    """Return the order after an order.

    >>> _next_order(Sort.OLDEST)
    'relevance'
    """
    orders = tuple(Sort)
    return orders[(orders.index(sort) + 1) % len(orders)].value
