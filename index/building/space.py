"""What a build says when the disk is full: which file system, how much of it is free, how much is missing."""

import errno
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import Rejected
from corpus.message import Message, message
from index.building.scan import name
from index.errors import DiskFull, IndexFailure
from index.layout import disk
from index.opening import open_catalog

if TYPE_CHECKING:
    from index.storage.catalog import File

_BYTES_IN_MB = 1_000_000

_INDEX_SHARE = 3.5
"""Bytes of the disk that a build needs, for each byte of the files that it reads.

36,016 articles, 101 MB of JSON Lines, made an index of 263 MB, with 61 MB of the log of SQLite beside it.
"""

_MIN_MISSING_MB = 2
"""The least that is asked for: the smallest index takes about 1 MB while it is made."""


@contextmanager
def watched(home: Path, files: Iterable[Path | Rejected], *, anew: bool) -> Iterator[None]:
    """Raise one error for a full disk; `anew` says whether all the files are read, or only those that changed.

    Raises:
        DiskFull: the disk is full, or the share of this person.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in disk.FULL_ERRORS:
            raise
        needed = round(_INDEX_SHARE * _bytes_to_read(home, files, {} if anew else _known(home)))
        raise (_quota_full if error.errno == errno.EDQUOT else _disk_full)(home, needed) from error


def _disk_full(home: Path, needed: int) -> DiskFull:
    free = shutil.disk_usage(home).free
    full = str(disk.file_system(home))
    return DiskFull(
        "index.disk_full", home=str(home), disk=full, free=free / _BYTES_IN_MB, mend=_free(needed - free)
    )


def _quota_full(home: Path, needed: int) -> DiskFull:
    """Return the error for a person whose share is used up; the system does not say in one way how large it is."""
    return DiskFull("index.quota_full", home=str(home), disk=str(disk.file_system(home)), mend=_free(needed))


def _free(missing: int) -> Message:
    return message("mend.free_disk", missing=max(_MIN_MISSING_MB, round(missing / _BYTES_IN_MB)))


def _known(home: Path) -> "Mapping[str, File]":
    try:
        with closing(open_catalog(home)) as catalog:
            return catalog.files()
    except IndexFailure:
        return {}


def _bytes_to_read(home: Path, files: Iterable[Path | Rejected], known: "Mapping[str, File]") -> int:
    """Return the bytes of the files that are not as they were in the last build."""
    total = 0
    for path in files:
        if isinstance(path, Path) and path.is_file():
            status = path.stat()
            before = known.get(name(path, home.parent))
            if before is None or (before.size, before.modified) != (status.st_size, status.st_mtime_ns):
                total += status.st_size
    return total
