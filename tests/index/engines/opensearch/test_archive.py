"""The document of an archive, from a cluster that loses a node: who asks for it waits for a moment."""

import json
from collections.abc import Sequence

import pytest

from index.engines.opensearch import archive
from index.engines.opensearch.address import Cluster
from index.errors import IndexFailure
from tests.support.opensearch.impostor import BUSY, in_turn
from tests.support.opensearch.server import Answer, serve


def _said(status: int, body: object) -> Answer:
    return Answer(status, json.dumps(body).encode())


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.engines.opensearch.patience._FIRST_PAUSE_SECONDS", 0.01)


def builds(first: Sequence[Answer], last: Answer) -> int:
    with serve(in_turn(first, lambda _: last)) as served, archive.asking(Cluster((served.url,))) as client:
        return archive.builds(client, "presse-1")


@pytest.mark.parametrize("passing", [BUSY, _said(503, {})])
def test_an_archive_is_asked_for_again_while_a_cluster_gives_up_a_node(passing: Answer) -> None:
    assert builds([passing, passing], _said(200, {"_version": 7})) == 7


def test_an_archive_that_is_not_there_is_not_waited_for() -> None:
    assert builds([], _said(404, {"found": False})) == -1


def test_an_archive_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "READER_SECONDS", 0.0)
    with pytest.raises(IndexFailure, match="cluster"):
        builds([], BUSY)
