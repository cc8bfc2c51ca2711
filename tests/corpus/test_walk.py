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
    plant(tmp_path, "film.xyz")
    assert names(tmp_path) == ["film.xyz"]


def test_pictures_styles_and_scripts_are_counted_in_one_line(tmp_path: Path) -> None:
    plant(tmp_path, "a/port.html", "a/logo.PNG", "b/style.css", "c.txt")
    assert names(tmp_path) == ["a/port.html", "c.txt"]
    assert [found for found in walk([tmp_path]) if isinstance(found, Rejected)] == [
        Rejected(str(tmp_path / "a" / "logo.PNG"), message("reading.resources", count=2))
    ]


def test_what_programs_leave_behind_is_counted_with_them(tmp_path: Path) -> None:
    plant(tmp_path, "Thumbs.db", "a.docx", "desktop.ini", "presse.msf", "presse", "~$a.docx")
    assert names(tmp_path) == ["a.docx", "presse"]
    assert [found for found in walk([tmp_path]) if isinstance(found, Rejected)] == [
        Rejected(str(tmp_path / "Thumbs.db"), message("reading.resources", count=4))
    ]


@pytest.mark.parametrize("folder", ["Le port_files", "Le port_fichiers", "Le port-Dateien"])
def test_the_folder_of_a_saved_page_is_passed_over(folder: str, tmp_path: Path) -> None:
    plant(tmp_path, "Le port.html", f"{folder}/pub.html", f"{folder}/x/app.js")
    assert names(tmp_path) == ["Le port.html"]
    assert [found for found in walk([tmp_path]) if isinstance(found, Rejected)] == [
        Rejected(str(tmp_path / folder / "pub.html"), message("reading.resources", count=2))
    ]


def test_a_folder_with_such_a_name_that_belongs_to_no_page_is_read(tmp_path: Path) -> None:
    plant(tmp_path, "presse_files/a.html", "le_port_files.html")
    assert names(tmp_path) == ["le_port_files.html", "presse_files/a.html"]


def test_a_picture_that_is_named_is_given_so_that_reading_it_says_why_not(tmp_path: Path) -> None:
    plant(tmp_path, "a/scan.jpg", "port.html", "port_files/a.html")
    assert list(walk([tmp_path / "a" / "scan.jpg", tmp_path / "port_files"])) == [
        tmp_path / "a" / "scan.jpg",
        tmp_path / "port_files" / "a.html",
    ]


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
