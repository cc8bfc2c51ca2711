"""The studies of an answer as people and programs see them."""

import csv as reader
import json
from collections.abc import Sequence
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import replace
from search.messages import Language, speaking
from search.render import plain, rendered
from search.render.lines import Line, line_width
from search.study.concordance import Occurrence
from search.study.timeline import Series
from tests.search.render.golden import same
from tests.search.render.studies import CONCORDANCE, TIMELINE

COLUMNS = (60, 80, 120)


def lines(value: object, columns: int) -> Sequence[Line]:
    made = rendered(value, "text", columns)
    assert not isinstance(made, str)
    return made


def written(value: object, format_: str) -> str:
    made = rendered(value, format_, 80)
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize(
    ("value", "format_", "name"),
    [
        (CONCORDANCE, "csv", "kwic.csv"),
        (CONCORDANCE, "jsonl", "kwic.jsonl"),
        (TIMELINE, "csv", "timeline.csv"),
        (TIMELINE, "json", "timeline.json"),
    ],
)
def test_formats(value: object, format_: str, name: str) -> None:
    same(name, written(value, format_))


SIGNS = st.text(st.sampled_from("abé \n,東京e\u0301\u0308\u200d👩\ufe0f\x1b\u202e=🇫🇷ﷺ"), max_size=60)
OCCURRENCES = st.builds(
    Occurrence,
    st.integers(1, 99_999),
    st.just("a"),
    st.sampled_from(["", "2019", "2019-03", "2019-03-04"]),
    SIGNS,
    st.booleans(),
    SIGNS,
    SIGNS,
    SIGNS,
)


@given(st.lists(OCCURRENCES, max_size=6), st.integers(30, 140), st.sampled_from(Language), st.booleans())
def test_no_line_of_a_concordance_is_wider_than_the_terminal(
    occurrences: list[Occurrence],
    columns: int,
    language: Language,
    is_whole: bool,  # noqa: FBT001 - drawn at random
) -> None:
    made = replace(CONCORDANCE, occurrences=tuple(occurrences), is_whole=is_whole)
    with speaking(language):
        assert all(line_width(row) <= columns for row in lines(made, columns))


@given(st.lists(SIGNS, min_size=1, max_size=4), st.integers(30, 140), st.sampled_from(Language))
def test_no_line_of_a_timeline_is_wider_than_the_terminal(
    queries: list[str], columns: int, language: Language
) -> None:
    answers = tuple(Series(query, (100_000, 2, 0, 0, 1), 3, 4, relaxed=True) for query in queries)
    with speaking(language):
        assert all(line_width(row) <= columns for row in lines(replace(TIMELINE, answers=answers), columns))


@pytest.mark.parametrize("columns", COLUMNS)
def test_the_keywords_stand_under_each_other(columns: int) -> None:
    rows = [row for row in lines(CONCORDANCE, columns) if len(row) == 5]
    assert len(rows) == len(CONCORDANCE.occurrences)
    assert len({line_width(row[:3]) for row in rows}) == 1


def test_a_gap_is_empty_for_programs() -> None:
    made = json.loads(written(TIMELINE, "json"))
    assert made["answers"][0]["per_cent"][2:4] == [None, None]
    rows = list(reader.DictReader(StringIO(written(TIMELINE, "csv"))))
    assert {row["per_cent"] for row in rows if row["period"] in ("2019-Q3", "2019-Q4")} == {""}


def test_the_ends_of_a_table_without_an_article_are_one_line() -> None:
    found = (0, 0, 0, 5, 0, 7, 0, 0, 0, 0)
    made = replace(
        TIMELINE,
        periods=tuple(f"20{year}" for year in range(10, 20)),
        printed=Series("*", (3, 0, 1, 9, 9, 9, 4, 0, 0, 2), 0, 0),
        answers=(Series("grève", found, 0, 0),),
    )
    names = [row.split()[0] for row in plain.text(lines(made, 80)).splitlines()[3:]]
    assert names == ["2010", "2013", "2014", "2015", "2016", "total"]
    text = plain.text(lines(made, 80))
    assert "2010 … 2012  no article, of 4 printed\n" in text
    assert "2016 … 2019  no article, of 6 printed\n" in text
