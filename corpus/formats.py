"""The formats that are read: to add one, write a module of `corpus.readers` and a row of `FORMATS`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from corpus.clipping import Piece
from corpus.errors import Unreadable
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

    `name` is shown to people.  `suffixes` are in lower case; "" is that of a name without suffix.  `recognises`
    matches the first bytes of a file of this format; None where only the suffix says the format.  `reader` is the
    module of `corpus.readers` whose function `articles` yields what a file is cut into; it is imported for the
    first file of its format.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: re.Pattern[bytes] | None
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

FORMATS = (
    Format("text", (".txt", ".text", ".md", ""), None, "text", Gives.ARTICLES),
    Format("JSON", (".jsonl", ".ndjson", ".json"), _JSON, "jsonl", Gives.RECORDS),
    Format("CSV", (".csv", ".tsv"), None, "csv", Gives.RECORDS),
)
"""The formats.  Where several rows have a suffix and the content matches no row, the last of these rows counts."""


def recognise(source: Source) -> Format | None:
    """Return the format of a file, or None for a file that no reader reads.

    A suffix that one format has decides, without the file being opened.  The content decides for any other suffix,
    and for a name without suffix, which is a text unless the content is clearly of another format.
    """
    suffix = source.suffix
    named = [format_ for format_ in FORMATS if suffix in format_.suffixes]
    if suffix and len(named) == 1:
        return named[0]
    head = _head(source)
    for format_ in named if suffix and named else FORMATS:
        if format_.recognises and format_.recognises.match(head):
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
