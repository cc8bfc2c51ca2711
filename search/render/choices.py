"""The values of facets that a letter picks: a line for each facet, or a panel beside the list."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from index.names.aliases import Name
from search.counts.facets import Bucket
from search.messages import say
from search.render.lines import EMPTY, Fragment, Line, Style, cell_width, clip, line, line_width
from search.render.panel import PANEL_VALUES, field_label, shown_value, value_rows
from search.render.rows import MARK_SIGN
from search.snippet import ELLIPSIS

LETTERS = "abcdefghijklmnoprstuvwxyz"
"""The letters that pick a value: without q, which people type to leave."""

_VALUE_GAP = "  "

_Picked = Callable[[Name], bool]
"""Whether a value is among the filters."""


class Choices(NamedTuple):
    """Lines of values, and the value that each of the first letters picks."""

    lines: list[Line]
    names: tuple[Name, ...] = ()


def strip(facets: Mapping[str, Sequence[Bucket]], columns: int, is_kept: _Picked) -> Choices:
    """Return one line for each facet, with as many of its values as fit."""
    margin = max((cell_width(field_label(facet)) for facet in facets), default=0) + len(_VALUE_GAP)
    letters = iter(LETTERS)
    lines: list[Line] = []
    names: list[Name] = []
    for facet, buckets in facets.items():
        label = Fragment(f"{field_label(facet):<{margin}}", Style.QUIET)
        values = list(_fitting(facet, buckets, columns - margin, letters, is_kept))
        names += [name for name, _ in values]
        more = f" {ELLIPSIS}" if len(values) < len(buckets) else ""
        row = (label, *(fragment for _, value in values for fragment in value))
        fits = line_width(row) + len(more) <= columns
        lines.append((*row, Fragment(more, Style.QUIET)) if more and fits else row)
    return Choices(lines, tuple(names))


def _fitting(
    facet: str, buckets: Sequence[Bucket], room: int, letters: Iterator[str], is_kept: _Picked
) -> Iterator[tuple[Name, Line]]:
    """Yield the first values, at least one, that fit in so many columns, each with its letter."""
    taken = 0
    for bucket in buckets:
        name = Name(facet, bucket.value)
        sign = MARK_SIGN if is_kept(name) else ""
        value, count = shown_value(bucket.value), f" {say('page.number', number=bucket.count)}"
        gap = _VALUE_GAP if taken else ""
        beside = len(gap) + 2 + len(sign) + len(count)
        if not taken:
            value = clip(value, max(2, room - beside))
        taken += beside + cell_width(value)
        letter = next(letters, "") if not gap or taken <= room else ""
        if not letter:
            return
        row = (
            Fragment(f"{gap}{letter} ", Style.RANK),
            Fragment(f"{sign}{value}"),
            Fragment(count, Style.QUIET),
        )
        yield name, row


def panel(facets: Mapping[str, Sequence[Bucket]], columns: int, is_kept: _Picked) -> Choices:
    """Return the first values of each facet under its name, each with its letter."""
    letters = iter(LETTERS)
    shown = {facet: buckets[:PANEL_VALUES] for facet, buckets in facets.items() if buckets}
    every = [bucket for buckets in shown.values() for bucket in buckets]
    lines: list[Line] = []
    names: list[Name] = []
    for facet, buckets in shown.items():
        more = f" {ELLIPSIS}" if len(facets[facet]) > len(buckets) else ""
        lines += [EMPTY] if lines else []
        lines += [line(field_label(facet) + more, Style.TITLE)]
        rows = value_rows(buckets, every, columns - 3, "")
        for letter, bucket, row in zip(islice(letters, len(rows)), buckets, rows, strict=False):
            name = Name(facet, bucket.value)
            sign = MARK_SIGN if is_kept(name) else " "
            lines.append((Fragment(letter, Style.RANK), Fragment(f"{sign} "), *row))
            names.append(name)
    return Choices(lines, tuple(names))
