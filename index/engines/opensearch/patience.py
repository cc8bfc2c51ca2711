"""Another try of what a cluster did not do: with pauses that grow, and not for ever."""

import time
from collections.abc import Mapping
from threading import Event
from typing import Any

from index.engines.opensearch.address import ClusterError
from index.engines.opensearch.client import Client
from index.engines.opensearch.failures import Refused, error_of

_PASSING_CODES = ("cluster.no_answer", "cluster.slow")

_FIRST_PAUSE_SECONDS, _LAST_PAUSE_SECONDS = 0.2, 10.0

READER_SECONDS = 10.0
"""How long a reader tries again: a cluster takes some seconds to give up a node that is lost."""


class Patience:
    """The pauses between the tries of one thing; they end at once where someone sets `stopped`."""

    def __init__(self, seconds: float, stopped: Event | None = None) -> None:
        self._seconds = seconds
        self._stopped = stopped or Event()
        self._pause: float = _FIRST_PAUSE_SECONDS
        self._until: float = 0.0

    def pause(self, failure: Exception) -> None:
        """Wait before the next try.

        Raises:
            Exception: the failure, where it has lasted too long since the first one, or someone stopped it.
        """
        now = time.monotonic()
        self._until = self._until or now + self._seconds
        if now > self._until or self._stopped.wait(min(self._pause, self._until - now)):
            raise failure
        self._pause = min(2 * self._pause, _LAST_PAUSE_SECONDS)

    def again(self, passing: "Passing") -> None:
        """Wait before the next try of a reader, who waits for a cluster that lost a node, and not for one that answers nothing.

        Raises:
            Exception: the failure, where it has lasted too long, or no node answers: the address may be mistyped.
        """
        if passing.is_silence:
            raise passing.failure from None
        self.pause(passing.failure)

    def renew(self) -> None:
        """Begin anew: something was done."""
        self._pause, self._until = _FIRST_PAUSE_SECONDS, 0.0


class Passing(Exception):  # noqa: N818 - no error of a person, but one that another try may mend
    """What a cluster did not do this time; `failure` is the error of a person, where no try succeeds.

    `is_silence` says whether no node answered.
    """

    def __init__(self, failure: Exception, *, is_silence: bool = False) -> None:
        super().__init__(failure)
        self.failure = failure
        self.is_silence = is_silence


def ask(
    client: Client, method: str, path: str, body: Mapping[str, Any] | bytes | None = None, **options: Any
) -> Any:
    """Return the answer of a cluster, as `Client.ask` does.

    Raises:
        Passing: another try may succeed.
        Refused, ClusterError: none will.
    """
    try:
        return client.ask(method, path, body, **options)
    except ClusterError as error:
        if error.message.code not in _PASSING_CODES:
            raise
        raise Passing(error, is_silence=error.message.code == "cluster.no_answer") from None
    except Refused as refused:
        if not refused.refusal.is_passing:
            raise
        raise Passing(error_of(client.cluster, refused.refusal)) from None
