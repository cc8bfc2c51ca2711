"""The file of the vectors, `vectors` in the folder of a generation, and the numbers by which it knows articles and stems.

A header, then four stretches: the keys of the articles, sorted; the hashes of the stems, sorted; a vector for each
article; a vector for each stem; all little-endian.  An article takes 328 bytes, a stem 324.

To write the file of 100,000 articles, and to verify it before and after, takes .3 s.  So the file stays while few articles
change, and `vectors.since` beside it has what is otherwise now: a header, then the sorted keys of articles with another
vector; the sorted keys of the articles of the file that no longer have the vector there; the vectors.
"""

import struct
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from zlib import crc32

from corpus.digest import blake2b
from corpus.records import record

DIMENSIONS = 160
"""Numbers of a vector.  With 64 it costs a quarter, and loses .3 of the .9 points that 160 win on desk tags."""

HEADER = struct.Struct("<8sIIII")
MAGIC = b"vectors1"

SINCE_HEADER = struct.Struct("<8sIIII")
SINCE_MAGIC = b"since  1"

Counts = tuple["array[int]", "array[int]"]
"""The hashes of the stems of an article, and the number of times that it has each."""

_MAX_TIMES = 0xFFFF
"""The largest number of times that is counted, which takes 16 bits."""


@record
class Layout:
    """The header: the number of articles, of stems, of numbers in a vector (`size`), and of articles that were `fitted`."""

    articles: int
    stems: int
    size: int
    fitted: int

    @property
    def ends(self) -> tuple[int, int, int, int]:
        """The offset of the end of each stretch, in bytes; the first begins after the header, each other after the one before."""
        keys = HEADER.size + 8 * self.articles
        stems = keys + 4 * self.stems
        articles = stems + 2 * self.size * self.articles
        return keys, stems, articles, articles + 2 * self.size * self.stems


@record
class SinceLayout:
    """The header of `vectors.since`: the number of articles, of keys that are `gone`, of numbers in a vector, of articles in the file."""

    articles: int
    gone: int
    size: int
    of: int

    @property
    def ends(self) -> tuple[int, int, int]:
        """The offset of the end of each stretch, in bytes."""
        keys = SINCE_HEADER.size + 8 * self.articles
        gone = keys + 8 * self.gone
        return keys, gone, gone + 2 * self.size * self.articles


def read_since_layout(content: bytes, articles: int, size: int) -> SinceLayout:
    """Return the layout of `vectors.since` from its content, beside a file of the vectors of some articles.

    Raises:
        ValueError: it is not such a file, or not a whole one, or it belongs to another file of vectors.
    """
    magic, *numbers = SINCE_HEADER.unpack_from(content)
    layout = SinceLayout(*numbers)
    expected = (SINCE_MAGIC, layout.ends[-1], articles, size)
    if (magic, len(content), layout.of, layout.size) != expected:
        raise ValueError(f"{len(content):,} bytes are not what came since vectors were written")
    return layout


def read_layout(content: bytes, length: int) -> Layout:
    """Return the layout of a file from its first bytes and its length.

    Raises:
        ValueError: it is not a file of vectors, or not a whole one.
    """
    magic, *numbers = HEADER.unpack_from(content)
    layout = Layout(*numbers)
    if magic != MAGIC or layout.ends[-1] != length:
        raise ValueError(f"{length:,} bytes are not a whole file of vectors")
    return layout


def key(article_id: str) -> int:
    """Return the number that stands for an article: 64 bits of a digest.

    >>> key("dep-2025-0303")
    4887306877286320607
    """
    return int.from_bytes(blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def position(numbers: Sequence[int], number: int) -> int | None:
    """Return the position of a number among sorted ones; None if it is not there.

    >>> position([2, 3, 5], 3), position([2, 3, 5], 4)
    (1, None)
    """
    at = bisect_left(numbers, number)
    return at if at < len(numbers) and numbers[at] == number else None


@lru_cache(1 << 16)
def hashed(stem: str) -> int:
    """Return the number that stands for a stem; of 100,000 stems, one or two pairs share a number."""
    return crc32(stem.encode("utf-8", "surrogatepass"))


def counts(stems: str) -> Counts:
    """Return the counts of the stems of an article, which stand between blanks.

    >>> [list(numbers) for numbers in counts("port mer port")]
    [[1133600204, 433000083], [2, 1]]
    """
    counted = Counter(stems.encode("utf-8", "surrogatepass").split())
    try:
        times = array("H", counted.values())  # in a third of the time that it takes to bound each number
    except OverflowError:
        times = array("H", map(min, counted.values(), repeat(_MAX_TIMES)))
    return array("I", map(crc32, counted)), times
