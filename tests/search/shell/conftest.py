"""What the tests of the shell ask for: a session on the sample."""

from pathlib import Path

import pytest

from index.opening import open_engine, open_names
from search.commandline.opening import open_searcher
from search.searcher import Searcher
from search.shell.current import Current
from search.shell.session import Session


@pytest.fixture(scope="session")
def searcher(home: Path) -> Searcher:
    """Return a searcher on the sample."""
    return Searcher(open_engine(home), open_names(home))


@pytest.fixture
def session(home: Path) -> Session:
    """Return a session on 80 columns and 24 rows, before its first line."""
    return Session(Current(lambda: open_searcher(home), home))
