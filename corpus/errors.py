"""What a caller of the corpus can mend: a path that does not exist, a field that articles do not have."""

from corpus.message import CodedError


class CorpusError(CodedError):
    """Root of what this package raises; a bad file or record is not raised but yielded as Rejected."""


class PathNotFound(CorpusError):  # noqa: N818 - a class is named after the fact; the root says it is an error
    """A path to read that does not exist: the caller names another one."""


class BadColumn(CorpusError):  # noqa: N818 - as above
    """A mapping of columns that names a field which articles do not have: the caller corrects the mapping."""


class Unreadable(CorpusError):  # noqa: N818 - as above
    """A file or a record whose content cannot be read; its message becomes the reason of a Rejected."""
