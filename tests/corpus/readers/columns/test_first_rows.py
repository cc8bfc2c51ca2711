"""The first rows of a file, looked at together."""

from collections.abc import Iterator

import pytest

from corpus.errors import Unreadable
from corpus.readers.columns.first_rows import first_rows

Row = tuple[int, str, None]


def rows(number: int, source: str = "") -> Iterator[Row]:
    yield from ((line, source, None) for line in range(number))


@pytest.mark.parametrize("number", [0, 1, 200, 201, 1000])
def test_every_row_comes_out_once_in_order(number: int) -> None:
    first, every = first_rows(rows(number))
    assert first == list(rows(min(number, 200)))
    assert list(every) == list(rows(number))


def test_long_rows_are_not_held_in_memory() -> None:
    first, every = first_rows(rows(100, "a" * 1_000_000))
    assert len(first) == 5
    assert len(list(every)) == 100


def test_what_is_wrong_with_a_file_is_raised_behind_the_rows_that_could_be_read() -> None:
    def damaged() -> Iterator[Row]:
        yield from rows(3)
        raise Unreadable("reading.truncated")

    first, every = first_rows(damaged())
    assert len(first) == 3
    assert [next(every) for _ in first] == first
    with pytest.raises(Unreadable, match=r"reading\.truncated"):
        next(every)
