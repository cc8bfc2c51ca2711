"""The hits that are fetched for a page, from a cluster of hits that a test makes."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

import pytest

from index.engine import Ask
from index.engines.opensearch import ranking
from index.engines.opensearch.ranking import Ranking
from index.engines.opensearch.view import View
from index.query import Boost, Glob, Or, Query, Term

NAMES = Or((Term("person", "=awa_sarr"), Term("org", "=onu")))
WORDS = Or((Term("exact", "dakar"), Term("exact", "rabat")))


class Sorted:
    """The hits of a cluster in their order, each with its sort values; `asked` has the size of each request."""

    def __init__(self, hits: Sequence[tuple[float, Sequence[object]]]) -> None:
        self.asked: list[int] = []
        self._hits = hits

    def search(self, body: Mapping[str, Any]) -> object:
        self.asked.append(body["size"])
        orders = [list(order) for _, order in self._hits]
        start = orders.index(body["search_after"]) + 1 if "search_after" in body else 0
        some = self._hits[start : start + body["size"]]
        hits = [{"_score": score, "sort": list(order)} for score, order in some]
        return {"hits": {"hits": hits, "total": {"value": len(self._hits)}}}


def ranked(cluster: Sorted) -> Ranking:
    return Ranking(cast("View", cluster), None)


def tied(articles: int) -> Sorted:
    return Sorted([(1.0, (1.0, 20251231 - number, f"{number:03}")) for number in range(articles)])


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        (NAMES, [10]),
        (Boost(Or((Glob("stem", "elect*"), Glob("stem", "vot*"))), 3.0), [10]),
        (Boost(NAMES, 0.3), [26, 104]),
        (WORDS, [26, 104]),
    ],
)
def test_hits_are_fetched_until_the_score_falls_unless_the_cluster_knows_all_of_it(
    query: Query, asked: Sequence[int]
) -> None:
    cluster = tied(40)
    page = ranked(cluster).page(query, Ask(10))

    assert [hit.id for hit in page.hits] == [f"{number:03}" for number in range(10)]
    assert (page.total, cluster.asked) == (40, asked)


def test_scores_that_differ_in_their_last_digit_alone_decide_no_order() -> None:
    cluster = Sorted([(1.00004, (1.00004, 20250101, "old")), (1.00001, (1.00001, 20251231, "new"))])

    assert [hit.id for hit in ranked(cluster).page(WORDS, Ask(1)).hits] == ["new"]


def test_the_ids_of_an_index_come_by_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "MAX_HITS", 7)
    cluster = Sorted([(0.0, (f"{number:03}",)) for number in range(20)])
    ids = list(ranked(cluster).ids())

    assert len(ids) == 20
    assert all(one < other for one, other in pairwise(ids))
    assert cluster.asked == [7, 7, 7]
