"""Lines of changes, sent to a cluster until each of them is done: a line may be sent again, for an article has one id.

A cluster that answers 200 may have refused some of the lines: each has a status of its own.  What may pass is sent
again for minutes, as a node that is lost, or too much at once, takes its time; anything else ends the build with one line.
"""

import json
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

from index.engines.opensearch.address import ClusterError
from index.engines.opensearch.client import Client
from index.engines.opensearch.failures import Refused, error_of, refusal

_BATCH_BYTES = 4_000_000
"""Bytes of a request: the limit of a cluster is 100 MB; larger ones are no faster, and hold more of its memory."""

ANSWER_SECONDS = 300.0

_PATIENCE_SECONDS = 300.0
"""How long a line is sent again, from its first failure on: a node that restarts takes a minute or two."""

_FIRST_PAUSE_SECONDS, _LAST_PAUSE_SECONDS = 0.2, 10.0

_TOO_LARGE = 413


class Sending:
    """Lines on their way to an index: a thread sends a batch while the next one is put together.

    One thread, so that the lines of an article are sent in their order; two batches are in memory.
    """

    def __init__(self, client: Client, index: str) -> None:
        self._client = client
        self._index = index
        self._sender = ThreadPoolExecutor(1, "bulk")
        self._sent: Future[None] | None = None
        self._stopped = Event()
        self._lines: list[bytes] = []
        self._size = 0

    def put(self, line: bytes) -> None:
        """Send a line, sooner or later.

        Raises:
            DiskFull, ClusterError: as `send`, for an earlier line.
        """
        self._lines.append(line)
        self._size += len(line)
        if self._size >= _BATCH_BYTES:
            self._send()

    def _send(self) -> None:
        self._wait()
        lines, self._lines, self._size = self._lines, [], 0
        self._sent = self._sender.submit(send, self._client, self._index, lines, self._stopped)

    def _wait(self) -> None:
        if self._sent:
            sent, self._sent = self._sent, None
            sent.result()

    def finish(self) -> None:
        """Wait until every line is done.

        Raises:
            DiskFull, ClusterError: as `send`.
        """
        self._send()
        self._wait()
        self._sender.shutdown()

    def stop(self) -> None:
        """Send nothing more; what is under way may still be done."""
        self._stopped.set()
        self._sender.shutdown(cancel_futures=True)


def send(client: Client, index: str, lines: Sequence[bytes], stopped: Event) -> None:
    """Send lines until each is done, or until someone has `stopped` it.

    Raises:
        DiskFull: the disk of the cluster is full.
        ClusterError: the cluster refuses a line, or has not taken it after some minutes.
    """
    left = list(lines)
    wait = _FIRST_PAUSE_SECONDS
    until = 0.0
    while left:
        last, left = _sent(client, index, left)
        if not left:
            return
        until = until or time.monotonic() + _PATIENCE_SECONDS
        if time.monotonic() > until:
            raise last
        if stopped.wait(wait):
            return
        wait = min(2 * wait, _LAST_PAUSE_SECONDS)


def _sent(client: Client, index: str, lines: list[bytes]) -> tuple[Exception, list[bytes]]:
    """Send lines once; return those that are to be sent again, and the error to raise if they are not done in time.

    Raises:
        DiskFull, ClusterError: a line fails for good.
    """
    try:
        answer = client.ask(
            "POST",
            f"/{index}/_bulk",
            b"".join(lines),
            seconds=ANSWER_SECONDS,
            filter_path="errors,items.*.status,items.*.error",
        )
    except ClusterError as error:
        if error.message.code not in ("cluster.no_answer", "cluster.slow"):
            raise
        return error, lines
    except Refused as refused:
        if refused.refusal.status == _TOO_LARGE and len(lines) > 1:
            half = len(lines) // 2
            last, left = _sent(client, index, lines[:half])
            again, others = _sent(client, index, lines[half:])
            return (again if others else last), left + others
        failure = error_of(client.cluster, refused.refusal)
        if not refused.refusal.is_passing:
            raise failure from None
        return failure, lines
    if not answer["errors"]:
        return ClusterError("cluster.busy", url=client.cluster.shown), []
    return _left(client, lines, answer["items"])


def _left(client: Client, lines: list[bytes], items: Sequence[Any]) -> tuple[Exception, list[bytes]]:
    """Return the lines that a cluster did not take this time, and the last reason.

    Raises:
        DiskFull, ClusterError: a line fails for good.
    """
    left: list[bytes] = []
    last: Exception = ClusterError("cluster.busy", url=client.cluster.shown)
    for line, item in zip(lines, items, strict=True):
        [result] = item.values()
        if "error" not in result:  # to remove what is not there is 404, and no error
            continue
        refused = refusal(result["status"], {"error": result["error"]})
        last = error_of(client.cluster, refused)
        if not refused.is_passing:
            raise last
        left.append(line)
    return last, left


def removal(article_id: str) -> bytes:
    """Return the line that removes an article."""
    return json.dumps({"delete": {"_id": article_id}}).encode() + b"\n"
