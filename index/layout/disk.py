"""The disk that holds an index: whether it takes more, why it does not, what need not be on it."""

import errno
import os
import shutil
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

FULL_ERRORS = (errno.ENOSPC, errno.EDQUOT)
"""The errors of a disk that is full, or of a person whose share of it is."""

_PROBE_BYTES = 1 << 16
"""Bytes that are written to learn whether a disk takes more: SQLite needs half of it for the index of its log."""


def refusal(folder: Path) -> OSError | None:
    """Return why the system refuses to write in a folder; None if it does not refuse.

    SQLite does not say why: on a full disk it cannot open its log, and reports a database that may only be read.
    """
    try:
        with TemporaryFile(dir=folder) as probe:
            probe.write(bytes(_PROBE_BYTES))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        return OSError(error.errno, error.strerror, str(folder))
    return None


def file_system(folder: Path) -> Path:
    """Return the folder on which the file system of a folder is mounted."""
    resolved = folder.resolve()
    return next(above for above in (resolved, *resolved.parents) if above.is_mount() or above == above.parent)


def keep_only(folder: Path, names: Container[str]) -> None:
    """Remove the files and folders of a folder that have none of these names; those that begin with a dot stay."""
    for path in folder.glob("[!.]*"):
        if path.name in names:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):  # Windows removes no file that a reader has open
                path.unlink()


def size(folder: Path) -> int:
    """Return the bytes of the files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
