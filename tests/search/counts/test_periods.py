"""Periods that follow each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.counts.periods import Step, name, number


@given(st.dates(max_value=date(9979, 12, 31)), st.sampled_from(Step))
def test_a_day_later_is_the_same_period_or_the_next(day: date, step: Step) -> None:
    one, next_ = number(day.isoformat(), step), number((day + timedelta(1)).isoformat(), step)
    assert one is not None
    assert next_ in (one, one + 1)
    assert name(one, step) != name(one + 1, step)


@given(st.lists(st.dates(max_value=date(9979, 12, 31)), min_size=2), st.sampled_from(Step))
def test_names_sort_as_periods_do(days: list[date], step: Step) -> None:
    numbers = sorted({number(day.isoformat(), step) or 0 for day in days})
    names = [name(one, step) for one in numbers]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("iso", "exact"),
    [
        ("2020-03-04", set(Step)),
        ("2020-03", {Step.MONTH, Step.QUARTER, Step.YEAR, Step.DECADE, Step.CENTURY}),
        ("2020", {Step.YEAR, Step.DECADE, Step.CENTURY}),
        ("none", set()),
    ],
)
def test_no_part_of_a_date_is_made_up(iso: str, exact: set[Step]) -> None:
    assert {step for step in Step if number(iso, step) is not None} == exact


def test_a_week_begins_on_a_monday_and_belongs_to_the_year_of_its_thursday() -> None:
    sunday, monday = number("2021-01-03", Step.WEEK), number("2021-01-04", Step.WEEK)
    assert sunday is not None
    assert monday == sunday + 1
    assert name(sunday, Step.WEEK) == "2020-W53"
