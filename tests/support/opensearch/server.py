"""A server in the test that stands before a node, or in its place: what it answers is a function of what it is asked."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Asked:
    """A request."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """An answer."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})


Answering = Callable[[Asked], Answer | None]
"""What a server answers; None: nothing, for as long as it is there."""


@dataclass(frozen=True)
class Served:
    """A server that runs, and what it was asked until now."""

    url: str
    asked: list[Asked]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Leave clients alone that hang up: that is what they are tested for."""


@contextmanager
def serve(answering: Answering, tls: ssl.SSLContext | None = None) -> Iterator[Served]:
    """Run a server on a free port of this machine, in threads of the test."""
    asked: list[Asked] = []
    closing = Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append(Asked(self.command, self.path, dict(self.headers), body))
            given = answering(asked[-1])
            if given is None:
                closing.wait()
                self.close_connection = True
                return
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(given.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(given.body)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - the names are those of http.server

        def log_message(self, *_: object) -> None:
            """Log nothing."""

    with _Server(("127.0.0.1", 0), Handler) as server:
        if tls:  # the handshake is that of a thread: a client that does not speak TLS stops no other
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield Served(f"{'https' if tls else 'http'}://localhost:{server.server_port}", asked)
        finally:
            closing.set()
            server.shutdown()
            thread.join()


def forward(url: str) -> Answering:
    """Return what answers as a node does, by asking it."""
    node = urlsplit(url)

    def answer(asked: Asked) -> Answer:
        connection = HTTPConnection(node.hostname or "", node.port, timeout=60)
        kept = {name: asked.headers[name] for name in ("Content-Type", "Accept") if name in asked.headers}
        try:
            connection.request(asked.method, asked.path, asked.body or None, kept)
            given = connection.getresponse()
            return Answer(
                given.status, given.read(), {"Content-Type": given.headers.get("Content-Type", "text/plain")}
            )
        finally:
            connection.close()

    return answer
