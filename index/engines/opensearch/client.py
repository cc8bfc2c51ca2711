"""The requests to a cluster: any of its nodes answers, and a node that does not is left alone for a while.

The client is urllib3's pool of connections: its import takes 76 ms, that of opensearch-py 170 to 186, which brings grpcio and
protobuf for ten requests; `http.client`, which has no pool, takes 31.
"""

import json
import socket
import time
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

import urllib3

from corpus.message import message
from index.engines.opensearch import tls
from index.engines.opensearch.address import Cluster, ClusterError
from index.engines.opensearch.failures import (
    Refused,
    error_of,
    error_of_connection,
    moved,
    no_cluster,
    refusal,
)

_ANSWER_SECONDS = 60.0
"""The longest wait for an answer; that of a node that is lost takes some 10 s."""

_CONNECT_SECONDS = 5.0

_ASIDE_SECONDS = 20.0
"""How long a node that did not answer is asked after the others."""

_MAX_CONNECTIONS = 8
"""Connections to a node that stay open."""

_PROBES = {"TCP_KEEPIDLE": 10, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 3}
"""Seconds of silence after which the system asks whether the other machine is there, seconds between its questions, their number.

A machine that lost its power closes no connection: without this, we would wait for its answer for minutes.
"""

_SOCKET_OPTIONS = [
    (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
    *(
        (socket.IPPROTO_TCP, getattr(socket, name), number)
        for name, number in _PROBES.items()
        if hasattr(socket, name)  # each system has its own
    ),
]

_MAX_SLOW = 2
"""Nodes that do not answer a request in time: what takes long for two takes long, whichever is asked."""

_OLDEST_VERSION = (2, 19)
"""The oldest OpenSearch with all that is asked here: before it, a point in time was not in every search."""

_DISTRIBUTION = "opensearch"


@dataclass(eq=False)
class Client:
    """The requests to a cluster, from any thread."""

    cluster: Cluster

    @cached_property
    def _pools(self) -> Mapping[str, urllib3.HTTPConnectionPool]:
        cluster = self.cluster
        is_secret = any(url.startswith("https:") for url in cluster.urls)
        context = tls.trusting(cluster.ca) if is_secret else None
        return {
            url: urllib3.connection_from_url(
                url,
                headers=_headers(cluster),
                maxsize=_MAX_CONNECTIONS,
                socket_options=_SOCKET_OPTIONS,
                retries=False,
                **({"ssl_context": context} if url.startswith("https:") else {}),
            )
            for url in cluster.urls
        }

    def ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | bytes | None = None,
        *,
        seconds: float = _ANSWER_SECONDS,
        **parameters: str | int,
    ) -> Any:
        """Return the answer of a cluster, from JSON; every request here may be sent twice, so the next node gets it too.

        Raises:
            Refused: the cluster says no.
            ClusterError: no node answers, or what answers is not a cluster.
        """
        content = body if isinstance(body, bytes) else None if body is None else _json(body)
        target = f"{quote(path)}?{urlencode(parameters)}" if parameters else quote(path)
        failure: ClusterError | None = None
        slow = 0
        for url in self._ordered():
            try:
                answer = self._sent(url, method, target, content, seconds)
            except (urllib3.exceptions.HTTPError, OSError) as error:
                failure = failure or error_of_connection(self.cluster, url, error)
                self._set_aside(url)
                slow += isinstance(error, urllib3.exceptions.ReadTimeoutError)
                if slow == _MAX_SLOW:
                    break
                continue
            return self._read(url, answer)
        raise failure or ClusterError("cluster.no_answer", url="")

    def _sent(
        self, url: str, method: str, target: str, content: bytes | None, seconds: float
    ) -> urllib3.BaseHTTPResponse:
        """Return the answer of a node; a connection that it closed while nobody used it looks like one that is cut."""
        timeout = urllib3.Timeout(connect=_CONNECT_SECONDS, read=seconds)
        # another address gets no password
        send = partial(
            self._pools[url].request, method, target, body=content, timeout=timeout, redirect=False
        )
        try:
            return send()
        except urllib3.exceptions.ProtocolError:
            return send()

    def _read(self, url: str, answer: urllib3.BaseHTTPResponse) -> Any:
        status = answer.status
        try:
            content = json.loads(answer.data) if answer.data else {}
        except (ValueError, RecursionError):
            content = None
        if answer.get_redirect_location():
            raise moved(self.cluster, url, answer.headers["Location"])
        if status < HTTPStatus.MULTIPLE_CHOICES and isinstance(content, dict):
            return content
        raise Refused(refusal(status, content))

    def _ordered(self) -> list[str]:
        """Return the nodes in the order in which they are asked: those that did not answer a moment ago come last."""
        now, aside = time.monotonic(), _aside(self.cluster)
        return sorted(self.cluster.urls, key=lambda url: aside.get(url, 0.0) > now)

    def _set_aside(self, url: str) -> None:
        _aside(self.cluster)[url] = time.monotonic() + _ASIDE_SECONDS

    def check(self) -> None:
        """Raise if what answers is no OpenSearch of a version that can be asked.

        Raises:
            ClusterError: it is not.
        """
        url = self.cluster.shown
        try:
            answer = self.ask("GET", "/")
        except Refused as refused:
            raise error_of(self.cluster, refused.refusal) from None
        version = answer.get("version")
        if not isinstance(version, dict) or not isinstance(version.get("number"), str):
            raise no_cluster(self.cluster)
        number = version["number"]
        if version.get("distribution") != _DISTRIBUTION:
            raise ClusterError(
                "cluster.elasticsearch", url=url, version=number, mend=message("mend.opensearch")
            )
        if _parts(number) < _OLDEST_VERSION:
            raise ClusterError("cluster.too_old", url=url, version=number, mend=message("mend.opensearch"))

    def close(self) -> None:
        """Close the connections."""
        for pool in self._pools.values():
            pool.close()


@cache
def _aside(_: Cluster) -> dict[str, float]:
    """Return until when each node of a cluster that did not answer is left alone.

    All clients of a process share it: a command has several, and each would wait some seconds for a machine without power.
    """
    return {}


def _headers(cluster: Cluster) -> Mapping[str, str]:
    """Return what each request has; who asks is in UTF-8, as OpenSearch reads it (RFC 7617): urllib3 knows Latin-1 alone."""
    headers = {"Content-Type": "application/json"}
    if cluster.user:
        asks = b64encode(f"{cluster.user}:{cluster.password}".encode("utf-8", "surrogateescape"))
        headers["Authorization"] = f"Basic {asks.decode('ascii')}"
    return headers


def _parts(number: str) -> tuple[int, ...]:
    """Return the first two numbers of a version.

    >>> _parts("2.19.6"), _parts("3.0.0-beta1")
    ((2, 19), (3, 0))
    """
    return tuple(int(part) if part.isdigit() else 0 for part in number.split(".")[:2])


def _json(body: Mapping[str, Any]) -> bytes:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError:
        # a byte of a command line that is no text (PEP 383): the sign that is put for it, ?, would be that of any letter
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
