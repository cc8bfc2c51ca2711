"""What a caller of the corpus can mend: a path that is not there, a column that does not exist."""

from pathlib import Path


class CorpusError(Exception):
    """Root of what this package raises; one bad file or record is never raised but handed over as Rejected."""


class PathNotFound(CorpusError):  # noqa: N818 - a class is named after the fact; the root says it is an error
    """A path to read that does not exist: the caller names another one."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: no such file or folder; name one that exists")
        self.path = path


class BadColumn(CorpusError):  # noqa: N818 - as above
    """A mapping of columns that names a field which articles do not have: the caller corrects the mapping."""


class Unreadable(CorpusError):  # noqa: N818 - as above
    """A file whose content cannot be read; `read` catches it and hands over its message as the reason."""
