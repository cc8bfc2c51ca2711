"""Texts as the catalog keeps them: compressed one by one, because `show` reads one at a time."""

from functools import cache
from typing import TYPE_CHECKING

from corpus.message import message
from index.errors import Damaged

if TYPE_CHECKING:
    from zstandard import ZstdCompressor

_ZSTD_LEVEL = 1
"""Level of zstd: an article takes 20 µs, with zlib 72 for the same size; level 3 takes 26 µs and saves a hundredth."""


@cache
def _compressor() -> "ZstdCompressor":
    from zstandard import ZstdCompressor  # takes some ms to import, and no query needs it

    return ZstdCompressor(level=_ZSTD_LEVEL, write_checksum=True)


def pack(text: str) -> bytes:
    """Return a text as bytes, about half of its size, with a checksum of the text (four bytes, RFC 8878).

    >>> unpack(pack("L’élection"))
    'L’élection'
    """
    return _compressor().compress(text.encode("utf-8", "surrogatepass"))


def unpack(packed: bytes) -> str:
    """Return the text that `pack` made these bytes of.

    Raises:
        Damaged: `pack` did not make these bytes, or one of them has changed.
    """
    from zstandard import ZstdDecompressor, ZstdError

    try:
        return ZstdDecompressor().decompress(packed).decode("utf-8", "surrogatepass")
    except (ZstdError, UnicodeDecodeError, TypeError) as error:  # TypeError: a value of another kind
        raise Damaged("index.damaged_text", cause=str(error), mend=message("mend.rebuild")) from error
