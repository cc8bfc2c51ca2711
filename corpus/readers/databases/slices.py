"""The slices of an export, each of which begins with a mark and has one article."""

import re
from typing import NamedTuple


class Slice(NamedTuple):
    """A slice of a text, and the offset at which it begins."""

    start: int
    text: str


def slices(text: str, *marks: re.Pattern[str]) -> list[Slice]:
    r"""Return the slices that begin with a mark, up to the next one; the first of the marks that the text has counts.

    >>> slices("cover 1. a 2. b", re.compile(r"#\d"), re.compile(r"\d\."))
    [Slice(start=6, text='1. a '), Slice(start=11, text='2. b')]
    """
    for mark in marks:
        starts = [match.start() for match in mark.finditer(text)]
        if starts:
            stops = [*starts[1:], len(text)]
            return [Slice(start, text[start:stop]) for start, stop in zip(starts, stops, strict=True)]
    return []
