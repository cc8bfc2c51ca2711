"""What a test asks for: `cluster`, `archives`, `index_name`, `three_nodes`, `guarded`, `secured`.

A test that asks for one of them is marked `opensearch`, and skipped in words where no node can be had; a test, or a case of
one, that is marked has the cluster before anything else.
"""

import json
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from uuid import uuid4

import pytest

from tests.support.opensearch.cluster import Cluster, launch
from tests.support.opensearch.guard import Guarded, guard
from tests.support.opensearch.java import UnavailableError
from tests.support.opensearch.secured import Secured, secure
from tests.support.opensearch.sharing import share

_NEEDY = {"cluster", "three_nodes", "secured"}

NODE = "MANCHETTE_TEST_NODE"
"""The variable of the environment that has the URL of the cluster of the run, for what no fixture makes."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a node, before any is left out (`-m "not opensearch"`), and give the node to those marked."""
    for item in items:
        if _NEEDY & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.opensearch)
        elif isinstance(item, pytest.Function) and item.get_closest_marker("opensearch"):
            item.fixturenames = ["cluster", *item.fixturenames]  # the cases of a test share the list


@pytest.fixture(scope="session", autouse=True)
def _starting(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Future[Cluster] | None]:
    """Start the node of the run before the first test, in the background, where a test will need it."""
    if not any("cluster" in getattr(item, "fixturenames", ()) for item in request.session.items):
        yield None
        return
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "opensearch"
    with ThreadPoolExecutor(1, "opensearch") as background:
        starting = background.submit(share, folder)
        yield starting
    if not starting.exception():
        starting.result().release()


@pytest.fixture(scope="session")
def cluster(_starting: Future[Cluster] | None) -> Cluster:
    """Return the node of the run, which all its processes share; `archives` and `index_name` keep the tests apart."""
    assert _starting, "a test that asks for the cluster by name at run time is marked: pytest.mark.opensearch"
    try:
        shared = _starting.result()
    except UnavailableError as reason:
        pytest.skip(str(reason))
    shared.wait()
    os.environ[NODE] = shared.url
    return shared


@pytest.fixture
def archives(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """Have the environment name the cluster; the archives of the folders in `tmp_path` are deleted after the test."""
    monkeypatch.setenv("MANCHETTE_OPENSEARCH_URL", " ".join(cluster.urls))
    yield cluster
    delete_archives(cluster, tmp_path)


@pytest.fixture
def guarded(archives: Cluster, tmp_path: Path) -> Iterator[Guarded]:
    """Return the cluster of the run, behind TLS and passwords."""
    with guard(archives.url, tmp_path) as behind:
        yield behind


@pytest.fixture
def index_name(cluster: Cluster) -> Iterator[str]:
    """Return a name that no other test has; indices that begin with it are deleted after the test."""
    name = f"test-{uuid4().hex[:12]}"
    yield name
    cluster.ask("DELETE", f"/{name}*?expand_wildcards=all")


def delete_archives(cluster: Cluster, folder: Path) -> None:
    """Delete what the indices of a folder have in a cluster."""
    for pointer in folder.rglob("opensearch.json"):
        name = json.loads(pointer.read_text("utf-8"))["archive"]
        cluster.ask("DELETE", f"/manchette-{name}-*?expand_wildcards=all")
        with suppress(HTTPError):  # the archive was never announced
            cluster.ask("DELETE", f"/manchette-archives/_doc/{name}?refresh=true")


@pytest.fixture(scope="module")
def three_nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Return three nodes for tests that kill one; a test starts what it has killed."""
    folder: Path = tmp_path_factory.mktemp("three_nodes")
    try:
        started = launch(folder, 3, heap="256m")
    except UnavailableError as reason:
        pytest.skip(str(reason))
    try:
        started.wait()
        yield started
    finally:
        started.end()
        started.release()


@pytest.fixture
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    """Return a node with users and TLS, by OpenSearch's own plugin; `guarded` does for most tests, and costs nothing."""
    try:
        with secure(tmp_path_factory.mktemp("secured")) as started:
            yield started
    except UnavailableError as reason:
        pytest.skip(str(reason))
