"""Texts as the catalog keeps them: packed one by one, for `show` asks for one at a time."""

from functools import cache
from typing import TYPE_CHECKING

from corpus.message import message
from index.errors import Damaged

if TYPE_CHECKING:
    from zstandard import ZstdCompressor

_ZSTD_LEVEL = 1
"""Of zstd: an article takes 20 µs where zlib takes 72 and makes as much of it; level 3 takes 26 for a hundredth less."""


@cache
def _compressor() -> "ZstdCompressor":
    from zstandard import ZstdCompressor  # some ms to import, and no query needs it

    return ZstdCompressor(level=_ZSTD_LEVEL)


def pack(text: str) -> bytes:
    """Return a text as bytes, about half of its size.

    >>> unpack(pack("L’élection"))
    'L’élection'
    """
    return _compressor().compress(text.encode("utf-8", "surrogatepass"))


def unpack(packed: bytes) -> str:
    """Return what `pack` made bytes of.

    Raises:
        Damaged: it is nothing that `pack` made.
    """
    from zstandard import ZstdDecompressor, ZstdError

    try:
        return ZstdDecompressor().decompress(packed).decode("utf-8", "surrogatepass")
    except (ZstdError, UnicodeDecodeError) as error:
        raise Damaged("index.damaged_text", cause=str(error), mend=message("mend.rebuild")) from error
