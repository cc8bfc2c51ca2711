"""What the decisions of a build read of all articles, in columns: their lines and their sketches.

The rows of 36,016 articles take .3 s to read from the catalog, though one article came; from a file .04 s.  So a build
keeps them in files, and the next one reads from the catalog the rows of the articles that it touched.  The files stay as
they are while few articles were touched since (`since`): to write those of 100,000 articles takes .1 s.  The catalog has the
number of what goes with it: files with another number, or cut ones, are not used.
"""

import json
import struct
from bisect import bisect_left, insort
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from operator import itemgetter
from pathlib import Path
from secrets import randbelow
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.duplicates import SKETCH_BYTES
from corpus.message import message
from index import layout
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
_MAGIC = b"columns1"
"""The header: a mark, the number of the file, the checksum of what follows."""

_MAX_NUMBER = 1 << 31


class Row(NamedTuple):
    """What a decision reads of an article: its source, a number, some bytes."""

    id: str
    source: str
    number: int
    content: bytes


class Columns(NamedTuple):
    """Rows in the order of their ids: the ids, the numbers of the sources, the numbers, the bytes one behind the other.

    `names` are the sources, `sizes` the numbers of bytes of the rows.
    """

    ids: Sequence[str]
    names: Sequence[str]
    sources: NDArray[np.int64]
    numbers: NDArray[np.int64]
    sizes: NDArray[np.int64]
    contents: NDArray[np.uint8]

    @classmethod
    def of(cls, rows: Iterable[Row], names: Sequence[str] = ()) -> "Columns":
        """Return rows that are in the order of their ids; the first sources are numbered as `names` are."""
        numbers = {name: number for number, name in enumerate(names)}
        ids, sources, values, contents = [], [], [], []
        for row in rows:
            ids.append(row.id)
            sources.append(numbers.setdefault(row.source, len(numbers)))
            values.append(row.number)
            contents.append(row.content)
        sizes = np.fromiter(map(len, contents), np.int64, len(contents))
        return cls(
            ids,
            list(numbers),
            np.array(sources, np.int64),
            np.array(values, np.int64),
            sizes,
            np.frombuffer(b"".join(contents), np.uint8),
        )

    def changed(self, touched: Collection[str], rows: Iterable[Row]) -> "Columns":
        """Return these rows with others in the stead of those of touched articles.

        The bytes of all are copied once: that is most of the time for one article of 100,000.
        """
        more = Columns.of(sorted(rows), self.names)
        gone = [at for one in sorted(touched) if (at := self._position(one)) is not None]
        before = [bisect_left(self.ids, one) for one in more.ids]
        starts = np.concatenate(([0], np.cumsum(self.sizes)))
        own = np.split(more.contents, np.cumsum(more.sizes)[:-1]) if before else []
        cuts: list[tuple[int, int, NDArray[np.uint8] | None]]
        cuts = [(starts[at], starts[at + 1], None) for at in gone]
        cuts += [(starts[at], starts[at], one) for at, one in zip(before, own, strict=True)]
        pieces, begin = [], 0
        for start, end, content in sorted(cuts, key=itemgetter(0, 1)):
            pieces += [self.contents[begin:start], *([] if content is None else [content])]
            begin = end
        ids = list(self.ids)
        for at in reversed(gone):
            del ids[at]
        for one in more.ids:
            insort(ids, one)

        def replaced(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
            inserted = np.insert(one, before, other)
            return np.delete(inserted, [at + bisect_left(before, at + 1) for at in gone])

        return Columns(
            ids,
            more.names,
            replaced(self.sources, more.sources),
            replaced(self.numbers, more.numbers),
            replaced(self.sizes, more.sizes),
            np.concatenate([*pieces, self.contents[begin:]]),
        )

    def _position(self, article_id: str) -> int | None:
        at = bisect_left(self.ids, article_id)
        return at if at < len(self.ids) and self.ids[at] == article_id else None

    def dump(self) -> list[bytes | memoryview]:
        """Return the bytes of these rows, in pieces."""
        names = json.dumps([self.ids, self.names]).encode()
        lengths = np.array([len(names), len(self.ids), len(self.contents)], np.int64)
        arrays = (self.sources, self.numbers, self.sizes, self.contents)
        return [lengths.tobytes(), names, *(np.ascontiguousarray(one).data.cast("B") for one in arrays)]

    @classmethod
    def load(cls, content: memoryview) -> "Columns":
        """Return the rows that `dump` made bytes of."""
        size, rows, length = np.frombuffer(content[:24], np.int64).tolist()
        ids, names = json.loads(bytes(content[24 : 24 + size]))
        numbers = 24 + size + 24 * rows
        sources, values, sizes = np.frombuffer(content[24 + size : numbers], np.int64).reshape(3, -1)
        contents = np.frombuffer(content[numbers:], np.uint8, length)
        return cls(ids, names, sources, values, sizes, contents)


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
            return Columns.of(_of_sketches(self._catalog.sketches.every()))
        return before.changed(self.since.touched, _of_sketches(self._catalog.sketches.of(self.since.touched)))

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
    number = 1 + randbelow(_MAX_NUMBER - 1) if len(lines.ids) >= _MIN_ARTICLES else 0
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


def _read_since(folder: Path, number: int) -> Since:
    """Return what goes with the catalog that has this number; no files if none do."""
    content = _read(layout.columns(folder, _SINCE), number)
    return Since(*json.loads(bytes(content))) if content is not None else _NOT_KEPT


def _read(path: Path, number: int) -> memoryview | None:
    """Return what `_write` wrote into a file with this number; None if it has another one, or is not whole."""
    try:
        content = memoryview(path.read_bytes())
        is_right = _HEADER.unpack_from(content) == (_MAGIC, number, crc32(content[_HEADER.size :]))
    except (OSError, struct.error):
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


def _of_sketches(rows: Generator[tuple[str, Sketched], None, None]) -> Iterator[Row]:
    with closing(rows):  # whatever is raised, the database has no statement open
        for article_id, (sketch, day, source) in rows:
            if type(sketch) is not bytes or len(sketch) != SKETCH_BYTES or type(day) is not int:
                raise Damaged("index.damaged_sketch", id=article_id, mend=message("mend.rebuild"))
            yield Row(article_id, source, day, sketch)
