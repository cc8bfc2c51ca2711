"""A TREC run, as trec_eval reads it."""

import re
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engine import Ranked
from search.errors import SearchError
from search.render import trec
from tests.search.render.answers import ATTACK, HOSTILE

LINE = re.compile(r"(\S+) Q0 (\S+) ([0-9]+) (-?[0-9]+\.[0-9]{4}) manchette")


def cells(run: str) -> list[tuple[str, ...]]:
    """Return the cells of each line, as C's isspace cuts them."""
    lines = [LINE.fullmatch(line) for line in run.split("\n")[:-1]]
    return [line.groups() if line else () for line in lines]


def test_a_line_is_a_query_an_article_its_rank_and_its_score() -> None:
    run = trec.run("q1", [Ranked("afp-1", 7.31446), Ranked("afp-2", 0.5)])
    assert run == "q1 Q0 afp-1 1 7.3145 manchette\nq1 Q0 afp-2 2 0.5000 manchette\n"


def test_nothing_found_is_no_line() -> None:
    assert trec.run("q1", []) == ""


@given(st.lists(st.floats(0, 500), max_size=1000))
def test_the_scores_alone_give_the_order_of_the_ranks(scores: list[float]) -> None:
    ranked = [Ranked(f"a{number}", score) for number, score in enumerate(sorted(scores, reverse=True))]
    written = array("f", [float(score) for *_, score in cells(trec.run("q1", ranked))])
    assert all(first > second for first, second in pairwise(written))


@pytest.mark.parametrize("query_id", ["q 1", "q\u00a01", "q\u20281", "\x1b[31mq", ATTACK])
def test_the_id_of_a_query_that_would_break_a_line_is_refused(query_id: str) -> None:
    with pytest.raises(SearchError, match=r"command\.unfit_id"):
        trec.run(query_id, [])


def test_an_article_cannot_break_a_line_or_command_a_terminal() -> None:
    [(_, article_id, *_)] = cells(trec.run("q1", [Ranked(HOSTILE.id, 1.0)]))
    assert article_id.startswith("=id%1B]0;%1B[31m[red]rouge")
    assert article_id.isprintable()
