"""The values of facets, counted: a panel of the first of each, or a table of all."""

from collections.abc import Mapping, Sequence

from search.facets import TIME_FACETS, Bucket
from search.render.inert import inert
from search.render.lines import EMPTY, Fragment, Line, Style, clip, columns, line
from search.timeline import UNDATED, Unit, grouped

FIRST = 5
"""Values of a facet of names in a panel."""

MONTHS = 12
"""Months of a panel at most; more of them are counted by year."""

SEPARATOR = " · "
BAR = "━"
BARS = 16
"""Columns of the longest bar."""


def panel(facets: Mapping[str, Sequence[Bucket]], most: int) -> list[Line]:
    """Return the first values of each facet, under its name."""
    shown = {
        name: _times(buckets) if name in TIME_FACETS else buckets[:FIRST] for name, buckets in facets.items()
    }
    every = [bucket for buckets in shown.values() for bucket in buckets]
    lines: list[Line] = []
    for name, buckets in shown.items():
        if buckets:
            has_more = name not in TIME_FACETS and len(facets[name]) > len(buckets)
            lines += [EMPTY] if lines else []
            lines += [line(name, Style.TITLE), *_rows(buckets, every, most, "  ")]
            lines += [line("  more", Style.QUIET)] if has_more else []
    return lines


def strip(facets: Mapping[str, Sequence[Bucket]], most: int) -> list[Line]:
    """Return one line for each facet, with as many of its first values as fit: for a screen with no room beside."""
    margin = max((columns(name) for name in facets), default=0) + 2
    lines: list[Line] = []
    for name, buckets in facets.items():
        values = [
            f"{_shown(bucket)} {bucket.count}"
            for bucket in (_times(buckets) if name in TIME_FACETS else buckets)
        ]
        if not values:
            continue
        told = clip(values[0], most - margin)
        for value in values[1:]:
            if margin + columns(told) + columns(SEPARATOR) + columns(value) > most:
                break
            told += SEPARATOR + value
        lines.append((Fragment(f"{name:<{margin}}", Style.QUIET), Fragment(told)))
    return lines


def table(name: str, buckets: Sequence[Bucket], most: int) -> list[Line]:
    """Return all the values of a facet, one a line."""
    return _rows(buckets, buckets, most, "") if buckets else [line(f"no {name} in these articles")]


def numbered(rows: Sequence[Line]) -> list[Line]:
    """Return rows with the number that one types for each; they are then wider by the columns of `margin`."""
    digits = margin(len(rows)) - 2
    return [(Fragment(f"{number:>{digits}}  ", Style.RANK), *row) for number, row in enumerate(rows, 1)]


def margin(rows: int) -> int:
    """Return how many columns the numbers of so many rows take."""
    return max(3, len(str(rows))) + 2


def _times(buckets: Sequence[Bucket]) -> Sequence[Bucket]:
    """Return the buckets of a facet of time, by year where there are too many, and the last of them."""
    if len(buckets) <= MONTHS:
        return buckets
    years = grouped({bucket.value: bucket.count for bucket in buckets}, Unit.YEAR)
    return [Bucket(*year) for year in years.items()][-MONTHS:]


def _rows(buckets: Sequence[Bucket], every: Sequence[Bucket], most: int, margin: str) -> list[Line]:
    """Return a line for each bucket: its value, its count, and a bar where there is room.

    The columns are those that suit `every` bucket on the page.
    """
    digits = max(len(str(bucket.count)) for bucket in every)
    room = max(1, most - len(margin) - digits - 3)
    bars = min(BARS, room // 3)
    names = min(room - bars, max(columns(_shown(bucket)) for bucket in every))
    highest = max(bucket.count for bucket in buckets)
    lines: list[Line] = []
    for bucket in buckets:
        name = clip(_shown(bucket), names)
        told = f"{margin}{name}{' ' * (names - columns(name))}  {bucket.count:>{digits}} "
        bar = BAR * round(bars * bucket.count / highest)
        lines.append((Fragment(told), Fragment(bar, Style.BAR)))
    return lines


def _shown(bucket: Bucket) -> str:
    return "undated" if bucket.value == UNDATED else inert(bucket.value)
