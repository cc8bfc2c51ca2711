"""From a key to the line that it stands for, which a person could have typed, or to another focus."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

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
    "]": ":article next", "[": ":article prev", "m": ":mark {rank}", "y": ":cite {rank}", "r": ":raw {rank}",
    "s": ":similar {rank}", "t": ":timeline", "w": ":kwic", "M": ":marks",
}  # fmt: skip
"""The lines of the keys of the list and of the open article."""

_LIST: Mapping[str, str] = {
    **_ROWS, "enter": ":open {rank}", "l": ":open {rank}", "right": ":open {rank}", " ": ":mark {rank}",
    "o": ":sort {order}",
}  # fmt: skip

_ARTICLE: Mapping[str, str] = {
    **_ROWS, "n": ":match next", "N": ":match prev", " ": ":down page", "b": ":up page", "enter": ":down",
}  # fmt: skip

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
        return Pressed(_overlay(session, focus, focus.overlay, key))
    if key == "e":
        return Pressed(replace(focus, entry=typing(f"{names.typed(':export')} ")))
    if session.browsing and key == "/":
        return Pressed(replace(focus, entry=typing(session.line, live=True)))
    if session.browsing and key in ("f", "tab"):
        return Pressed(replace(focus, facets=not focus.facets))
    if focus.facets:
        return _facets(session, focus, key)
    stands_for = (_ARTICLE if session.opened else _LIST).get(key)
    return Pressed(
        focus,
        stands_for and names.typed(stands_for.format(rank=session.cursor, order=_next_order(session.sort))),
    )


def _unknown(focus: Focus, key: str) -> Focus:
    """Return the focus after a key that does nothing here: it says so, and which key shows the others."""
    notice = line(say("browser.no_key", key=inert(key)), Style.QUIET) if len(key) == 1 else EMPTY
    return replace(focus, notice=notice)


def _entry(focus: Focus, entry: Entry, key: str) -> Pressed:
    """Return what a key does to a line that is being typed."""
    if key in ("escape", "c-c"):
        return Pressed(replace(focus, entry=None))
    if key == "enter":
        return Pressed(replace(focus, entry=None), entry.text.strip() or None)
    return Pressed(replace(focus, entry=edited(entry, key)))


def _overlay(session: Session, focus: Focus, overlay: Overlay, key: str) -> Focus:
    """Return the focus after a key that goes to a page over the answer."""
    if key in _BACK or key == "c-c":
        return replace(focus, overlay=None)
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
    top = overlay.top + {**_DISTANCES, **pages, **ends}.get(key, 0)
    return replace(focus, overlay=replace(overlay, top=max(0, min(top, last))))


def _facets(session: Session, focus: Focus, key: str) -> Pressed:
    """Return what a key does among the facets."""
    found = facets.items(session)
    if key in _BACK:
        return Pressed(replace(focus, facets=False))
    at = min(focus.value, max(0, len(found) - 1))
    if found and key in (" ", "enter"):
        return Pressed(focus, facets.keep(found[at]))
    if found and key == "x":
        return Pressed(focus, facets.exclude(found[at]))
    page = max(1, geometry(session).facet_rows - 1)
    moves = {**_DISTANCES, "pagedown": page, "pageup": -page, "g": -len(found), "G": len(found)}
    return Pressed(replace(focus, value=max(0, min(at + moves.get(key, 0), len(found) - 1))))


def _next_order(sort: Sort) -> str:
    """Return the order after an order.

    >>> _next_order(Sort.OLDEST)
    'relevance'
    """
    orders = tuple(Sort)
    return orders[(orders.index(sort) + 1) % len(orders)].value
