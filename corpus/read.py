"""Read a file of the press: what is in it comes out as articles, what is wrong with it as Rejected."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TextIO

from corpus.article import Article, Rejected
from corpus.errors import Unreadable

_TEXT = (".txt", ".text", ".md")
_JSON = (".jsonl", ".ndjson", ".json")
_CSV = (".csv", ".tsv")
_PACKED = (".gz", ".xz")
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,9}|\.7z")
"""A suffix is a word: `25.11.2025` and `M. Martin` are names without one."""


class Clipping(Protocol):
    """An article cut from its file and not yet read: what costs time is in `read`, for any process to do."""

    @property
    def raw(self) -> str:
        """The record as it stands in its file, "" where that is still to be opened."""
        ...

    def read(self) -> Article | Rejected:
        """The article, or what is wrong with it."""
        ...


Piece = Clipping | Article | Rejected
"""What a file is cut into; the readers of formats that are quickly read give articles at once."""


class Reader(Protocol):
    """What a module of `readers` offers as `articles`."""

    def __call__(self, stream: TextIO, *, name: str, columns: Mapping[str, str]) -> Iterator[Piece]:
        """Every article of an open file, and every record that is none."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file that is one article."""

    path: Path
    name: str
    raw: str = ""

    def read(self) -> Article | Rejected:
        """The article of the file, or what is wrong with it."""
        from corpus.readers import text  # each reader is loaded for its first file
        from corpus.stream import opened

        try:
            with opened(self.path) as stream:
                [found] = text.articles(stream, name=self.name, columns={})
        except Unreadable as error:
            return Rejected(self.name, "", str(error))
        return found


def read(path: Path, *, name: str, columns: Mapping[str, str]) -> Iterator[Article | Rejected]:
    """Every article of a file, as it is read; a bad record, or a bad file, is one Rejected among them.

    `name` is the path as it is shown and stored.  `columns` gives a field (`title`) the column or key (`Titre`)
    that holds it, in CSV and JSON; the others are recognised by their usual names.

    Raises BadColumn, at the call, for a field that articles do not have; nothing for what a file may contain.
    """
    return (
        piece if isinstance(piece, Article | Rejected) else piece.read()
        for piece in cut(path, name=name, columns=columns)
    )


def cut(path: Path, *, name: str, columns: Mapping[str, str]) -> Iterator[Piece]:
    """Every article of a file as `read` has it, but not yet read where that takes time."""
    if columns:
        from corpus.readers.columns import check  # a query imports this module and reads no file

        check(columns)
    return _cut(path, name, columns)


def _cut(path: Path, name: str, columns: Mapping[str, str]) -> Iterator[Piece]:
    from corpus.stream import opened

    if _suffix(path) in ("", *_TEXT):
        yield Leaf(path, name)
        return
    reader = _reader(path)
    if reader is None:
        formats = " ".join((*_TEXT, *_JSON, *_CSV))
        yield Rejected(
            name, "", f"not a format read ({_suffix(path)}); read are {formats}, also with .gz or .xz"
        )
        return
    try:
        with opened(path) as stream:
            yield from reader(stream, name=name, columns=columns)
    except Unreadable as error:
        yield Rejected(name, "", str(error))


def _reader(path: Path) -> Reader | None:
    """The reader of a format of many articles a file, or None."""
    match _suffix(path):
        case ".jsonl" | ".ndjson" | ".json":
            from corpus.readers import jsonl  # each reader is loaded for its first file

            return jsonl.articles
        case ".csv" | ".tsv":
            from corpus.readers import csv

            return csv.articles
        case _:
            return None


def _suffix(path: Path) -> str:
    """The suffix that says the format, in lower case, "" for none; that of the compression is looked through."""
    suffix = path.suffix.lower()
    if suffix in _PACKED:
        suffix = Path(path.stem).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""
