"""Feasts that move with Easter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.days import period
from search.language.days.years import easter


@pytest.mark.parametrize(
    "sunday",
    [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2025, 4, 20),
        date(2038, 4, 25),
    ],
)
def test_easter_falls_when_it_fell(sunday: date) -> None:
    assert easter(sunday.year) == sunday


@given(st.integers(1, 9999))
def test_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    sunday = easter(year)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)
    ascension = (sunday + timedelta(39)).strftime("%m%d")
    assert period(f"ascension {year:04}", date(2025, 12, 5)) == (int(f"{year}{ascension}"),) * 2
