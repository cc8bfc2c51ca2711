"""The same story in several papers: near-duplicates have most of their runs of three words in common.

A text is kept as a sketch of 128 bytes, from which the part that two texts have in common is estimated.  The hashes of
its runs lie on a circle, on which 124 points are marked: a sketch has the first hash behind each point, on 8 bits.  Two
texts have the same there as often as their runs are common (minwise hashing with one permutation: P. Li, A. Owen,
C.-H. Zhang, 2012; of few bits: P. Li, A. C. König, 2010).  Bands of three points find the texts to compare.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.intp]
"""The numbers of texts."""

_BANDS = 31
_POINTS = 4 * _BANDS
"""The points of a sketch, four for a band, of which the texts to compare have three in common.

Of pairs of articles with half of their runs in common 98 in 100 are compared, with six tenths all.
"""

_BAND_BITS = np.uint32(0xFFFFFF)
"""The bits of a band: the three points."""

_FIRST_HASHES = np.linspace(0, 1 << 32, _POINTS, endpoint=False).astype(np.uint32)
"""The points on the circle of hashes."""

SKETCH_BYTES = _POINTS + 4
"""Bytes of a sketch: its points, and the number of runs of the text."""

MIN_RUNS = 20
"""The least runs of three words that a text has, when it is said to be a story that other papers printed.

A shorter text is a notice, as that of an article for subscribers, which says nothing of the story.  42 of 36,016 real
articles are shorter.
"""

MAX_ALIKE = 200
"""The most texts with an equal band: more are the forms of one notice, as the weather of each day, and no story."""


class _Bounds(NamedTuple):
    """The least share of runs that are `common` to two texts of one story, or `contained` in the longer one, where one was cut."""

    common: float
    contained: float


_OF_ONE_DAY = _Bounds(common=0.5, contained=0.8)
_OF_OTHER_DAYS = _Bounds(common=0.7, contained=0.9)
"""The bounds for articles of one day, and for others: half of the words again on the next day are the next bulletin.

Pairs of 36,016 real articles, which were not equal, were compared word by word.  Of 40 of one day with less than .6 in
common 38 were one story, of 76 of other days 60: the others were bulletins of the roads, of a strike, of an epidemic.
With bounds of .55 and .85 for all pairs, 90 of 100 were.
"""

_MIN_COMMON_SHARE_OF_CONTAINED = 0.3
"""The least share of common runs of a text and a part of it: below it, the estimate of what is contained is too rough."""

_CHANCE = 1 / 256
"""The chance that two hashes have the same 8 bits."""

_WORD_BYTES = bytes(
    code if code > 127 or chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(256)
)
"""For `bytes.translate`: every ASCII byte that is not part of a word becomes a blank.

The press prints all other marks between blanks, but for the apostrophe, which `sketch` replaces.
"""


def sketch(text: str) -> bytes:
    """Return the sketch of a text; no bytes if it has fewer runs of three words than `MIN_RUNS`.

    >>> wire = "Le port de Ziguinchor rouvre lundi après trois mois de travaux, annonce la capitainerie du port."
    >>> sketch(wire), len(sketch(f"{wire} Les premiers chalutiers sont attendus dans la matinée."))
    (b'', 128)
    """
    words = text.lower().replace("’", "'").encode("utf-8", "surrogatepass").translate(_WORD_BYTES).split()
    count = len(words) - 2
    if count < MIN_RUNS:
        return b""
    runs = map(b" ".join, zip(words, words[1:], words[2:], strict=False))
    hashes = np.fromiter(map(crc32, runs), np.uint32, count)
    hashes.sort()
    behind = hashes.take(hashes.searchsorted(_FIRST_HASHES), mode="wrap")
    return behind.astype(np.uint8).tobytes() + count.to_bytes(4, "little")


def stories(sketches: Sequence[bytes], days: Sequence[int]) -> list[list[int]]:
    """Return the stories that several articles print: the positions of their sketches, each story sorted.

    The days are yyyymmdd, with zeros for what is not known.  Articles are one story if each is alike another one of it.
    That depends on the articles alone, not on their order.
    """
    kept = np.frombuffer(b"".join(sketches), "<u4").reshape(-1, _BANDS + 1)
    texts = _Texts(kept[:, :_BANDS], kept[:, _BANDS], np.array(days, np.int64))
    for band in range(_BANDS):
        texts.join(band)
    return texts.stories()


class _Texts:
    """The bands, the number of runs and the days of texts, and the story of each: the number of one of its texts."""

    def __init__(self, bands: NDArray[np.uint32], runs: NDArray[np.uint32], days: NDArray[np.int64]) -> None:
        self._bands = bands
        self._points = np.ascontiguousarray(bands).view(np.uint8)
        self._runs = runs.astype(np.float64)
        self._days = days
        self._story = np.arange(len(bands))

    def join(self, band: int) -> None:
        """Join the stories of the texts that are alike, of those of which this band is equal."""
        keys = self._bands[:, band] & _BAND_BITS
        order = np.argsort(keys)
        for pairs in _pairs(order, keys[order]):
            left, right = self._open(*pairs)
            alike = self._are_alike(left, right)
            self._unite(left[alike], right[alike])

    def _open(self, left: Rows, right: Rows) -> tuple[Rows, Rows]:
        """Return the pairs of which each text has another story."""
        is_open = self._story[left] != self._story[right]
        return left[is_open], right[is_open]

    def _are_alike(self, left: Rows, right: Rows) -> NDArray[np.bool_]:
        equal = np.count_nonzero(self._points[left] == self._points[right], axis=1)
        common = (equal / _POINTS - _CHANCE) / (1 - _CHANCE)
        shorter, both = np.minimum(self._runs[left], self._runs[right]), self._runs[left] + self._runs[right]
        contained = common * both / ((1 + common) * shorter)
        is_of_one_day = (self._days[left] == self._days[right]) & (self._days[left] % 100 > 0)
        least = np.where(is_of_one_day[:, np.newaxis], _OF_ONE_DAY, _OF_OTHER_DAYS)
        is_cut = (common >= _MIN_COMMON_SHARE_OF_CONTAINED) & (contained >= least[:, 1])
        alike: NDArray[np.bool_] = (common >= least[:, 0]) | is_cut
        return alike

    def _unite(self, left: Rows, right: Rows) -> None:
        """Make one story of the two stories of each pair."""
        while len(left):
            one, other = self._story[left], self._story[right]
            np.minimum.at(self._story, np.maximum(one, other), np.minimum(one, other))
            while (self._story != (first := self._story[self._story])).any():
                self._story = first
            left, right = self._open(left, right)

    def stories(self) -> list[list[int]]:
        """Return the stories of several texts, as sorted rows."""
        order = np.argsort(self._story, kind="stable")
        starts = np.flatnonzero(np.diff(self._story[order], prepend=-1))
        ends = np.append(starts[1:], len(order))
        several = ends - starts > 1
        return [
            order[start:end].tolist()
            for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True)
        ]


def _pairs(rows: Rows, keys: NDArray[np.uint32]) -> Iterator[tuple[Rows, Rows]]:
    """Yield the pairs of rows with equal keys, of which there are `MAX_ALIKE` at most; rows and keys come sorted by key.

    The pairs come by their distance in that order, so that most of a story is known before its other pairs come.
    """
    starts = np.flatnonzero(np.diff(keys.astype(np.int64), prepend=-1))
    sizes = np.diff(np.append(starts, len(keys)))
    is_shared = np.repeat((sizes > 1) & (sizes <= MAX_ALIKE), sizes)
    rows, keys = rows[is_shared], keys[is_shared]
    for distance in range(1, MAX_ALIKE):
        is_equal = keys[distance:] == keys[:-distance]
        if not is_equal.any():
            return
        yield rows[:-distance][is_equal], rows[distance:][is_equal]
