"""What the tests of the shell ask for: a session on the sample."""

from pathlib import Path

import pytest

from index import open_engine
from search.searcher import Searcher
from search.shell.session import Session


@pytest.fixture(scope="session")
def searcher(place: Path) -> Searcher:
    """What answers from the sample."""
    return Searcher(open_engine(place))


@pytest.fixture
def session(searcher: Searcher) -> Session:
    """A session on 80 columns and 24 rows, before its first line."""
    return Session(searcher)
