"""Every file below the folders that a person names, in an order that never changes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.article import Rejected
from corpus.errors import PathNotFound
from corpus.message import message


def walk(roots: Iterable[Path]) -> Iterator[Path | Rejected]:
    """Every file below `roots` (a root may be a file), by name within a folder; an unreadable folder is Rejected.

    Names that begin with a dot are skipped, unless they are roots.  Links are followed, and a file or a folder
    that can be reached twice is given once: loops end, and overlapping roots repeat nothing.

    Raises PathNotFound at the call, before anything is read, for a root that does not exist.
    """
    pending = list(roots)
    for root in pending:
        if not root.exists():
            raise PathNotFound("reading.path_not_found", path=str(root))
    pending.reverse()
    return _below(pending)


def _below(pending: list[Path]) -> Iterator[Path | Rejected]:
    """The files below `pending`, last first; no recursion, for folders can be nested deeper than calls."""
    seen: set[tuple[int, int]] = set()
    while pending:
        path = pending.pop()
        try:
            status = path.stat()
        except OSError:  # a broken link: `read` says so
            yield path
            continue
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            continue
        seen.add(identity)
        if not path.is_dir():
            yield path
            continue
        try:
            inside = sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield Rejected(str(path), message("reading.folder", cause=error.strerror or str(error)))
            continue
        pending.extend(entry for entry in inside if not entry.name.startswith("."))
