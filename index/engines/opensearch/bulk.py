"""Lines of changes, sent to a cluster until each of them is done: a line may be sent again, for an article has one id.

A cluster that answers 200 may have refused some of the lines: each has a status of its own.  What may pass is sent
again for minutes, as a node that is lost, or too much at once, takes its time; anything else ends the build with one line.
A line that one copy of its shard did not take is done: the cluster gives that copy up, and makes another.
"""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from threading import Event
from typing import Any

from index.engines.opensearch import patience
from index.engines.opensearch.background import Background
from index.engines.opensearch.client import Client
from index.engines.opensearch.failures import (
    Refused,
    error_of,
    no_cluster,
    refusal,
    shards_missing,
    understanding,
)
from index.engines.opensearch.patience import Passing, Patience

_BATCH_BYTES = 4_000_000
"""Bytes of a request: the limit of a cluster is 100 MB; larger ones are no faster, and hold more of its memory."""

_BATCH_SECONDS = 60.0
"""The longest wait for the answer to a batch.

A node that lost two of three others answers none: with 300 s, a build still waited nine minutes after the loss.
"""

_SHOW_SECONDS = 300.0
"""The longest wait until an index shows its changes and has written them."""

PATIENCE_SECONDS = 300.0
"""How long a writer tries again where nothing is done: a node that restarts takes a minute or two."""


class Sending:
    """Lines on their way to an index: a thread sends a batch while the next one is put together.

    One batch after the other, and in each one line of an article, its last: lines that are sent again pass no other.
    Two batches are in memory.
    """

    def __init__(self, client: Client, index: str) -> None:
        self._client = client
        self._index = index
        self._batch_bytes = _BATCH_BYTES
        self._lines: dict[str, bytes] = {}
        self._size = 0
        self._under_way: _Delivery | None = None
        self._stopped = Event()

    def put(self, line: bytes) -> None:
        """Send a line, sooner or later.

        Raises:
            DiskFull, ClusterError: as `deliver`, for an earlier line.
        """
        article_id = _id(line)
        self._size += len(line) - len(self._lines.pop(article_id, b""))
        self._lines[article_id] = line
        if self._size >= self._batch_bytes:
            self._send()

    def _send(self) -> None:
        self._wait()
        lines, self._lines, self._size = list(self._lines.values()), {}, 0
        self._under_way = _Delivery(self._client, self._index, lines, self._stopped)
        self._under_way.start()

    def _wait(self) -> None:
        if self._under_way:
            under_way, self._under_way = self._under_way, None
            under_way.result()
            if under_way.was_too_large:
                self._batch_bytes = max(1, self._batch_bytes // 2)

    def finish(self) -> None:
        """Wait until every line is done.

        Raises:
            DiskFull, ClusterError: as `deliver`.
        """
        self._send()
        self._wait()

    def stop(self) -> None:
        """Send nothing more, and wait for nothing; what is under way may still be done."""
        self._stopped.set()


class _Delivery(Background[None]):
    """A batch, and the thread that sends it.

    Its result is waited for until each line is done; it is an error where the disk of the cluster is full (DiskFull), where
    the cluster refuses a line, or has taken none for some minutes (ClusterError).
    """

    def __init__(self, client: Client, index: str, lines: Sequence[bytes], stopped: Event) -> None:
        super().__init__("bulk", self._deliver)
        self.was_too_large = False
        self._client = client
        self._path = f"/{entry(index)}/_bulk"
        self._lines = list(lines)
        self._patience = Patience(PATIENCE_SECONDS, stopped)

    def _deliver(self) -> None:
        left = self._lines
        while left:
            before = len(left)
            with understanding(self._client.cluster):
                last, left = self._sent(left)
            if len(left) < before:
                self._patience.renew()
            if left:
                self._patience.pause(last)

    def _sent(self, lines: list[bytes]) -> tuple[Exception, list[bytes]]:
        """Send lines once; return those that are to be sent again, and the error to raise if they are not done in time.

        Raises:
            DiskFull, ClusterError: a line fails for good.
        """
        try:
            answer = patience.ask(
                self._client,
                "POST",
                self._path,
                b"".join(lines),
                seconds=_BATCH_SECONDS,
                filter_path="errors,items.*.status,items.*.error",
                require_alias="true",
            )
        except Passing as passing:
            return passing.failure, lines
        except Refused as refused:
            if refused.refusal.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE and len(lines) > 1:
                return self._sent_in_halves(lines)
            raise error_of(self._client.cluster, refused.refusal) from None
        items = answer.get("items") or []
        if len(items) != len(lines):
            raise no_cluster(self._client.cluster)
        return self._left(lines, items)

    def _sent_in_halves(self, lines: list[bytes]) -> tuple[Exception, list[bytes]]:
        """Send lines that are too many for one request, as something between us and the cluster may find."""
        self.was_too_large = True
        half = len(lines) // 2
        one, left = self._sent(lines[:half])
        other, rest = self._sent(lines[half:])
        return (other if rest else one), left + rest

    def _left(self, lines: list[bytes], items: Sequence[Any]) -> tuple[Exception, list[bytes]]:
        """Return the lines that a cluster did not take this time, and the last reason.

        Raises:
            DiskFull, ClusterError: a line fails for good.
        """
        left: list[bytes] = []
        last: Exception = no_cluster(self._client.cluster)
        for line, item in zip(lines, items, strict=True):
            [result] = item.values()
            if "error" not in result:  # to remove what is not there is 404, and no error
                continue
            refused = refusal(result["status"], {"error": result["error"]})
            last = error_of(self._client.cluster, refused)
            if not refused.is_passing:
                raise last
            left.append(line)
        return last, left


def entry(index: str) -> str:
    """Return the alias through which an index is written, which it must have been made with.

    A cluster that has no index of a name makes one, and guesses what its fields are; of an alias, it does not.
    """
    return f"{index}-in"


def make(client: Client, index: str, content: Mapping[str, object]) -> None:
    """Make an index, in place of one that a build left that was killed, and wait until each part has its copy.

    What is written before a copy is there is gone as long as the node is that has it: a build whose leading node was killed in
    its first second waited for it until its patience ended (seen).

    Raises:
        Refused, ClusterError: the cluster cannot be asked, or refuses.
    """
    client.ask("DELETE", f"/{index}", ignore_unavailable="true")
    try:
        made = {**content, "aliases": {entry(index): {}}}
        client.ask("PUT", f"/{index}", made, wait_for_active_shards="all")
    except Refused as refused:
        if not refused.refusal.is_there_already:
            raise


def show(client: Client, index: str, stopped: Event | None = None) -> None:
    """Have every shard of an index show its changes, and write them where a node that starts finds them.

    Raises:
        ClusterError, Damaged: a shard has not done so after some minutes, or the cluster refuses.
    """
    tries = Patience(PATIENCE_SECONDS, stopped)
    while True:
        try:
            with understanding(client.cluster):
                return _show(client, index)
        except Passing as passing:
            tries.pause(passing.failure)
        except Refused as refused:
            raise error_of(client.cluster, refused.refusal) from None


def _show(client: Client, index: str) -> None:
    answer = patience.ask(client, "POST", f"/{index}/_refresh", seconds=_SHOW_SECONDS)
    if answer["_shards"]["failed"]:
        raise Passing(shards_missing(client.cluster))
    patience.ask(client, "POST", f"/{index}/_flush", seconds=_SHOW_SECONDS)


_REMOVAL = b'{"delete":'
"""The start of a line that removes an article."""


def removal(article_id: str) -> bytes:
    """Return the line that removes an article."""
    return _REMOVAL + f' {{"_id": {json.dumps(article_id)}}}}}\n'.encode()


def is_removal(line: bytes) -> bool:
    """Return whether a line removes an article, and no document follows it."""
    return line.startswith(_REMOVAL)


def _id(line: bytes) -> str:
    """Return the id of the article that a line changes.

    >>> _id(removal("l’eau"))
    'l’eau'
    """
    [target] = json.loads(line[: line.index(b"\n")]).values()
    return str(target["_id"])
