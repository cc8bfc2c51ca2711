"""The stems of the documents of a build, on disk until their vectors are made: 1.2 KB each."""

import struct
from array import array
from collections.abc import Mapping, Sequence
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from zlib import crc32

import numpy as np

from index import layout
from index.layout import durable
from index.vectors.file import Counts, position

_HEADER = struct.Struct("=QII")
"""Before the stems of an article: its key, how many they are, their checksum with the number of times of each."""

_CHECKSUM_OF_NOTHING = 1
"""The checksum begins here, so that zeros, which a power cut may leave in a file, are no stems."""

_STEM_BYTES = 6
"""Bytes of a stem and of the number of times that an article has it."""


class Spool:
    """The counted stems of articles, by their keys, in a file; an article that is added again has its last stems.

    The file is a temporary one, unless it `stays` in the folder for the next build: then what an earlier build added is
    there, as far as it reached the disk.  Where the stems of an article are takes 32 bytes of memory; a dict took 117.
    """

    def __init__(self, folder: Path, *, stays: bool = False) -> None:
        self._folder = folder
        self._path = layout.stems(folder) if stays else None
        self._file: IO[bytes] | None = None
        self._end = 0
        self._added, self._starts = array("Q"), array("Q")
        self._renamed: set[int] = set()
        self._sorted: tuple[array[int], array[int]] | None = None
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
            self._note(key)
            self._end = end
        file.truncate(self._end)
        file.seek(self._end)

    def _note(self, key: int) -> None:
        """Note that the stems of an article begin at the end."""
        self._added.append(key)
        self._starts.append(self._end)
        self._renamed.discard(key)
        self._sorted = None

    def _places(self) -> tuple["array[int]", "array[int]"]:
        """Return the keys of the articles, sorted, and where the stems of each that were added last begin."""
        if self._sorted is None:
            added = np.array(self._added, np.uint64)
            order = np.argsort(added, kind="stable")
            is_last = np.append(np.diff(added[order]) != 0, True)[: len(order)]
            renamed = np.array(sorted(self._renamed), np.uint64)
            last = order[is_last & ~np.isin(added[order], renamed)]
            starts = np.array(self._starts, np.uint64)
            self._sorted = array("Q", added[last].tobytes()), array("Q", starts[last].tobytes())
        return self._sorted

    def __len__(self) -> int:
        return len(self.keys())

    def add(self, key: int, counted: Counts) -> None:
        """Add the stems of an article."""
        stems, times = counted
        content = stems.tobytes() + times.tobytes()
        self._note(key)
        self._end += self._opened().write(_HEADER.pack(key, len(stems), _checksum(content)) + content)

    def keys(self) -> Sequence[int]:
        """Return the keys of the articles that were added, sorted."""
        keys, _ = self._places()
        return keys

    def rename(self, keys: Mapping[int, int]) -> None:
        """Give articles other keys, all at once: their stems are added once more, for a build that finds the file."""
        renamed = {new: counted for old, new in keys.items() if (counted := self.get(old))}
        self._renamed.update(keys)
        self._sorted = None
        if renamed:
            self._opened().seek(self._end)
        for new, counted in renamed.items():
            self.add(new, counted)

    def get(self, key: int) -> Counts | None:
        """Return the stems of an article; None if it was not added.  Nothing may be added after the first `get`."""
        keys, starts = self._places()
        place = position(keys, key)
        return None if place is None else self._read(starts[place])

    def __getitem__(self, key: int) -> Counts:
        if (counted := self.get(key)) is None:
            raise KeyError(key)
        return counted

    def _read(self, start: int) -> Counts:
        file = self._opened()
        file.seek(start)
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
