"""The text of printed pages in the order in which one reads it: columns, paragraphs.

A PDF has runs of letters at places of a page, in the order in which a program drew them.  This order is kept, for it
follows the frames of the articles, unless rows were drawn across columns: then the columns are read one by one.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from corpus.paragraphs import FINAL, joined

_MIN_ROWS_ACROSS = 4
"""Rows drawn across a gutter that show that there is one."""
_MAX_GUTTERS = 8
_MIN_COLUMN_CHARACTERS = 12
"""Letters of most lines of a column; the cells of a table have fewer."""
_MIN_CONTINUED_SHARE = 0.35
"""The part of the lines of a column that begin with a small letter, in mid-sentence; rows of a table begin otherwise."""
_MAX_SIZE_CHANGE = 0.12
_MAX_LEADING = 2.2
"""Times its size that the next line of a paragraph stands below a line, at most."""
_MAX_SHIFT = 4.0
"""Times its size that a line of a word or two begins left of the next one, which is set in."""
_MAX_LEADING_CHANGE = 1.4
_MIN_MEASURE_LINES = 3
_MIN_SHARE_OF_WIDTH = 0.85
_INDENT = 0.8
"""Times the size of its letters that the first line of a paragraph is set in, at least."""
_MIN_INITIAL = 1.7
"""Times the size of the text that an initial over several lines has, at least."""
_CLOSING = ("»", ",", ")", ";", ":", "!", "?")
"""What begins no paragraph."""


class Run(NamedTuple):
    """Letters on one line: their text, their edges in points from the lower left corner, the size of their font."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


def lines(runs: Sequence[Run]) -> list[Run]:
    """Return the lines of a page, in the order in which one reads them; `runs` are in the order of the file."""
    across = [(left, right) for left, right in pairwise(runs) if _is_beside(left, right)]
    gutters = _gutters(across)
    together = _together(runs, gutters)
    return _in_columns(together, gutters) if gutters else together


def _is_beside(left: Run, right: Run) -> bool:
    """Return whether a run follows another one on the same row."""
    return abs(left.bottom - right.bottom) < 0.4 * max(left.size, right.size) and right.left > left.right - 1


def _gutters(across: Sequence[tuple[Run, Run]]) -> list[float]:
    """Return the places of the gutters that rows were drawn across, from left to right; none on the page of a table."""
    gutters: list[float] = []
    left = [*across]
    while len(left) >= _MIN_ROWS_ACROSS and len(gutters) < _MAX_GUTTERS:
        place = _most_crossed(left)
        over = [pair for pair in left if _is_between(place, *pair)]
        left = [pair for pair in left if not _is_between(place, *pair)]
        if len(over) >= _MIN_ROWS_ACROSS and all(map(_is_prose, zip(*over, strict=True))):
            gutters.append(place)
    return sorted(gutters)


def _is_between(place: float, left: Run, right: Run) -> bool:
    return left.right <= place <= right.left


def _most_crossed(pairs: Sequence[tuple[Run, Run]]) -> float:
    """Return a place that as many pairs as possible have between them."""
    edges = sorted([(left.right, 0) for left, _ in pairs] + [(right.left, 1) for _, right in pairs])
    depth = most = 0
    place = edges[0][0]
    for (edge, is_end), (following, _) in pairwise(edges):
        depth += -1 if is_end else 1
        if depth > most:
            most, place = depth, (edge + following) / 2
    return place


def _is_prose(runs: Sequence[Run]) -> bool:
    """Return whether lines are those of a column of text, not the cells of a table."""
    from statistics import median  # 6 ms, and this module is imported to recognise any file

    continued = sum(run.text[:1].islower() for run in runs)
    return median(
        len(run.text) for run in runs
    ) >= _MIN_COLUMN_CHARACTERS and continued >= _MIN_CONTINUED_SHARE * len(runs)


def _together(runs: Sequence[Run], gutters: Sequence[float]) -> list[Run]:
    """Return runs that follow each other on a row as one, unless a gutter is between them."""
    found: list[Run] = []
    for run in runs:
        before = found[-1] if found else None
        if (
            before
            and _is_beside(before, run)
            and not any(_is_between(place, before, run) for place in gutters)
        ):
            found[-1] = before._replace(text=f"{before.text} {run.text}", right=run.right)
        else:
            found.append(run)
    return found


def _in_columns(runs: Sequence[Run], gutters: Sequence[float]) -> list[Run]:
    """Return lines column by column; a line across a gutter, a headline, stands between what is above and below it."""
    spans = {run: (bisect(gutters, run.left), bisect(gutters, run.right)) for run in runs}
    for place in range(1, len(gutters) + 1):
        left = [run for run in runs if spans[run][1] < place]
        right = [run for run in runs if spans[run][0] >= place]
        if left and right and len(left) + len(right) == len(runs):
            return _in_columns(left, gutters) + _in_columns(right, gutters)
    widest = max((last - first for first, last in spans.values()), default=0)
    rows = sorted(runs, key=lambda run: (-run.bottom, run.left))
    if not widest:
        return rows
    found: list[Run] = []
    for is_across, group in groupby(rows, key=lambda run: spans[run][1] - spans[run][0] == widest):
        band = [*group]
        found += band if is_across else _in_columns(band, gutters)
    return found


class Paragraph(NamedTuple):
    """A paragraph, and the size of its letters."""

    text: str
    size: float


def paragraphs(lines: Iterable[Run]) -> list[Paragraph]:
    """Return the paragraphs of lines that are in order; one that goes on in the next column or page is joined."""
    found: list[Paragraph] = []
    for block in _blocks(lines):
        first, *others = _of_block(block)
        before = found[-1] if found else None
        if before and _is_initial(before, first):
            between = " " if first.text[:1].isupper() else ""
            found[-1] = Paragraph(f"{before.text}{between}{first.text}", first.size)
        elif before and _goes_on(before, first):
            found[-1] = Paragraph(joined(before.text, first.text), before.size)
        else:
            found.append(first)
        found += others
    return found


def _blocks(lines: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield lines that stand below each other, in letters of one size."""
    block: list[Run] = []
    for line in lines:
        if block and not _is_below(block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_below(line: Run, following: Run) -> bool:
    """Return whether a line stands below another one, in its column."""
    is_in_column = (following.left < line.right and line.left < following.right) or (
        abs(following.left - line.left) < _MAX_SHIFT * line.size
    )
    return (
        is_in_column
        and _is_as_large(line.size, following.size)
        and 0 < line.bottom - following.bottom < _MAX_LEADING * line.size
    )


def _is_as_large(size: float, other: float) -> bool:
    return abs(size - other) <= _MAX_SIZE_CHANGE * max(size, other)


def _of_block(block: Sequence[Run]) -> list[Paragraph]:
    """Return the paragraphs of a block: a line that fills its measure goes on in the next one, unless that is set in."""
    from statistics import median

    left, right = median(line.left for line in block), max(line.right for line in block)
    leading = median(above.bottom - line.bottom for above, line in pairwise(block)) if len(block) > 1 else 0.0
    full = sum(line.right >= left + _MIN_SHARE_OF_WIDTH * (right - left) for line in block[:-1])
    has_measure = len(block) >= _MIN_MEASURE_LINES and 2 * full > len(block) - 1
    found = [Paragraph(block[0].text, block[0].size)]
    for above, line in pairwise(block):
        is_far = above.bottom - line.bottom > _MAX_LEADING_CHANGE * leading
        is_set_in = line.left - max(left, above.left) > _INDENT * line.size
        is_full = has_measure and above.right + _width_of_first_word(line) > right
        goes_on = above.text.endswith("-") or is_full or line.text[:1].islower()
        if goes_on and not is_far and not is_set_in:
            found[-1] = Paragraph(joined(found[-1].text, line.text), line.size)
        else:
            found.append(Paragraph(line.text, line.size))
    return found


def _width_of_first_word(line: Run) -> float:
    """Return the room that the first word of a line takes, with the blank before it."""
    letters = len(line.text.partition(" ")[0]) + 1
    return letters * (line.right - line.left) / max(1, len(line.text))


def _is_initial(before: Paragraph, following: Paragraph) -> bool:
    """Return whether a letter over several lines begins a paragraph."""
    return len(before.text) == 1 and before.text.isupper() and before.size > _MIN_INITIAL * following.size


def _goes_on(before: Paragraph, following: Paragraph) -> bool:
    """Return whether a paragraph goes on in the next column, or on the next page."""
    return (
        _is_as_large(before.size, following.size)
        and (following.text[:1].islower() or following.text.startswith(_CLOSING))
        and not before.text.endswith(FINAL)
    )
