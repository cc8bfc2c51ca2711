"""What every test may ask for."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

# The time of an example depends on the other work of the machine, not on ours.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

pytest_plugins = ["tests.support.opensearch.fixtures"]

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpus" / "sample"

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own there
"""A disk in memory, on Linux."""

_ROOM_BYTES = 4 << 30
"""What must be free there: a run of all tests takes 1 GB at most, the environment that the wheel is installed in."""

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_configure() -> None:
    """Have the tests write into memory, where there is room and nobody says where else (TMPDIR).

    A build syncs what it writes, which on a disk takes two thirds of the time of a small one (110 ms, of which 42 are
    work).  What a power cut leaves is not for a disk to show: `tests.index.test_build_durable` holds the order of the syncs.
    """
    if "TMPDIR" not in os.environ and _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM_BYTES:
        os.environ["TMPDIR"] = str(_MEMORY)
        tempfile.tempdir = None
    # The commands that tests run would compile 130 modules each, in half of their time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Leave the tests themselves out of every collection of garbage: 17,000 of them take .25 s each time."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the option of the tests that do not run every day."""
    parser.addoption("--nightly", action="store_true", help="run the tests of the night as well")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the long tests first, whatever order the others were shuffled into; those of a node, which starts meanwhile, last of them."""

    def place(item: pytest.Item) -> int:
        if not item.get_closest_marker("long"):
            return 2
        return 1 if item.get_closest_marker("opensearch") else 0

    items.sort(key=place)
    if not config.getoption("--nightly", default=False):
        for item in items:
            if item.get_closest_marker("nightly"):
                item.add_marker(pytest.mark.skip(reason="a test of the night: nox -s nightly"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Leave the processes of a test unmeasured where the test is (`no_cover`): to measure one takes twice its time."""
    measured = os.environ.get("COVERAGE_PROCESS_CONFIG")
    if measured and item.get_closest_marker("no_cover"):
        os.environ["COVERAGE_PROCESS_CONFIG"] = ""
    try:
        return (yield)
    finally:
        if measured:
            os.environ["COVERAGE_PROCESS_CONFIG"] = measured


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of corpora and test sets that serve measurements and are not distributed."""
    folder = Path(os.environ.get("MANCHETTE_SHARED", Path(__file__).parents[2] / "shared"))
    if not (folder / "corpora").is_dir():
        pytest.skip(f"needs the corpora of {folder} (MANCHETTE_SHARED)")
    return folder


@pytest.fixture
def manchette(tmp_path: Path) -> Run:
    """Run the command as a process of its own, in an empty folder unless `cwd` says where."""

    def run(*words: str, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "search", *words],
            cwd=cwd,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "XDG_CONFIG_HOME": str(tmp_path / "settings"),
                **environment,
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run
