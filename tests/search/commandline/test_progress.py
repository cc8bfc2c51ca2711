"""The line that shows the progress of a build, on a terminal."""

import io
import sys

import pytest

from index.building.report import Progress
from search.commandline.progress import shown


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_goes_to_standard_output_under_the_progress_stays_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal = _Terminal()
    with shown(terminal) as show:
        show(Progress(1, 1, 2))
        sys.stdout.write("title,date\n")
    assert capsys.readouterr().out == "title,date\n"
    assert "1 article" in terminal.getvalue()
    assert "title" not in terminal.getvalue()


def test_what_a_build_does_behind_its_last_article_is_said() -> None:
    terminal = _Terminal()
    with shown(terminal) as show:
        show(Progress(1, 1, 2))
        show(Progress(2, 2, 2))
    _, last, bar = terminal.getvalue().rpartition("2 articles, all are read; finishing")
    assert last
    assert "%" not in bar
