"""Rows of many articles in columns, as the decisions of a build read them: arrays of numpy, which a file has as they are."""

import json
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

_END = "\0"
"""Stands behind an id, which is printable (`corpus.readers.record`)."""


class Row(NamedTuple):
    """What a decision reads of an article: its source, a number, some bytes."""

    id: str
    source: str
    number: int
    content: bytes


class Joined:
    """The bytes of rows, which are joined as they come, so that no list of them is in memory."""

    def __init__(self) -> None:
        self._sizes, self._content = array("q"), bytearray()

    def add(self, piece: bytes) -> None:
        """Add the bytes of a row."""
        self._sizes.append(len(piece))
        self._content += piece

    def pieces(self) -> "Pieces":
        """Return the bytes of all rows."""
        return Pieces(np.array(self._sizes, np.int64), np.frombuffer(self._content, np.uint8))


class Pieces(NamedTuple):
    """Bytes of many rows, one behind the other, and the number of bytes of each row."""

    sizes: NDArray[np.int64]
    content: NDArray[np.uint8]

    def replaced(self, gone: Sequence[int], before: Sequence[int], others: "Pieces") -> "Pieces":
        """Return these without the rows `gone`, and with others, each before one of the rows, in their order.

        The bytes of all are copied once.
        """
        starts = np.concatenate(([0], np.cumsum(self.sizes)))
        own = np.split(others.content, np.cumsum(others.sizes)[:-1]) if before else []
        cuts: list[tuple[int, int, NDArray[np.uint8] | None]]
        cuts = [(starts[at], starts[at + 1], None) for at in gone]
        cuts += [(starts[at], starts[at], one) for at, one in zip(before, own, strict=True)]
        pieces, begin = [], 0
        for start, end, content in sorted(cuts, key=itemgetter(0, 1)):
            pieces += [self.content[begin:start], *([] if content is None else [content])]
            begin = end
        pieces.append(self.content[begin:])
        return Pieces(_replaced(self.sizes, gone, before, others.sizes), np.concatenate(pieces))


class Ids(Sequence[str]):
    """Ids as they stand in a file, a NUL behind each: one is read when it is asked for, all of 100,000 in 5 ms."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self._ends = np.cumsum(pieces.sizes)

    def __len__(self) -> int:
        return len(self._ends)

    def __iter__(self) -> Iterator[str]:
        return iter(self._read(0, len(self.pieces.content)).split(_END)[:-1])

    @overload
    def __getitem__(self, row: int) -> str: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...

    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        if isinstance(row, slice):
            return [self[one] for one in range(len(self))[row]]
        end = int(self._ends[row])
        return self._read(end - int(self.pieces.sizes[row]), end - len(_END))

    def _read(self, start: int, end: int) -> str:
        return self.pieces.content[start:end].tobytes().decode("utf-8", "surrogatepass")


class Columns(NamedTuple):
    """Rows in the order of their ids: the ids, the numbers of the sources, the numbers, the bytes one behind the other.

    `names` are the sources.
    """

    ids: Ids
    names: Sequence[str]
    sources: NDArray[np.int64]
    numbers: NDArray[np.int64]
    pieces: Pieces

    @property
    def sizes(self) -> NDArray[np.int64]:
        """The numbers of bytes of the rows."""
        return self.pieces.sizes

    @property
    def contents(self) -> NDArray[np.uint8]:
        """The bytes of all rows."""
        return self.pieces.content

    @classmethod
    def of(cls, rows: Iterable[Row], names: Sequence[str] = ()) -> "Columns":
        """Return rows that are in the order of their ids; the first sources are numbered as `names` are."""
        numbers = {name: number for number, name in enumerate(names)}
        sources, values, ids, contents = array("q"), array("q"), Joined(), Joined()
        for row in rows:
            ids.add(f"{row.id}{_END}".encode("utf-8", "surrogatepass"))
            sources.append(numbers.setdefault(row.source, len(numbers)))
            values.append(row.number)
            contents.add(row.content)
        columns = (np.array(sources, np.int64), np.array(values, np.int64))
        return cls(Ids(ids.pieces()), list(numbers), *columns, contents.pieces())

    def changed(self, touched: Collection[str], rows: Iterable[Row]) -> "Columns":
        """Return these rows with others in the stead of those of touched articles."""
        more = Columns.of(sorted(rows), self.names)
        gone = self.rows(touched).tolist()
        before = [bisect_left(self.ids, one) for one in more.ids]
        return Columns(
            Ids(self.ids.pieces.replaced(gone, before, more.ids.pieces)),
            more.names,
            _replaced(self.sources, gone, before, more.sources),
            _replaced(self.numbers, gone, before, more.numbers),
            self.pieces.replaced(gone, before, more.pieces),
        )

    def rows(self, ids: Iterable[str]) -> NDArray[np.intp]:
        """Return the numbers of the rows of those of some articles that have one, in order."""
        found = (self._position(article_id) for article_id in sorted(ids))
        return np.array([row for row in found if row is not None], np.intp)

    def _position(self, article_id: str) -> int | None:
        at = bisect_left(self.ids, article_id)
        return at if at < len(self.ids) and self.ids[at] == article_id else None

    def dump(self) -> list[bytes | memoryview]:
        """Return the bytes of these rows, in pieces."""
        names = json.dumps(self.names).encode()
        ids, contents = self.ids.pieces, self.pieces
        arrays = (self.sources, self.numbers, ids.sizes, contents.sizes, contents.content, ids.content)
        lengths = np.array([len(names), len(self.ids), len(contents.content)], np.int64)
        return [lengths.tobytes(), names, *(np.ascontiguousarray(one).data.cast("B") for one in arrays)]

    @classmethod
    def load(cls, content: memoryview) -> "Columns":
        """Return the rows that `dump` made bytes of."""
        size, rows, length = np.frombuffer(content[:24], np.int64).tolist()
        names = json.loads(bytes(content[24 : 24 + size]))
        numbers = 24 + size + 32 * rows
        sources, values, of_ids, sizes = np.frombuffer(content[24 + size : numbers], np.int64).reshape(4, -1)
        contents = np.frombuffer(content[numbers:], np.uint8, length)
        ids = np.frombuffer(content[numbers + length :], np.uint8)
        return cls(Ids(Pieces(of_ids, ids)), names, sources, values, Pieces(sizes, contents))


def _replaced(
    one: NDArray[np.int64], gone: Sequence[int], before: Sequence[int], others: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return numbers without those of the rows `gone`, and with others, each before one of the rows."""
    return np.delete(np.insert(one, before, others), [at + bisect_left(before, at + 1) for at in gone])
