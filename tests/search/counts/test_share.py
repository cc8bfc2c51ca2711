"""The share of an answer in what was printed: no period and no article is lost."""

from hypothesis import given
from hypothesis import strategies as st

from search.counts.periods import Step
from search.counts.share import shares

_MONTHS = st.builds("{:04}-{:02}".format, st.integers(1800, 2030), st.integers(1, 12))
_PERIODS = st.one_of(_MONTHS, st.builds("{:04}".format, st.integers(1800, 2030)), st.just("none"))
_COUNTS = st.dictionaries(_PERIODS, st.integers(1, 99), max_size=20)


@given(_COUNTS, st.integers(3, 120))
def test_every_article_is_in_a_period_or_apart(counts: dict[str, int], columns: int) -> None:
    series = shares(counts, counts, columns)
    assert sum(series.found) + series.undated + series.vague == sum(counts.values())
    assert series.undated == counts.get("none", 0)
    assert len(series.found) == len(series.printed) <= columns
    assert set(series.shares()) <= {0.0, 1.0}
    if series.found:
        assert series.found[0]
        assert series.found[-1]


def test_a_period_is_as_short_as_the_columns_allow() -> None:
    ten_years = {"2011-01": 1, "2020-12": 2}
    assert [shares(ten_years, ten_years, columns).step for columns in (120, 119, 40, 39, 10, 9)] == [
        Step.MONTH, Step.QUARTER, Step.QUARTER, Step.YEAR, Step.YEAR, Step.DECADE,
    ]  # fmt: skip
    assert shares({"1850": 1, "2020": 1}, {}, 2).step is Step.CENTURY


def test_a_period_without_articles_is_a_gap_and_not_left_out() -> None:
    series = shares({"2020-01": 2, "2020-04": 1}, {"2020-01": 4, "2020-02": 9, "2020-04": 10}, 60)
    assert (series.names(), series.found) == (["2020-01", "2020-02", "2020-03", "2020-04"], (2, 0, 0, 1))
    assert series.printed == (4, 9, 0, 10)
    assert series.shares() == [0.5, 0.0, 0.0, 0.1]


def test_an_article_of_a_year_is_put_into_no_month_of_it() -> None:
    counts = {"2020": 1, "2020-05": 1, "2021-05": 1, "none": 7}
    assert shares(counts, counts, 60)[-2:] == (7, 1)
    by_year = shares(counts, counts, 2)
    assert by_year[-4:] == ((2, 1), (2, 1), 7, 0)


def test_an_answer_of_years_alone_is_counted_by_year() -> None:
    series = shares({"1913": 2, "1914": 1}, {"1913": 4, "1914": 9}, 60)
    assert (series.names(), series.found) == (["1913", "1914"], (2, 1))


def test_an_answer_without_dates_has_no_period() -> None:
    assert shares({"none": 7}, {"2020-01": 3}, 60) == (Step.MONTH, range(0), (), (), 7, 0)
