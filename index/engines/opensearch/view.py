"""The articles of an index as they are at one moment: every search of a reader is in one point in time of the cluster.

A point in time holds the segments of its moment for some minutes after the last search in it.  It goes with a node that is
lost, with an index that a newer one replaced, and after these minutes; then the reader opens another one, once a question,
and sees what was committed since.
"""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from corpus.message import message
from index.engines.opensearch import archive, patience
from index.engines.opensearch.address import ClusterError
from index.engines.opensearch.archive import Location
from index.engines.opensearch.client import Client
from index.engines.opensearch.failures import Refused, error_of, shards_missing, understanding
from index.engines.opensearch.patience import READER_SECONDS, Passing, Patience
from index.errors import IndexFailure

_KEPT = "10m"
"""How long a point in time is kept after a search: a reader that pauses longer sees a newer state."""

_PAUSE_SECONDS = 1.0
"""How long a reader waits where too much is asked of the cluster."""

CLOSE_SECONDS = 2.0
"""How long a reader who leaves waits for what is under way, and until the cluster has let go of its point in time.

Ctrl-C before a cluster that hangs ends here.
"""

Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")


class Lost(IndexFailure):
    """A search that another try may answer: its point in time is gone, a part of the index is missing, or too much is asked."""

    def __init__(self, point: str, cause: IndexFailure, *, is_busy: bool = False) -> None:
        super().__init__(cause.message.code, mend=cause.mend, **cause.message.values)
        self.point = point
        self.is_busy = is_busy


class View:
    """Searches of the articles of an index at one moment, from any thread."""

    def __init__(self, client: Client, location: Location) -> None:
        self._client = client
        self._location = location
        self._turn = Lock()
        self._point = self._open()
        self._renewals = 0

    def whole(self, question: Callable[[], Answer]) -> Answer:
        """Return the answer to a question, all searches of which are in one point in time.

        Where that is lost between two of them, or another thread has replaced it, the question is asked again from its start,
        once.

        Raises:
            ClusterError: the cluster cannot answer.
            Damaged: it has no such index.
        """
        with understanding(self._client.cluster):
            renewals = self._renewals
            try:
                answer = question()
            except Lost as lost:
                if lost.is_busy:
                    time.sleep(_PAUSE_SECONDS)
                else:
                    self._renew(lost.point)
                return question()
            return answer if renewals == self._renewals else question()

    def changed(self) -> ClusterError:
        """Return the error for what a reader counts on that is there no more."""
        mend = message("mend.try_again")
        return ClusterError("cluster.changed", url=self._client.cluster.shown, mend=mend)

    def search(self, body: Mapping[str, Any]) -> Any:
        """Return the answer to a search; it comes from every shard, or not at all.

        Raises:
            Lost: the point in time is gone; `whole` asks again.
            ClusterError: the cluster cannot answer.
            Unsupported: the search is beyond it.
        """
        point = self._point
        asked = {"track_total_hits": False, **body, "pit": {"id": point, "keep_alive": _KEPT}}
        try:
            answer = self._client.ask(
                "POST",
                "/_search",
                asked,
                search_type=self._search_type(body),
                allow_partial_search_results="false",
            )
        except Refused as refused:
            error = error_of(self._client.cluster, refused.refusal)
            if refused.refusal.is_lost_view or refused.refusal.is_busy:
                raise Lost(point, error, is_busy=refused.refusal.is_busy) from None
            raise error from None
        if answer["_shards"]["failed"] or answer["timed_out"]:
            raise Lost(point, shards_missing(self._client.cluster))
        with self._turn:
            if self._point == point:
                self._point = answer.get("pit_id", point)
        return answer

    def _renew(self, lost: str) -> None:
        """Open another point in time, unless another thread has done so."""
        with self._turn:
            if self._point == lost:
                self._point = self._open()
                self._renewals += 1

    def _search_type(self, body: Mapping[str, Any]) -> str:
        """Return the way to search: without the statistics of all shards, the same article would score otherwise on each.

        They take a round to every shard, which a search without scores is spared: of 36,016 articles in three shards, six facets
        take 17 ms without, and 46 with.
        """
        is_scored = self._location.shards > 1 and body.get("track_scores", False)
        return "dfs_query_then_fetch" if is_scored else "query_then_fetch"

    def _open(self) -> str:
        """Return a new point in time, of every shard.

        Raises:
            ClusterError, Damaged: there is none to be had.
        """
        tries = Patience(READER_SECONDS)
        while True:
            try:
                with understanding(self._client.cluster):
                    return self._open_once()
            except Passing as passing:
                tries.again(passing)
            except Refused as refused:
                if not (refused.refusal.is_missing and self._follow()):
                    raise error_of(self._client.cluster, refused.refusal) from None

    def _open_once(self) -> str:
        answer = patience.ask(
            self._client,
            "POST",
            f"/{self._location.index}/_search/point_in_time",
            keep_alive=_KEPT,
            allow_partial_pit_creation="false",
        )
        if answer["_shards"]["failed"]:
            raise Passing(shards_missing(self._client.cluster))
        return str(answer["pit_id"])

    def _follow(self) -> bool:
        """Go on with the index that replaced the one that is gone; return whether there is one that this program can read."""
        after = archive.successor(self._client, self._location)
        self._location = after or self._location
        return after is not None

    def close(self) -> None:
        """Let go of the point in time."""
        with suppress(Refused, ClusterError):  # it ends by itself after its minutes
            self._client.ask(
                "DELETE", "/_search/point_in_time", {"pit_id": [self._point]}, seconds=CLOSE_SECONDS
            )
        self._client.close()


def in_one_view(
    method: Callable[Concatenate[Any, Asked], Answer],
) -> Callable[Concatenate[Any, Asked], Answer]:
    """Return a method of a reader whose searches are all in one point in time of its view (`View.whole`)."""

    @wraps(method)
    def whole(self: Any, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        view: View = self._view
        return view.whole(lambda: method(self, *asked, **named))

    return whole
