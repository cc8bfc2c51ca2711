"""The names of the months, which files, queries and sentences share."""

from corpus.clean import bare
from corpus.dates.values import parse_date
from corpus.months import MONTH_ABBREVIATIONS, MONTHS


def test_each_month_has_names_and_no_name_stands_for_two() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert all(MONTHS[bare(name)] == number for name, number in MONTHS.items())


def test_a_month_cut_short_is_a_month() -> None:
    assert {name for name in MONTH_ABBREVIATIONS if parse_date(f"3 {name}. 2025") is None} == set()
