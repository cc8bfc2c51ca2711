"""A file opened as text, whatever its compression and encoding; what is wrong with it is said as Unreadable."""

import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import TextIO, cast

from corpus.encoding import SAMPLE, encoding
from corpus.errors import Unreadable

LARGEST = 1 << 28
"""Characters of the longest text, line or JSON array that is held in memory: a 1 kB .gz may hide a terabyte."""


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """The decoded text of a file, line ends untouched; .gz and .xz are decompressed as they are read.

    Raises Unreadable, at the opening or during the reading, for what is not a regular file, binary or damaged.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable("not a regular file")
        with _binary(path) as file:
            sample = file.peek(SAMPLE)
            name = encoding(sample)
            if b"\0" in sample and name not in {"utf-16", "utf-32"}:
                raise Unreadable("binary, not text (NUL bytes)")
            yield TextIOWrapper(file, name, errors="manchette", newline="")
    except OSError as error:
        raise Unreadable(error.strerror or f"damaged ({error})") from error


@contextmanager
def _binary(path: Path) -> Iterator[BufferedReader]:
    """The decompressed bytes; what the decompressors raise becomes Unreadable."""
    damage: type[Exception] = EOFError
    opening: Callable[..., object] = partial(open, buffering=SAMPLE)
    match path.suffix.lower():
        case ".gz":
            import gzip
            import zlib

            damage, opening = zlib.error, gzip.open
        case ".xz":
            import lzma

            damage, opening = lzma.LZMAError, lzma.open
    try:
        with cast("BufferedReader", opening(path, "rb")) as file:
            yield file
    except EOFError as error:
        raise Unreadable("truncated: the compressed file ends too early") from error
    except damage as error:
        raise Unreadable(f"damaged ({error})") from error


def lines(stream: TextIO) -> Iterator[str]:
    """The lines of a stream with their ends; raises Unreadable for one that is longer than memory should hold."""
    while line := stream.readline(LARGEST):
        if len(line) == LARGEST:
            raise Unreadable(f"a line is longer than {LARGEST:,} characters")
        yield line


def whole(stream: TextIO) -> str:
    """All the text of a stream; raises Unreadable for more than memory should hold."""
    text = stream.read(LARGEST)
    if len(text) == LARGEST:
        raise Unreadable(f"longer than {LARGEST:,} characters; cut it up, into JSON Lines for instance")
    return text
