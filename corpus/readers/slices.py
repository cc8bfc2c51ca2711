"""The slices of a text, each of which begins with a mark and has one article."""

import re
from collections.abc import Callable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from corpus.article import Article
from corpus.message import message
from corpus.records import replace


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


def broken_off(make: Callable[[str, str], Article], raw: str, name: str) -> Article:
    """Return the article of the last slice of a file that breaks off in it, with a note that says so.

    Raises:
        Unreadable: what is left has no text.
    """
    article = make(raw, name)
    return replace(article, notes=(*article.notes, message("doubt.broken_off")))
