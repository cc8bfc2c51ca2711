"""From what a cluster answers, or does not, to the error that says so: one line for each kind of failure."""

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import urllib3.exceptions

from corpus.message import message
from corpus.records import record
from index.engines.opensearch import tls
from index.engines.opensearch.address import (
    PASSWORD,
    URL,
    USER,
    Cluster,
    ClusterError,
    without_user,
)
from index.errors import Damaged, DiskFull, Unsupported

_MAX_ARTICLES = 1 << 31
"""What no shard can have (`IndexWriter.MAX_DOCS` of Lucene): 10⁹ articles are an archive of 150 shards."""

_BLOCK = "cluster_block_exception"

_FULL_SIGNS = ("TOO_MANY_REQUESTS/12", "FORBIDDEN/10")
"""How a cluster names the block that it puts on an index where its disk is 95 % full (the flood stage), and on new indices where all its disks are full."""

_MISREADINGS = (
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    ArithmeticError,
    struct.error,
    zlib.error,
)
"""What goes wrong in our code where an answer has not the shape that we read."""

_LOST_VIEW_SIGN = "id doesn't exist"
"""How some versions say that a point in time is gone (opensearch-project/data-prepper#6352)."""

_MAX_REASON_CHARACTERS = 200

_TOO_MANY_BUCKETS = "too_many_buckets_exception"
"""How a cluster names what it says, as a 503, where an answer counts more values than its limit: here these are days."""

_MAX_DAYS = 65_535
"""The most different days that a cluster counts, unless it is set otherwise: 179 years (`search.max_buckets`)."""

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
    _BLOCK,
    "master_not_discovered_exception",
)
"""How a cluster says that a node is missing, with the parts of an index that only that node has, or that no node leads the others."""


@record
class Refusal:
    """What a cluster says where it does not do what it is asked: the status of HTTP, its own name of the error, its reason."""

    status: int
    kind: str = ""
    reason: str = ""

    @property
    def is_flood(self) -> bool:
        """Whether the disk of the cluster is full: that is no case for another try."""
        return self.kind == _BLOCK and any(sign in self.reason for sign in _FULL_SIGNS)

    @property
    def is_page(self) -> bool:
        """Whether a web server said this: a cluster names what it has not, and answers in JSON."""
        is_nowhere = self.status in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)
        return self.status < HTTPStatus.BAD_REQUEST or (is_nowhere and not self.kind and not self.reason)

    @property
    def is_passing(self) -> bool:
        """Whether another try may succeed: too much is asked at once, or a node is missing; a lost node is often a 500."""
        is_server_error = self.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        return (self.is_busy or is_server_error) and not self.is_flood and not self.is_too_many_days

    @property
    def is_too_many_days(self) -> bool:
        """Whether more days are to be counted than a cluster counts."""
        return self.kind == _TOO_MANY_BUCKETS

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

    @property
    def is_there_already(self) -> bool:
        """Whether there is such an index already: another process has made it, or an answer was lost and the request sent again."""
        return self.kind == "resource_already_exists_exception"


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
    cause = _cause(error)
    return Refusal(status, _short(cause.get("type") or error.get("type")), _short(cause.get("reason")))


def _cause(error: dict[str, Any]) -> dict[str, Any]:
    """Return the first cause that an error has, at whatever place it is there; the error itself where it has none."""
    causes = error.get("root_cause") or error.get("failed_shards")
    first = causes[0] if isinstance(causes, list) and causes else error.get("caused_by") or error
    if not isinstance(first, dict):
        return error
    reason = first.get("reason")
    return reason if isinstance(reason, dict) else first


def error_of(cluster: Cluster, refused: Refusal) -> ClusterError | Damaged | DiskFull | Unsupported:
    """Return the error of a refusal that no other try mends."""
    url = cluster.shown
    if refused.status == HTTPStatus.UNAUTHORIZED:
        mend = message("mend.set_user", user=USER, password=PASSWORD)
        if cluster.user:
            return ClusterError("cluster.unknown_user", url=url, mend=mend)
        return ClusterError("cluster.no_user", url=url, mend=mend)
    if refused.is_flood:
        return DiskFull("cluster.disk_full", url=url, mend=message("mend.free_cluster"))
    if refused.is_missing:
        return index_gone(cluster)
    if refused.status == HTTPStatus.FORBIDDEN and refused.kind != _BLOCK:
        return _error_of_right(cluster, refused)
    if refused.kind == "too_many_clauses" or "maxClauseCount" in refused.reason:
        return Unsupported("cluster.too_many_clauses", mend=message("mend.fewer_words"))
    if refused.is_too_many_days:
        return Unsupported("index.too_many_days", most=_MAX_DAYS, mend=message("mend.narrow_dates"))
    if refused.is_node_missing:
        return shards_missing(cluster)
    if refused.status in _BUSY:
        return ClusterError("cluster.busy", url=url, mend=message("mend.later"))
    if refused.is_page:
        return no_cluster(cluster)
    cause = f"{refused.status} {refused.kind}: {refused.reason}".strip(" :")
    return ClusterError("cluster.refused", url=url, cause=cause, mend=message("mend.report"))


def index_gone(cluster: Cluster) -> Damaged:
    """Return the error for an index that is not in its cluster."""
    mend = message("mend.rebuild") if cluster.named_by == URL else message("mend.index_where_built")
    return Damaged("cluster.index_gone", url=cluster.shown, mend=mend)


def shards_missing(cluster: Cluster) -> ClusterError:
    """Return the error for a part of an index that does not answer."""
    return ClusterError("cluster.shards_missing", url=cluster.shown, mend=message("mend.ask_for_nodes"))


def _error_of_right(cluster: Cluster, refused: Refusal) -> ClusterError:
    """Return the error for what one may not do; the security plugin names the right in brackets."""
    if not cluster.user:
        mend = message("mend.set_user", user=USER, password=PASSWORD)
        return ClusterError("cluster.no_right_unnamed", url=cluster.shown, mend=mend)
    right = re.search(r"\[([\w:/*]+)\]", refused.reason)
    return ClusterError(
        "cluster.no_right",
        url=cluster.shown,
        user=cluster.user,
        cause=right[1] if right else str(refused.status),
        mend=message("mend.ask_for_right"),
    )


def no_cluster(cluster: Cluster) -> ClusterError:
    """Return the error for an answer that no cluster gives."""
    mend = message("mend.correct_address", option=cluster.named_by)
    return ClusterError("cluster.no_opensearch", url=cluster.shown, mend=mend)


def moved(cluster: Cluster, url: str, target: str) -> ClusterError:
    """Return the error for a node that refers to another address, which we do not ask: it would get the password."""
    mend = message("mend.correct_address", option=cluster.named_by)
    return ClusterError("cluster.moved", url=url, target=_short(without_user(target)), mend=mend)


def articles_of(said: Any) -> int:
    """Return a number of articles that a cluster gives.

    Raises:
        ValueError, TypeError, ArithmeticError: it is none.
    """
    articles = int(said)
    if not 0 <= articles < _MAX_ARTICLES:
        raise ValueError(_short(repr(said)))
    return articles


@contextmanager
def understanding(cluster: Cluster) -> Iterator[None]:
    """Have an answer that has not the shape of a cluster's be an error of a person.

    Whatever a program between us and the cluster writes into an answer ends in one line; the traceback is that of the
    error's cause.

    Raises:
        ClusterError: it has not.
    """
    try:
        yield
    except _MISREADINGS as error:
        cause = f"{type(error).__name__}: {_short(str(error))}"
        mend = message("mend.report")
        raise ClusterError("cluster.strange_answer", url=cluster.shown, cause=cause, mend=mend) from error


def error_of_connection(cluster: Cluster, url: str, error: Exception) -> ClusterError:
    """Return the error for a node that does not answer, or not as a cluster does.

    The text of the error is left out where it may hold the request.
    """
    if isinstance(error, urllib3.exceptions.SSLError):
        return tls.error_of(cluster, url, error.args[0])
    if isinstance(error, urllib3.exceptions.ReadTimeoutError):
        return ClusterError("cluster.slow", url=url, mend=message("mend.later"))
    is_cut = isinstance(error, urllib3.exceptions.ProtocolError)
    if is_cut and url.startswith("http:") and tls.is_spoken(url):
        mend = message("mend.set_scheme", scheme=cluster.typed("https"), option=cluster.named_by)
        return ClusterError("cluster.speaks_tls", url=url, mend=mend)
    mend = message("mend.start_cluster", option=cluster.named_by)
    return ClusterError("cluster.no_answer", url=cluster.shown, mend=mend)


def _short(said: object) -> str:
    """Return the start of what others say, in one line; "" for what is no text."""
    return " ".join(said[:_MAX_REASON_CHARACTERS].split()) if isinstance(said, str) else ""
