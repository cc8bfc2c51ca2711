"""The encoding of a file of text, by the name that people know."""

import codecs
from collections.abc import Iterator

from corpus.encoding import SAMPLE_BYTES, Survey, encoding
from corpus.errors import Unreadable
from corpus.source import Source

_PAGE_NAMES = {
    "cp1252": "Windows-1252",
    "iso8859_15": "ISO-8859-15",
    "mac_roman": "MacRoman",
    "cp858": "DOS",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
_UTF8 = "UTF-8"
_BLOCK_BYTES = 1 << 20


def name(source: Source) -> str:
    """Return the encoding of a file; "" for a file that is not text, or cannot be opened.

    A file that is UTF-8 but for some bytes, as of two files joined, has both names: `UTF-8 + Windows-1252`.
    """
    try:
        with source.open_bytes() as file:
            first = file.peek(SAMPLE_BYTES)
            known = encoding(first)
            if known != "utf-8":
                return _PAGE_NAMES[known] if known else ""
            return _of_bytes(iter(lambda: file.read(_BLOCK_BYTES), b""))
    except Unreadable:
        return ""


def _of_bytes(blocks: Iterator[bytes]) -> str:
    """Return the encoding of a text whose letters of ASCII are one byte each."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    survey = Survey()
    is_utf8 = True
    for block in blocks:
        survey.add(block)
        try:
            decoder.decode(block)
        except UnicodeDecodeError:
            is_utf8 = False
            decoder.reset()
    if survey.is_binary:
        return ""
    if is_utf8:
        return _UTF8
    page = _PAGE_NAMES[survey.page]
    return f"{_UTF8} + {page}" if survey.is_utf8 else page
