"""The facets with check boxes: the values of an answer, each kept, excluded or neither."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from index.fields import BY_NAME
from index.names.aliases import Name
from search.commandline import names
from search.counts.facets import TIME_FACETS
from search.counts.periods import Step
from search.counts.timeline import grouped
from search.messages import say
from search.render.clauses import line_text
from search.render.lines import Fragment, Line, Style, bar, cell_width, clip
from search.render.panel import field_label, shown_value
from search.render.rows import CURSOR_SIGN
from search.shell.session import Session
from search.shell.values import whole

_TIME = "month"
"""The facet of time that an answer has; its values are years, which a list has room for."""

_BAR_COLUMNS = 12


class Box(StrEnum):
    """The check box of a value."""

    OPEN = "[ ]"
    KEPT = "[x]"
    EXCLUDED = "[-]"


class Item(NamedTuple):
    """A value of a facet: the filter that keeps it, the number of articles that have it, its box, the number of its filter.

    `number` is 0 where the value is not filtered; `articles` is None where the answer does not count it.
    """

    facet: str
    value: str
    filter: str
    articles: int | None
    box: Box
    number: int


def items(session: Session) -> list[Item]:
    """Return the values of the facets of the answer, and above those of a facet its filters that the answer lacks."""
    numbers = {str(clause): number for number, clause in enumerate(session.filters, 1)}
    found: list[Item] = []
    for facet in (*session.around.facets, _TIME) if session.results else ():
        counts = _counts(session, facet)
        values = {value: _filter(facet, value) for value in counts}
        hidden = [*_filtered(session, facet, set(values.values()))]
        found += [Item(facet, value, filter_, None, *_box(numbers, filter_)) for value, filter_ in hidden]
        found += [
            Item(facet, value, filter_, counts[value], *_box(numbers, filter_))
            for value, filter_ in values.items()
        ]
    return found


def first(found: list[Item], rows: int) -> list[Item]:
    """Return the first values of each facet, as many of each as the rows hold."""
    facets = dict.fromkeys(item.facet for item in found)
    each = max(1, rows // max(1, len(facets)))
    return [item for name in facets for item in [item for item in found if item.facet == name][:each]]


def keep(item: Item) -> str:
    """Return the line that keeps a value; the one that drops its filter, if it has one."""
    return _filtering(item, "")


def exclude(item: Item) -> str:
    """Return the line that excludes a value; the one that drops its filter, if it has one."""
    return _filtering(item, "-")


def _filtering(item: Item, sign: str) -> str:
    if item.number:
        return names.typed(f":drop {item.number}")
    return f"{names.typed(':filter')} {sign}{line_text(item.filter)}"


def rows(found: list[Item], columns: int, at: int | None) -> list[Line]:
    """Return a row for each value; the first of a facet has its name.  `at` is the number of the value at the cursor."""
    margin = max((cell_width(_label(item.facet)) for item in found), default=0) + 1
    digits = max((cell_width(_number(item)) for item in found), default=1)
    bars = _BAR_COLUMNS if columns > 3 * _BAR_COLUMNS + margin else 0
    room = max(4, columns - margin - digits - bars - 8)
    highest = max((item.articles or 0 for item in found), default=0) or 1
    lines: list[Line] = []
    before = ""
    for number, item in enumerate(found):
        label = _label(item.facet) if item.facet != before else ""
        before = item.facet
        name = clip(shown_value(item.value), room)
        sign = CURSOR_SIGN if number == at else " "
        text = f"{sign}{item.box} {name}{' ' * (room - cell_width(name))} {_number(item):>{digits}} "
        style = Style.CURRENT if number == at else Style.TEXT
        drawn = Fragment(bar((item.articles or 0) / highest, bars), Style.BAR)
        lines.append((Fragment(f"{label:<{margin}}", Style.TITLE), Fragment(text, style), drawn))
    return lines


def summary(session: Session, columns: int, rows: int) -> list[Line]:
    """Return a row for each of the first facets, with as many of its values as fit."""
    found = items(session)
    shown = list(dict.fromkeys(item.facet for item in found))[:rows]
    margin = max((cell_width(_label(name)) for name in shown), default=0) + 3
    lines: list[Line] = []
    for name in shown:
        text, *others = (_short(item) for item in found if item.facet == name)
        for value in others:
            if cell_width(text) + cell_width(value) + 3 > columns - margin:
                break
            text += f" · {value}"
        label = f" {_label(name)}"
        lines.append((Fragment(f"{label:<{margin}}", Style.QUIET), Fragment(clip(text, columns - margin))))
    return lines


def _label(facet: str) -> str:
    return field_label("date" if facet == _TIME else facet)


def _short(item: Item) -> str:
    """Return a value with its box, if it is checked, and its count."""
    box = "" if item.box is Box.OPEN else f"{item.box} "
    number = "" if item.articles is None else f" {say('page.number', number=item.articles)}"
    return f"{box}{shown_value(item.value)}{number}"


def _number(item: Item) -> str:
    """Return the number of articles of a value; "" where the answer has none."""
    return say("page.number", number=item.articles) if item.articles else ""


def _counts(session: Session, facet: str) -> dict[str, int]:
    """Return the counts of the values of a facet; those of a time by year, which a list has room for."""
    buckets = session.around.facets.get(facet) or (
        session.results.facets.get(facet, ()) if session.results else ()
    )
    counts = {bucket.value: bucket.count for bucket in buckets}
    return grouped(counts, Step.YEAR) if facet in TIME_FACETS else counts


def _filter(facet: str, value: str) -> str:
    """Return the filter that keeps a value.

    >>> _filter("person", 'Jean "Jo" Dupont'), _filter("date", "2019")
    ('person:"Jean Jo Dupont"', 'date:2019')
    """
    if facet in TIME_FACETS:
        return f"date:{value}"
    return str(whole(Name(BY_NAME[facet].name, value)))


def _box(numbers: Mapping[str, int], filter_: str) -> tuple[Box, int]:
    """Return the box of a filter, and its number among those of the session, which are numbered by how they print."""
    for box, printed in ((Box.KEPT, filter_), (Box.EXCLUDED, f"-{filter_}")):
        if printed in numbers:
            return box, numbers[printed]
    return Box.OPEN, 0


def _filtered(session: Session, facet: str, shown: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the values that are filtered on and that the answer does not count, with their filters."""
    field = "date" if facet in TIME_FACETS else BY_NAME[facet].name
    for clause in session.filters:
        filter_ = str(clause).removeprefix("-")
        name, colon, value = filter_.partition(":")
        if colon and name == field and filter_ not in shown:
            yield value.strip('"'), filter_
