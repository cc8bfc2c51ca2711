"""A guard before a node: TLS with a certificate of the test, users with passwords, and one who may only read.

It answers as the security plugin of OpenSearch does (`secured.py`), which takes 15 s to start, and 70 MB more to bring.
"""

import base64
import binascii
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.opensearch.impostor import refusal
from tests.support.opensearch.server import Answer, Answering, Asked, forward, serve

CA = "ca.pem"
"""The file of the certificate to trust."""

WRITER, READER = "desk", "lecteur"

PASSWORDS: Mapping[str, str] = {WRITER: "un secret : à 3 €", READER: "un autre secret"}
"""The users; a password may have blanks, colons and letters that Latin-1 has not."""

_READING = {"_search", "_msearch", "_count", "_mget", "_validate"}
"""The parts of a path that make a POST or a DELETE (of a point in time) a question."""

_STRANGER = Answer(
    401,
    b"Unauthorized",
    {"Content-Type": "text/plain", "WWW-Authenticate": 'Basic realm="OpenSearch Security"'},
)


@dataclass(frozen=True)
class Guarded:
    """A cluster behind a guard: its URL, the file of the certificate to trust, and what was asked."""

    url: str
    ca: Path
    asked: list[Asked]


@contextmanager
def guard(url: str, folder: Path) -> Iterator[Guarded]:
    """Stand before a node; `folder` gets the certificate."""
    tls = certified(folder, "localhost", "127.0.0.1")
    with serve(_checked(forward(url)), tls) as served:
        yield Guarded(served.url, folder / CA, served.asked)


def certified(folder: Path, *hosts: str) -> ssl.SSLContext:
    """Return what a server shows who has these names; `folder` gets the certificate to trust."""
    import trustme  # 0.2 s, which every run of tests would wait for

    authority, tls = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.cert_pem.write_to_path(str(folder / CA))
    authority.issue_cert(*hosts).configure_cert(tls)
    return tls


def authorization(user: str, password: str) -> str:
    """Return what a request says in its header of who asks."""
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode('ascii')}"


def user_of(asked: Asked) -> str:
    """Return the user who asks; "" for nobody, or one with another password."""
    scheme, _, encoded = asked.headers.get("Authorization", "").partition(" ")
    try:
        user, _, password = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return user if scheme == "Basic" and PASSWORDS.get(user) == password else ""


def _checked(answering: Answering) -> Answering:
    def answer(asked: Asked) -> Answer | None:
        user = user_of(asked)
        if not user:
            return _STRANGER
        if user == READER and not _reads(asked):
            return _forbidden(user)
        return answering(asked)

    return answer


def _reads(asked: Asked) -> bool:
    return asked.method in {"GET", "HEAD"} or bool(_READING & set(asked.path.partition("?")[0].split("/")))


def _forbidden(user: str) -> Answer:
    reason = f"no permissions for [indices:data/write/bulk] and User [name={user}, backend_roles=[]]"
    return refusal(403, "security_exception", reason)
