"""Articles over time, on every engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.counts.periods import Step
from search.errors import SearchError
from search.language import parse
from search.searcher import Page
from search.study import timeline as study
from search.study.timeline import Timeline, timeline
from tests.index.engines.stores import STORE_KINDS
from tests.search.study.debate import ARTICLES, grown, searcher


def by(
    step: Step | None, *lines: str, page: Page = Page(), engine: str = "oracle", most: int = 24
) -> Timeline:
    return timeline(searcher(engine), lines, page, step, most)


@pytest.mark.parametrize("engine", STORE_KINDS)
@pytest.mark.parametrize("step", Step)
def test_the_periods_the_vague_and_the_undated_are_all_of_the_answer(engine: str, step: Step) -> None:
    made = by(step, "laïcité", "port", "zanzibar", engine=engine)
    totals = [
        searcher(engine).search(line, Page(limit=0)).total.count for line in ("laïcité", "port", "zanzibar")
    ]
    assert [answer.total for answer in made.answers] == totals
    assert made.printed.total == len(ARTICLES)
    assert {len(series.found) for series in (made.printed, *made.answers)} == {len(made.periods)}
    assert made.answers[0].undated == 1
    assert made.answers[0].vague == {Step.DAY: 2, Step.WEEK: 2, Step.MONTH: 1, Step.QUARTER: 1}.get(step, 0)


@pytest.mark.parametrize("engine", STORE_KINDS)
def test_a_share_is_of_what_was_printed_and_a_gap_has_none(engine: str) -> None:
    made = by(Step.QUARTER, "laïcité", engine=engine)
    [answer] = made.answers
    assert made.periods[0] == "2019-Q1"
    assert made.periods[-1] == "2021-Q1"
    assert len(made.periods) == 9
    shares = [made.share(answer, period) for period in range(9)]
    assert shares == [1.0, None, None, 0.0, None, None, None, None, 1.0]


@given(st.sampled_from(["laïcité", "port", "*", "louga", "la*"]), st.sampled_from(Step))
def test_no_share_is_more_than_all_and_everything_has_all(line: str, step: Step) -> None:
    made = by(step, line)
    shares = [made.share(made.answers[0], period) for period in range(len(made.periods))]
    assert all(share is None or 0 <= share <= 1 for share in shares)
    assert line != "*" or all(share in (None, 1) for share in shares)


def test_what_was_printed_is_within_the_filters() -> None:
    made = by(Step.YEAR, "laïcité", page=Page(filters=(parse("source:echo"),)))
    assert (made.periods, made.printed.found, made.answers[0].found) == (
        ("2019", "2020", "2021"),
        (1, 0, 2),
        (1, 0, 2),
    )


def test_days_that_all_queries_name_are_those_that_were_looked_at() -> None:
    assert by(Step.YEAR, "laïcité date:2019", "port date:2019").periods == ("2019",)
    assert by(Step.YEAR, "laïcité date:2019", "port").periods == ("2019", "2020", "2021")
    assert by(Step.YEAR, "laïcité date:2019").printed.total == sum(
        1 for one in ARTICLES if one.date and one.date.year == 2019
    )


@pytest.mark.parametrize(("most", "step"), [(7, Step.DAY), (6, Step.WEEK), (4, Step.YEAR), (2, Step.DECADE)])
def test_the_shortest_period_that_fits_is_taken_a_gap_being_a_row(most: int, step: Step) -> None:
    assert by(None, "laïcité", most=most).step is step


def test_periods_are_not_shorter_than_most_dates_are_exact() -> None:
    assert timeline(grown(12), ["port"], Page(), None, 99).step is Step.MONTH


def test_an_index_without_dates_has_no_period() -> None:
    made = by(None, "laïcité", page=Page(filters=(parse("-date:>=1000"),)))
    assert (made.periods, made.answers[0].undated, made.answers[0].total) == ((), 1, 1)


def test_too_many_periods_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study, "_MAX_PERIODS", 100)
    with pytest.raises(SearchError) as refused:
        by(Step.DAY, "laïcité")
    assert refused.value.message.code == "timeline.too_many"
