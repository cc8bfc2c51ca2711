"""The stems of the documents of a build, on disk until their vectors are made: 1.2 KB each."""

import struct
from array import array
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from index.vectors.file import Counts

_STEM_COUNT = struct.Struct("=I")


class Spool:
    """The counted stems of articles, by their keys, in a temporary file; an article that is added again has its last stems."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._end = 0
        self._offsets: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._offsets)

    def add(self, key: int, counted: Counts) -> None:
        """Add the stems of an article."""
        stems, times = counted
        self._offsets[key] = self._end
        self._end += self._opened().write(_STEM_COUNT.pack(len(stems)) + stems.tobytes() + times.tobytes())

    def keys(self) -> list[int]:
        """Return the keys of the articles that were added, sorted."""
        return sorted(self._offsets)

    def rename(self, keys: Mapping[int, int]) -> None:
        """Give articles other keys, all at once."""
        offsets = {new: self._offsets.pop(old, None) for old, new in keys.items()}
        self._offsets.update({new: offset for new, offset in offsets.items() if offset is not None})

    def get(self, key: int) -> Counts | None:
        """Return the stems of an article; None if it was not added.  Nothing may be added after the first `get`."""
        return self[key] if key in self._offsets else None

    def __getitem__(self, key: int) -> Counts:
        file = self._opened()
        file.seek(self._offsets[key])
        [size] = _STEM_COUNT.unpack(file.read(_STEM_COUNT.size))
        stems, times = array("I"), array("H")
        stems.frombytes(file.read(size * stems.itemsize))
        times.frombytes(file.read(size * times.itemsize))
        return stems, times

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            self._file = TemporaryFile(dir=self._folder)  # noqa: SIM115 - until `close`
        return self._file

    def close(self) -> None:
        """Remove the file."""
        if self._file is not None:
            self._file.close()
