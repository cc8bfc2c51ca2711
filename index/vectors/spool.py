"""The stems of the documents of a build, on disk until their vectors are made: 1.2 KB each."""

import struct
from array import array
from collections.abc import Mapping
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from zlib import crc32

from index import layout
from index.layout import durable
from index.vectors.file import Counts

_HEADER = struct.Struct("=QII")
"""Before the stems of an article: its key, how many they are, their checksum with the number of times of each."""

_CHECKSUM_OF_NOTHING = 1
"""The checksum begins here, so that zeros, which a power cut may leave in a file, are no stems."""

_STEM_BYTES = 6
"""Bytes of a stem and of the number of times that an article has it."""


class Spool:
    """The counted stems of articles, by their keys, in a file; an article that is added again has its last stems.

    The file is a temporary one, unless it `stays` in the folder for the next build: then what an earlier build added is
    there, as far as it reached the disk.
    """

    def __init__(self, folder: Path, *, stays: bool = False) -> None:
        self._folder = folder
        self._path = layout.stems(folder) if stays else None
        self._file: IO[bytes] | None = None
        self._end = 0
        self._offsets: dict[int, int] = {}
        if self._path and self._path.exists():
            self._find(self._opened())

    def _find(self, file: IO[bytes]) -> None:
        """Note where the stems of each article are, and cut off what is not whole."""
        length = file.seek(0, SEEK_END)
        file.seek(0)
        while len(header := file.read(_HEADER.size)) == _HEADER.size:
            key, size, checksum = _HEADER.unpack(header)
            end = self._end + len(header) + _STEM_BYTES * size
            if end > length or _checksum(file.read(_STEM_BYTES * size)) != checksum:
                break
            self._offsets[key], self._end = self._end, end
        file.truncate(self._end)
        file.seek(self._end)

    def __len__(self) -> int:
        return len(self._offsets)

    def add(self, key: int, counted: Counts) -> None:
        """Add the stems of an article."""
        stems, times = counted
        content = stems.tobytes() + times.tobytes()
        self._offsets[key] = self._end
        self._end += self._opened().write(_HEADER.pack(key, len(stems), _checksum(content)) + content)

    def keys(self) -> list[int]:
        """Return the keys of the articles that were added, sorted."""
        return sorted(self._offsets)

    def rename(self, keys: Mapping[int, int]) -> None:
        """Give articles other keys, all at once: their stems are added once more, for a build that finds the file."""
        renamed = {new: counted for old, new in keys.items() if (counted := self.get(old))}
        for old in keys:
            self._offsets.pop(old, None)
        if renamed:
            self._opened().seek(self._end)
        for new, counted in renamed.items():
            self.add(new, counted)

    def get(self, key: int) -> Counts | None:
        """Return the stems of an article; None if it was not added.  Nothing may be added after the first `get`."""
        return self[key] if key in self._offsets else None

    def __getitem__(self, key: int) -> Counts:
        file = self._opened()
        file.seek(self._offsets[key])
        _, size, _ = _HEADER.unpack(file.read(_HEADER.size))
        stems, times = array("I"), array("H")
        stems.frombytes(file.read(size * stems.itemsize))
        times.frombytes(file.read(size * times.itemsize))
        return stems, times

    def _opened(self) -> IO[bytes]:
        if self._file is None and self._path:
            self._path.touch()
            self._file = self._path.open("r+b")
        elif self._file is None:
            self._file = TemporaryFile(dir=self._folder)  # noqa: SIM115 - until `close`
        return self._file

    def save(self) -> None:
        """Have what was added on the disk."""
        if self._file is not None:
            self._file.flush()
            durable.sync(self._file.fileno())

    def close(self) -> None:
        """Let go of the file, which is removed unless it stays."""
        if self._file is not None:
            self._file.close()


def _checksum(content: bytes) -> int:
    return crc32(content, _CHECKSUM_OF_NOTHING)
