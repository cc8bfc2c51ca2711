"""The seal of a generation: it knows its files by their bytes."""

import os
from pathlib import Path

import pytest

from index import layout
from index.errors import Damaged
from index.storage import seal


@pytest.fixture
def generation(tmp_path: Path) -> Path:
    layout.engine(tmp_path).mkdir()
    (layout.engine(tmp_path) / "meta.json").write_bytes(b"1 segment")
    (layout.engine(tmp_path) / ".lock").write_bytes(b"")
    layout.vectors(tmp_path).write_bytes(b"vectors")
    layout.stories(tmp_path).write_bytes(b"stories")
    seal.seal(tmp_path)
    return tmp_path


def test_files_as_they_were_sealed_are_whole(generation: Path) -> None:
    assert seal.broken(generation) == []


def test_a_file_that_changed_or_went_is_named(generation: Path) -> None:
    (layout.engine(generation) / "meta.json").write_bytes(b"2 segment")
    layout.vectors(generation).unlink()
    layout.stories(generation).write_bytes(b"other")

    assert seal.broken(generation) == ["engine/meta.json", "vectors", "stories"]


def test_notes_of_the_engine_are_not_sealed(generation: Path) -> None:
    (layout.engine(generation) / ".lock").write_bytes(b"other")

    assert seal.broken(generation) == []


def test_a_small_file_rewritten_within_one_tick_of_the_clock_is_sealed_anew(generation: Path) -> None:
    file = layout.engine(generation) / "meta.json"
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    file.write_bytes(b"2 segment")
    os.utime(file, ns=times)

    seal.seal(generation)

    assert seal.broken(generation) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"a": [1, 2]}', b"\xff"])
def test_a_seal_that_cannot_be_read_is_damage_and_is_made_again(generation: Path, content: bytes) -> None:
    layout.seal(generation).write_bytes(content)
    with pytest.raises(Damaged):
        seal.broken(generation)

    seal.seal(generation)

    assert seal.broken(generation) == []


def test_a_file_that_the_seal_does_not_name_is_named(generation: Path) -> None:
    layout.seal(generation).write_text("{}", "utf-8")

    assert seal.unsealed(generation, ["meta.json", "gone"]) == ["engine/meta.json", "vectors", "stories"]

    seal.seal(generation)

    assert seal.unsealed(generation, ["meta.json"]) == []
