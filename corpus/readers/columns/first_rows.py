"""The first rows of a file, looked at together before the first article is read."""

from collections.abc import Iterator
from typing import Any, TypeVar

from corpus.errors import Unreadable

_MAX_ROWS = 200
_MAX_CHARACTERS = 4_000_000
"""Characters of the first rows: a row may be as long as memory holds."""

_Row = TypeVar("_Row", bound=tuple[Any, ...])
"""A row: its line, its source, then what a reader makes of it."""


def first_rows(rows: Iterator[_Row]) -> tuple[list[_Row], Iterator[_Row]]:
    """Return the first rows, and an iterator over all rows, these and those that follow.

    What is wrong with the file is raised by the iterator, behind the last row that could be read.
    """
    first: list[_Row] = []
    characters = 0
    wrong: Unreadable | None = None
    try:
        for row in rows:
            first.append(row)
            characters += len(row[1])
            if len(first) == _MAX_ROWS or characters > _MAX_CHARACTERS:
                break
    except Unreadable as error:
        wrong = error

    def every() -> Iterator[_Row]:
        yield from first
        if wrong:
            raise wrong
        yield from rows

    return first, every()
