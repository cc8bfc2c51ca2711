"""A file of the press, opened as bytes or as text, whatever its compression and its encoding."""

import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from io import BufferedReader, RawIOBase
from pathlib import Path, PurePath
from typing import AnyStr, Protocol, TypeVar, cast
from zipfile import ZipFile

from corpus import packed
from corpus.decoding import DecodedText
from corpus.encoding import SAMPLE_BYTES, Survey, encoding
from corpus.errors import Unreadable, system_cause
from corpus.expression import expression
from corpus.records import record, replace

MAX_CHARACTERS = 1 << 28
"""Characters, or bytes, of the longest file or line that is held in memory: a 1 kB .gz may hide a terabyte."""

_BLOCK_BYTES = 1 << 20
"""Bytes of a file that are surveyed at a time."""

_PACKED_SUFFIXES = (".gz", ".xz", ".zst")
"""The suffixes of compressed files; the suffix before them says the format."""
_GZIP, _XZ, _ZSTANDARD = b"\x1f\x8b\x08", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"
"""The bytes that such files begin with (RFC 1952, the .xz format 1.2, RFC 8878)."""
_MAX_MAGIC_BYTES = len(_XZ)

_SUFFIX = expression(r"\.[a-z][a-z0-9]{0,9}|\.7z")
"""A suffix is a word: `25.11.2025` and `M. Martin` are names without one."""


@record
class Source:
    """A file to read: its `path`, and its `name`, the path as it is shown and stored.

    `inside` are the names that lead to a member of a ZIP, and of a ZIP in it: the member is opened in place, as a file
    is.  Nothing is opened before it is asked for, so that a source can be pickled and read by another process.
    """

    path: Path
    name: str
    inside: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """The suffix that says the format, in lower case, without that of a compression; "" if it has none.

        >>> Source(Path("Depeches.JSONL.gz"), "").suffix, Source(Path("25.11.2025"), "").suffix
        ('.jsonl', '')
        """
        name = self._own_name
        suffix = name.suffix.lower()
        if suffix in _PACKED_SUFFIXES:
            suffix = PurePath(name.stem).suffix.lower()
        return suffix if _SUFFIX.fullmatch(suffix) else ""

    @property
    def is_empty(self) -> bool:
        """Whether a regular file has no byte; a file that is missing, and a member of a ZIP, are for their reader to report."""
        with suppress(OSError):
            status = self.path.stat()
            return not self.inside and stat.S_ISREG(status.st_mode) and not status.st_size
        return False

    @property
    def head(self) -> bytes:
        """The first bytes, decompressed: at most `SAMPLE_BYTES`.

        Raises:
            Unreadable: the file is not a regular one, cannot be opened, or is damaged at its beginning.
        """
        with self.open_bytes() as file:
            return file.read(SAMPLE_BYTES)

    @contextmanager
    def open_bytes(self) -> Iterator[BufferedReader]:
        """Open the file as bytes; .gz and .xz are decompressed as they are read.

        Pass what is opened to `whole` or `lines`, which hold no more in memory than `MAX_CHARACTERS`.

        Raises:
            Unreadable: at the opening or during the reading, the file is not a regular one, or is damaged.
        """
        with _reported():
            if not stat.S_ISREG(self.path.stat().st_mode):
                raise Unreadable("reading.not_regular")
            with self._open() as file, _decompressed(file, self._own_name.suffix.lower()) as unpacked:
                yield unpacked

    def _open(self) -> AbstractContextManager[BufferedReader]:
        if not self.inside:
            return cast("BufferedReader", self.path.open("rb", buffering=SAMPLE_BYTES))
        *around, name = self.inside
        return packed.member(replace(self, inside=tuple(around)).archive(), name)

    def archive(self) -> ZipFile:
        """Return the ZIP that this file is, opened.

        Raises:
            Unreadable: the file is no ZIP that can be read.
        """
        with _reported():
            return packed.archive(self.path, self.inside, self.open_bytes)

    @property
    def _own_name(self) -> PurePath:
        return PurePath(self.inside[-1]) if self.inside else self.path

    @contextmanager
    def open_text(self) -> Iterator[DecodedText]:
        """Open the file as text, line ends untouched.

        Pass what is opened to `whole` or `lines`, as for `open_bytes`.

        Raises:
            Unreadable: as for `open_bytes`, or the file is binary, which may show only during the reading.
        """
        with self.open_bytes() as file:
            name = encoding(file.peek(SAMPLE_BYTES))
            if name is None:
                raise Unreadable("reading.binary")
            yield DecodedText(file, name, self._survey)

    def content(self) -> bytes:
        """Return all bytes of the file.

        Raises:
            Unreadable: as for `open_bytes`, or the file is longer than memory should hold.
        """
        with self.open_bytes() as file:
            return whole(file)

    def members(self) -> list[str]:
        """Return the names of the members of a ZIP, in its order.

        Raises:
            Unreadable: as for `open_bytes`, or the file is no ZIP, or one of too many members.
        """
        return packed.members(self.archive())

    def member(self, name: str) -> "Source":
        """Return a member of a ZIP; it is shown under the name of the ZIP, a slash and its own.

        >>> Source(Path("lot.zip"), "lot.zip").member("presse/a.html").name
        'lot.zip/presse/a.html'
        """
        return replace(self, name=f"{self.name}/{packed.shown(name)}", inside=(*self.inside, name))

    def _survey(self) -> Survey:
        """Return what the bytes of the whole file say of its encoding; of a damaged file, those before the damage."""
        survey = Survey()
        with suppress(Unreadable), self.open_bytes() as file:
            while not survey.is_binary and (block := file.read(_BLOCK_BYTES)):
                survey.add(block)
        return survey


@contextmanager
def _reported() -> Iterator[None]:
    """Report what the system, or a decompressor, says of a file as Unreadable."""
    try:
        yield
    except OSError as error:
        if error.strerror:
            raise Unreadable("reading.system", cause=system_cause(error)) from error
        raise Unreadable("reading.damaged") from error


@contextmanager
def _decompressed(file: BufferedReader, suffix: str) -> Iterator[BufferedReader]:
    """Open the decompressed bytes, by what the file begins with or its suffix; what is damaged becomes Unreadable."""
    damage: type[Exception] = EOFError
    beginning = file.peek(_MAX_MAGIC_BYTES)
    opened: object = file
    if beginning.startswith(_GZIP) or suffix == ".gz":
        import gzip
        import zlib

        damage, opened = zlib.error, gzip.open(file)  # noqa: SIM115 - its file is closed by who opened it
    elif beginning.startswith(_XZ) or suffix == ".xz":
        import lzma

        damage, opened = lzma.LZMAError, lzma.open(file)  # noqa: SIM115 - as above
    elif beginning.startswith(_ZSTANDARD) or suffix == ".zst":
        import zstandard

        reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        damage, opened = zstandard.ZstdError, BufferedReader(cast("RawIOBase", reader))
    try:
        yield cast("BufferedReader", opened)
    except EOFError as error:
        raise Unreadable("reading.truncated") from error
    except damage as error:
        raise Unreadable("reading.damaged") from error


_Content_co = TypeVar("_Content_co", str, bytes, covariant=True)


class Stream(Protocol[_Content_co]):
    """What is read forwards: an open file of bytes, or its text."""

    def readline(self, limit: int, /) -> _Content_co:
        """Return the next line, of `limit` bytes or characters at most."""

    def read(self, limit: int, /) -> _Content_co:
        """Return what is left, `limit` bytes or characters at most."""


def lines(stream: Stream[str]) -> Iterator[str]:
    """Yield the lines of a text, with their ends; of a line longer than memory should hold, the first `MAX_CHARACTERS`.

    A line of this length is refused by who reads it, with its number; the lines behind it are read.
    """
    while line := stream.readline(MAX_CHARACTERS):
        yield line
        while len(line) == MAX_CHARACTERS and not line.endswith(("\n", "\r")):
            line = stream.readline(MAX_CHARACTERS)


def whole(stream: Stream[AnyStr]) -> AnyStr:
    """Return all that is left of what was opened.

    Raises:
        Unreadable: it is longer than memory should hold.
    """
    content = stream.read(MAX_CHARACTERS)
    if len(content) == MAX_CHARACTERS:
        raise Unreadable("reading.too_long", limit=MAX_CHARACTERS)
    return content
