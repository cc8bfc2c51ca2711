"""The file of the vectors, `vectors` in the folder of a generation, and what stands for articles and stems in it.

A header, then four stretches: the keys of the articles, sorted; the hashes of the stems, sorted; a vector for each
article; a vector for each stem; all little-endian.  320 bytes an article, and as much a stem.
"""

import struct
from array import array
from collections import Counter
from functools import lru_cache
from hashlib import blake2b
from itertools import repeat
from typing import NamedTuple
from zlib import crc32

DIMENSIONS = 160
"""Numbers of a vector.  64 cost a quarter and lose .3 points of the .9 that these win on desk tags."""

HEADER = struct.Struct("<8sIIII")
MAGIC = b"vectors1"

Counts = tuple["array[int]", "array[int]"]
"""The hashes of the stems of an article, and how many times it has each."""

_MAX_TIMES = 0xFFFF


class Layout(NamedTuple):
    """What the header tells: how many articles and stems there are, the numbers of a vector, how many were `fitted`."""

    articles: int
    stems: int
    size: int
    fitted: int

    @property
    def ends(self) -> tuple[int, int, int, int]:
        """Where each stretch ends, in bytes; each begins where the one before ends, the first after the header."""
        keys = HEADER.size + 8 * self.articles
        stems = keys + 4 * self.stems
        articles = stems + 2 * self.size * self.articles
        return keys, stems, articles, articles + 2 * self.size * self.stems


def read_layout(content: bytes, length: int) -> Layout:
    """Return the layout of a file of this length that begins with this content.

    Raises:
        ValueError: it is no such file, or not all of it.
    """
    magic, *numbers = HEADER.unpack_from(content)
    told = Layout(*numbers)
    if magic != MAGIC or told.ends[-1] != length:
        raise ValueError(f"{length:,} bytes are no whole file of vectors")
    return told


def key(article_id: str) -> int:
    """Return the number that stands for an article: 64 bits of a digest.

    >>> key("dep-2025-0303")
    4887306877286320607
    """
    return int.from_bytes(blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


@lru_cache(1 << 16)
def hashed(stem: str) -> int:
    """Return the number that stands for a stem; of 100,000 stems, one pair or two share one."""
    return crc32(stem.encode("utf-8", "surrogatepass"))


def counts(stems: str) -> Counts:
    """Return the stems of an article, told with blanks between, as they are counted.

    >>> [list(numbers) for numbers in counts("port mer port")]
    [[1133600204, 433000083], [2, 1]]
    """
    counted = Counter(stems.encode("utf-8", "surrogatepass").split())
    times = map(min, counted.values(), repeat(_MAX_TIMES))
    return array("I", map(crc32, counted)), array("H", times)
