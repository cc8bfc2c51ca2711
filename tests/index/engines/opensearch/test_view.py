"""Readers of a cluster that loses nodes, indices and points in time: they answer whole, or with one error."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from corpus.records import as_dict
from index.engines.opensearch import archive, view
from index.engines.opensearch.address import Cluster
from index.engines.opensearch.archive import Location
from index.engines.opensearch.client import Client
from index.engines.opensearch.view import View
from index.errors import IndexFailure
from index.storage.manifest import ANALYSIS, Manifest
from tests.support.opensearch.impostor import BUSY, refusal, said
from tests.support.opensearch.server import Answer, Asked, serve

HERE = Location("presse-1", 1, 3, is_filled=True)
WHOLE: Mapping[str, object] = {"total": 3, "successful": 3, "skipped": 0, "failed": 0}
PARTIAL: Mapping[str, object] = {"total": 3, "successful": 2, "skipped": 0, "failed": 1}


ENDED = refusal(404, "search_context_missing_exception", "No search context found for id [7]")
EXPIRED = refusal(400, "illegal_argument_exception", "Point In Time id doesn't exist")
UNPLUGGED = refusal(500, "node_not_connected_exception", "[node2][127.0.0.1:1] Node not connected")
FORGOTTEN = refusal(500, "illegal_state_exception", "no node found for id: Bi6Rf1p6STmU-hT6wJtxDw")
UNASSIGNED = refusal(503, "no_shard_available_action_exception")
INDEX_GONE = refusal(404, "index_not_found_exception", "no such index [manchette-presse-1-1]")
TOO_MANY_DAYS = said(
    503,
    {
        "error": {
            "root_cause": [],
            "type": "search_phase_execution_exception",
            "reason": "",
            "caused_by": {
                "type": "too_many_buckets_exception",
                "reason": "Trying to create too many buckets.",
            },
        },
        "status": 503,
    },
)
CUT_SHORT = said(200, {"_shards": WHOLE, "timed_out": True, "hits": {}})
IN_PART = said(200, {"_shards": PARTIAL, "timed_out": False, "hits": {}})


class Points:
    """A cluster of points in time 1, 2 …: a search answers with the number of its point, unless the test has another answer."""

    def __init__(self, searches: Sequence[Answer | None] = (), opened: Sequence[Answer | None] = ()) -> None:
        self.searched: list[int] = []
        self.closed: list[str] = []
        self.paths: list[str] = []
        self.announced: Location | None = None
        self.analysis = ANALYSIS
        self.archive: Answer | None = None
        self._searches, self._opened = list(searches), list(opened)
        self._number = 0

    def __call__(self, asked: Asked) -> Answer | None:
        body = json.loads(asked.body or b"{}")
        self.paths.append(asked.path)
        if asked.method == "DELETE":
            self.closed += body["pit_id"]
            return said(200, {})
        if "manchette-archives" in asked.path:
            return self._archive()
        if "point_in_time" in asked.path:
            other = self._opened.pop(0) if self._opened else None
            if other:
                return other
            self._number += 1
            return said(200, {"pit_id": str(self._number), "_shards": WHOLE})
        self.searched.append(int(body["pit"]["id"]))
        other = self._searches.pop(0) if self._searches else None
        return other or said(
            200, {"_shards": WHOLE, "timed_out": False, "pit_id": body["pit"]["id"], "point": self._number}
        )

    def _archive(self) -> Answer:
        if self.archive:
            return self.archive
        if not self.announced:
            return said(404, {"found": False})
        manifest = Manifest(
            engine="opensearch", generation=self.announced.generation, roots=(), columns={}, entities="none",
            extractor=0, vectors=False, analysis=self.analysis, pinned=True, formats={},
        )  # fmt: skip
        return said(200, {"_source": {"manifest": as_dict(manifest), "location": as_dict(self.announced)}})


@contextmanager
def reading(cluster: Points) -> Iterator[View]:
    with serve(cluster) as served:
        opened = View(Client(Cluster((served.url,))), HERE)
        yield opened
        opened.close()


def once(opened: View) -> Callable[[], int]:
    """Return a question of one search: the point in time that answered."""
    return lambda: int(opened.search({"size": 0})["point"])


def twice(opened: View) -> tuple[int, int]:
    return int(opened.search({"size": 1})["point"]), int(opened.search({"size": 2})["point"])


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "_PAUSE_SECONDS", 0.0)
    monkeypatch.setattr("index.engines.opensearch.patience._FIRST_PAUSE_SECONDS", 0.01)


@pytest.mark.parametrize(
    "lost", [ENDED, EXPIRED, UNPLUGGED, FORGOTTEN, UNASSIGNED, INDEX_GONE, IN_PART, CUT_SHORT]
)
def test_a_point_in_time_that_is_lost_is_replaced_without_a_word(lost: Answer) -> None:
    cluster = Points([None, lost])
    with reading(cluster) as opened:
        answers = [opened.whole(once(opened)) for _ in range(3)]

    assert (answers, cluster.searched) == ([1, 2, 2], [1, 1, 2, 2])


def test_no_search_is_asked_a_third_time() -> None:
    cluster = Points([FORGOTTEN, UNPLUGGED])
    with reading(cluster) as opened, pytest.raises(IndexFailure, match="shards_missing") as raised:
        opened.whole(once(opened))

    assert cluster.searched == [1, 2]
    assert raised.value.mend


@pytest.mark.parametrize("partial", [IN_PART, CUT_SHORT])
def test_an_answer_of_some_of_the_shards_is_none(partial: Answer) -> None:
    with reading(Points([partial, partial])) as opened, pytest.raises(IndexFailure, match="shards_missing"):
        opened.whole(once(opened))


def test_a_question_of_several_searches_is_asked_in_one_point_in_time() -> None:
    """Else a page could have the total of one day and the articles of another."""
    cluster = Points([None, ENDED])
    with reading(cluster) as opened:
        assert opened.whole(lambda: twice(opened)) == (2, 2)

    assert cluster.searched == [1, 1, 2, 2]


def test_a_question_is_asked_again_where_another_thread_has_replaced_its_point_in_time() -> None:
    cluster = Points([None, ENDED])
    others = ThreadPoolExecutor(1)

    with reading(cluster) as opened, others:

        def question() -> tuple[int, int]:
            first = once(opened)()
            if len(cluster.searched) == 1:
                others.submit(opened.whole, once(opened)).result()
            return first, once(opened)()

        assert opened.whole(question) == (2, 2)


@pytest.mark.parametrize(
    ("refused", "code"),
    [
        (refusal(400, "too_many_clauses", "maxClauseCount is set to 1024"), "too_many_clauses"),
        (TOO_MANY_DAYS, "too_many_days"),
    ],
)
def test_what_is_wrong_with_the_query_is_not_asked_again(refused: Answer, code: str) -> None:
    cluster = Points([refused])
    with reading(cluster) as opened, pytest.raises(IndexFailure, match=code):
        opened.whole(once(opened))

    assert cluster.searched == [1]


def test_a_cluster_that_is_busy_is_asked_again_in_the_same_point_in_time() -> None:
    cluster = Points([BUSY])
    with reading(cluster) as opened:
        assert opened.whole(once(opened)) == 1

    assert cluster.searched == [1, 1]


def test_a_cluster_that_stays_busy_is_anrefusal() -> None:
    with reading(Points([BUSY, BUSY])) as opened, pytest.raises(IndexFailure, match=r"cluster\.busy"):
        opened.whole(once(opened))


def test_a_reader_waits_until_the_cluster_has_given_up_a_node() -> None:
    partial = said(200, {"pit_id": "0", "_shards": PARTIAL})
    cluster = Points(opened=[UNPLUGGED, UNASSIGNED, partial])
    with reading(cluster) as opened:
        assert opened.whole(once(opened)) == 1


def test_a_reader_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "READER_SECONDS", 0.0)
    with pytest.raises(IndexFailure, match="shards_missing"), reading(Points(opened=[UNPLUGGED] * 9)):
        pass


def test_a_reader_goes_on_with_the_index_that_replaced_its_own() -> None:
    cluster = Points([INDEX_GONE], opened=[None, INDEX_GONE])
    with reading(cluster) as opened:
        cluster.announced = Location("presse-1", 2, 3, is_filled=True)
        assert opened.whole(once(opened)) == 2

    assert [path.split("?")[0] for path in cluster.paths if "point_in_time" in path] == [
        "/manchette-presse-1-1/_search/point_in_time",
        "/manchette-presse-1-1/_search/point_in_time",
        "/manchette-presse-1-2/_search/point_in_time",
        "/_search/point_in_time",
    ]


@pytest.mark.parametrize(
    ("generation", "error"), [(0, "index_gone"), (1, "index_gone"), (2, "other_version")]
)
def test_a_reader_does_not_go_on_with_what_it_cannot_read(generation: int, error: str) -> None:
    """No archive; the same index; one whose terms are those of another version."""
    cluster = Points([INDEX_GONE], opened=[None, INDEX_GONE])
    with reading(cluster) as opened:
        cluster.announced = Location("presse-1", generation, 3) if generation else None
        cluster.analysis = "another" if generation == HERE.generation + 1 else cluster.analysis
        with pytest.raises(IndexFailure, match=error):
            opened.whole(once(opened))


@pytest.mark.parametrize("refused", [BUSY, UNASSIGNED, refusal(403, "security_exception")])
def test_a_cluster_that_does_not_say_what_replaced_an_index_is_an_error_of_a_person(
    refused: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "READER_SECONDS", 0.0)
    cluster = Points([INDEX_GONE], opened=[None, INDEX_GONE])
    with reading(cluster) as opened:
        cluster.archive = refused
        with pytest.raises(IndexFailure, match="cluster"):
            opened.whole(once(opened))


def test_a_point_in_time_is_let_go_at_the_end() -> None:
    cluster = Points([ENDED])
    with reading(cluster) as opened:
        opened.whole(once(opened))

    assert cluster.closed == ["2"]
