"""The queries of a file: a line each, or the rows of a table.

A table has a first line that names its columns, one of them `query`; it may have one of ids, and others, and is
CSV whatever stands between its cells, so that quotes are those of CSV.  Any other file has a query on each line, behind
its id and a tab, and quotes are the query's own.  There are no comments: `#` begins a hashtag.  What has no id has
the number of its line for one.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from corpus.clean import bare
from corpus.encoding import ODD_BYTES
from corpus.message import Message
from corpus.readers.csv import header, rows
from search.messages import sentence

LONGEST = 1 << 16
"""Characters of a line, six times those of the longest query: what is longer is not held in memory."""

IDS = ("query_id", "qid", "id", "identifiant")
QUERIES = ("query", "requete")
"""Names of the columns, the surest first; capitals and accents do not matter."""

UNREADABLE = re.compile("[\0\ud800-\udfff]")
"""What a line that is not UTF-8 is read as, and what UTF-16 has between its letters."""


@dataclass(frozen=True, slots=True)
class FileQuery:
    """A query, its id, and the number of its line."""

    line: int
    id: str
    query: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is no query, and the reason."""

    line: int
    reason: str


def queries(file: BinaryIO) -> Iterator[FileQuery | Refused]:
    """Yield each query of a file as its line is read, in UTF-8 with or without a mark; a blank line is nothing.

    Nothing is remembered but the ids: one that comes again is refused.
    """
    lines: dict[str, int] = {}
    for entry in _entries(_lines(file)):
        if isinstance(entry, FileQuery):
            first = lines.setdefault(entry.id, entry.line)
            if first != entry.line:
                yield Refused(entry.line, f"the id {entry.id} is that of line {first} as well")
                continue
        yield entry


def _lines(file: BinaryIO) -> Iterator[str]:
    """Yield each line with its end; of one that is too long, only a beginning that is too long as well."""
    with TextIOWrapper(file, "utf-8-sig", errors="surrogateescape") as text:
        while line := text.readline(LONGEST):
            end = line
            while len(end) == LONGEST and not end.endswith("\n"):
                end = text.readline(LONGEST)
            yield line


def _entries(lines: Iterator[str]) -> Iterator[FileQuery | Refused]:
    first, delimiter, above = header(lines)
    names = _names(first, delimiter)
    query = _column(names, QUERIES)
    if query is None:
        for number, line in enumerate(chain([first], lines), above + 1):
            if line.strip():
                yield _wrong(number, line) or _of_line(number, line)
        return
    own = _column(names, IDS)
    for number, raw, row in rows(lines, delimiter, above + 1, max_cell=LONGEST):
        if wrong := _wrong(number, raw):
            yield wrong
        elif isinstance(row, Message):
            yield Refused(number, sentence(row))
        elif any(row[len(names) :]):
            wide = f"{len(row)} cells, the header has {len(names)}"
            yield Refused(number, f"{wide}: a query that holds the delimiter needs quotes")
        elif any(map(str.strip, row)):
            cells = [*row, *[""] * len(names)]
            yield _asked(number, "" if own is None else cells[own], cells[query])


def _names(line: str, delimiter: str) -> list[str]:
    """Return the names of the columns of a table; `requête` is one in Windows-1252 too, so that its rows are told."""
    told = line.encode("utf-8", "surrogateescape").decode("utf-8", ODD_BYTES)
    return [bare(name.strip()) for name in next(csv.reader([told], delimiter=delimiter), [])]


def _column(names: list[str], known: tuple[str, ...]) -> int | None:
    """Return the place of the surest column of these names, None where there is none."""
    return next((names.index(name) for name in known if name in names), None)


def _wrong(number: int, raw: str) -> Refused | None:
    """Return what is wrong with the text of a line or row; None where nothing is."""
    if len(raw) >= LONGEST:
        return Refused(number, f"longer than {LONGEST:,} characters")
    if UNREADABLE.search(raw):
        return Refused(number, "not UTF-8: save the file as UTF-8")
    return None


def _of_line(number: int, line: str) -> FileQuery | Refused:
    own, tab, query = line.partition("\t")
    if not tab:
        return _asked(number, "", line)
    if "\t" in query.strip():
        return Refused(number, "more than one tab: type an id, a tab, a query")
    return _asked(number, own, query)


def _asked(number: int, own: str, query: str) -> FileQuery:
    return FileQuery(number, own.strip() or str(number), query.strip())
