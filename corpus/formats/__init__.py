"""The formats that are read: to add one, write a module in a folder of `corpus.readers` and a row of the table."""

from collections.abc import Iterator, Mapping

from corpus.article import Rejected
from corpus.clipping import Piece
from corpus.errors import Unreadable
from corpus.formats import foreign
from corpus.formats.format import Format, Gives
from corpus.formats.head import Head
from corpus.formats.table import FORMATS
from corpus.message import message
from corpus.source import Source


def recognise(source: Source) -> Format | None:
    """Return the format of a file, or None for a file that no reader reads.

    The content decides where it shows a format clearly: people save tables as `.txt` and JSON as `.csv`.  Else the
    suffix decides; a name without suffix is a text.

    Raises:
        Unreadable: the file is one of another program.
    """
    head = Head(source, _first_bytes(source))
    for format_ in FORMATS:
        if format_.recognises(head):
            return format_
    if stranger := foreign.recognise(head.data, head.suffix):
        raise Unreadable(stranger.code)
    return next((format_ for format_ in reversed(FORMATS) if head.suffix in format_.suffixes), None)


def pieces(source: Source, columns: Mapping[str, str], forced: str = "") -> Iterator[Piece]:
    """Yield what a file is cut into, by the format that it has, or by the one whose name is `forced`.

    A file that cannot be read, or not to its end, gives a Rejected with the reason.
    """
    try:
        format_ = named(forced) if forced else recognise(source)
        if format_ is None:
            known = " ".join(suffixes())
            yield Rejected(
                source.name, message("reading.unknown_format", suffix=source.suffix, formats=known)
            )
        else:
            yield from format_.cut(source, columns)
    except Unreadable as error:
        yield Rejected(source.name, error.message)


def named(name: str) -> Format:
    """Return the format of a name, whatever its capitals.

    Raises:
        KeyError: there is no such format.
    """
    return {format_.name.casefold(): format_ for format_ in FORMATS}[name.casefold()]


def suffixes() -> tuple[str, ...]:
    """Return every suffix that is read, each once, in the order of the table.

    >>> {".txt", ".jsonl", ".csv"} <= set(suffixes())
    True
    """
    return tuple(dict.fromkeys(suffix for format_ in FORMATS for suffix in format_.suffixes if suffix))


def with_columns() -> tuple[str, ...]:
    """Return the names of the formats whose columns a person may map to fields.

    >>> with_columns()[:2]
    ('JSON', 'CSV')
    """
    return tuple(format_.name for format_ in FORMATS if format_.gives is Gives.RECORDS)


def _first_bytes(source: Source) -> bytes:
    """Return the first bytes; b"" where the file cannot be opened, which its reader then reports."""
    try:
        return source.head
    except Unreadable:
        return b""
