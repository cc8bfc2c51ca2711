"""A lock that one process has at a time: the system takes it back when the process ends, however it ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.layout import private

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_POLL_SECONDS = 0.05
"""Seconds after which a lock is tried again while another process has it."""


class Taken(Exception):  # noqa: N818 - no error of this process
    """Another process has the lock."""


@contextmanager
def held(path: Path, seconds: float = 0.0) -> Iterator[None]:
    """Have the lock of a file within this block; another process is waited for so long at most.

    The file stays: one that is removed while another process waits for it would be two locks.

    Raises:
        Taken: another process has it.
    """
    until = time.monotonic() + seconds
    opened = os.open(path, os.O_RDWR | os.O_CREAT, private.FILE_MODE)
    try:
        while not _is_ours(opened):
            if time.monotonic() >= until:
                raise Taken
            time.sleep(_POLL_SECONDS)
        yield
    finally:
        os.close(opened)  # which lets go of the lock


def _is_ours(opened: int) -> bool:
    """Try to take the lock of an open file, and return whether it was free."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # of Unix, of Windows
        return False
    return True
