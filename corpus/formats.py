"""The formats that are read: to add one, write a module of `corpus.readers` and a row of `FORMATS`."""

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from corpus.clipping import Piece
from corpus.errors import Unreadable
from corpus.readers import foreign
from corpus.source import Source


class Gives(StrEnum):
    """What a file of a format gives, which decides how its reader is called."""

    ARTICLES = "articles"
    """One article or several, whose fields the reader finds: `articles(source)`."""

    RECORDS = "records"
    """Records with columns or keys, which a person may map to fields: `articles(source, columns)`."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read.

    `name` is shown to people.  `suffixes` are in lower case; "" is that of a name without suffix.  `recognises` says of
    the first bytes of a file whether they are of this format; None where only the suffix says the format.  `reader` is
    the module of `corpus.readers` whose function `articles` yields what a file is cut into; it is imported for the first
    file of its format.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], object] | None
    reader: str
    gives: Gives

    def cut(self, source: Source, columns: Mapping[str, str]) -> Iterator[Piece]:
        """Yield what a file of this format is cut into; `columns` are those that a person mapped to fields.

        Raises:
            Unreadable: the file, or what is left of it, cannot be read.
        """
        articles = import_module(f"corpus.readers.{self.reader}").articles
        pieces: Iterator[Piece] = (
            articles(source, columns) if self.gives is Gives.RECORDS else articles(source)
        )
        return pieces


_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*+(?:\[\s*+)?\{\s*+"(?:[^"\\]++|\\.)*+"\s*+:', re.DOTALL)
"""The first key of the first object: no article of a newspaper begins with `{"title":`."""

_HEAD_BYTES = 1 << 13
"""Bytes at the beginning of a file in which a header is looked for."""


def _is_table(head: bytes) -> bool:
    """Return whether a file begins as a table does: see `corpus.readers.header`."""
    from corpus.readers.header import is_table  # csv is not for queries

    text = _decoded(head[:_HEAD_BYTES])
    return any(delimiter in text for delimiter in ",;\t|") and is_table(text)


def _decoded(head: bytes) -> str:
    """Return the first characters, in an encoding that is good enough for the names of columns."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    head = head.replace(b"\0", b"")
    text = head.decode("utf-8-sig", "replace")
    return text if text.count("\ufffd") <= 1 else head.decode("cp1252", "replace")


FORMATS = (
    Format("text", (".txt", ".text", ".md", ""), None, "text", Gives.ARTICLES),
    Format("JSON", (".jsonl", ".ndjson", ".json"), _JSON.match, "jsonl", Gives.RECORDS),
    Format("CSV", (".csv", ".tsv"), _is_table, "csv", Gives.RECORDS),
)
"""The formats.  Where several rows have a suffix and the content matches no row, the last of these rows counts."""


def recognise(source: Source) -> Format | None:
    """Return the format of a file, or None for a file that no reader reads.

    The content decides where it shows a format clearly: people save tables as `.txt` and JSON as `.csv`.  Else the
    suffix decides; a name without suffix is a text.

    Raises:
        Unreadable: the file is one of another program.
    """
    suffix = source.suffix
    named = [format_ for format_ in FORMATS if suffix in format_.suffixes]
    head = _head(source)
    if stranger := foreign.recognise(head, suffix):
        raise Unreadable(stranger.code)
    ranked = [*named, *(format_ for format_ in FORMATS if format_ not in named)]
    for format_ in ranked:
        if format_.recognises and format_.recognises(head):
            return format_
    return named[-1] if named else None


def suffixes() -> tuple[str, ...]:
    """Return every suffix that is read, in the order of the table.

    >>> suffixes()[:4]
    ('.txt', '.text', '.md', '.jsonl')
    """
    return tuple(suffix for format_ in FORMATS for suffix in format_.suffixes if suffix)


def with_columns() -> tuple[str, ...]:
    """Return the names of the formats whose columns a person may map to fields.

    >>> with_columns()
    ('JSON', 'CSV')
    """
    return tuple(format_.name for format_ in FORMATS if format_.gives is Gives.RECORDS)


def _head(source: Source) -> bytes:
    """Return the first bytes; b"" where the file cannot be opened, which its reader then reports."""
    try:
        return source.head
    except Unreadable:
        return b""
