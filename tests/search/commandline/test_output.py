"""Files that are whole, or not there at all."""

import errno
import os
from pathlib import Path

import pytest

from search.commandline.output import fresh
from search.errors import SearchError
from search.render.error import text


def test_a_file_takes_its_name_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with fresh(path) as beside:
        beside.write_text("un")
        assert not path.exists()
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text() == "un"


@pytest.mark.parametrize("raised", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")])
@pytest.mark.parametrize("is_folder", [False, True])
def test_what_is_interrupted_leaves_nothing(raised: BaseException, is_folder: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a parameter
    def write() -> None:
        with fresh(tmp_path / "a", is_folder=is_folder) as beside:
            (beside / "un.txt" if is_folder else beside).write_text("un")
            raise raised

    with pytest.raises((KeyboardInterrupt, SearchError)) as seen:
        write()
    assert not list(tmp_path.iterdir())
    if isinstance(seen.value, SearchError):
        assert text(seen.value).startswith(f"{tmp_path / 'a'}: ")


def test_a_file_is_replaced_by_force_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("un")
    with pytest.raises(SearchError, match=r"export\.file_exists"), fresh(path):
        pass
    assert path.read_text() == "un"
    with fresh(path, force=True) as beside:
        beside.write_text("deux")
    assert path.read_text() == "deux"


def test_a_folder_that_holds_something_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "textes"
    path.mkdir()
    with fresh(path, is_folder=True) as beside:
        (beside / "un.txt").write_text("un")
    for force in (False, True):
        with (
            pytest.raises(SearchError, match=r"export\.folder_exists"),
            fresh(path, is_folder=True, force=force),
        ):
            pass
        with pytest.raises(SearchError, match=r"export\.folder_exists"), fresh(path, force=force):
            pass
    assert [file.name for file in path.iterdir()] == ["un.txt"]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(SearchError) as refused, fresh(tmp_path / "absent" / "a.csv"):
        pass
    assert str(tmp_path / "absent") in text(refused.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with fresh(pipe) as same:
        assert same == pipe
    assert pipe.is_fifo()
