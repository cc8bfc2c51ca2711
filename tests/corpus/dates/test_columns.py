"""What a column as a whole shows of its dates."""

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.columns import date_reader
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date

DAYS = st.lists(st.dates(date(1970, 1, 1), date(2060, 1, 1)), min_size=1, max_size=30)


def read(values: list[str]) -> list[str]:
    """Return the dates of a column, each as it is written in ISO 8601, or ""."""
    reader = date_reader(values)
    assert pickle.loads(pickle.dumps(reader)) is reader  # noqa: S301 - our own
    return [str(found) if (found := reader(text)) else "" for text in values]


@given(DAYS)
def test_a_column_of_serials_is_that_of_a_spreadsheet(days: list[date]) -> None:
    serials = [f"{(day - date(1899, 12, 30)).days}.75" for day in days]
    assert read(serials) == [day.isoformat() for day in days]


@given(DAYS)
def test_a_column_with_a_month_beyond_12_has_the_month_first(days: list[date]) -> None:
    days = [*days, date(2021, 3, 17)]
    assert read([f"{day.month}/{day.day}/{day.year} 6:02 PM" for day in days]) == [
        day.isoformat() for day in days
    ]


@given(DAYS)
def test_a_column_that_can_be_read_as_usual_is(days: list[date]) -> None:
    assert date_reader([day.strftime("%d/%m/%Y") for day in days]) is parse_date


@pytest.mark.parametrize(
    ("values", "dates"),
    [
        (["44258", "44259.75", "44260,5", "44261"], ["2021-03-03", "2021-03-04", "2021-03-05", "2021-03-06"]),
        (["44258", "44259", "3 mars 2021", ""], ["2021-03-03", "2021-03-04", "2021-03-03", ""]),
        (["44258", "3 mars 2021", "4 mars 2021"], ["", "2021-03-03", "2021-03-04"]),
        (["3/4/2021", "3/17/2021"], ["2021-03-04", "2021-03-17"]),
        (["03/04/21", "03/17/21"], ["2021-03-04", "2021-03-17"]),
        (["3/4/2021", "17/3/2021"], ["2021-04-03", "2021-03-17"]),
        (["3/17/2021", "17/3/2021"], ["", "2021-03-17"]),
        (["210303", "210331", "201105"], ["2021-03-03", "2021-03-31", "2020-11-05"]),
        (["030399", "310399", "051198"], ["1999-03-03", "1999-03-31", "1998-11-05"]),
        (["200312", "202103", "199907"], ["2003-12", "2021-03", "1999-07"]),
        (["99-03-31", "98-12-25"], ["1999-03-31", "1998-12-25"]),
        (["mars-21", "avr-21", "févr-21", "déc-20", "août-99"], ["2021-03", "2021-04", "2021-02", "2020-12", "1999-08"]),
        (["mars 21", "avr. 21", "juil.-21", "mai ’21"], ["2021-03", "2021-04", "2021-07", "2021-05"]),
        (["Mar-21", "Aug-20"], ["2021-03", "2020-08"]),
        (["March 21", "May 20"], ["", ""]),
        (["3-mars", "4-avr"], ["", ""]),
        (["port 21", "mars 21"], ["", ""]),
        (["mars-21", "3 mars 2021"], ["2021-03", "2021-03-03"]),
        (["2021-03-03", "n.d.", ""], ["2021-03-03", "", ""]),
        (["75001", "13002", "69003"], ["", "", ""]),
        ([], []),
    ],
)  # fmt: skip
def test_the_column_decides_where_a_value_leaves_two_readings(values: list[str], dates: list[str]) -> None:
    assert read(values) == dates


def test_a_few_typing_errors_prove_nothing() -> None:
    days = [date(2021, 1, 1) + timedelta(number) for number in range(365)]
    values = [day.strftime("%d/%m/%Y") for day in days] + ["3/17/2021"]
    assert date_reader(values)("03/04/2021") == PrintDate(2021, 4, 3)
