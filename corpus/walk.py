"""The files below the folders that a person names, in an order that never changes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.article import Rejected
from corpus.errors import PathNotFound, system_cause
from corpus.message import message


def walk(roots: Iterable[Path]) -> Iterator[Path | Rejected]:
    """Yield every file below `roots` (a root may be a file), by name within a folder.

    A folder that cannot be read is yielded as Rejected.  Names that begin with a dot are skipped, unless they are
    roots.  Links are followed, and a file or a folder that can be reached twice is yielded once: loops end, and
    overlapping roots repeat nothing.

    Raises:
        PathNotFound: at the call, before anything is read, a root does not exist.
    """
    pending = list(roots)
    for root in pending:
        if not root.exists():
            raise PathNotFound("reading.path_not_found", path=str(root))
    pending.reverse()
    return _below(pending)


def _below(pending: list[Path]) -> Iterator[Path | Rejected]:
    """Yield the files below `pending`, the last path first; without recursion, for folders nest deeper than calls."""
    seen: set[tuple[int, int]] = set()
    while pending:
        path = pending.pop()
        try:
            status = path.stat()
        except OSError:  # a broken link: `read` rejects it
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
            yield Rejected(str(path), message("reading.folder", cause=system_cause(error)))
            continue
        pending.extend(entry for entry in inside if not entry.name.startswith("."))
