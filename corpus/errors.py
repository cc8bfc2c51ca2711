"""What a caller of the corpus can mend: a path that does not exist, a field that articles do not have."""

import errno

from corpus.message import CodedError, Value, message

_CAUSES = {
    errno.ENOENT: "error.no_such_file",
    errno.EACCES: "error.permission_denied",
    errno.EPERM: "error.not_permitted",
    errno.ENOSPC: "error.disk_full",
    errno.EDQUOT: "error.quota_exceeded",
    errno.EIO: "error.disk_fails",
    errno.EROFS: "error.read_only",
    errno.EMFILE: "error.too_many_files",
    errno.EISDIR: "error.is_a_folder",
    errno.ENOTDIR: "error.not_a_folder",
    errno.EEXIST: "error.file_exists",
    errno.ENOMEM: "error.out_of_memory",
    errno.EFBIG: "error.file_too_large",
    errno.ENAMETOOLONG: "error.path_too_long",
    errno.ELOOP: "error.links_in_circle",
}
"""The errors that the system reports most often, in our words; any other error has the words of the system."""


class CorpusError(CodedError):
    """Root of what this package raises; a bad file or record is not raised but yielded as Rejected."""


class PathNotFound(CorpusError):  # noqa: N818 - a class is named after the fact; the root says it is an error
    """A path to read that does not exist: the caller names another one."""


class BadColumn(CorpusError):  # noqa: N818 - as above
    """A mapping of columns that names a field which articles do not have: the caller corrects the mapping."""


class Unreadable(CorpusError):  # noqa: N818 - as above
    """A file or a record whose content cannot be read; its message becomes the reason of a Rejected."""


def system_cause(error: OSError) -> Value:
    """Return why the system refused: a message for the usual reasons, else the words of the system.

    >>> str(system_cause(FileNotFoundError(2, "No such file or directory")))
    'error.no_such_file'
    """
    code = _CAUSES.get(error.errno or 0)
    return message(code) if code else error.strerror or str(error)
