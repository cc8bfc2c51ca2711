"""The date of an article, of which the day or the month may not be known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.print_date import PrintDate, existing, full_year


def known() -> st.SearchStrategy[PrintDate]:
    """Return days, months and years of the press."""
    days = st.dates(date(1600, 1, 1), date(2100, 12, 31))
    whole = days.map(lambda day: PrintDate(day.year, day.month, day.day))
    return st.one_of(
        whole,
        whole.map(lambda day: day._replace(day=0)),
        whole.map(lambda day: PrintDate(day.year)),
    )


@given(known())
def test_what_is_written_is_read_again(day: PrintDate) -> None:
    assert PrintDate.fromisoformat(day.isoformat()) == day
    assert str(day) == day.isoformat()


@given(st.lists(known()))
def test_numbers_sort_as_dates_do_and_as_their_names_do(days: list[PrintDate]) -> None:
    assert [day.number for day in sorted(days)] == sorted(day.number for day in days)
    assert [day.isoformat() for day in sorted(days)] == sorted(day.isoformat() for day in days)


@pytest.mark.parametrize(
    ("day", "name", "number"),
    [
        (PrintDate(2021, 3, 3), "2021-03-03", 20210303),
        (PrintDate(2021, 3), "2021-03", 20210300),
        (PrintDate(2021), "2021", 20210000),
    ],
)
def test_what_is_not_known_is_left_out_of_the_name_and_is_zero_in_the_number(
    day: PrintDate, name: str, number: int
) -> None:
    assert (day.isoformat(), day.number) == (name, number)


@pytest.mark.parametrize(
    "numbers", [(2021, 2, 29), (2021, 13), (2021, 0, 3), (1599, 1, 1), (2101,), (21, 3, 3)]
)
def test_what_is_no_date_of_the_press_is_none(numbers: tuple[int, ...]) -> None:
    assert existing(*numbers) is None


def test_two_digits_are_a_year_of_1969_to_2068() -> None:
    assert [full_year(digits) for digits in ("69", "99", "00", "68", "0021")] == [1969, 1999, 2000, 2068, 21]
