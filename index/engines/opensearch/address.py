"""Where a cluster is, and who asks it: from the environment, or from the address of an archive.

A password is in no record of an index, in no message and in no text of a record here; it comes from the environment alone.
"""

import ipaddress
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from corpus.message import message
from index.errors import IndexFailure

URL, USER, PASSWORD, CA, PLAIN = (
    f"MANCHETTE_OPENSEARCH_{name}" for name in ("URL", "USER", "PASSWORD", "CA", "PLAIN")
)
"""The variables of the environment: the nodes, separated by blanks; the user; a file of certificates; `yes` for plain HTTP."""

DEFAULT_PORT = 9200

SCHEMES: Mapping[str, str] = {"opensearch": "", "opensearch+https": "https", "opensearch+http": "http"}
"""The schemes of the address of an archive, each with the one of its nodes; "" is plain HTTP on this machine, TLS elsewhere."""


class ClusterError(IndexFailure):
    """A cluster cannot be asked, or refuses what it is asked."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The URLs of the nodes of a cluster, and how one says there who asks; `ca` is a file of certificates, or ""."""

    urls: tuple[str, ...]
    user: str = ""
    password: str = field(default="", repr=False)
    ca: str = ""

    @property
    def shown(self) -> str:
        """The nodes as a message names them."""
        return " ".join(self.urls)


@dataclass(frozen=True, slots=True)
class ArchiveAddress:
    """The address of an archive, `opensearch://HOST:PORT,HOST:PORT/NAME`; the name is "" for the only archive of a cluster."""

    cluster: Cluster
    name: str


def is_address(text: str) -> bool:
    """Return whether a text is the address of an archive, and no path.

    >>> is_address("opensearch://127.0.0.1:9200/presse"), is_address("opensearch"), is_address("/home/presse")
    (True, False, False)
    """
    return text.partition("://")[0] in SCHEMES and "://" in text


def from_environment(environment: Mapping[str, str] = os.environ) -> Cluster:
    """Return the cluster that the environment names.

    Raises:
        ClusterError: it names none, or one that is not to be asked.
    """
    urls = environment.get(URL, "").split()
    if not urls:
        raise ClusterError("cluster.no_address", mend=message("mend.set_address", variable=URL))
    return _checked(urls, environment)


def read_address(address: str, environment: Mapping[str, str] = os.environ) -> ArchiveAddress:
    """Return what the address of an archive says; user, password and certificates come from the environment.

    >>> read_address("opensearch://127.0.0.1:9201/presse", {})
    ArchiveAddress(cluster=Cluster(urls=('http://127.0.0.1:9201',), user='', ca=''), name='presse')
    >>> read_address("opensearch://a.example,b.example:9201", {}).cluster.urls
    ('https://a.example:9200', 'https://b.example:9201')

    Raises:
        ClusterError: it cannot be read, or names a cluster that is not to be asked.
    """
    scheme, _, rest = address.partition("://")
    hosts, _, name = rest.partition("/")
    urls = [
        f"{SCHEMES[scheme] or ('http' if _is_loopback(urlsplit(f'//{host}').hostname or '') else 'https')}://{host}"
        for host in hosts.split(",")
        if host
    ]
    if not urls or not re.fullmatch(r"[a-z0-9-]*/?", name):
        raise _unreadable(_without_user(address))
    return ArchiveAddress(_checked(urls, environment), name.rstrip("/"))


def write_address(cluster: Cluster, name: str) -> str:
    """Return the address of an archive of a cluster, as `read_address` reads it.

    >>> write_address(Cluster(("http://127.0.0.1:9201",)), "presse")
    'opensearch://127.0.0.1:9201/presse'
    >>> write_address(Cluster(("https://localhost:9200",)), "presse")
    'opensearch+https://localhost:9200/presse'
    """
    parts = [urlsplit(url) for url in cluster.urls]
    is_usual = all((one.scheme == "http") == _is_loopback(one.hostname or "") for one in parts)
    scheme = "opensearch" if is_usual else f"opensearch+{parts[0].scheme}"
    return f"{scheme}://{','.join(one.netloc for one in parts)}/{name}"


def _checked(urls: Sequence[str], environment: Mapping[str, str]) -> Cluster:
    """Return the cluster of some nodes.

    Raises:
        ClusterError: a URL cannot be read, has a password in it, or would send it in the clear to another machine.
    """
    nodes = tuple(_node(url, may_be_plain=environment.get(PLAIN) == "yes") for url in urls)
    ca = environment.get(CA, "")
    if ca and not Path(ca).is_file():
        raise ClusterError(
            "cluster.no_certificates", path=ca, mend=message("mend.set_certificates", variable=CA)
        )
    return Cluster(nodes, environment.get(USER, ""), environment.get(PASSWORD, ""), ca)


def _node(url: str, *, may_be_plain: bool) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port or DEFAULT_PORT
    except ValueError:
        raise _unreadable(_without_user(url)) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise _unreadable(_without_user(url))
    if parts.username is not None or parts.password is not None:
        mend = message("mend.set_user", user=USER, password=PASSWORD)
        raise ClusterError("cluster.password_in_address", url=_without_user(url), mend=mend)
    plain = _with_port(parts, port)
    if parts.scheme == "http" and not may_be_plain and not _is_loopback(parts.hostname):
        raise ClusterError(
            "cluster.plain_address", url=plain, mend=message("mend.allow_plain", variable=PLAIN)
        )
    return plain


def _with_port(parts: SplitResult, port: int) -> str:
    """Return a URL with its port said, and without a slash at its end."""
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return parts._replace(netloc=f"{host}:{port}", path=parts.path.rstrip("/")).geturl()


def _without_user(url: str) -> str:
    """Return a URL without what stands before its host: it may be a password."""
    scheme, between, rest = url.rpartition("://")
    return f"{scheme}{between}{rest.rpartition('@')[2]}"


def _unreadable(url: str) -> ClusterError:
    return ClusterError("cluster.unreadable_address", url=url, mend=message("mend.set_address", variable=URL))


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
