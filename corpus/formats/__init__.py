"""The formats that are read: to add one, write a module in a folder of `corpus.readers` and a row of the table."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from corpus.article import Rejected
from corpus.clipping import Piece
from corpus.errors import Unreadable
from corpus.formats import foreign
from corpus.formats.format import Format, Gives
from corpus.formats.head import Head
from corpus.formats.table import FORMATS
from corpus.message import message
from corpus.source import Source


class By(StrEnum):
    """How the format of a file was recognised."""

    CONTENT = "content"
    SUFFIX = "suffix"
    FORCED = "forced"
    """A person named it."""


class Recognition(NamedTuple):
    """A format, and how it was recognised."""

    format: Format
    by: By


class Opened(NamedTuple):
    """A file that is being read: what it was recognised as, None where no reader reads it, and its pieces."""

    recognition: Recognition | None
    pieces: Iterator[Piece]

    @property
    def format(self) -> str:
        """The name of the format; "" where no reader reads the file."""
        return self.recognition.format.name if self.recognition else ""


def recognition(source: Source, forced: str = "") -> Recognition | None:
    """Return the format of a file and how it was recognised, or None for a file that no reader reads.

    A person may have `forced` a format, by its name.  Else the content decides where it shows a format clearly: people
    save tables as `.txt` and JSON as `.csv`.  Else the suffix decides; a name without suffix is a text.

    Raises:
        Unreadable: the file is one of another program.
    """
    if forced:
        return Recognition(named(forced), By.FORCED)
    head = Head(source, _first_bytes(source))
    for format_ in FORMATS:
        if format_.recognises(head):
            return Recognition(format_, By.CONTENT)
    if stranger := foreign.recognise(head.data, head.suffix):
        raise Unreadable(stranger.code)
    suiting = (format_ for format_ in reversed(FORMATS) if head.suffix in format_.suffixes)
    return next((Recognition(format_, By.SUFFIX) for format_ in suiting), None)


def pieces(source: Source, columns: Mapping[str, str], forced: str = "") -> Iterator[Piece]:
    """Yield what a file is cut into, by the format that it has, or by the one whose name is `forced`.

    A file that cannot be read, or not to its end, gives a Rejected with the reason.
    """
    yield from opened(source, columns, forced).pieces


def opened(source: Source, columns: Mapping[str, str], forced: str = "") -> Opened:
    """Return what a file is recognised as, and its pieces as `pieces` yields them."""
    try:
        known = recognition(source, forced)
    except Unreadable as error:
        return Opened(None, iter([Rejected(source.name, error.message)]))
    if known is None:
        reason = message("reading.unknown_format", suffix=source.suffix)
        return Opened(None, iter([Rejected(source.name, reason)]))
    return Opened(known, _cut(known.format, source, columns))


def _cut(format_: Format, source: Source, columns: Mapping[str, str]) -> Iterator[Piece]:
    if source.is_empty:
        yield Rejected(source.name, message("reading.empty"))
        return
    try:
        yield from format_.cut(source, columns)
    except Unreadable as error:
        yield Rejected(source.name, error.message)


def named(name: str) -> Format:
    """Return the format of a name, whatever its capitals.

    Raises:
        KeyError: there is no such format.
    """
    return {format_.name.casefold(): format_ for format_ in FORMATS}[name.casefold()]


def with_columns() -> tuple[str, ...]:
    """Return the names of the formats whose columns a person may map to fields.

    >>> {'JSON', 'CSV'} <= set(with_columns())
    True
    """
    return tuple(format_.name for format_ in FORMATS if format_.gives is Gives.RECORDS)


def _first_bytes(source: Source) -> bytes:
    """Return the first bytes; b"" where the file cannot be opened, which its reader then reports."""
    try:
        return source.head
    except Unreadable:
        return b""
