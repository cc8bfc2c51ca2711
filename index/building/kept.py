"""What the decisions of a build read of all articles, in columns: their lines and their sketches.

The rows of 36,016 articles take .3 s to read from the catalog, though one article came; from a file .04 s.  So a build
keeps them in files, and the next one reads from the catalog the rows of the articles that it touched.  The files stay as
they are while few articles were touched since (`since`): to write those of 100,000 articles takes .1 s.  The catalog has the
number of what goes with it: files with another number, or cut ones, are not used.
"""

import json
import mmap
import os
import struct
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from corpus.duplicates import SKETCH_BYTES
from corpus.message import message
from index import layout
from index.building.columns import Columns, Row
from index.errors import Damaged
from index.layout import private
from index.storage.catalog import Catalog
from index.storage.lines import Lined
from index.storage.sketches import Sketched

_MIN_ARTICLES = 5_000
"""Articles of the smallest index whose columns are kept: the rows of fewer take 20 ms to read."""

_MAX_TOUCHED = 1_000
"""The most touched articles that are looked up one by one."""

_MAX_TOUCHED_SINCE = 200
"""The most touched articles with which files stay as they are: to look up 200 takes 20 ms."""

_SINCE = "since"

_HEADER = struct.Struct("=8sII")
_MAGIC = b"columns2"
"""The header: a mark, the number of the file, the checksum of what follows."""

_NUMBER_BITS = 31


class Since(NamedTuple):
    """The number of the files of columns, and the articles that were touched since they were written."""

    number: int
    touched: Sequence[str]


_NOT_KEPT = Since(0, ())


class Kept:
    """The rows of all articles: read from the catalog, or from a file those of the articles that were not `touched`.

    `folder` is that of the generation; without it, no file is used.

    Raises:
        Damaged: the lines or the sketch of an article are not as they were written.
    """

    def __init__(self, catalog: Catalog, folder: Path | None = None, touched: Collection[str] = ()) -> None:
        self._catalog = catalog
        self._folder = folder
        before = _read_since(folder, catalog.columns_number) if folder else _NOT_KEPT
        self.since = Since(before.number, sorted({*before.touched, *touched}))

    def lines(self) -> Columns:
        """Return the lines of every article, with the key of its source."""
        before = self._read("lines")
        if before is None:
            return Columns.of(_of_lines(self._catalog.lines.every()))
        return before.changed(self.since.touched, _of_lines(self._catalog.lines.of(self.since.touched)))

    def sketches(self) -> Columns:
        """Return the sketch of every article that has one, with its source and its day."""
        before = self._read("sketches")
        if before is None:
            with closing(self._catalog.sketches.every()) as rows:  # no statement stays open
                return Columns.of(sketch_rows(rows))
        return before.changed(self.since.touched, sketch_rows(self._catalog.sketches.of(self.since.touched)))

    def _read(self, name: str) -> Columns | None:
        """Return the rows of a file; None if it is not the one that goes with the catalog, or not whole."""
        number, touched = self.since
        if self._folder is None or not number or len(touched) > _MAX_TOUCHED:
            return None
        content = _read(layout.columns(self._folder, name), number)
        if content is None:  # written anew at the end, both of them
            self.since = Since(0, touched)
            layout.columns(self._folder, _SINCE).unlink(missing_ok=True)
            return None
        return Columns.load(content)


def keep(folder: Path, lines: Columns, sketches: Columns, since: Since = _NOT_KEPT) -> int:
    """Keep rows in files, and return their number for the catalog: 0 if they are too few to be kept.

    Files that these rows were read from stay, and what was touched `since` is written.
    """
    number = _drawn() if len(lines.ids) >= _MIN_ARTICLES else 0
    stay = number and since.number and len(since.touched) <= _MAX_TOUCHED_SINCE
    for name, columns in () if stay else (("lines", lines), ("sketches", sketches)):
        path = layout.columns(folder, name)
        if number:
            _write(path, number, columns.dump())
        else:
            path.unlink(missing_ok=True)
    if number:
        noted = since if stay else Since(number, ())
        _write(layout.columns(folder, _SINCE), number, [json.dumps(noted).encode()])
    return number


def _drawn() -> int:
    """Return a number that no other file has, but by chance; it is not 0."""
    return max(int.from_bytes(os.urandom(4), "big") >> 32 - _NUMBER_BITS, 1)


def _read_since(folder: Path, number: int) -> Since:
    """Return what goes with the catalog that has this number; no files if none do."""
    content = _read(layout.columns(folder, _SINCE), number)
    return Since(*json.loads(bytes(content))) if content is not None else _NOT_KEPT


def _read(path: Path, number: int) -> memoryview | None:
    """Return what `_write` wrote into a file with this number; None if it has another one, or is not whole."""
    try:
        with path.open("rb") as file:
            content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        is_right = _HEADER.unpack_from(content) == (_MAGIC, number, crc32(content[_HEADER.size :]))
    except (OSError, ValueError, struct.error):
        return None
    return content[_HEADER.size :] if is_right else None


def _write(path: Path, number: int, pieces: Sequence[bytes | memoryview]) -> None:
    """Replace a file; it is not synced, because what a power cut leaves of it has another checksum."""
    checksum = 0
    for piece in pieces:
        checksum = crc32(piece, checksum)
    fresh = path.with_name(f"{path.name}.new")
    with open(fresh, "wb", opener=private.opener) as file:
        file.write(_HEADER.pack(_MAGIC, number, checksum))
        file.writelines(pieces)
    fresh.replace(path)


def _of_lines(rows: Iterable[tuple[str, Lined]]) -> Iterator[Row]:
    return (Row(article_id, lined.source, 0, lined.digests) for article_id, lined in rows)


def sketch_rows(sketches: Iterable[tuple[str, Sketched]]) -> Iterator[Row]:
    """Yield the rows of sketches, with the id of each.

    Raises:
        Damaged: a sketch is not as it was written.
    """
    for article_id, (sketch, day, source) in sketches:
        if type(sketch) is not bytes or len(sketch) != SKETCH_BYTES or type(day) is not int:
            raise Damaged("index.damaged_sketch", id=article_id, mend=message("mend.rebuild"))
        yield Row(article_id, source, day, sketch)
