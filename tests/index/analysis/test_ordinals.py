"""Ordinals and Roman numbers."""

import pytest

from index.analysis.ordinals import roman_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("i", 1), ("xviii", 18), ("xxi", 21), ("", 0), ("viiii", 0), ("xc", 90), ("ic", 0), ("il", 0)],
)
def test_a_roman_number_is_read_if_it_is_well_written(text: str, number: int) -> None:
    assert roman_number(text) == number
