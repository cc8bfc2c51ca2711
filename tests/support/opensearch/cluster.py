"""A cluster on this machine: nodes that are started, lose one, and get it back with its data."""

import json
import os
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.support.opensearch import jars, java, leash
from tests.support.opensearch.jars import PLAIN, Distribution
from tests.support.opensearch.node import Node, command

MAX_START_SECONDS = 240
"""How long a start may take: 7 s alone, 73 s for three nodes beside other work (load average 13)."""

SETTINGS = (
    "cluster.routing.allocation.disk.threshold_enabled=false",  # a nearly full disk is no matter of these tests
    "cluster.max_shards_per_node=20000",
    "search.max_open_pit_context=5000",
)
"""What the tests of several processes need of one node; 1,000 shards and 300 points in time are allowed otherwise."""

_RECORD = "nodes.json"


@dataclass(frozen=True)
class Cluster:
    """Nodes that know each other; `held` keeps them alive for this process, as long as it lives."""

    nodes: tuple[Node, ...]
    held: tuple[int, ...] = ()

    @property
    def urls(self) -> tuple[str, ...]:
        """Return where each node answers."""
        return tuple(node.url for node in self.nodes)

    @property
    def url(self) -> str:
        """Return where the first node answers."""
        return self.urls[0]

    def wait(self, is_green: Callable[[str], bool] | None = None) -> None:
        """Wait until every node answers, has found the others, and all shards have their copies.

        `is_green` asks a URL where that takes more than a request in the clear.
        """
        until = time.monotonic() + MAX_START_SECONDS
        health = f"/_cluster/health?wait_for_status=green&wait_for_nodes={len(self.nodes)}&timeout=5s"
        for node in self.nodes:
            while not (is_green or says_green)(node.url + health):
                if not node.runs or time.monotonic() > until:
                    said = node.log.read_text("utf-8", errors="replace")[-3000:]
                    raise RuntimeError(f"{node.name} ended, or took more than {MAX_START_SECONDS} s:\n{said}")
                time.sleep(0.2)

    def kill(self, number: int) -> None:
        """End a node as a power cut would."""
        self.nodes[number].kill()

    def restart(self, number: int) -> None:
        """Start a node that is gone again, on its data and its port; `wait` waits for it.

        The end of its leash that this process holds serves the new process too; a node that nobody holds is alone again.
        """
        os.close(self.nodes[number].launch(alone=not self.held))

    def release(self) -> None:
        """Need the nodes no longer: they end, unless another process needs them."""
        for descriptor in self.held:
            os.close(descriptor)

    def end(self) -> None:
        """End every node, whoever needs it, and wait until it is gone."""
        for node in self.nodes:
            leash.end(node.leash)
        for node in self.nodes:
            node.end()

    @property
    def leader(self) -> int:
        """Return the number of the node that leads the others."""
        rows: Any = self.ask("GET", "/_cat/cluster_manager?format=json")
        return [node.name for node in self.nodes].index(rows[0]["node"])

    def ask(self, method: str, path: str, body: object = None) -> object:
        """Return the answer of the first node that runs, as JSON; for what a test has to arrange or to see.

        Raises:
            HTTPError: the node refused.
            OSError: no node runs.
        """
        url = next((node.url for node in self.nodes if node.runs), self.url)
        data = None if body is None else json.dumps(body).encode()
        request = Request(url + path, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310 - our node
        with urlopen(request, timeout=60) as answer:  # noqa: S310 - our node
            return json.load(answer)


def launch(
    folder: Path,
    nodes: int = 1,
    *,
    heap: str = "512m",
    settings: Sequence[str] = (),
    distribution: Distribution = PLAIN,
    alone: bool = False,
) -> Cluster:
    """Return a cluster that starts; `Cluster.wait` waits for it.

    `heap` is what each node has, `settings` are those of the server. The nodes end with this process, but `alone` they
    stay until `Cluster.end`.

    Raises:
        UnavailableError: no Java, or no jars.
    """
    found = java.find()
    made = jars.resolve(found, jars.cache(), distribution)
    folder = folder.resolve()
    names = [f"node{number}" for number in range(nodes)]
    ports = _free_ports(2 * nodes)
    inner = dict(zip(names, ports[nodes:], strict=True))
    launched = []
    for name, port in zip(names, ports, strict=False):
        own = folder / name
        own_settings = _settings(folder.name, own, port, inner)
        asked = [*distribution.plugins, *distribution.settings, *own_settings, *SETTINGS, *settings]
        started = command(found, made, heap=heap, arguments=asked, folder=own, brief=not alone)
        launched.append(Node(name, port, str(own), started))
    held = tuple(node.launch(alone=alone) for node in launched)
    (folder / _RECORD).write_text(json.dumps([asdict(node) for node in launched], indent=1), "utf-8")
    return Cluster(tuple(launched), held)


def join(folder: Path) -> Cluster:
    """Return the cluster that another process launched; this one needs it from now on.

    Raises:
        OSError: there is none, or it is gone.
    """
    nodes = load(folder).nodes
    return Cluster(nodes, tuple(leash.take(node.leash) for node in nodes))


def load(folder: Path) -> Cluster:
    """Return the cluster that was launched in a folder, without a need for it.

    Raises:
        OSError: there is none.
    """
    nodes = json.loads((folder / _RECORD).read_text("utf-8"))
    return Cluster(tuple(Node(**{**node, "command": tuple(node["command"])}) for node in nodes))


def _settings(cluster: str, folder: Path, port: int, inner: Mapping[str, int]) -> list[str]:
    """Return the settings of a node; `inner` has the port at which each node talks with the others."""
    seeds = ",".join(f"127.0.0.1:{one}" for one in inner.values())
    joined = [f"discovery.seed_hosts={seeds}", f"cluster.initial_cluster_manager_nodes={','.join(inner)}"]
    return [
        f"cluster.name={cluster}",
        f"node.name={folder.name}",
        f"path.home={folder}/home",
        f"path.data={folder}/data",
        f"path.logs={folder}",
        "network.host=127.0.0.1",
        f"http.port={port}",
        f"transport.port={inner[folder.name]}",
        *(joined if len(inner) > 1 else ["discovery.type=single-node"]),
    ]


def _free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def says_green(
    health: str, headers: Mapping[str, str] | None = None, tls: ssl.SSLContext | None = None
) -> bool:
    """Return whether a node answers that all is well; `health` is the URL of the question."""
    try:
        with urlopen(Request(health, headers=dict(headers or {})), timeout=10, context=tls) as answer:  # noqa: S310 - our node
            return not json.load(answer)["timed_out"]
    except (OSError, HTTPException, ValueError):  # it does not listen yet, or has no manager
        return False
