"""Which files a walk gives, and in which order."""

import os
from pathlib import Path

import pytest

from corpus import Rejected, walk
from corpus.errors import PathNotFound
from corpus.message import message


def plant(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Le port rouvre.", "utf-8")


def names(root: Path) -> list[str]:
    return [str(found.relative_to(root)) for found in walk([root]) if isinstance(found, Path)]


def test_files_come_by_name_within_their_folder(tmp_path: Path) -> None:
    plant(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "c.txt")
    assert names(tmp_path) == ["a/1.txt", "a/2.txt", "b.txt", "c.txt"]


def test_names_with_a_dot_in_front_are_skipped_unless_they_are_named(tmp_path: Path) -> None:
    plant(tmp_path, ".manchette/x.txt", ".y.txt", "z.txt")
    assert names(tmp_path) == ["z.txt"]
    assert list(walk([tmp_path / ".y.txt"])) == [tmp_path / ".y.txt"]


def test_files_of_any_suffix_are_given_so_that_nothing_is_lost_silently(tmp_path: Path) -> None:
    plant(tmp_path, "photo.jpg")
    assert names(tmp_path) == ["photo.jpg"]


def test_a_link_that_loops_ends(tmp_path: Path) -> None:
    plant(tmp_path, "a/1.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert names(tmp_path) == ["a/1.txt"]


def test_roots_that_overlap_repeat_nothing(tmp_path: Path) -> None:
    plant(tmp_path, "a/1.txt", "a/2.txt")
    found = list(walk([tmp_path / "a" / "2.txt", tmp_path, tmp_path / "a"]))
    assert found == [tmp_path / "a" / "2.txt", tmp_path / "a" / "1.txt"]


def test_a_broken_link_is_given_so_that_reading_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert names(tmp_path) == ["gone.txt"]


def test_a_root_that_does_not_exist_is_named_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(PathNotFound, match=r"reading.path_not_found \(path=.*absent\)"):
        walk([tmp_path, tmp_path / "absent"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o000)
    assert list(walk([tmp_path])) == [
        Rejected(str(tmp_path / "closed"), message("reading.folder", cause="Permission denied"))
    ]
