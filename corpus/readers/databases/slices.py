"""The slices of an export, each of which begins with a mark and has one article."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple


class Slice(NamedTuple):
    """A slice of a text, and the offset at which it begins."""

    start: int
    text: str


def slices(text: str, *marks: re.Pattern[str]) -> Iterator[Slice]:
    r"""Yield the slices that begin with a mark, up to the next one; the first of the marks that the text has counts.

    >>> list(slices("cover 1. a 2. b", re.compile(r"#\d"), re.compile(r"\d\.")))
    [Slice(start=6, text='1. a '), Slice(start=11, text='2. b')]
    """
    mark = next((mark for mark in marks if mark.search(text)), None)
    if mark:
        starts = (match.start() for match in mark.finditer(text))
        for start, stop in pairwise(chain(starts, [len(text)])):
            yield Slice(start, text[start:stop])
