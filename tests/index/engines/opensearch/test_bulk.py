"""A cluster that does not do at once what it is asked: no line is lost, and none is sent for ever."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest

from corpus.message import CodedError
from index.engines.opensearch import bulk, patience
from index.engines.opensearch.address import Cluster, ClusterError
from index.engines.opensearch.bulk import Sending, removal
from index.engines.opensearch.client import Client
from index.errors import Damaged, DiskFull
from tests.support.opensearch.impostor import BUSY, refusal, said
from tests.support.opensearch.server import Answer, Asked, serve

FLOOD = (
    "index [presse] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, "
    "index has read-only-allow-delete block];"
)
Refusing = Callable[[int, list[str]], Answer | Mapping[str, tuple[int, str, str]] | None]
"""What a test has a cluster answer to its nth bulk, of these ids.

A whole answer; or the status, kind and reason of the ids that are refused; or None, where the bulk is never answered.
"""


class Taken:
    """A cluster that takes what it does not refuse: the text of each article, and the ids of each bulk."""

    def __init__(self, refusing: Refusing) -> None:
        self.texts: dict[str, str] = {}
        self.bulks: list[list[str]] = []
        self._refusing = refusing

    def __call__(self, asked: Asked) -> Answer | None:
        changes = list(_changes(asked.body))
        self.bulks.append([article_id for article_id, _ in changes])
        refused = self._refusing(len(self.bulks), self.bulks[-1])
        if refused is None or isinstance(refused, Answer):
            return refused
        items = []
        for article_id, text in changes:
            if article_id in refused:
                status, kind, reason = refused[article_id]
                items.append({"index": {"status": status, "error": {"type": kind, "reason": reason}}})
            else:
                items.append({"index": {"status": 200}})
                self.texts.pop(article_id, None)
                if text:
                    self.texts[article_id] = text
        return said(200, {"errors": bool(refused), "items": items})


def _changes(body: bytes) -> Iterator[tuple[str, str]]:
    lines = iter(body.splitlines())
    for line in lines:
        [(action, target)] = json.loads(line).items()
        yield target["_id"], json.loads(next(lines))["text"] if action == "index" else ""


def put(article_id: str, text: str = "port") -> bytes:
    return f"{json.dumps({'index': {'_id': article_id}})}\n{json.dumps({'text': text})}\n".encode()


@contextmanager
def sending(refusing: Refusing) -> Iterator[tuple[Sending, Taken]]:
    taken = Taken(refusing)
    with serve(taken) as served:
        client = Client(Cluster((served.url,)))
        yield Sending(client, "presse"), taken
        client.close()


def failure(refusing: Refusing) -> tuple[CodedError, Taken]:
    """Return the error of a bulk of two articles."""
    with sending(refusing) as (lines, taken):
        lines.put(put("a"))
        lines.put(put("b"))
        with pytest.raises(CodedError) as raised:
            lines.finish()
    return raised.value, taken


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_FIRST_PAUSE_SECONDS", 0.01)


UNAVAILABLE = Answer(502, b"<html>Bad Gateway</html>", {"Content-Type": "text/html"})
NO_MANAGER = refusal(503, "cluster_manager_not_discovered_exception")


@pytest.mark.parametrize("passing", [BUSY, UNAVAILABLE, NO_MANAGER])
def test_a_bulk_is_sent_again_that_a_cluster_has_no_time_for(passing: Answer) -> None:
    with sending(lambda number, _: passing if number < 3 else {}) as (lines, taken):
        lines.put(put("a"))
        lines.finish()

    assert (set(taken.texts), len(taken.bulks)) == ({"a"}, 3)


def test_only_lines_that_were_not_taken_are_sent_again() -> None:
    refused: Mapping[int, Mapping[str, tuple[int, str, str]]] = {
        1: {"a": (429, "rejected_execution_exception", ""), "c": (503, "unavailable_shards_exception", "")},
        2: {"c": (500, "node_closed_exception", "")},
    }
    with sending(lambda number, _: refused.get(number, {})) as (lines, taken):
        for name in "abcd":
            lines.put(put(name))
        lines.finish()

    assert (set(taken.texts), taken.bulks) == (set("abcd"), [list("abcd"), ["a", "c"], ["c"]])


def test_a_connection_that_is_cut_loses_nothing() -> None:
    def cut(number: int, _: list[str]) -> dict[str, tuple[int, str, str]]:
        if number < 4:
            raise ConnectionResetError
        return {}

    with sending(cut) as (lines, taken):
        lines.put(put("a"))
        lines.finish()

    assert set(taken.texts) == {"a"}


def test_a_bulk_that_is_not_answered_in_time_is_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_BATCH_SECONDS", 0.3)
    with sending(lambda number, _: None if number == 1 else {}) as (lines, taken):
        lines.put(put("a"))
        lines.finish()

    assert (set(taken.texts), len(taken.bulks)) == ({"a"}, 2)


def test_a_disk_that_is_full_ends_it_at_once() -> None:
    error, taken = failure(lambda *_: {"b": (429, "cluster_block_exception", FLOOD)})

    assert isinstance(error, DiskFull)
    assert (error.message.code, len(taken.bulks)) == ("cluster.disk_full", 1)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "cluster.no_user"),
        (403, "cluster.no_right_unnamed"),
        (400, "cluster.refused"),
        (200, "cluster.no_opensearch"),
    ],
)
def test_what_does_not_pass_ends_it_at_once(status: int, code: str) -> None:
    error, taken = failure(lambda *_: Answer(status, b"Unauthorized"))

    assert (error.message.code, len(taken.bulks)) == (code, 1)


def test_a_right_that_is_lost_in_the_middle_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_BATCH_BYTES", 1)
    with sending(lambda number, _: Answer(401, b"") if number == 2 else {}) as (lines, taken):
        lines.put(put("a"))
        lines.put(put("b"))
        with pytest.raises(ClusterError, match="no_user"):
            lines.put(put("c"))

    assert (set(taken.texts), taken.bulks) == ({"a"}, [["a"], ["b"]])


def test_an_index_that_is_gone_is_damage() -> None:
    error, _ = failure(lambda *_: {"a": (404, "index_not_found_exception", "no such index [presse]")})

    assert isinstance(error, Damaged)


def test_a_cluster_that_never_has_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "PATIENCE_SECONDS", 0.1)

    error, taken = failure(lambda *_: BUSY)

    assert error.message.code == "cluster.busy"
    assert len(taken.bulks) > 2


def test_whoever_takes_some_of_the_lines_is_not_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "PATIENCE_SECONDS", 0.0)

    def one_at_a_time(_: int, ids: list[str]) -> Mapping[str, tuple[int, str, str]]:
        return dict.fromkeys(ids[1:], (429, "rejected_execution_exception", ""))

    with sending(one_at_a_time) as (lines, taken):
        for name in "abcdef":
            lines.put(put(name))
        lines.finish()

    assert set(taken.texts) == set("abcdef")


def test_a_bulk_that_is_too_large_is_sent_in_parts_and_so_are_those_after_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bulk, "_BATCH_BYTES", 8 * len(put("00")))
    with sending(lambda _, ids: Answer(413, b"too large") if len(ids) > 2 else {}) as (lines, taken):
        names = [f"{number:02}" for number in range(40)]
        for name in names:
            lines.put(put(name))
        lines.finish()

    assert sorted(taken.texts) == names
    assert all(len(ids) <= 2 for ids in taken.bulks[-10:])


def test_an_article_that_is_too_large_alone_is_an_error() -> None:
    error, _ = failure(lambda *_: Answer(413, b""))

    assert error.message.code == "cluster.refused"


def test_the_last_line_of_an_article_counts_whatever_is_sent_again() -> None:
    """A removal that was sent again came after the article that replaced what it removed."""
    with sending(lambda number, _: {"a": (429, "", "")} if number == 1 else {}) as (lines, taken):
        for line in (put("a", "old"), removal("a"), put("a", "new"), put("b"), removal("b")):
            lines.put(line)
        lines.finish()

    assert (taken.texts, taken.bulks) == ({"a": "new"}, [["a", "b"], ["a"]])


def test_who_stops_it_does_not_wait_for_the_next_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_FIRST_PAUSE_SECONDS", 3600.0)
    with sending(lambda *_: BUSY) as (lines, taken):
        lines.put(put("a"))
        lines._send()
        under_way = lines._under_way
        assert under_way
        lines.stop()
        under_way.join(60)

        assert not under_way.is_alive()
        assert len(taken.bulks) == 1


def test_who_stops_it_does_not_wait_for_an_answer() -> None:
    with sending(lambda *_: None) as (lines, _):
        lines.put(put("a"))
        lines._send()
        lines.stop()

        assert lines._under_way
        assert lines._under_way.daemon, "the program may end"
