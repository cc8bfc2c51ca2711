"""What the tests of the search ask for: the sample, indexed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.build import build

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpus" / "sample"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `.manchette` folder of an index of the sample."""
    folder = tmp_path_factory.mktemp("sample") / ".manchette"
    build(folder, [SAMPLE])
    return folder


@pytest.fixture
def manchette(tmp_path: Path) -> Run:
    """Run the command as a process of its own, in an empty folder unless `cwd` says where."""

    def run(*words: str, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "search", *words],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run
