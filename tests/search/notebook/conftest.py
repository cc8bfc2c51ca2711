"""What the tests of the notebook ask for: an index of their own."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from search.commandline.opening import open_searcher
from search.searcher import Searcher


@pytest.fixture
def searcher(mine: Path) -> Iterator[Searcher]:
    """Return a searcher of this index."""
    with closing(open_searcher(mine)) as opened:
        yield opened
