"""What the tests of the shell ask for: a session on the sample."""

import shutil
from pathlib import Path

import pytest

from index import open_engine, open_names
from search.searcher import Searcher
from search.shell.current import Current
from search.shell.session import Session


@pytest.fixture(scope="session")
def searcher(place: Path) -> Searcher:
    """What answers from the sample."""
    return Searcher(open_engine(place), open_names(place))


@pytest.fixture
def session(place: Path, searcher: Searcher) -> Session:
    """A session on 80 columns and 24 rows, before its first line."""
    return Session(Current(lambda: searcher, place))


@pytest.fixture
def mine(place: Path, tmp_path: Path) -> Path:
    """An index of one's own: what the shell writes stays in it."""
    copied = tmp_path / ".manchette"
    shutil.copytree(place, copied)
    return copied
