"""The line of the time of an answer, in bars and in numbers."""

import pytest

from search.counts.share import shares
from search.messages import Language, speaking
from search.render import plain
from search.render.lines import line_width
from search.render.sparkline import max_bars, max_numbers, numbers, sparkline

PRINTED = {f"{year}-{month:02}": 40 for year in range(2011, 2021) for month in range(1, 13)}
FOUND = {"2019-11": 2, "2020-01": 4, "2020-02": 8, "2020-05": 1}


def bars(found: dict[str, int], columns: int, printed: dict[str, int] = PRINTED) -> str:
    lines = sparkline(shares(found, printed, max_bars(columns)), columns)
    assert max(map(line_width, lines)) <= columns
    return plain.text(lines).rstrip("\n")


def test_a_period_without_articles_is_a_gap_between_the_bars() -> None:
    assert bars(FOUND, 80) == "2019-11 ▂ ▄█  ▁ 2020-05  per month, % · most 20 in 2020-02"
    assert bars(FOUND, 40) == "2019-Q4 ▁█▁ 2020-Q2  per quarter, %"


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (80, "2011-Q1 █" + " " * 37 + "▂ 2020-Q3  per quarter, %"),
        (60, "2011 █        ▄ 2020  per year, % · most 0.21 in 2011"),
        (30, "2010s ▂█ 2020s  per decade, %"),
        (20, "2010s ▂█ 2020s\nper decade, %"),
    ],
)
def test_a_time_is_never_cut_in_silence(columns: int, shown: str) -> None:
    """The oldest months stood there alone, and nothing said that the others were missing."""
    assert bars({"2011-02": 1, "2020-07": 1}, columns, {**PRINTED, "2020-08": 440}) == shown


def test_what_is_in_no_period_stands_beside() -> None:
    assert bars({**FOUND, "none": 3, "2018": 1}, 80).endswith(
        "  per month, % · 3 undated · 1 of a year alone"
    )
    assert bars({"none": 3}, 80) == "3 undated"
    assert bars({"2020-03": 3, "none": 1}, 80) == "2020-03: 7.5 % of what was printed · 1 undated"


def test_one_of_two_articles_sets_no_scale() -> None:
    printed = {**PRINTED, "2019-11": 2}
    assert bars({"2019-11": 1, "2019-12": 4, "2020-01": 8}, 80, printed) == (
        "2019-11 █▄█ 2020-01  per month, % · most 20 in 2020-01"
    )


def test_an_answer_of_every_article_is_counted_in_articles() -> None:
    assert bars(FOUND, 80, FOUND) == "2019-11 ▂ ▄█  ▁ 2020-05  articles per month · most 8 in 2020-02"

    assert bars(FOUND, 80, {}) == bars(FOUND, 80, FOUND)


def test_numbers_stand_for_bars_where_these_cannot_be_seen() -> None:
    def shown(columns: int, printed: dict[str, int]) -> str:
        return plain.text(numbers(shares(FOUND, printed, max_numbers(columns)), columns))

    assert shown(80, PRINTED) == (
        "per month, %: 2019-11\u00a05 · 2019-12\u00a00 · 2020-01\u00a010 · 2020-02\u00a020 · 2020-03\u00a00 ·\n"
        "2020-04\u00a00 · 2020-05\u00a02.5\n"
    )
    assert shown(40, FOUND).startswith("articles per quarter: 2019-Q4\u00a02 ·\n")
    with speaking(Language.FRENCH):
        assert shown(40, PRINTED).startswith("par trimestre, %\u00a0: 2019-T4\u00a01,7 ·")
