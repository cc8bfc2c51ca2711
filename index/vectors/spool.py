"""The stems of the documents of a build, on disk until their vectors are made: 1.2 KB each, gone with the build."""

import struct
from array import array
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from index.vectors.file import Counts

_STEM_COUNT = struct.Struct("=I")


class Spool:
    """Holds the counted stems of articles, by their keys; of one that is added twice, those of the second time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._end = 0
        self._places: dict[int, int] = {}

    def add(self, key: int, counted: Counts) -> None:
        """Take the stems of an article."""
        if self._file is None:
            self._file = TemporaryFile(dir=self._folder)  # noqa: SIM115 - until `close`
        stems, times = counted
        self._places[key] = self._end
        self._end += self._file.write(_STEM_COUNT.pack(len(stems)) + stems.tobytes() + times.tobytes())

    def get(self, key: int) -> Counts | None:
        """Return the stems of an article, None where it was not added; `add` is over then."""
        place = self._places.get(key)
        if place is None or self._file is None:
            return None
        self._file.seek(place)
        [size] = _STEM_COUNT.unpack(self._file.read(_STEM_COUNT.size))
        stems, times = array("I"), array("H")
        stems.frombytes(self._file.read(size * stems.itemsize))
        times.frombytes(self._file.read(size * times.itemsize))
        return stems, times

    def close(self) -> None:
        """Let go of the file, and of its room on the disk."""
        if self._file is not None:
            self._file.close()
