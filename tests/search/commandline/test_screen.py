"""The size of the terminal is that of the standard library."""

import os
from shutil import get_terminal_size

import pytest

from search.commandline import screen


@pytest.mark.parametrize("columns", ["", "0", "132", "-1", "large", "7"])
@pytest.mark.parametrize("found", [(0, 0), (100, 30), None])
def test_the_size_is_that_of_the_standard_library(
    columns: str, found: tuple[int, int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def terminal(_: int) -> os.terminal_size:
        if found is None:
            raise OSError
        return os.terminal_size(found)

    monkeypatch.setattr(os, "get_terminal_size", terminal)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.delenv("LINES", raising=False)

    assert screen.size() == get_terminal_size()
