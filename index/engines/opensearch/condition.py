"""The condition of an index on its cluster: the room that it takes, and the copies that are missing."""

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

from corpus.message import Message, message
from index.engines.opensearch import archive
from index.engines.opensearch.address import write_address
from index.engines.opensearch.failures import Refused, index_gone

_WAIT_SECONDS = 5
"""How long a cluster may look for an index, or for a manager, before it says that it has none."""


def address(directory: Path) -> str:
    """Return the address with which another machine opens the index of a generation."""
    return write_address(archive.cluster_of(directory), archive.read(directory).archive)


def size(directory: Path) -> int:
    """Return the bytes that the indices of a generation take on the disks of the cluster, their copies included.

    Raises:
        ClusterError: the cluster does not answer, or refuses.
    """
    location = archive.read(directory)
    with archive.asking(archive.cluster_of(directory)) as client:
        answer = client.ask(
            "GET",
            f"/{location.index},{location.beside}*/_stats/store",
            filter_path="_all.total.store.size_in_bytes",
        )
        return int(answer["_all"]["total"]["store"]["size_in_bytes"])


def ailments(directory: Path) -> Iterator[Message]:
    """Yield what a cluster says is wrong with the index of a generation: parts that are missing, or have no copy.

    Raises:
        ClusterError: the cluster does not answer, or refuses.
        Damaged: the cluster has no such index: it waits for one, and says in the end that it waited too long (3.9).
    """
    location = archive.read(directory)
    with archive.asking(archive.cluster_of(directory)) as client:
        try:
            path = f"/_cluster/health/{location.index},{location.beside}*"
            health = client.ask("GET", path, timeout=f"{_WAIT_SECONDS}s")
        except Refused as refused:
            if refused.refusal.status == HTTPStatus.REQUEST_TIMEOUT:
                raise index_gone(client.cluster) from None
            if not refused.refusal.is_passing:
                raise
            yield message("cluster.unhealthy")
            return
        is_red, missing = health["status"] == "red", int(health["unassigned_shards"])
    if is_red:
        yield message("cluster.parts_missing", count=missing)
    elif missing:
        yield message("cluster.copies_missing", count=missing)
