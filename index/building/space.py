"""What a build says when the disk is full: which file system, how much of it is free, how much is missing."""

import errno
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import Rejected
from corpus.message import Message, message
from index import engines, layout
from index.building.scan import name
from index.errors import DiskFull, IndexFailure
from index.layout import disk
from index.opening import open_catalog
from index.storage.manifest import Manifest

if TYPE_CHECKING:
    from index.storage.catalog import File

_BYTES_IN_MB = 1_000_000

_BYTES_OF_ARTICLE = 3_300
"""The bytes of an article of press in JSON Lines, by which an engine is chosen before the articles are counted."""

_MIN_MISSING_MB = 2
"""The least that is asked for: the smallest index takes about 1 MB while it is made."""


@contextmanager
def watched(home: Path, files: Iterable[Path | Rejected], plan: Manifest, *, anew: bool) -> Iterator[None]:
    """Raise one error for a full disk; `anew` says whether all the files are read, or only those that changed.

    What is free is what was free before: a build that fails gives back what it took.

    Raises:
        DiskFull: the disk is full, or the share of this person.
    """
    free = shutil.disk_usage(home).free
    if anew:  # what an earlier build left goes too
        free += disk.size(layout.generation(home, plan.generation))
    try:
        yield
    except OSError as error:
        if error.errno not in disk.FULL_ERRORS:
            raise
        needed = _needed(home, files, plan, anew=anew)
        if error.errno == errno.EDQUOT:
            raise _quota_full(home, needed) from error
        raise _disk_full(home, needed, free) from error


def _needed(home: Path, files: Iterable[Path | Rejected], plan: Manifest, *, anew: bool) -> int:
    """Return the bytes of the disk that a build takes at most; an update may write segments anew that are as large as its own."""
    read = _bytes_to_read(home, files, {} if anew else _known(home))
    engine = engines.suiting(read // _BYTES_OF_ARTICLE) if anew and not plan.pinned else plan.engine
    own = round(engines.backend(engine).disk_share * read)
    return own if anew else own + min(own, disk.size(layout.generation(home, plan.generation)))


def _disk_full(home: Path, needed: int, free: int) -> DiskFull:
    """Return the error for a full disk; what was free was too little, even where it is more than other articles needed."""
    full = str(disk.file_system(home))
    mend = _free(max(needed - free, min(needed, free) // 2))
    return DiskFull("index.disk_full", home=str(home), disk=full, free=free / _BYTES_IN_MB, mend=mend)


def _quota_full(home: Path, needed: int) -> DiskFull:
    """Return the error for a person whose share is used up; the system does not say in one way how large it is."""
    return DiskFull("index.quota_full", home=str(home), disk=str(disk.file_system(home)), mend=_free(needed))


def _free(missing: int) -> Message:
    return message("mend.free_disk", missing=max(_MIN_MISSING_MB, ceil(missing / _BYTES_IN_MB)))


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
