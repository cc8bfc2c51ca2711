"""TLS with a cluster: which certificates are trusted, and what is said where no connection comes about."""

import socket
import ssl
from functools import lru_cache
from urllib.parse import urlsplit

from corpus.message import message
from index.engines.opensearch.address import CA, Cluster, ClusterError

_PROBE_SECONDS = 2.0
"""How long it may take to learn whether a node speaks TLS, once it has answered nothing to a request in the clear."""

_PLAIN_SIGNS = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG")
"""How OpenSSL names an answer that is not TLS: 1.1 to 3.5, as it depends on the first bytes."""

_ANOTHER_HOST, _NOT_YET_VALID, _EXPIRED = 62, 9, 10
"""Why a certificate is refused (`X509_V_ERR_HOSTNAME_MISMATCH` and others of OpenSSL's `x509_vfy.h`)."""

_ANOTHER_ADDRESS = 64


@lru_cache(1)
def trusting(ca: str) -> ssl.SSLContext:
    """Return what trusts the certificates of a file, or those of this machine if the file is "", which take 21 ms to read.

    What a reader opens one after the other, the engine, the vectors, the names, shares it.

    Raises:
        ClusterError: there is no certificate in the file.
    """
    try:
        return ssl.create_default_context(cafile=ca or None)
    except OSError:  # of the system, or of OpenSSL
        mend = message("mend.set_certificates", variable=CA)
        raise ClusterError("cluster.unreadable_certificates", path=ca, mend=mend) from None


def error_of(cluster: Cluster, url: str, error: object) -> ClusterError:
    """Return the error for a node with which there is no TLS; OpenSSL says why."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _error_of_certificate(cluster, url, error.verify_code)
    cause = str(getattr(error, "reason", "") or error)
    if cause in _PLAIN_SIGNS or isinstance(error, ssl.SSLEOFError):
        mend = message("mend.set_scheme", scheme=cluster.typed("http"), option=cluster.named_by)
        return ClusterError("cluster.no_tls", url=url, mend=mend)
    return ClusterError("cluster.tls_fails", url=url, cause=cause, mend=message("mend.report"))


def _error_of_certificate(cluster: Cluster, url: str, code: int) -> ClusterError:
    if code in (_ANOTHER_HOST, _ANOTHER_ADDRESS):
        mend = message("mend.name_host", option=cluster.named_by)
        return ClusterError("cluster.another_host", url=url, mend=mend)
    if code in (_EXPIRED, _NOT_YET_VALID):
        return ClusterError("cluster.expired", url=url, mend=message("mend.report"))
    return ClusterError("cluster.untrusted", url=url, mend=message("mend.set_certificates", variable=CA))


def is_spoken(url: str) -> bool:
    """Return whether a node speaks TLS; nothing is sent to it, and no certificate is trusted."""
    node = urlsplit(url)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        with (
            socket.create_connection((node.hostname, node.port), _PROBE_SECONDS) as connection,
            context.wrap_socket(connection, server_hostname=node.hostname),
        ):
            return True
    except ssl.SSLCertVerificationError:
        return True
    except OSError:
        return False
