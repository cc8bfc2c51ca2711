"""One node for all processes of a run of tests: the first that asks starts it, the others join."""

from pathlib import Path

from index.layout import locking
from tests.support.opensearch import cluster
from tests.support.opensearch.cluster import Cluster
from tests.support.opensearch.jars import MAX_MAVEN_SECONDS
from tests.support.opensearch.java import UnavailableError


def share(folder: Path) -> Cluster:
    """Return the node of a run, which may still start; it ends with the last process that has asked for it.

    Raises:
        UnavailableError: no Java, or no jars; the first process found out, and the others do not try again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    refusal = folder / "refusal"
    with locking.held(folder / "lock", 2 * MAX_MAVEN_SECONDS):
        if refusal.exists():
            raise UnavailableError(refusal.read_text("utf-8"))
        try:
            return cluster.join(folder)
        except OSError:  # nobody has asked yet, or all who had are gone
            pass
        try:
            return cluster.launch(folder)
        except UnavailableError as reason:
            refusal.write_text(str(reason), "utf-8")
            raise
