"""The formats that are read: to add one, write a module in a folder of `corpus.readers` and a row of `FORMATS`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from corpus.article import Rejected
from corpus.clipping import Piece, guarded
from corpus.errors import Unreadable
from corpus.formats import foreign
from corpus.formats.head import Head
from corpus.message import message
from corpus.source import Source


class Gives(StrEnum):
    """What a file of a format gives, which decides how its reader is called."""

    ARTICLES = "articles"
    """One article or several, whose fields the reader finds: `articles(source)`."""

    RECORDS = "records"
    """Records with columns or keys, which a person may map to fields: `articles(source, columns)`."""


@dataclass(frozen=True, slots=True)
class Extra:
    """What must be installed beside Manchette for a format: `manchette[name]`, which has the `module`."""

    name: str
    module: str


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read.

    `name` is shown to people.  `suffixes` are in lower case; "" is that of a name without suffix.  `reader` is the module
    below `corpus.readers`: its function `recognises` says of the `Head` of a file whether it is of this format, where the
    content shows that, and its function `articles` yields what a file is cut into.  `fields` are those of an article that
    such files give beside a text.  `extra` is what must be installed for it, None where nothing more is needed.  The pieces
    of a `guarded` format are read in a process that may end: its parser is one of those that a file can disturb.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    gives: Gives
    fields: tuple[str, ...]
    extra: Extra | None = None
    guarded: bool = True

    def recognises(self, head: Head) -> bool:
        """Return whether the content of a file shows that it is of this format."""
        return bool(self._module.recognises(head))

    def cut(self, source: Source, columns: Mapping[str, str]) -> Iterator[Piece]:
        """Yield what a file of this format is cut into; `columns` are those that a person mapped to fields.

        Raises:
            Unreadable: the file, or what is left of it, cannot be read; or what reads this format is not installed.
        """
        if self.extra and not find_spec(self.extra.module):
            raise Unreadable("reading.extra_missing", extra=self.extra.name)
        articles = self._module.articles
        pieces: Iterator[Piece] = (
            articles(source, columns) if self.gives is Gives.RECORDS else articles(source)
        )
        return map(guarded, pieces) if self.guarded else pieces

    @property
    def _module(self) -> Any:  # noqa: ANN401 - a module
        return import_module(f"corpus.readers.{self.reader}")


_SCANNED = ("title", "date", "source", "author", "page", "language")
_DISPATCH = ("title", "heading", "date", "source", "section", "author", "language")
_CAPTURED = ("title", "heading", "date", "source", "section", "author", "url", "language", "reference")
_NOTICE = ("date", "source", "url", "language", "reference")
_MAIL = ("title", "date", "source", "language", "reference")
_TEI = ("title", "heading", "date", "source", "section", "author", "url", "page", "language", "reference")
_VARIABLES = ("title", "date", "source", "section", "author", "url")
"""The fields that the files of a kind give."""

_COLUMNS = (
    "title", "heading", "date", "source", "section", "author", "url", "page", "edition", "language", "reference",
    "person", "org", "place",
)  # fmt: skip
"""The fields that a table or a JSON object may have."""

_LINES = ("title", "date", "source", "section", "author")
"""The fields that the first lines of a text give."""

FORMATS = (
    Format("METS", (".xml",), "scans.mets", Gives.ARTICLES, _SCANNED),
    Format("ALTO", (".xml",), "scans.alto", Gives.ARTICLES, ("date", "page")),
    Format("web archive", (".warc", ".arc", ".wacz"), "pages.archive", Gives.ARTICLES, _CAPTURED, Extra("web-archive", "warcio")),
    Format("MHTML", (".mhtml", ".mht"), "mail.snapshot", Gives.ARTICLES, _CAPTURED),
    Format("MBOX", (".mbox",), "mail.box", Gives.ARTICLES, _MAIL),
    Format("EML", (".eml",), "mail.message", Gives.ARTICLES, _MAIL),
    Format("NITF", (".xml", ".nitf"), "agencies.nitf", Gives.ARTICLES, (*_DISPATCH, "page", "edition", "place")),
    Format("NewsML-G2", (".xml",), "agencies.newsml_g2", Gives.ARTICLES, (*_DISPATCH, "place")),
    Format("NewsML", (".xml",), "agencies.newsml", Gives.ARTICLES, (*_DISPATCH, "place")),
    Format("feed", (".rss", ".atom", ".rdf", ".xml"), "pages.feed", Gives.ARTICLES, (*_DISPATCH, "url")),
    Format("TEI", (".xml",), "textometry.tei", Gives.ARTICLES, _TEI),
    Format("IRaMuTeQ", (".txt",), "textometry.iramuteq", Gives.ARTICLES, _VARIABLES),
    Format("Lexico", (".txt",), "textometry.lexico", Gives.ARTICLES, _VARIABLES),
    Format("Gallica", (".txt", ".html", ".htm"), "scans.gallica", Gives.ARTICLES, _NOTICE),
    Format("Word", (".docx", ".docm", ".dotx"), "documents.docx", Gives.ARTICLES, _LINES),
    Format("OpenDocument", (".odt", ".ott", ".fodt"), "documents.odt", Gives.ARTICLES, _LINES),
    Format("RTF", (".rtf",), "documents.rtf", Gives.ARTICLES, _LINES),
    Format("EPUB", (".epub",), "documents.epub", Gives.ARTICLES, (*_LINES, "edition", "language")),
    Format("PDF", (".pdf",), "documents.pdf", Gives.ARTICLES, (*_LINES, "page", "url"), Extra("pdf", "pypdfium2")),
    Format("Excel", (".xlsx", ".xlsm"), "tables.spreadsheet", Gives.RECORDS, _COLUMNS),
    Format("Parquet", (".parquet",), "tables.parquet", Gives.RECORDS, _COLUMNS, extra=Extra("parquet", "pyarrow")),
    Format("ZIP", (".zip",), "containers.zip", Gives.RECORDS, _COLUMNS, guarded=False),
    Format("JSON", (".jsonl", ".ndjson", ".json"), "objects.jsonl", Gives.RECORDS, _COLUMNS, guarded=False),
    Format(
        "web page", (".html", ".htm", ".xhtml"), "pages.page", Gives.ARTICLES,
        ("title", "heading", "date", "source", "section", "author", "url", "language", "reference"),
    ),
    Format("CSV", (".csv", ".tsv"), "tables.csv", Gives.RECORDS, _COLUMNS, guarded=False),
    Format(
        "text", (".txt", ".text", ".md", ""), "plain.text", Gives.ARTICLES,
        _LINES, guarded=False,
    ),
)  # fmt: skip
"""The formats, those with the surest marks first: the first that recognises a file reads it.

Where no row recognises the content, the last of the rows that have the suffix of the file reads it.
"""


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
