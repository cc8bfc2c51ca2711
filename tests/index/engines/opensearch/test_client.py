"""Requests to the nodes of a cluster: one that does not answer is passed over, and left alone for a while."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from urllib3.connection import HTTPConnection

from index.engines.opensearch import client
from index.engines.opensearch.address import Cluster, ClusterError
from index.engines.opensearch.client import Client
from tests.support.opensearch.impostor import SILENCE
from tests.support.opensearch.server import Answer, Answering, Asked, Served, serve


def answering(name: str) -> Answering:
    return lambda _: Answer(200, f'{{"node": "{name}"}}'.encode())


def dying(_: Asked) -> Answer:
    raise ConnectionResetError


def after_each_other(*answers: Answering) -> Answering:
    turns = iter(answers)

    def answer(asked: Asked) -> Answer | None:
        return next(turns)(asked)

    return answer


@contextmanager
def nodes(*answers: Answering) -> Iterator[tuple[Client, list[Served]]]:
    with ExitStack() as opened:
        served = [opened.enter_context(serve(answer)) for answer in answers]
        asking = Client(Cluster(tuple(one.url for one in served)))
        yield asking, served
        asking.close()


def test_a_node_that_dies_while_it_is_asked_is_left_alone_for_a_while() -> None:
    with nodes(dying, answering("b")) as (asking, (dead, alive)):
        answers = [asking.ask("GET", "/")["node"] for _ in range(3)]

    assert (answers, len(dead.asked), len(alive.asked)) == (["b"] * 3, 2, 3)


def test_what_one_client_learned_of_a_node_another_one_knows() -> None:
    """A command has several: for the engine, the vectors, the names."""
    with nodes(dying, answering("b")) as (asking, (dead, _)):
        other = Client(Cluster(asking.cluster.urls))
        assert [one.ask("GET", "/")["node"] for one in (asking, other)] == ["b", "b"]
        other.close()

    assert len(dead.asked) == 2


def test_a_node_that_nobody_runs_is_passed_over() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nobody = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with serve(answering("b")) as alive:
        asking = Client(Cluster((nobody, alive.url)))
        assert asking.ask("GET", "/") == {"node": "b"}
        asking.close()


def test_a_node_is_asked_again_after_its_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_ASIDE_SECONDS", 0.0)
    with nodes(after_each_other(dying, dying, answering("a")), answering("b")) as (asking, _):
        assert [asking.ask("GET", "/")["node"] for _ in range(2)] == ["b", "a"]


def test_a_connection_that_a_node_closed_meanwhile_is_opened_again() -> None:
    with nodes(after_each_other(answering("a"), dying, answering("a"))) as (asking, _):
        assert [asking.ask("GET", "/")["node"] for _ in range(2)] == ["a", "a"]


def test_what_takes_long_for_two_nodes_is_not_asked_of_all() -> None:
    with (
        nodes(SILENCE, SILENCE, answering("c")) as (asking, served),
        pytest.raises(ClusterError, match="slow"),
    ):
        asking.ask("GET", "/", seconds=0.2)

    assert [len(one.asked) for one in served] == [1, 1, 0]


def test_a_node_without_power_is_noticed_before_the_answer_is_due() -> None:
    """It closes no connection: the system asks whether it is there."""
    with nodes(answering("a")) as (asking, [one]):
        asking.ask("GET", "/")
        opened = asking._pools[one.url]._get_conn()
        assert isinstance(opened, HTTPConnection)
        held = opened.sock
        assert held.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        if hasattr(socket, "TCP_KEEPIDLE"):
            assert held.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) <= 10
        opened.close()
