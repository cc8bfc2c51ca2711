"""From the tree of a query to the query of the index."""

import pytest

from index.query import And, Boost, Dated, Everything, Not, Or, Query
from search.errors import SearchError
from search.language import parse
from search.planning.plan import SHORT_QUERY_WORDS, Matching, plan
from tests.search.planning.asked import TODAY, planned, word


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("date:2025-11", Dated(20251101, 20251130)),
        ("date:hier", Dated(20251130, 20251130)),
        ("date:none", Dated(0, 0)),
        ("eau^3", Boost(word("eau", "eau"), 3.0)),
        ("-eau", Not(word("eau", "eau"))),
        ("eau OR feu", Or((word("eau", "eau"), word("feu", "feu")))),
        ("eau AND feu", And((word("eau", "eau"), word("feu", "feu")))),
        ("eau feu", And((word("eau", "eau"), word("feu", "feu")))),
        ("*", Everything()),
    ],
)  # fmt: skip
def test_a_typed_line_becomes_a_query(line: str, query: Query) -> None:
    assert planned(line) == query


@pytest.mark.parametrize("words", [SHORT_QUERY_WORDS + 1, 12])
def test_the_quorum_decides_what_a_long_query_requires(words: int) -> None:
    line = " ".join(f"mot{number}" for number in range(words))

    assert plan(parse(line), TODAY, Matching.MOST, quorum=lambda asked: asked[-1]) == planned(
        f"mot{words - 1}"
    )
    assert plan(parse(f"{line} date:2025"), TODAY, Matching.MOST, quorum=lambda asked: asked[0]) == planned(
        "mot0 date:2025"
    )


def test_a_short_query_requires_every_word() -> None:
    line = " ".join(f"mot{number}" for number in range(SHORT_QUERY_WORDS))

    assert plan(parse(line), TODAY, Matching.MOST, quorum=lambda asked: asked[0]) == planned(line)


def test_all_requires_every_word_and_any_requires_one() -> None:
    line = "port pluie route pêche école marché"

    every, one = planned(line, Matching.ALL), planned(line, Matching.ANY)

    assert isinstance(every, And)
    assert isinstance(one, Or)
    assert len(every.clauses) == len(one.clauses) == 6


def test_stop_words_leave_the_query() -> None:
    assert planned("la pluie et le port de Dakar") == planned("pluie port Dakar")


def test_stop_words_alone_are_the_query() -> None:
    assert planned("le la") == And((word("le", "le"), word("la", "la")))


def test_a_stop_word_stays_where_it_is_typed_for_itself() -> None:
    assert planned("port AND de") == And((word("port", "port"), word("de", "de")))
    assert planned("port title:de") == And((word("port", "port"), word("de", "de", "title")))


def test_conditions_hold_whatever_the_share_of_words() -> None:
    query = planned("port pluie route pêche école date:2025 -guerre title:mer", Matching.ANY)

    assert isinstance(query, And)
    assert query.clauses[1:] == (
        Dated(20250101, 20251231),
        Not(word("guerre", "guer")),
        word("mer", "mer", "title"),
    )


@pytest.mark.parametrize(
    "line", ["a-b-c-d-e-f-g~ " * 3, "1,a" * 30 + "~", "*a-b*-c* " * 7], ids=["hyphens", "signs", "patterns"]
)
def test_a_word_of_several_words_is_as_much_work_as_these(line: str) -> None:
    with pytest.raises(SearchError) as refused:
        planned(line)
    assert refused.value.message.code == "query.too_many_patterns"
