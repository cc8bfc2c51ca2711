"""What a reader looks up beside the articles of a cluster that loses a node: it waits for a moment, and gets all of it."""

from collections.abc import Sequence

import pytest

from index.engines.opensearch import beside
from index.engines.opensearch.address import Cluster
from index.engines.opensearch.archive import Location
from index.engines.opensearch.beside import Beside
from index.engines.opensearch.client import Client
from index.errors import IndexFailure
from tests.support.opensearch.impostor import BUSY, in_turn, said
from tests.support.opensearch.server import Answer, serve

FOUND = {"docs": [{"found": True, "_source": {"value": "AA=="}}, {"found": False}]}
UNASSIGNED = {"docs": [{"error": {"type": "no_shard_available_action_exception", "reason": ""}}] * 2}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.engines.opensearch.patience._FIRST_PAUSE_SECONDS", 0.01)


def read(first: Sequence[Answer]) -> list[beside.Fields | None]:
    with serve(in_turn(first, lambda _: said(200, FOUND))) as served:
        opened = Beside(Client(Cluster((served.url,))), Location("presse-1", 1, 3))
        try:
            return opened.read(["v:1", "v:2"])
        finally:
            opened.close()


@pytest.mark.parametrize("passing", [BUSY, said(503, {}), said(200, UNASSIGNED)])
def test_documents_are_asked_for_again_while_a_cluster_gives_up_a_node(passing: Answer) -> None:
    assert read([passing, passing]) == [{"value": "AA=="}, None]


@pytest.mark.parametrize("passing", [BUSY, said(200, UNASSIGNED)])
def test_a_reader_does_not_wait_for_ever(passing: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "READER_SECONDS", 0.0)
    with pytest.raises(IndexFailure, match="cluster"):
        read([passing] * 9)


def test_no_document_is_no_request() -> None:
    opened = Beside(Client(Cluster(("http://127.0.0.1:1",))), Location("presse-1", 1, 3))
    assert opened.read([]) == []
    opened.close()
