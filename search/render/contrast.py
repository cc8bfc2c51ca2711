"""Blocks of the words or names by which an answer differs: a line for each, its numbers in columns."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol, TypeVar

from search.messages import say
from search.render.lines import Fragment, Line, Style, cell_width, clip
from search.render.panel import field_label
from search.study.portrait import WORDS

GUTTER_COLUMNS = 3
"""Columns between two blocks side by side."""

_GAP_COLUMNS = 2
_MIN_NAME_COLUMNS = 8

_LABELLED_COLUMNS = 48
"""Columns of a block from which on each name stands beside its field."""

_PRECISE_LIFT = 10
"""The lift below which a page shows one decimal."""


class Surest(Protocol):
    """A word or a name that marks an answer: its text, and how sure it is."""

    @property
    def text(self) -> str:
        """The form to show."""
        ...

    @property
    def score(self) -> float:
        """The log-likelihood ratio."""
        ...


_Surest = TypeVar("_Surest", bound=Surest)


class Row(NamedTuple):
    """A word or a name: the text to show, its field, "" for a word, and its numbers."""

    text: str
    field: str
    numbers: tuple[str, ...]


def block(title: str, heads: Sequence[str], rows: Sequence[Row], columns: int) -> list[Line]:
    """Return the rows of a block under its title and the heads of its numbers, `columns` columns wide at most.

    Where there is no room, the last numbers are left out.
    """
    widths = [
        max(map(cell_width, cells)) for cells in zip(heads, *(row.numbers for row in rows), strict=True)
    ]
    while widths and columns - sum(widths) - _GAP_COLUMNS * len(widths) < _MIN_NAME_COLUMNS:
        widths.pop()
    room = max(1, columns - sum(widths) - _GAP_COLUMNS * len(widths))
    labels = (
        [field_label(row.field) if row.field else "" for row in rows] if columns >= _LABELLED_COLUMNS else []
    )
    label = max(map(cell_width, labels), default=0)
    names = room - label - _GAP_COLUMNS if label else room
    lines: list[Line] = [(_cell(title, room, Style.TITLE), _numbers(heads, widths, Style.QUIET))]
    for number, row in enumerate(rows):
        beside = (_cell(labels[number], label + _GAP_COLUMNS, Style.QUIET),) if label else ()
        lines.append((*beside, _cell(row.text, names, Style.TEXT), _numbers(row.numbers, widths, Style.TEXT)))
    return lines


def first_names(of_kind: Mapping[str, Sequence[_Surest]]) -> list[_Surest]:
    """Return the surest names of all fields, as many as things of the kind that has the most."""
    names = chain.from_iterable(some for kind, some in of_kind.items() if kind != WORDS)
    most = max(map(len, of_kind.values()), default=0)
    return sorted(names, key=lambda one: (-one.score, one.text))[:most]


def number(articles: int) -> str:
    """Return a number of articles as the language writes it."""
    return say("page.number", number=articles)


def lifted(lift: float) -> str:
    """Return how many times more often a thing is met."""
    return say("page.lift", lift=round(lift) if lift >= _PRECISE_LIFT else round(lift, 1))


def _cell(text: str, width: int, style: Style) -> Fragment:
    shown = clip(text, width)
    return Fragment(shown + " " * (width - cell_width(shown)), style)


def _numbers(cells: Iterable[str], widths: Sequence[int], style: Style) -> Fragment:
    shown = (
        " " * (_GAP_COLUMNS + width - cell_width(cell)) + cell
        for cell, width in zip(cells, widths, strict=False)
    )
    return Fragment("".join(shown), style)
