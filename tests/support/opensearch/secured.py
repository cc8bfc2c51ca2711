"""A node with the security plugin of OpenSearch: TLS, users with passwords, and roles with the rights that Manchette needs."""

import shutil
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.opensearch import cluster, jars, java
from tests.support.opensearch.guard import PASSWORDS, WRITER, authorization

_PEM = {"pemcert_filepath": "node.pem", "pemkey_filepath": "key.pem", "pemtrustedcas_filepath": "ca.pem"}

_SETTINGS = (
    *(
        f"plugins.security.ssl.{layer}.{name}={file}"
        for layer in ("http", "transport")
        for name, file in _PEM.items()
    ),
    "plugins.security.ssl.http.enabled=true",
    "plugins.security.ssl.transport.enforce_hostname_verification=false",
    "plugins.security.allow_default_init_securityindex=true",  # the users are those of the files
    "plugins.security.audit.type=noop",
)


@dataclass(frozen=True)
class Secured:
    """A cluster of one node: its URL, and the file of the certificate to trust."""

    url: str
    ca: Path


@contextmanager
def secure(folder: Path) -> Iterator[Secured]:
    """Run such a node, with its data in a folder.

    Raises:
        UnavailableError: no Java, or no jars.
    """
    found = java.find()
    config = folder / "node0" / "home" / "config"
    _configure(config, jars.resolve(found, jars.cache(), jars.SECURED))
    started = cluster.launch(folder, distribution=jars.SECURED, settings=_SETTINGS)
    ca = config / "ca.pem"
    trusted = ssl.create_default_context(cafile=ca)
    headers = {"Authorization": authorization(WRITER, PASSWORDS[WRITER])}
    url = started.url.replace("http:", "https:")

    def is_green(health: str) -> bool:
        return cluster.says_green(health.replace(started.url, url), headers, trusted)

    try:
        started.wait(is_green)
        yield Secured(url, ca)
    finally:
        started.end()
        started.release()


def _configure(config: Path, made: Path) -> None:
    """Write what the plugin reads: its own files, our users and roles, a certificate."""
    import trustme

    shutil.copytree(made / "config", config / "opensearch-security")
    shutil.copytree(jars.LAUNCHER / "security", config / "opensearch-security", dirs_exist_ok=True)
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost", "127.0.0.1")
    authority.cert_pem.write_to_path(str(config / "ca.pem"))
    certificate.private_key_pem.write_to_path(str(config / "key.pem"))
    for part in certificate.cert_chain_pems:
        part.write_to_path(str(config / "node.pem"), append=True)
    for path in (config, *config.rglob("*")):  # else the plugin warns of each
        path.chmod(0o700 if path.is_dir() else 0o600)
