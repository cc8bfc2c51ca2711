"""A text file that a person edits: its lines, its bytes, and its state before."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.errors import IndexFailure
from index.layout import edited
from tests.support.failures import raises


@given(st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=9)))
def test_the_lines_of_a_text_are_those_that_were_written(lines: list[str]) -> None:
    for end in ("\n", "\r\n", "\r"):
        assert edited.lines("".join(f"{line}{end}" for line in lines)) == lines


@given(st.text())
def test_a_line_has_nothing_that_an_editor_does_not_show(text: str) -> None:
    line = edited.one_line(text)
    assert line.isprintable()
    assert edited.one_line(line) == line


def test_what_is_no_text_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    assert edited.read(file, 9) == []
    file.write_text("ligne\n" * 2, "utf-8")
    assert edited.read(file, 12) == ["ligne", "ligne"]
    for unfit, most in ((file, 11), (tmp_path, 10**9)):
        with raises(IndexFailure, "index.unfit_text", "mend.move_away"):
            edited.read(unfit, most)


def test_bytes_that_are_not_utf_8_are_written_back_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"caf\xe9\nth\xc3\xa9\n")
    lines = edited.read(file, 99)
    assert [bool(edited.FOREIGN.search(line)) for line in lines] == [True, False]
    edited.replace(file, "".join(f"{line}\n" for line in lines), "")
    assert file.read_bytes() == b"caf\xe9\nth\xc3\xa9\n"


def test_an_undo_of_an_undo_brings_the_change_back(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    assert not edited.undo(file)
    edited.replace(file, "un\n", "# rien\n")
    edited.replace(file, "deux\n", "# rien\n")
    for expected in ("# rien\nun\n", "deux\n", "# rien\nun\n"):
        assert edited.undo(file)
        assert file.read_text("utf-8") == expected


def test_the_undo_of_the_first_change_leaves_the_heading(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    edited.replace(file, "un\n", "# rien\n")
    edited.undo(file)
    assert file.read_text("utf-8") == "# rien\n"
