"""A folder of six articles, and where its index is."""

from pathlib import Path

import pytest

from tests.support.press import write_stories


@pytest.fixture
def folder_above(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def home(folder_above: Path) -> Path:
    return folder_above / ".manchette"


@pytest.fixture
def press(folder_above: Path) -> Path:
    folder = folder_above / "presse"
    write_stories(folder, range(6))
    return folder
