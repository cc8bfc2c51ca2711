"""Days grouped into longer periods."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.counts.periods import UNDATED, Step
from search.counts.timeline import grouped, shortened, timeline

DAYS = st.dictionaries(
    st.tuples(st.dates().map(str), st.sampled_from([10, 7, 4])).map(lambda day: day[0][: day[1]])
    | st.just(UNDATED),
    st.integers(1, 99),
    max_size=20,
)


@given(DAYS, st.sampled_from([Step.DAY, Step.MONTH, Step.YEAR, Step.DECADE]))
def test_grouping_loses_no_article_and_orders_the_periods(days: dict[str, int], step: Step) -> None:
    periods = grouped(days, step)
    assert sum(periods.values()) == sum(days.values())
    dated = [period for period in periods if period != UNDATED]
    assert dated == sorted({shortened(day, step) for day in days if day != UNDATED})
    assert UNDATED not in periods or [*periods][-1] == UNDATED


@given(DAYS)
def test_a_period_without_articles_stands_in_its_place(days: dict[str, int]) -> None:
    periods = timeline(days, 24)
    assert sum(periods.values()) == sum(days.values())
    dated = [period for period in periods if period != UNDATED]
    assert dated == sorted(dated)
    assert UNDATED not in periods or [*periods][-1] == UNDATED


def test_a_month_without_articles_has_a_count_of_zero() -> None:
    days = {"2025-11-30": 2, "2026-01-01": 1, "2026-01-02": 4}
    assert timeline(days, 24) == {"2025-11": 2, "2025-12": 0, "2026-01": 5}


@pytest.mark.parametrize(
    ("last", "periods", "first"),
    [
        ("1915-12", 24, "1914-01"),
        ("1916-01", 3, "1914"),
        ("1937-12", 24, "1914"),
        ("1938-01", 3, "1910s"),
        ("2143-01", 24, "1910s"),
        ("2153-01", 25, "1910s"),  # nothing is longer than a decade
    ],
)
def test_too_many_months_are_counted_by_year_and_too_many_years_by_decade(
    last: str, periods: int, first: str
) -> None:
    counted = timeline({"1914-01-01": 1, f"{last}-09": 2, UNDATED: 3}, 24)
    assert len(counted) == periods + 1
    assert next(iter(counted)) == first
    assert sum(counted.values()) == 6
    assert [*counted.items()][-1] == (UNDATED, 3)


def test_the_undated_alone_have_no_periods() -> None:
    assert timeline({}, 24) == {}
    assert timeline({UNDATED: 2}, 24) == {UNDATED: 2}


def test_years_alone_stand_before_their_months_and_have_no_month_made_up_for_them() -> None:
    days = {"2020": 1, "2020-12": 2, "2021": 4, "2021-02-03": 1, UNDATED: 1}
    assert timeline(days, 24) == {"2020": 1, "2020-12": 2, "2021": 4, "2021-01": 0, "2021-02": 1, UNDATED: 1}
    assert timeline(days, 4) == {"2020": 3, "2021": 5, UNDATED: 1}


def test_years_alone_are_counted_from_the_first_to_the_last() -> None:
    assert timeline({"1944": 1, "1947": 2}, 24) == {"1944": 1, "1947": 2}
