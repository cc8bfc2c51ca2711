"""What the tests of the commands of the notebook ask for: a command line on an index of the test's own."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from search.cli import run
from search.commandline.status import ExitStatus


class Done(NamedTuple):
    """What a command did: its status, its data, and what it said aside."""

    status: ExitStatus
    data: str
    said: str


Type = Callable[..., Done]


@pytest.fixture
def type_(mine: Path, capsys: pytest.CaptureFixture[str]) -> Type:
    """Return a function that runs the words of a command line."""

    def typed(*words: str) -> Done:
        status = run(["-i", str(mine), *words])
        captured = capsys.readouterr()
        return Done(status, captured.out, captured.err)

    return typed
