"""Where a cluster is, and who asks it: from the environment, or from the address of an archive.

A password is in no record of an index, in no message and in no text of a record here; it comes from the environment alone.
"""

import ipaddress
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from corpus.message import message
from corpus.records import field, record
from index.errors import IndexFailure

URL, USER, PASSWORD, CA, PLAIN = (
    f"MANCHETTE_OPENSEARCH_{name}" for name in ("URL", "USER", "PASSWORD", "CA", "PLAIN")
)
"""The variables of the environment: the nodes, separated by blanks; the user; a file of certificates; `yes` for plain HTTP."""

DEFAULT_PORT = 9200

_INDEX_OPTION = "--index"
"""The option that names the address of an archive."""

_HOST_PATTERN = r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?"
"""The name or the number of a machine; the underline stands in the names of containers."""

_SCHEME = "opensearch"

SCHEMES: Mapping[str, str] = {_SCHEME: "", f"{_SCHEME}+https": "https", f"{_SCHEME}+http": "http"}
"""The schemes of the address of an archive, each with the one of its nodes; "" is plain HTTP on this machine, TLS elsewhere."""


class ClusterError(IndexFailure):
    """A cluster cannot be asked, or refuses what it is asked."""


_CORRECT_URL = message("mend.set_address", variable=URL)
_CORRECT_INDEX = message("mend.type_address", option=_INDEX_OPTION)


@record
class Cluster:
    """The URLs of the nodes of a cluster, and how one says there who asks; `ca` is a file of certificates, or "".

    `named_by` is where a person corrects the URLs: a variable of the environment, or an option.
    """

    urls: tuple[str, ...]
    user: str = ""
    password: str = field(default="", repr=False)
    ca: str = ""
    named_by: str = field(default=URL, repr=False)

    @property
    def shown(self) -> str:
        """The nodes as a message names them."""
        return " ".join(self.urls)

    def typed(self, scheme: str) -> str:
        """Return the scheme that a person types for that of a node."""
        return scheme if self.named_by == URL else f"{_SCHEME}+{scheme}"


@record
class ArchiveAddress:
    """The address of an archive, `opensearch://HOST:PORT,HOST:PORT/NAME`; the name is "" for the only archive of a cluster."""

    cluster: Cluster
    name: str


def from_environment(environment: Mapping[str, str] = os.environ) -> Cluster:
    """Return the cluster that the environment names.

    Raises:
        ClusterError: it names none, or one that is not to be asked.
    """
    asked = environment.get(URL, "")
    if not asked.split():
        raise ClusterError("cluster.no_address", mend=_CORRECT_URL)
    _refuse_user(asked)
    return _checked(asked.split(), environment, URL)


def read_address(address: str, environment: Mapping[str, str] = os.environ) -> ArchiveAddress:
    """Return what the address of an archive says; user, password and certificates come from the environment.

    >>> read_address("opensearch://127.0.0.1:9201/presse", {})
    ArchiveAddress(cluster=Cluster(urls=('http://127.0.0.1:9201',), user='', ca=''), name='presse')
    >>> read_address("opensearch://a.example,b.example:9201", {}).cluster.urls
    ('https://a.example:9200', 'https://b.example:9201')

    Raises:
        ClusterError: it cannot be read, or names a cluster that is not to be asked.
    """
    _refuse_user(address)
    scheme, _, rest = address.partition("://")
    hosts, _, name = rest.partition("/")
    urls = [
        f"{SCHEMES.get(scheme) or ('http' if _is_loopback(host) else 'https')}://{host}"
        for host in hosts.split(",")
        if host
    ]
    if scheme not in SCHEMES or not urls or not re.fullmatch(r"[a-z0-9-]*/?", name):
        raise ClusterError("cluster.unreadable_address", url=address, mend=_CORRECT_INDEX)
    return ArchiveAddress(_checked(urls, environment, _INDEX_OPTION), name.rstrip("/"))


def write_address(cluster: Cluster, name: str) -> str:
    """Return the address of an archive of a cluster, as `read_address` reads it.

    >>> write_address(Cluster(("http://127.0.0.1:9201",)), "presse")
    'opensearch://127.0.0.1:9201/presse'
    >>> write_address(Cluster(("https://localhost:9200",)), "presse")
    'opensearch+https://localhost:9200/presse'
    """
    parts = [urlsplit(url) for url in cluster.urls]
    is_usual = all((one.scheme == "http") == _is_loopback(one.netloc) for one in parts)
    scheme = _SCHEME if is_usual else f"{_SCHEME}+{parts[0].scheme}"
    return f"{scheme}://{','.join(one.netloc for one in parts)}/{name}"


def _refuse_user(text: str) -> None:
    """Raise if there may be a password in some addresses; nothing else in an address has the sign that ends it.

    Raises:
        ClusterError: there may.
    """
    if "@" in text:
        mend = message("mend.set_user", user=USER, password=PASSWORD)
        raise ClusterError("cluster.password_in_address", url=without_user(text), mend=mend)


def _checked(urls: Sequence[str], environment: Mapping[str, str], named_by: str) -> Cluster:
    """Return the cluster of some nodes.

    Raises:
        ClusterError: a URL cannot be read, or would send a password in the clear to another machine; the certificates are
            not there; a user has a colon, which ends it where it is sent (RFC 7617).
    """
    nodes = tuple(_node(url, named_by, may_be_plain=environment.get(PLAIN) == "yes") for url in urls)
    ca, user = environment.get(CA, ""), environment.get(USER, "")
    if ca and not Path(ca).is_file():
        raise ClusterError(
            "cluster.no_certificates", path=ca, mend=message("mend.set_certificates", variable=CA)
        )
    if ":" in user:
        raise ClusterError(
            "cluster.colon_in_user", mend=message("mend.set_user", user=USER, password=PASSWORD)
        )
    return Cluster(nodes, user, environment.get(PASSWORD, ""), ca, named_by)


def _node(url: str, named_by: str, *, may_be_plain: bool) -> str:
    """Return the URL of a node, with its port said."""
    try:
        parts = urlsplit(url)
        host, port = _host(parts.hostname or ""), DEFAULT_PORT if parts.port is None else parts.port
    except ValueError:
        host, port = "", 0
    if not host or not port or parts.scheme not in ("http", "https") or _has_more(parts):
        mend = _CORRECT_URL if named_by == URL else _CORRECT_INDEX
        raise ClusterError("cluster.unreadable_address", url=url, mend=mend)
    node = f"{parts.scheme}://{host}:{port}"
    if parts.scheme == "http" and not may_be_plain and not _is_loopback(parts.netloc):
        raise ClusterError(
            "cluster.plain_address", url=node, mend=message("mend.allow_plain", variable=PLAIN)
        )
    return node


def _has_more(parts: SplitResult) -> bool:
    """Return whether a URL has what we could not send to: a path that is no slash, a query, a fragment."""
    return bool(parts.path.strip("/") or parts.query or parts.fragment)


def _host(host: str) -> str:
    """Return a host as a URL has it: a name in ASCII, or the number of a machine.

    >>> _host("münchen.example"), _host("::1"), _host("a b")
    ('xn--mnchen-3ya.example', '[::1]', '')

    Raises:
        ValueError: it is too long, or has a letter that no name has.
    """
    if ":" in host:
        return f"[{ipaddress.IPv6Address(host)}]"
    name = host if host.isascii() else host.encode("idna").decode("ascii")
    return name if re.fullmatch(_HOST_PATTERN, name) else ""


def without_user(text: str) -> str:
    """Return an address without what stands before its host: it may be a password.

    >>> without_user("https://desk:a://b@c@presse.example:9200"), without_user("desk:secret@presse.example")
    ('https://presse.example:9200', 'presse.example')
    """
    return re.sub(r"(?s)^([a-z+]+://)?.*@", r"\1", text)


def _is_loopback(netloc: str) -> bool:
    """Return whether a host, with or without a port, is this machine."""
    try:
        host = urlsplit(f"//{netloc}").hostname or ""
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
