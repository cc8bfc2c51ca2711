"""From what a cluster answers, or does not, to the error that says so: one line for each kind of failure."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import urllib3.exceptions

from corpus.message import message
from index.engines.opensearch.address import CA, PASSWORD, URL, USER, Cluster, ClusterError
from index.errors import Damaged, DiskFull, Unsupported

_FLOOD_SIGN = "TOO_MANY_REQUESTS/12"
"""How a cluster names the block that it puts on an index where its disk is 95 % full (the flood stage)."""

_LOST_VIEW_SIGN = "id doesn't exist"
"""How some versions say that a point in time is gone (opensearch-project/data-prepper#6352)."""

_MAX_REASON_CHARACTERS = 200

_BUSY = (
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
)

_NODE_MISSING = (
    "node_not_connected_exception",
    "node_disconnected_exception",
    "node_closed_exception",
    "no_shard_available_action_exception",
    "unavailable_shards_exception",
    "cluster_manager_not_discovered_exception",
    "cluster_block_exception",
    "master_not_discovered_exception",
)
"""How a cluster says that a node is missing, with the parts of an index that only that node has, or that no node leads the others."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a cluster says where it does not do what it is asked: the status of HTTP, its own name of the error, its reason."""

    status: int
    kind: str = ""
    reason: str = ""

    @property
    def is_flood(self) -> bool:
        """Whether the disk of the cluster is full: that is no case for another try."""
        return self.kind == "cluster_block_exception" and _FLOOD_SIGN in self.reason

    @property
    def is_passing(self) -> bool:
        """Whether another try may succeed: too much is asked at once, or a node is missing; a lost node is often a 500."""
        is_server_error = self.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        return (self.is_busy or is_server_error) and not self.is_flood

    @property
    def is_busy(self) -> bool:
        """Whether too much is asked at once."""
        return self.status == HTTPStatus.TOO_MANY_REQUESTS

    @property
    def is_node_missing(self) -> bool:
        """Whether a node is missing that has a part of the index, or that leads the others."""
        return self.kind in _NODE_MISSING and self.is_passing

    @property
    def is_lost_view(self) -> bool:
        """Whether the point in time of a reader is gone, as it goes with its node, with its index, or after its minutes."""
        return (
            self.kind == "search_context_missing_exception"
            or self.is_missing
            or (self.is_passing and not self.is_busy)  # 500, "no node found for id …" (OpenSearch 3.9)
            or _LOST_VIEW_SIGN in self.reason
        )

    @property
    def is_missing(self) -> bool:
        """Whether there is no such index."""
        return self.kind == "index_not_found_exception"


class Refused(Exception):  # noqa: N818 - no error of a person, but an answer
    """A cluster did not do what it was asked; whoever asked says what that means."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.status, refusal.kind, refusal.reason)
        self.refusal = refusal


def refusal(status: int, answer: Any) -> Refusal:
    """Return what an answer says that is no success; the body may be no JSON, or not that of a cluster."""
    error = answer.get("error") if isinstance(answer, dict) else None
    if isinstance(error, str):
        return Refusal(status, reason=_short(error))
    if not isinstance(error, dict):
        return Refusal(status)
    causes = error.get("root_cause") or error.get("failed_shards") or [error]
    cause = causes[0].get("reason") if isinstance(causes[0].get("reason"), dict) else causes[0]
    return Refusal(
        status, str(cause.get("type") or error.get("type", "")), _short(str(cause.get("reason", "")))
    )


def error_of(cluster: Cluster, refused: Refusal) -> ClusterError | Damaged | DiskFull | Unsupported:
    """Return the error of a refusal that no other try mends."""
    url = cluster.shown
    if refused.status == HTTPStatus.UNAUTHORIZED:
        return ClusterError(
            "cluster.no_user", url=url, mend=message("mend.set_user", user=USER, password=PASSWORD)
        )
    if refused.is_flood:
        return DiskFull("cluster.disk_full", url=url, mend=message("mend.free_cluster"))
    if refused.is_missing:
        return Damaged("cluster.index_gone", url=url, mend=message("mend.rebuild"))
    if refused.status == HTTPStatus.FORBIDDEN:
        user = cluster.user or message("cluster.nobody")
        return ClusterError("cluster.no_right", url=url, user=user, mend=message("mend.ask_for_right"))
    if refused.kind == "too_many_clauses" or "maxClauseCount" in refused.reason:
        return Unsupported("cluster.too_many_clauses", mend=message("mend.fewer_words"))
    if refused.is_node_missing:
        return shards_missing(cluster)
    if refused.status in _BUSY:
        return ClusterError("cluster.busy", url=url, mend=message("mend.later"))
    if refused.status < HTTPStatus.BAD_REQUEST:
        return no_cluster(cluster)
    cause = f"{refused.status} {refused.kind}: {refused.reason}".strip(" :")
    return ClusterError("cluster.refused", url=url, cause=cause, mend=message("mend.report"))


def shards_missing(cluster: Cluster) -> ClusterError:
    """Return the error for a part of an index that does not answer."""
    return ClusterError("cluster.shards_missing", url=cluster.shown, mend=message("mend.ask_for_nodes"))


def no_cluster(cluster: Cluster) -> ClusterError:
    """Return the error for an answer that no cluster gives."""
    return ClusterError(
        "cluster.no_opensearch", url=cluster.shown, mend=message("mend.start_cluster", variable=URL)
    )


def error_of_connection(cluster: Cluster, url: str, error: Exception) -> ClusterError:
    """Return the error for a node that does not answer, or not as a cluster does.

    The text of the error is left out where it may hold the request.
    """
    if isinstance(error, urllib3.exceptions.SSLError):
        return _tls_error(url, error)
    if isinstance(error, urllib3.exceptions.ReadTimeoutError):
        return ClusterError("cluster.slow", url=url, mend=message("mend.later"))
    if isinstance(error, urllib3.exceptions.ProtocolError) and _speaks_tls(url, error):
        return ClusterError("cluster.speaks_tls", url=url, mend=message("mend.set_https", variable=URL))
    return ClusterError(
        "cluster.no_answer", url=cluster.shown, mend=message("mend.start_cluster", variable=URL)
    )


def _tls_error(url: str, error: Exception) -> ClusterError:
    if "CERTIFICATE_VERIFY_FAILED" in str(error) or "certificate" in str(error).lower():
        return ClusterError("cluster.untrusted", url=url, mend=message("mend.set_certificates", variable=CA))
    return ClusterError("cluster.no_tls", url=url, mend=message("mend.set_http", variable=URL))


def _speaks_tls(url: str, error: Exception) -> bool:
    """Return whether a node that was asked in the clear wants TLS: it closes the connection, or answers with bytes of TLS."""
    return url.startswith("http:") and "BadStatusLine" in repr(error)


def _short(reason: str) -> str:
    return reason[:_MAX_REASON_CHARACTERS]
