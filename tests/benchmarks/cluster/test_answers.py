"""A cluster answers real articles as tantivy does, and a difference is seen where there is one."""

import json
import lzma
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest

from index.build import build
from index.engines.opensearch.writer import SHARDS
from index.layout import HOME
from tests.benchmarks import articles
from tests.benchmarks.articles import Record
from tests.benchmarks.cluster import lines
from tests.benchmarks.cluster.answers import TIE, Answer, difference, summary
from tests.benchmarks.cluster.measure import compared
from tests.benchmarks.sample import sample

ARTICLES = 300
LINES = 100


def records(shared: Path) -> Sequence[Record]:
    with lzma.open(shared / "corpora" / "orange.jsonl.xz", "rt", encoding="utf-8") as corpus:
        return [json.loads(line) for line in islice(corpus, ARTICLES)]


@pytest.mark.long
@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@pytest.mark.usefixtures("archives")
@pytest.mark.parametrize("shards", [1, 3])
def test_a_cluster_answers_real_articles_as_tantivy_does(
    shared: Path, shards: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SHARDS, str(shards))
    real = records(shared)
    homes = [tmp_path / engine / HOME for engine in ("tantivy", "opensearch")]
    for home in homes:
        (home.parent / "press").mkdir(parents=True)
        articles.write(home.parent / "press" / "orange.jsonl", real)
        build(home, [home.parent / "press"], engine=home.parent.name, entities="modern")

    found = compared(homes[0], homes[1], real, LINES)

    assert [one for one in found if one.is_wrong] == []
    assert summary(found)["lines"] == LINES
    assert summary(found)["refused by both"] == 0


def test_lines_are_of_every_kind_and_always_the_same() -> None:
    real = [donor.record for donor in sample()]
    names = {"person": ["Aïssatou N’Diaye"], "org": []}

    drawn = lines.drawn(real, names, 2 * len(lines.KINDS))

    assert drawn == lines.drawn(real, names, 2 * len(lines.KINDS))
    assert len(set(drawn)) > len(lines.KINDS)
    assert any("date:" in line for line in drawn)
    assert any('person:"Aïssatou N’Diaye"' in line for line in drawn)


SAME = Answer(2, {"person": [("A", 1)]}, ["a", "b"], ["a", "b"], {"a": 20.0, "b": 20.0 - 10 * TIE, "c": 10.0})


def test_two_answers_that_are_the_same_have_no_difference() -> None:
    assert not difference("x", SAME, SAME).is_wrong


ANOTHER_TOTAL = Answer(3, SAME.facets, SAME.newest, SAME.page, SAME.scores)
OTHER_FACETS = Answer(2, {"person": [("A", 2)]}, SAME.newest, SAME.page, SAME.scores)
ANOTHER_ORDER_OF_TIME = Answer(2, SAME.facets, ["b", "a"], SAME.page, SAME.scores)
ANOTHER_ORDER = Answer(2, SAME.facets, SAME.newest, SAME.page, {"c": 20.0, "a": 19.0, "b": 10.0})
ANOTHER_ARTICLE = Answer(2, SAME.facets, SAME.newest, SAME.page, {"a": 20.0, "b": 19.0})
REFUSED = Answer(refusal="This is too much work.")
A_TIE_THE_OTHER_WAY_ROUND = Answer(
    2, SAME.facets, SAME.newest, SAME.page, {"b": 20.0, "a": 19.995, "c": 10.0}
)


@pytest.mark.parametrize(
    "other",
    [ANOTHER_TOTAL, OTHER_FACETS, ANOTHER_ORDER_OF_TIME, ANOTHER_ORDER, ANOTHER_ARTICLE, REFUSED],
)
def test_a_difference_is_wrong(other: Answer) -> None:
    assert difference("x", SAME, other).is_wrong
    assert difference("x", other, SAME).is_wrong


def test_an_order_that_the_last_digit_decides_is_no_difference() -> None:
    close, reversed_ = (
        Answer(2, {}, [], [], scores) for scores in ({"a": 0.301, "b": 0.3}, {"b": 0.301, "a": 0.3})
    )
    assert difference("x", close, reversed_).order == 0


def test_the_order_of_a_tie_is_not_wrong() -> None:
    assert difference("x", SAME, A_TIE_THE_OTHER_WAY_ROUND).order > 0
    assert not difference("x", SAME, A_TIE_THE_OTHER_WAY_ROUND).is_wrong


def test_no_word_of_an_article_is_kept() -> None:
    refused = difference("un mot", SAME, Answer(refusal="« un mot » is too much work."))
    assert "un mot" not in str(refused.kept)
    assert refused.kept["refusals"] == [False, True]


def test_two_refusals_are_no_difference() -> None:
    refused = Answer(refusal="This is too much work.")
    assert not difference("x", refused, refused).is_wrong
    assert summary([difference("x", refused, refused)])["refused by both"] == 1
