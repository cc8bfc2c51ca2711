"""The disk that holds an index: why it refuses to take more, and the file system that it is."""

import errno
import os
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
