"""What can go wrong with an index; a code says what happened, values say where, `mend` says what to type next."""

import errno
import os
import re
from pathlib import Path

from corpus.message import CodedError, message

PASSING_ERRORS = (
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.EMFILE,
    errno.ENFILE,
    errno.EIO,
    errno.ENOMEM,
)
"""What a person mends outside the index, which is not damaged.

A full disk, a forbidden file, too many open files, a disk that fails, too little memory.
"""

_NUMBER_IN_TEXT = r"code: (\d+)|os error (\d+)"
"""How an error of Rust writes the number of the system's error."""


class IndexFailure(CodedError):  # noqa: N818 - IndexError is the language's own
    """An index cannot be made or read."""


class IndexNotFound(IndexFailure):
    """There is no index where one was looked for."""


class IndexMismatch(IndexFailure):
    """The index was made by another version: it has to be rebuilt."""


class IndexBusy(IndexFailure):
    """Another build is under way."""


class DiskFull(IndexFailure):
    """The disk, or the share of this person, has no room for the build; the index of before answers."""


class Damaged(IndexFailure):
    """The files of the index do not hold together."""


class Unsupported(IndexFailure):
    """The engine cannot honour a part of the query."""


def failure_of_engine(directory: Path, error: BaseException) -> OSError | Damaged:
    """Return what to raise for an error that an engine met in its files.

    It is an error of the system where the index is not damaged (`PASSING_ERRORS`), else `Damaged`.
    """
    number = _system_number(error)
    if number in PASSING_ERRORS:
        path = error.filename if isinstance(error, OSError) else None
        return OSError(number, os.strerror(number), path or str(directory))
    cause = f"{type(error).__name__}: {error}".partition("\n")[0]
    return Damaged("index.damaged_engine", path=str(directory), cause=cause, mend=message("mend.rebuild"))


def _system_number(error: BaseException) -> int:
    """Return the number of the system's error, 0 if the system reported none."""
    if isinstance(error, OSError) and error.errno:
        return error.errno
    match = re.search(_NUMBER_IN_TEXT, str(error))
    return int(match[1] or match[2]) if match else 0
