"""What can go wrong with an index; each message says what happened, where, and what to type."""

import errno

PASSING_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EMFILE)
"""What a person mends outside the index, which is not damaged: a full disk, a forbidden file, too many open files."""


class IndexFailure(Exception):  # noqa: N818 - IndexError is the language's own
    """An index cannot be made or read."""


class IndexNotFound(IndexFailure):
    """There is no index where one was looked for."""


class IndexMismatch(IndexFailure):
    """The index was made by another version: it has to be rebuilt."""


class IndexBusy(IndexFailure):
    """Another build is under way."""


class Damaged(IndexFailure):
    """The files of the index do not hold together."""


class Unsupported(IndexFailure):
    """The engine cannot honour a part of the query."""
