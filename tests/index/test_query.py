"""The ranges of numbers that a range of days is."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import day_ranges

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
EDGES = st.builds(
    lambda year, month, is_last: date(year, month, monthrange(year, month)[1] if is_last else 1),
    st.integers(1, 9999),
    st.sampled_from([1, 2, 3, 11, 12]),
    st.booleans(),
)
NEAR = st.integers(1999, 2002)


def number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def days_of(period: int) -> tuple[int, int]:
    """Return the first and the last day of the year, the month or the day of a number."""
    year, month, day = period // 10_000, period // 100 % 100, period % 100
    if not month:
        return year * 10_000 + 101, year * 10_000 + 1231
    if not day:
        return period + 1, period + monthrange(year, month)[1]
    return period, period


def periods(around: date) -> st.SearchStrategy[int]:
    """Return years, months and days, most of them near a day."""
    days = (
        st.dates() | st.sampled_from([around]) | st.builds(date, NEAR, st.integers(1, 12), st.integers(1, 28))
    )
    return st.tuples(days, st.sampled_from([1, 100, 10_000])).map(
        lambda pair: number(pair[0]) // pair[1] * pair[1]
    )


@given(DAYS | EDGES, DAYS | EDGES, st.data())
def test_a_period_is_in_the_ranges_if_all_its_days_are_in_the_range(
    one: date, other: date, data: st.DataObject
) -> None:
    first, last = sorted([number(one), number(other)])
    period = data.draw(periods(one) | periods(other))
    low, high = days_of(period)
    ranges = day_ranges(first, last)
    assert any(start <= period <= end for start, end in ranges) == (first <= low and high <= last)


@given(DAYS | EDGES, DAYS | EDGES)
def test_the_ranges_are_three_at_most_in_order_and_apart_and_none_holds_the_undated(
    one: date, other: date
) -> None:
    ranges = day_ranges(*sorted([number(one), number(other)]))
    ends = [end for bounds in ranges for end in bounds]
    assert len(ranges) <= 3
    assert ends == sorted(ends)
    assert all(0 < start <= end for start, end in ranges)


@pytest.mark.parametrize(
    ("first", "last", "ranges"),
    [
        (20210101, 20211231, ((20210000, 20211231),)),
        (20210301, 20210331, ((20210300, 20210331),)),
        (20210303, 20210303, ((20210303, 20210303),)),
        (10101, 99991231, ((10000, 99991231),)),
        (20240201, 20240228, ((20240201, 20240228),)),
        (20240201, 20240229, ((20240200, 20240229),)),
        (0, 0, ((0, 0),)),
    ],
)
def test_a_whole_month_or_year_is_one_range(
    first: int, last: int, ranges: tuple[tuple[int, int], ...]
) -> None:
    assert day_ranges(first, last) == ranges
