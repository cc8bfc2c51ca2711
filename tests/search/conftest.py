"""What the tests of the search ask for: the sample, indexed."""

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
