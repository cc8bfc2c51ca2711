"""The values of facets with their counts: a panel of the first values of each facet, or a table of all values."""

from collections.abc import Mapping, Sequence

from search.counts.facets import TIME_FACETS, Bucket
from search.counts.periods import UNDATED, Step
from search.counts.timeline import grouped
from search.messages import say
from search.render.inert import inert
from search.render.lines import EMPTY, Fragment, Line, Style, bar, cell_width, clip, line

PANEL_VALUES = 5
"""Values of a facet of names in a panel."""

_MAX_PERIODS = 12
"""Months of a panel, or its years: more months are counted by year."""

_BAR_COLUMNS = 16
"""Columns of the longest bar."""

_FIELD_LABELS = {
    "person": "page.person",
    "org": "page.org",
    "place": "page.place",
    "source": "page.source",
    "section": "page.section",
    "author": "page.author",
    "date": "page.date",
    "day": "page.day",
    "month": "page.month",
    "year": "page.year",
}


def field_label(field: str) -> str:
    """Return the name of a field or of a facet as a page shows it, or as it was typed if it has no other."""
    return say(_FIELD_LABELS[field]) if field in _FIELD_LABELS else field


def panel(facets: Mapping[str, Sequence[Bucket]], columns: int) -> list[Line]:
    """Return the first values of each facet, under its name."""
    shown = {
        name: _times(buckets) if name in TIME_FACETS else buckets[:PANEL_VALUES]
        for name, buckets in facets.items()
    }
    every = [bucket for buckets in shown.values() for bucket in buckets]
    lines: list[Line] = []
    for name, buckets in shown.items():
        if buckets:
            has_more = name not in TIME_FACETS and len(facets[name]) > len(buckets)
            lines += [EMPTY] if lines else []
            lines += [line(field_label(name), Style.TITLE), *value_rows(buckets, every, columns, "  ")]
            lines += [line(f"  {say('page.more')}", Style.QUIET)] if has_more else []
    return lines


def table(name: str, buckets: Sequence[Bucket], columns: int) -> list[Line]:
    """Return all the values of a facet, each on a line."""
    if not buckets:
        return [line(say("page.no_value", field=field_label(name)))]
    return value_rows(buckets, buckets, columns, "")


def numbered(rows: Sequence[Line]) -> list[Line]:
    """Return rows with the number that a person types for each; `margin` says by how many columns they are wider."""
    digits = margin(len(rows)) - 2
    return [(Fragment(f"{number:>{digits}}  ", Style.RANK), *row) for number, row in enumerate(rows, 1)]


def margin(rows: int) -> int:
    """Return the columns that the numbers of the rows of a table take."""
    return max(3, len(str(rows))) + 2


def _times(buckets: Sequence[Bucket]) -> Sequence[Bucket]:
    """Return the buckets of a facet of time; if there are too many, the last ones by year."""
    return buckets if len(buckets) <= _MAX_PERIODS else _years(buckets)[-_MAX_PERIODS:]


def _years(buckets: Sequence[Bucket]) -> Sequence[Bucket]:
    """Return the buckets of a facet of time by year."""
    years = grouped({bucket.value: bucket.count for bucket in buckets}, Step.YEAR)
    return [Bucket(*year) for year in years.items()]


def value_rows(buckets: Sequence[Bucket], every: Sequence[Bucket], columns: int, margin: str) -> list[Line]:
    """Return a line for each bucket: its value, its count, and a bar if there is room.

    The columns are those that suit `every` bucket on the page.
    """
    digits = max(cell_width(say("page.number", number=bucket.count)) for bucket in every)
    room = max(1, columns - len(margin) - digits - 3)
    bars = min(_BAR_COLUMNS, room // 3)
    names = min(room - bars, max(cell_width(shown_value(bucket.value)) for bucket in every))
    highest = max(bucket.count for bucket in buckets)
    lines: list[Line] = []
    for bucket in buckets:
        name = clip(shown_value(bucket.value), names)
        number = say("page.number", number=bucket.count)
        counted = f"{margin}{name}{' ' * (names - cell_width(name))}  {number:>{digits}} "
        lines.append((Fragment(counted), Fragment(bar(bucket.count / highest, bars), Style.BAR)))
    return lines


def shown_value(value: str) -> str:
    """Return a value as a page shows it."""
    return say("page.undated") if value == UNDATED else inert(value)
