"""The members of a ZIP, opened in place within limits: a few bytes of an archive may unpack to a terabyte."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO, RawIOBase
from typing import IO, TYPE_CHECKING
from zlib import error as DeflateError  # noqa: N812 - zlib names its exception so

from corpus.errors import Unreadable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_UNPACKED_BYTES = 1 << 28
"""Bytes of the longest member that is read, unpacked."""
MAX_RATIO = 200
"""Times that a member may grow, above `_FREE_BYTES`: text grows 3 to 10 times, a bomb of zeros 1,000 times."""
_FREE_BYTES = 10_000_000
"""Bytes that any member may have, whatever its ratio."""
MAX_MEMBERS = 100_000

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How a ZIP begins, and an empty one (APPNOTE 6.3, sections 4.3.7 and 4.3.16)."""

DAMAGE = (
    zipfile.BadZipFile,
    DeflateError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""What `zipfile` and its decompressors raise for a file that is damaged, encrypted or packed otherwise."""


def is_zip(head: bytes) -> bool:
    """Return whether the first bytes are those of a ZIP."""
    return head.startswith(_ZIP)


def members(file: IO[bytes]) -> list[str]:
    """Return the names of the files in a ZIP, in its order, folders left out.

    Raises:
        Unreadable: the ZIP is damaged, or has more members than `MAX_MEMBERS`.
    """
    with _opened(file) as archive:
        return [info.filename for info in archive.infolist() if not info.is_dir()]


@contextmanager
def member(file: IO[bytes], name: str) -> Iterator[BufferedReader]:
    """Open a member of a ZIP; its bytes are unpacked as they are read.

    Raises:
        Unreadable: at the opening or during the reading, the member is missing, damaged, encrypted or too large.
    """
    try:
        with _opened(file) as archive:
            try:
                info = archive.getinfo(name)
            except KeyError as error:
                raise Unreadable("reading.no_member") from error
            if info.flag_bits & 1:
                raise Unreadable("reading.encrypted")
            most = max(_FREE_BYTES, info.compress_size * MAX_RATIO)
            with archive.open(info) as content:
                yield BufferedReader(_Bounded(content, min(most, MAX_UNPACKED_BYTES)))
    except DAMAGE as error:
        raise Unreadable("reading.damaged", cause=str(error)) from error


@contextmanager
def _opened(file: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(file)
    except DAMAGE as error:
        raise Unreadable("reading.damaged", cause=str(error)) from error
    with archive:
        if len(archive.infolist()) > MAX_MEMBERS:
            raise Unreadable("reading.too_many_members", limit=MAX_MEMBERS)
        yield archive


def seekable(file: BufferedReader) -> IO[bytes]:
    """Return a file in which one can go back, as `zipfile` does: a member of a ZIP is held in memory for it.

    Raises:
        Unreadable: it is longer than `MAX_UNPACKED_BYTES`.
    """
    if file.seekable():
        return file
    content = file.read(MAX_UNPACKED_BYTES + 1)
    if len(content) > MAX_UNPACKED_BYTES:
        raise Unreadable("reading.unpacks_too_far")
    return BytesIO(content)


class _Bounded(RawIOBase):
    """The bytes of a member; to read more than `most` of them raises Unreadable."""

    def __init__(self, content: IO[bytes], most: int) -> None:
        self._content = content
        self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer).cast("B")
        block = self._content.read(len(view))
        self._left -= len(block)
        if self._left < 0:
            raise Unreadable("reading.unpacks_too_far")
        view[: len(block)] = block
        return len(block)
