"""A folder of six articles, and where its index is."""

from pathlib import Path

import pytest

from tests.index.press import write_stories


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def place(home: Path) -> Path:
    return home / ".manchette"


@pytest.fixture
def press(home: Path) -> Path:
    folder = home / "presse"
    write_stories(folder, range(6))
    return folder
