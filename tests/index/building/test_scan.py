"""How the files of a walk differ from those that are known."""

import os
from pathlib import Path

import pytest

from corpus import Rejected
from corpus.message import message
from index.building.scan import Scan, name, scan
from index.storage.catalog import File


def known(paths: list[Path], folder_above: Path) -> dict[str, File]:
    """Return what a scan of files that are all new notes of them."""
    return {found.file.path: found.file for found in scan(paths, {}, folder_above).fresh}


def paths_of(found: Scan) -> tuple[list[tuple[str, str | None]], list[str], set[str], list[str]]:
    """Return the paths of a scan: fresh with what they were known as, touched, gone, rejected."""
    fresh = [(new.file.path, new.known_as) for new in found.fresh]
    return (
        fresh,
        [file.path for file in found.touched],
        found.gone,
        [rejected.path for rejected in found.rejected],
    )


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name_ for name_ in ("a.txt", "b.txt", "c.txt")]
    for path in paths:
        path.write_text(f"Le port {path.stem}.", "utf-8")
    return paths


def test_every_file_is_new_at_first(files: list[Path], tmp_path: Path) -> None:
    assert paths_of(scan(files, {}, tmp_path)) == (
        [("a.txt", None), ("b.txt", None), ("c.txt", None)],
        [],
        set(),
        [],
    )


def test_the_same_files_are_nothing_to_do(files: list[Path], tmp_path: Path) -> None:
    assert paths_of(scan(files, known(files, tmp_path), tmp_path)) == ([], [], set(), [])


def test_a_file_of_the_same_size_and_time_is_not_opened(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = known(files, tmp_path)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("a file was opened"))

    assert paths_of(scan(files, before, tmp_path)) == ([], [], set(), [])


def test_a_file_of_another_time_and_the_same_content_is_touched(files: list[Path], tmp_path: Path) -> None:
    before = known(files, tmp_path)
    os.utime(files[1], (5, 5))
    found = scan(files, before, tmp_path)

    assert paths_of(found) == ([], ["b.txt"], set(), [])
    assert found.touched[0].modified == 5_000_000_000


def test_a_file_of_another_content_and_the_same_size_is_fresh(files: list[Path], tmp_path: Path) -> None:
    before = known(files, tmp_path)
    files[1].write_text("Le port x.", "utf-8")

    assert paths_of(scan(files, before, tmp_path)) == ([("b.txt", "b.txt")], [], set(), [])


def test_a_file_that_was_renamed_is_known_by_its_content(files: list[Path], tmp_path: Path) -> None:
    before = known(files, tmp_path)
    files[1].rename(tmp_path / "z.txt")

    found = scan([files[0], files[2], tmp_path / "z.txt"], before, tmp_path)

    assert paths_of(found) == ([("z.txt", "b.txt")], [], set(), [])


def test_two_files_of_one_content_that_were_renamed_are_both_known(files: list[Path], tmp_path: Path) -> None:
    files[1].write_bytes(files[0].read_bytes())
    before = known(files, tmp_path)
    moved = [files[0].rename(tmp_path / "y.txt"), files[1].rename(tmp_path / "z.txt")]

    fresh, _, gone, _ = paths_of(scan([*moved, files[2]], before, tmp_path))

    assert ([path for path, _ in fresh], {path for _, path in fresh}, gone) == (
        ["y.txt", "z.txt"],
        {"a.txt", "b.txt"},
        set(),
    )


def test_a_copy_is_new_while_its_original_is_there(files: list[Path], tmp_path: Path) -> None:
    before = known(files, tmp_path)
    copy = tmp_path / "copie.txt"
    copy.write_bytes(files[0].read_bytes())

    assert paths_of(scan([*files, copy], before, tmp_path)) == ([("copie.txt", None)], [], set(), [])


def test_a_file_that_is_no_longer_there_is_gone(files: list[Path], tmp_path: Path) -> None:
    assert paths_of(scan(files[:2], known(files, tmp_path), tmp_path)) == ([], [], {"c.txt"}, [])


def test_a_file_that_goes_while_the_others_are_read_is_gone(files: list[Path], tmp_path: Path) -> None:
    before = known(files, tmp_path)
    files[1].unlink()

    assert paths_of(scan(files, before, tmp_path)) == ([], [], {"b.txt"}, [])


def test_a_file_that_cannot_be_opened_is_rejected_and_not_gone(files: list[Path], tmp_path: Path) -> None:
    before = known(files, tmp_path)
    files[1].unlink()
    files[1].symlink_to("nulle-part.txt")

    found = scan(files, before, tmp_path)

    assert paths_of(found) == ([], [], set(), ["b.txt"])
    assert found.rejected[0].reason == message("reading.not_opened", cause=message("error.no_such_file"))


def test_a_file_whose_path_is_too_long_for_the_system_is_rejected_and_not_passed_over(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["dossier"] * 600, "fond.txt")

    found = scan([deep], {}, tmp_path)

    assert [rejected.path for rejected in found.rejected] == [name(deep, tmp_path)]
    assert found.rejected[0].reason == message("reading.not_opened", cause=message("error.path_too_long"))


def test_what_the_walk_rejects_is_passed_on(files: list[Path], tmp_path: Path) -> None:
    rejected = Rejected("privé", message("reading.folder", cause="?"))

    assert scan([*files, rejected], known(files, tmp_path), tmp_path).rejected == [rejected]


def test_a_path_below_the_folder_is_shown_from_there_and_another_whole(tmp_path: Path) -> None:
    assert name(tmp_path / "2025" / "é.txt", tmp_path) == "2025/é.txt"
    assert name(Path("/ailleurs/é.txt"), tmp_path) == "/ailleurs/é.txt"


def test_a_name_that_is_not_unicode_is_shown_all_the_same(tmp_path: Path) -> None:
    assert name(tmp_path / os.fsdecode(b"march\xe9.txt"), tmp_path).encode("utf-8")


@pytest.mark.parametrize("seconds", [-86_400 * 400, -1, 86_400 * 400])
def test_a_file_written_while_the_clock_was_wrong_is_read(
    files: list[Path], tmp_path: Path, seconds: int
) -> None:
    """An older time counts as a newer one does: any other time has the content compared."""
    before = known(files, tmp_path)
    time = files[0].stat().st_mtime_ns
    files[0].write_text("Le port z.", "utf-8")
    os.utime(files[0], ns=(time, time + seconds * 1_000_000_000))

    fresh, *_ = paths_of(scan(files, before, tmp_path))

    assert fresh == [("a.txt", "a.txt")]
