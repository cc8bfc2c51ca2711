"""Files that survive a power cut: their bytes are on the disk before their name is, and their name before the next step.

Until a file is synced, its bytes may be in memory alone while its name is already on the disk: after a power cut it is
empty.  A name is an entry of its folder, which is synced as well (fsync(2); measured on ext4: each index of Whoosh that
was made less than 30 s before a power cut was lost).  The rule of an index: whatever an answer needs is synced before
the catalog commits, the catalog before the manifest names the generation, and only then is the generation before removed.
"""

import os
import sys
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from index.layout import private


def write(path: Path, content: bytes) -> None:
    """Replace a file by one rename: after a power cut it has its bytes of before or these."""
    with replaced(path) as file:
        file.write(content)


@contextmanager
def replaced(path: Path) -> Iterator[IO[bytes]]:
    """Give a new file to write to; at the end it is synced and takes the place of the file at the path."""
    fresh = _fresh(path)
    try:
        with open(fresh, "wb", opener=private.opener) as file:
            yield file
            file.flush()
            sync(file.fileno())
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Remove a file, if there is one, for good, and the new one that a process was killed over."""
    there = [file for file in (path, _fresh(path)) if file.exists()]
    for file in there:
        file.unlink()
    if there:
        sync_folder(path.parent)


def _fresh(path: Path) -> Path:
    """Return the file that will take the place of the one at the path."""
    return path.with_name(f"{path.name}.new")


def sync_files(folder: Path, known: Container[str] = ()) -> None:
    """Sync every file of a folder, but for those that are `known` to be on the disk, and the folder itself."""
    for path in folder.iterdir():
        if path.is_file() and path.name not in known:
            with path.open("rb") as file:
                sync(file.fileno())
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Sync the names of the files of a folder; Windows opens no folder, and keeps the names in its own journal."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def sync(opened: int) -> None:
    """Wait until the bytes of an open file are on the disk; on macOS, `fsync` leaves them in the memory of the disk."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # a file system of the network may not have it
            fcntl.fcntl(opened, fcntl.F_FULLFSYNC)
            return
    os.fsync(opened)
