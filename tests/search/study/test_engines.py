"""Every study of an answer is the same on every engine, whatever the query: the plainest engine is the oracle."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.records import replace
from index.engine import Sort
from search.language import parse
from search.searcher import Page, Searcher
from search.study.companions import companions
from search.study.comparison import compare
from search.study.concordance import Extent, Order, concordance
from search.study.explanation import explanation
from search.study.selection import Parts, answered
from search.study.timeline import timeline
from tests.index.engines.stores import ENGINE_KINDS
from tests.search.study.debate import searcher

KINDS = ("words", "person", "source")

WORDS = (
    "laïcité",
    "laicite",
    "Louga",
    "port",
    "violences",
    "policieres",
    "gilets jaunes",
    "voile",
    "zanzibar",
    "la",
)
LINES = st.one_of(
    st.sampled_from(
        [
            '"violences policières"', "laïc*", "l?ïcité", "confinemen~", "=laïcité", "title:louga", "source:phare",
            "date:2019", "date:none", "-laïcité", "laïcité OR port", "(gilets OR port) -louga", '"gilets jaunes"~3',
            "laïcité^3 port", "*", "person:sarr", 'laïcité source:"L’Écho"', "laicte", "lougga zanzibar", "violencse",
        ]
    ),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
)  # fmt: skip
FILTERS = st.lists(st.sampled_from(["source:phare", "date:2019..2020", "-louga"]), max_size=1).map(
    lambda typed: tuple(map(parse, typed))
)


def _taken(searcher: Searcher, line: str, page: Page) -> object:
    taken = answered(searcher, line, replace(page, limit=0), Parts(passages=True))
    rows = [
        (one.rank, one.article.id, one.article.text, one.article.date, one.snippet) for one in taken.results
    ]
    return taken.count, taken.relaxed, rows


def _looked_for(searcher: Searcher, line: str, page: Page) -> object:
    explained = explanation(searcher, line, page)
    return explained.words, explained.needed, str(explained.answer.parsed)


STUDIES: dict[str, Callable[[Searcher, str, Page], object]] = {
    "kwic": lambda searcher, line, page: concordance(searcher, line, page, Order.NEWEST, Extent(articles=0)),
    "timeline": lambda searcher, line, page: timeline(searcher, [line, "port"], page, None, 24),
    "companions": lambda searcher, line, page: companions(searcher, line, page, KINDS, None),
    "compare": lambda searcher, line, page: compare(searcher, (line, "louga"), page, KINDS, None),
    "export": _taken,
    "explain": _looked_for,
    "did you mean": lambda searcher, line, page: searcher.respelt(searcher.search(line, page)),
}
"""What a person asks of an answer; the newest articles come first, for scores differ."""


@pytest.mark.parametrize("engine", ENGINE_KINDS)
@pytest.mark.parametrize("study", STUDIES)
@settings(max_examples=12)
@given(line=LINES, filters=FILTERS)
def test_a_study_is_that_of_the_oracle(
    study: str, engine: str, line: str, filters: tuple[object, ...]
) -> None:
    page = Page(filters=filters, sort=Sort.NEWEST)  # type: ignore[arg-type] # trees
    ask = STUDIES[study]
    assert ask(searcher(engine), line, page) == ask(searcher("oracle"), line, page)
