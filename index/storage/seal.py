"""The seal of a generation: the digests of the files of its engine, of its vectors, of its stories and of its names.

By it, `check` finds a byte that a disk or a copy has changed, and an update compares files before it merges them.
An engine reads some changed bytes without an error, and gives another answer.
"""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from corpus.digest import file_digest
from corpus.message import message
from index import layout
from index.errors import Damaged
from index.layout import durable

_SMALL_BYTES = 1_000_000
"""Files up to this size are always read: where times are kept in seconds (FAT: two), `meta.json` may change within one."""

_Sealed: TypeAlias = tuple[str, int, int]
"""The digest of a file, its size in bytes, its time of change in nanoseconds."""


def seal(folder: Path) -> None:
    """Note the digest of every file; a large file not written since it was sealed is not read.

    500 MB of new files take half a second.  A file whose name begins with a dot is left out: it is a lock or a note of
    the engine, which the engine may change when it changes nothing else.
    """
    try:
        sealed = _noted(folder)
    except Damaged:  # there is no seal yet
        sealed = {}
    noted = {}
    for file in _sealed_files(folder):
        status = file.stat()
        written = (status.st_size, status.st_mtime_ns)
        name = file.relative_to(folder).as_posix()
        known = sealed.get(name)
        noted[name] = known if known and _is_as_sealed(file, known) else (file_digest(file), *written)
    durable.write(layout.seal(folder), json.dumps(noted).encode())


def broken(folder: Path) -> list[str]:
    """Return the names of the files that are missing or have changed since they were sealed: all of them are read.

    Raises:
        Damaged: the seal is missing or cannot be read.
    """
    return [name for name, sealed in _noted(folder).items() if _is_broken(folder / name, sealed)]


def broken_for_update(folder: Path, taken_over: Container[str]) -> list[str]:
    """Return the names of the broken files that an update can find without reading all of them.

    A large file is read if it is `taken_over` into another one, or was written since it was sealed: those of 36,016 articles
    take .2 s to read.

    Raises:
        Damaged: the seal is missing or cannot be read.
    """
    return [
        name
        for name, sealed in _noted(folder).items()
        if (name in taken_over or not _is_as_sealed(folder / name, sealed))
        and _is_broken(folder / name, sealed)
    ]


def unsealed(folder: Path, committed: Iterable[str]) -> list[str]:
    """Return the names of the files that the seal does not name: of those committed by the engine, the vectors, the stories, the names.

    Raises:
        Damaged: the seal is missing or cannot be read.
    """
    files = [*(layout.engine(folder) / name for name in sorted(committed)), *layout.beside_engine(folder)]
    names = [file.relative_to(folder).as_posix() for file in files if file.exists()]
    noted = _noted(folder)
    return [name for name in names if name not in noted]


def _sealed_files(folder: Path) -> Iterator[Path]:
    yield from sorted(layout.engine(folder).glob("[!.]*"))
    yield from (file for file in layout.beside_engine(folder) if file.exists())


def _is_as_sealed(file: Path, sealed: _Sealed) -> bool:
    """Return whether a file is large, and neither its size nor its time of change is another one."""
    _, size, time = sealed
    if size <= _SMALL_BYTES or not file.is_file():
        return False
    status = file.stat()
    return (status.st_size, status.st_mtime_ns) == (size, time)


def _is_broken(file: Path, sealed: _Sealed) -> bool:
    digest, size, _ = sealed
    return not file.is_file() or file.stat().st_size != size or file_digest(file) != digest


def _noted(folder: Path) -> Mapping[str, _Sealed]:
    """Return the digest, the size and the time of change of each sealed file, by its path in the folder.

    Raises:
        Damaged: the seal is missing or cannot be read.
    """
    path = layout.seal(folder)
    try:
        noted = {name: (str(digest), int(size), int(time)) for name, (digest, size, time) in _record(path)}
    except (FileNotFoundError, ValueError, TypeError, AttributeError) as error:
        raise Damaged("index.no_seal", path=str(path), mend=message("mend.rebuild")) from error
    return noted


def _record(path: Path) -> Iterator[tuple[str, _Sealed]]:
    yield from json.loads(path.read_text("utf-8")).items()
