"""The names of the months, which files, queries and sentences share."""

from corpus.clean import bare
from corpus.dates.values import parse_date
from corpus.months import MONTH_ABBREVIATIONS, MONTHS


def test_each_month_has_names_and_no_name_stands_for_two() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert all(MONTHS[bare(name)] == number for name, number in MONTHS.items())


def test_a_belgian_paper_may_write_its_dates_in_dutch() -> None:
    names = "januari februari maart april mei juni juli augustus september oktober november december".split()
    assert [str(parse_date(f"3 {name} 2021")) for name in names] == [
        f"2021-{month:02}-03" for month in range(1, 13)
    ]
    assert str(parse_date("woensdag 3 maart 2021")) == "2021-03-03"
    assert parse_date("dinsdag 3 maart") is None


def test_a_month_cut_short_is_a_month() -> None:
    assert {name for name in MONTH_ABBREVIATIONS if parse_date(f"3 {name}. 2025") is None} == set()
