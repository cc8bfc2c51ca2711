"""What a query asks of the vectors, without numpy: how close to it the first articles of an answer are."""

import mmap
import struct
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from math import hypot
from operator import mul
from pathlib import Path
from typing import TypeVar

from index.errors import Damaged
from index.fields import TEXT
from index.query import Query, Term, leaves
from index.vectors.file import HEADER, NAME, hashed, layout

DEPTH = 200
"""Hits that are reranked: the first ones."""

WEIGHT = 0.25
"""Of the closeness, beside the score as a share of the best one."""

T = TypeVar("T")

Near = Callable[[Sequence[int]], Sequence[float]]
"""From the keys of articles to how close each is to a query: from 0 to 1, 0 where nothing is known of it."""


class Vectors:
    """The vectors of an index as they were when it was opened."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            try:
                self._content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                told = layout(self._content[: HEADER.size], len(self._content))
            except (ValueError, struct.error) as error:
                raise Damaged(f"{path} cannot be read ({error}): type manchette index --rebuild") from error
        view = memoryview(self._content)
        self._keys = view[HEADER.size : told.ends[0]].cast("Q")
        self._stems = view[told.ends[0] : told.ends[1]].cast("I")
        self._of_articles, self._of_stems = told.ends[1], told.ends[2]
        self._row = struct.Struct(f"<{told.size}e")

    def near(self, query: Query) -> Near | None:
        """Return how close articles are to the bare words of a query, None where no word of it has a vector."""
        known = [row for stem in bare_stems(query) if (row := _place(self._stems, hashed(stem))) is not None]
        asked = [
            sum(numbers)
            for numbers in zip(*(self._vector(self._of_stems, row) for row in known), strict=True)
        ]
        length = hypot(*asked)
        if not length:
            return None
        unit = [number / length for number in asked]

        def near(keys: Sequence[int]) -> list[float]:
            rows = (_place(self._keys, key) for key in keys)
            return [
                0.0 if row is None else max(0.0, sum(map(mul, unit, self._vector(self._of_articles, row))))
                for row in rows
            ]

        return near

    def _vector(self, start: int, row: int) -> tuple[float, ...]:
        return self._row.unpack_from(self._content, start + row * self._row.size)


def opened(folder: Path) -> Vectors | None:
    """Return the vectors of the folder of a generation, if it has any.

    Raises:
        Damaged: they cannot be read.
    """
    try:
        return Vectors(folder / NAME)
    except FileNotFoundError:
        return None


def reranked(hits: Sequence[tuple[float, T]], nearness: Iterable[float]) -> list[tuple[float, T]]:
    """Return the first hits, each score raised by how close it is, in their new order; equals stay as they were.

    No score is lowered, so that none of these falls under a hit that is not reranked.

    >>> reranked([(8.0, "a"), (4.0, "b"), (4.0, "c")], [0.0, 0.5, 1.0])
    [(8.0, 'a'), (6.0, 'c'), (5.0, 'b')]
    """
    best = max((score for score, _ in hits), default=0.0)
    raised = [(score + WEIGHT * best * near, hit) for (score, hit), near in zip(hits, nearness, strict=True)]
    return sorted(raised, key=lambda entry: -entry[0])


def bare_stems(query: Query) -> Iterable[str]:
    """Return the stems of the bare words of a query, those that an article should not have left out, each once."""
    found = (leaf.term for leaf in leaves(query) if isinstance(leaf, Term) and leaf.field == TEXT.stem)
    return dict.fromkeys(found)


def _place(numbers: Sequence[int], number: int) -> int | None:
    place = bisect_left(numbers, number)
    return place if place < len(numbers) and numbers[place] == number else None
