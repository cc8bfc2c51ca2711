"""The files that are new, changed, moved or gone since the last build, judged by their content."""

import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISREG

from corpus import Rejected
from corpus.digest import file_digest
from corpus.errors import system_cause
from corpus.message import message
from corpus.records import record, replace
from index.storage.catalog import File


@record
class ChangedFile:
    """A file to read: its path, its state now, and the path that it had in the last build, None for a new file."""

    path: Path
    file: File
    known_as: str | None


class Scan:
    """The differences between the files of now and those of the last build.

    `fresh` files have to be read.  `touched` files have another time of change and the same content.  `gone` paths no
    longer exist.  `rejected` files could not be opened: the index keeps their articles.
    """

    def __init__(self) -> None:
        self.fresh: list[ChangedFile] = []
        self.touched: list[File] = []
        self.gone: set[str] = set()
        self.rejected: list[Rejected] = []


def name(path: Path, base: Path) -> str:
    """Return a path as the index shows and keeps it: relative to the folder `base` below which it is, else whole.

    >>> name(Path("/presse/2025/a.txt"), Path("/presse")), name(Path("/autre/b.txt"), Path("/presse"))
    ('2025/a.txt', '/autre/b.txt')
    """
    return os.fsencode(from_base(path, base).as_posix()).decode("utf-8", "backslashreplace")


def from_base(path: Path, base: Path) -> Path:
    """Return a path relative to the folder `base` if it is below it, else whole."""
    return path.relative_to(base) if path.is_relative_to(base) else path


def scan(paths: Iterable[Path | Rejected], known: dict[str, File], base: Path) -> Scan:
    """Return the differences between the files of some paths and the `known` files, those of the last build.

    A file that has the same size and the same time of change as in the last build counts as unchanged: it is not
    opened.
    """
    changes = Scan()
    unknown: list[ChangedFile] = []
    seen: set[str] = set()
    for path in paths:
        if isinstance(path, Rejected):
            shown = name(Path(path.path), base)
            changes.rejected.append(replace(path, path=shown))
            seen.add(shown)
            continue
        shown = name(path, base)
        if shown in seen:  # one root is below another
            continue
        before = known.get(shown)
        try:
            status = path.stat()
            if before and (before.size, before.modified) == (status.st_size, status.st_mtime_ns):
                seen.add(shown)
                continue
            if not S_ISREG(status.st_mode):  # opening a pipe would wait for a writer
                seen.add(shown)
                changes.rejected.append(Rejected(shown, message("reading.special_file")))
                continue
            digest = file_digest(path)
        except OSError as error:
            # the file was removed after it was listed; one whose path is too long is there, whatever `lexists` says
            if isinstance(error, FileNotFoundError | NotADirectoryError) and not os.path.lexists(path):
                continue
            seen.add(shown)
            changes.rejected.append(Rejected(shown, message("reading.not_opened", cause=system_cause(error))))
            continue
        seen.add(shown)
        file = File(shown, status.st_size, status.st_mtime_ns, digest)
        if before is None:
            unknown.append(ChangedFile(path, file, None))
        elif before.digest == digest:
            changes.touched.append(file)
        else:
            changes.fresh.append(ChangedFile(path, file, shown))
    # the index keeps the articles below a folder that cannot be opened
    shut = tuple(f"{rejected.path}/" for rejected in changes.rejected)
    changes.gone = {path for path in known.keys() - seen if not path.startswith(shut)}
    left: defaultdict[str, list[str]] = defaultdict(list)
    for gone in sorted(changes.gone, reverse=True):
        left[known[gone].digest].append(gone)
    for new in unknown:
        same = left[new.file.digest]
        old = same.pop() if same else None
        changes.gone.discard(old or "")
        changes.fresh.append(ChangedFile(new.path, new.file, old))
    changes.fresh.sort(key=lambda new: new.file.path)
    return changes
