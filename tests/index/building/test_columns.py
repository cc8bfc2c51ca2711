"""Columns that are brought up to date have the rows of columns made anew."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.building.columns import Columns, Row

IDS = st.sampled_from([f"n{number}" for number in range(12)])
ROWS = st.dictionaries(
    IDS, st.tuples(st.sampled_from("abc"), st.integers(0, 9), st.binary(max_size=3)), max_size=9
)


def rows(of: Columns) -> list[Row]:
    """Return the rows one by one."""
    pieces = np.split(of.contents, np.cumsum(of.sizes)[:-1]) if len(of.ids) else []
    names = [of.names[number] for number in of.sources.tolist()]
    contents = [piece.tobytes() for piece in pieces]
    return list(map(Row, of.ids, names, of.numbers.tolist(), contents))


@given(ROWS, ROWS, st.sets(IDS))
def test_columns_that_are_brought_up_to_date_have_the_rows_of_now(
    before: dict[str, tuple[str, int, bytes]], after: dict[str, tuple[str, int, bytes]], touched: set[str]
) -> None:
    made = Columns.of(Row(one, *before[one]) for one in sorted(before))
    fresh = [Row(one, *row) for one, row in after.items() if one in touched]

    changed = made.changed(touched, fresh)

    stay = [Row(one, *row) for one, row in before.items() if one not in touched]
    assert rows(changed) == sorted([*stay, *fresh])
    assert rows(Columns.load(memoryview(b"".join(changed.dump())))) == rows(changed)
