"""Files that a power cut leaves as they were before or after."""

import errno
import os
import stat
from pathlib import Path

import pytest

from index.layout import durable


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is done, in order: the names that are synced and renamed."""
    steps: list[str] = []
    sync, rename = os.fsync, Path.replace

    def note_sync(opened: int) -> None:
        steps.append(f"sync {Path(f'/proc/self/fd/{opened}').readlink().name}")
        sync(opened)

    def note_rename(path: Path, target: Path) -> Path:
        steps.append(f"rename {path.name}")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_rename)
    return steps


linux = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs a list of open files")


@linux
def test_bytes_are_on_the_disk_before_the_name_and_the_name_at_the_end(
    tmp_path: Path, synced: list[str]
) -> None:
    durable.write(tmp_path / "pending", b"[]")

    assert (tmp_path / "pending").read_bytes() == b"[]"
    assert synced == ["sync pending.new", "rename pending.new", f"sync {tmp_path.name}"]


@linux
def test_every_file_of_a_folder_is_synced_and_the_folder_last(tmp_path: Path, synced: list[str]) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").write_bytes(b"2")
    (tmp_path / "temporary").mkdir()

    durable.sync_files(tmp_path)

    assert sorted(synced[:2]) == ["sync a", "sync b"]
    assert synced[2:] == [f"sync {tmp_path.name}"]


def test_what_cannot_be_written_leaves_the_file_of_before_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    durable.write(tmp_path / "seal.json", b"before")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        durable.write(tmp_path / "seal.json", b"after")

    assert (tmp_path / "seal.json").read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["seal.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_file_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        durable.write(tmp_path / "aliases.txt", b"")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "aliases.txt").stat().st_mode) == 0o600


def test_a_file_that_is_not_there_is_removed_without_an_error(tmp_path: Path) -> None:
    (tmp_path / "pending").touch()
    durable.remove(tmp_path / "pending")
    durable.remove(tmp_path / "pending")

    assert not list(tmp_path.iterdir())
