"""What the tests of the notebook ask for: an index of their own."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from search.commandline.opening import open_searcher
from search.searcher import Searcher


@pytest.fixture
def mine(home: Path, tmp_path: Path) -> Path:
    """Return an index of the test's own: what is kept stays in it."""
    copied = tmp_path / ".manchette"
    shutil.copytree(home, copied)
    return copied


@pytest.fixture
def searcher(mine: Path) -> Iterator[Searcher]:
    """Return a searcher of this index."""
    with closing(open_searcher(mine)) as opened:
        yield opened
