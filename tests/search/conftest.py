"""What the tests of the search ask for: the sample, indexed."""

import shutil
from pathlib import Path

import pytest

from index.build import build
from tests.conftest import SAMPLE


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `.manchette` folder of an index of the sample."""
    folder = tmp_path_factory.mktemp("sample") / ".manchette"
    build(folder, [SAMPLE])
    return folder


@pytest.fixture
def mine(home: Path, tmp_path: Path) -> Path:
    """Return an index of the test's own: what is written stays in it."""
    copied = tmp_path / ".manchette"
    shutil.copytree(home, copied)
    return copied
