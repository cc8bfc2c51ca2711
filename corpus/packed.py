"""The members of a ZIP, opened in place within limits: a few bytes of an archive may unpack to a terabyte."""

import os
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from errno import EINVAL
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as DeflateError  # noqa: N812 - zlib names its exception so

from corpus.encoding import Survey
from corpus.errors import Unreadable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MAX_UNPACKED_BYTES = 1 << 28
"""Bytes of the longest member that is read, unpacked."""
_MAX_RATIO = 200
"""Times that a member may grow, above `_FREE_BYTES`: text grows 3 to 10 times, a bomb of zeros 1,000 times."""
_FREE_BYTES = 10_000_000
"""Bytes that any member may have, whatever its ratio."""
MAX_MEMBERS = 100_000
MAX_TOTAL_BYTES = 1 << 32
"""Bytes of all members, unpacked."""
_ENCRYPTED, _IN_UTF8 = 1, 1 << 11
"""Flags of a member (APPNOTE 6.3, section 4.4.4)."""
_PAGE_OF_ZIP = "cp437"
"""The code page in which `zipfile` reads a name without this flag."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How a ZIP begins, and an empty one (APPNOTE 6.3, sections 4.3.7 and 4.3.16)."""

_DAMAGE = (
    BadZipFile,
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


def archive(
    path: Path, inside: tuple[str, ...], open_bytes: Callable[[], AbstractContextManager[BufferedReader]]
) -> ZipFile:
    """Return a ZIP, its table of contents read: the file at a path, or the member that the names `inside` lead to.

    The last two stay open, for a table of 2,000 members takes longer to read than a member (16 ms).  `open_bytes` opens
    the bytes of the ZIP, where they are those of a member or were compressed again.

    Raises:
        Unreadable: the ZIP is damaged, has more members than `MAX_MEMBERS`, or unpacks to more than `MAX_TOTAL_BYTES`.
    """
    status = path.stat()
    # With the number of the process: a fork shares where a file is read.
    key = (os.getpid(), path, inside, status.st_mtime_ns, status.st_size)
    if key in _OPENED:
        _OPENED.move_to_end(key)
        return _OPENED[key]
    with open_bytes() as file:
        is_file = not inside and is_zip(_beginning(path))
        found = _opened(path if is_file else BytesIO(_held(file)))
    _OPENED[key] = found
    if len(_OPENED) > _MAX_OPENED:
        _OPENED.popitem(last=False)
    return found


def members(archive: ZipFile) -> list[str]:
    """Return the names of the files in a ZIP, in its order, folders left out."""
    return [info.filename for info in archive.infolist() if not info.is_dir()]


def encrypted(archive: ZipFile) -> frozenset[str]:
    """Return the names of the members of a ZIP that need a password."""
    return frozenset(info.filename for info in archive.infolist() if info.flag_bits & _ENCRYPTED)


@contextmanager
def member(archive: ZipFile, name: str) -> Iterator[BufferedReader]:
    """Open a member of a ZIP; its bytes are unpacked as they are read.

    Raises:
        Unreadable: at the opening or during the reading, the member is missing, damaged, encrypted or too large.
    """
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise Unreadable("reading.no_member") from error
    if info.flag_bits & _ENCRYPTED:
        raise Unreadable("reading.encrypted")
    most = max(_FREE_BYTES, info.compress_size * _MAX_RATIO)
    try:
        with archive.open(info) as content:
            yield BufferedReader(_Bounded(content, min(most, _MAX_UNPACKED_BYTES)))
    except _DAMAGE as error:
        raise Unreadable("reading.damaged") from error
    except OSError as error:
        raise _of_place(error) from error


def shown(name: str) -> str:
    r"""Return the name of a member as it is shown and stored: it leads nowhere, whatever a program wrote.

    >>> shown("..\\..\\presse/port.html"), shown("/etc/passwd"), shown("C:\\port.txt")
    ('presse/port.html', 'etc/passwd', 'C/port.txt')
    """
    parts = (part.rstrip(":") for part in name.replace("\\", "/").split("/"))
    return (
        "/".join(part for part in parts if part.strip(" .")) or name.replace("/", "").replace("..", "") or "?"
    )


_Key = tuple[int, Path, tuple[str, ...], int, int]
_OPENED: OrderedDict[_Key, ZipFile] = OrderedDict()
_MAX_OPENED = 2
"""ZIP that stay open: a ZIP, and one inside it."""


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_ZIP[0]))


def _held(file: BufferedReader) -> bytes:
    """Return the bytes of a ZIP inside another one, which are held in memory.

    Raises:
        Unreadable: there are more than `_MAX_UNPACKED_BYTES`.
    """
    content = file.read(_MAX_UNPACKED_BYTES + 1)
    if len(content) > _MAX_UNPACKED_BYTES:
        raise Unreadable("reading.unpacks_too_far")
    return content


def _opened(content: Path | BytesIO) -> ZipFile:
    """Return a ZIP whose names are read in the encoding that they were written in.

    Raises:
        Unreadable: the ZIP is damaged or too large.
    """
    try:
        found = ZipFile(content)
        infos = found.infolist()
        if len(infos) > MAX_MEMBERS:
            raise Unreadable("reading.too_many_members", limit=MAX_MEMBERS)
        if sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
            raise Unreadable("reading.unpacks_too_far")
        page = _page_of_names(infos)
        return ZipFile(content, metadata_encoding=page) if page else found
    except _DAMAGE as error:
        raise Unreadable("reading.damaged") from error
    except OSError as error:
        raise _of_place(error) from error


def _of_place(error: OSError) -> OSError | Unreadable:
    """Return what an error of the system is: a damaged ZIP leads to places that no file has."""
    return Unreadable("reading.damaged") if error.errno == EINVAL else error


def _page_of_names(infos: list[ZipInfo]) -> str:
    """Return the encoding of the names that no flag says to be UTF-8; "" where it makes no difference.

    APPNOTE has code page 437 for them; in fact macOS writes UTF-8, Windows in French the page 850, other programs 1252.
    """
    odd = [
        info.orig_filename.encode(_PAGE_OF_ZIP)
        for info in infos
        if not info.flag_bits & _IN_UTF8 and not info.orig_filename.isascii()
    ]
    if not odd:
        return ""
    survey = Survey()
    survey.add(b"\n".join(odd))
    for page in ("utf-8", survey.page, "cp850"):
        with suppress(UnicodeDecodeError):
            b"".join(odd).decode(page)
            return page
    return ""


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
