"""The formats that are read: to add one, write a module in a folder of `corpus.readers` and a row of `FORMATS`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

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

    @property
    def is_installed(self) -> bool:
        """Whether all that reads this format is installed."""
        return self.extra is None or find_spec(self.extra.module) is not None

    def recognises(self, head: Head) -> bool:
        """Return whether the content of a file shows that it is of this format."""
        return bool(self._module.recognises(head))

    def cut(self, source: Source, columns: Mapping[str, str]) -> Iterator[Piece]:
        """Yield what a file of this format is cut into; `columns` are those that a person mapped to fields.

        Raises:
            Unreadable: the file, or what is left of it, cannot be read; or what reads this format is not installed.
        """
        if self.extra and not self.is_installed:
            raise Unreadable("reading.extra_missing", extra=self.extra.name)
        articles = self._module.articles
        pieces: Iterator[Piece] = (
            articles(source, columns) if self.gives is Gives.RECORDS else articles(source)
        )
        return map(guarded, pieces) if self.guarded else pieces

    @property
    def _module(self) -> Any:  # noqa: ANN401 - a module
        return import_module(f"corpus.readers.{self.reader}")


_COLUMNS = (
    "title", "heading", "date", "source", "section", "author", "url", "page", "edition", "language", "reference",
    "person", "org", "place",
)  # fmt: skip
"""The fields that a table or a JSON object may have."""

FORMATS = (
    Format("JSON", (".jsonl", ".ndjson", ".json"), "objects.jsonl", Gives.RECORDS, _COLUMNS, guarded=False),
    Format("CSV", (".csv", ".tsv"), "tables.csv", Gives.RECORDS, _COLUMNS, guarded=False),
    Format(
        "text", (".txt", ".text", ".md", ""), "plain.text", Gives.ARTICLES,
        ("title", "date", "source", "section", "author"), guarded=False,
    ),
)  # fmt: skip
"""The formats, those with the surest marks first: the first that recognises a file reads it.

Where no row recognises the content, the last of the rows that have the suffix of the file reads it.
"""


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


def recognise(source: Source) -> Format | None:
    """Return the format of a file, or None for a file that no reader reads.

    Raises:
        Unreadable: the file is one of another program.
    """
    known = recognition(source)
    return known.format if known else None


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
