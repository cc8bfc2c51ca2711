"""The queries of a file: its lines, or the rows of a table.

The first line of a table names its columns: one of them is `query`; one may have ids, and others are ignored.  A table
is CSV whatever its delimiter, and its quotes are those of CSV.  Any other file has a query on each line, behind
its id and a tab, and its quotes belong to the queries.  There are no comments: `#` begins a hashtag.  The id of a query
without one is the number of its line.
"""

import csv
import re
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from corpus.clean import bare
from corpus.encoding import decoded
from corpus.message import Message, message
from corpus.readers.tables.header import header
from corpus.readers.tables.rows import Lines, rows
from corpus.records import record

MAX_LINE_CHARACTERS = 1 << 16
"""Characters of a line at most, six times those of the longest query: a longer line is not held in memory."""

_ID_COLUMNS = ("query_id", "qid", "id", "identifiant")
_QUERY_COLUMNS = ("query", "requete")
"""Names of columns, the clearest first; capitals and accents do not matter."""

_NOT_UTF8 = re.compile("[\0\ud800-\udfff]")
"""The characters that stand for bytes that are not UTF-8, and the NUL that UTF-16 has between its letters."""


@record
class FileQuery:
    """A query, its id, and the number of its line."""

    line: int
    id: str
    query: str


@record
class Refused:
    """A line that is not a query, and the reason."""

    line: int
    reason: Message


def queries(file: BinaryIO) -> Iterator[FileQuery | Refused]:
    """Yield each query of a file in UTF-8, with or without a byte order mark, as soon as its line is read; skip blank lines.

    Only the ids are kept in memory: a query with the id of an earlier one is refused.
    """
    lines: dict[str, int] = {}
    for entry in _entries(_lines(file)):
        if isinstance(entry, FileQuery):
            first = lines.setdefault(entry.id, entry.line)
            if first != entry.line:
                yield Refused(entry.line, message("query.repeated_id", id=entry.id, line=first))
                continue
        yield entry


def _lines(file: BinaryIO) -> Iterator[str]:
    """Yield each line with its end; for a line that is too long, yield a beginning of it that is too long as well."""
    with TextIOWrapper(file, "utf-8-sig", errors="surrogateescape") as text:
        while line := text.readline(MAX_LINE_CHARACTERS):
            end = line
            while len(end) == MAX_LINE_CHARACTERS and not end.endswith("\n"):
                end = text.readline(MAX_LINE_CHARACTERS)
            yield line


def _entries(lines: Iterator[str]) -> Iterator[FileQuery | Refused]:
    first, delimiter, above = header(lines)
    names = _names(first, delimiter)
    query = _column(names, _QUERY_COLUMNS)
    if query is None:
        for number, line in enumerate(chain([first], lines), above + 1):
            if line.strip():
                yield _refusal(number, line) or _of_line(number, line)
        return
    own = _column(names, _ID_COLUMNS)
    for number, raw, row in rows(Lines(lines, above + 1), delimiter, max_cell=MAX_LINE_CHARACTERS):
        if refusal := _refusal(number, raw):
            yield refusal
        elif isinstance(row, Message):
            yield Refused(number, row)
        elif any(row[len(names) :]):
            yield Refused(number, message("query.too_many_cells", cells=len(row), columns=len(names)))
        elif any(map(str.strip, row)):
            cells = [*row, *[""] * len(names)]
            yield _query(number, "" if own is None else cells[own], cells[query])


def _names(line: str, delimiter: str) -> list[str]:
    """Return the names of the columns, `requête` in Windows-1252 too, so that the rows of such a table are refused."""
    text = decoded(line.encode("utf-8", "surrogateescape"), "cp1252", is_utf8=True)
    return [bare(name.strip()) for name in next(csv.reader([text], delimiter=delimiter), [])]


def _column(names: list[str], wanted: tuple[str, ...]) -> int | None:
    """Return the index of the first wanted column that the table has; None if it has no such column."""
    return next((names.index(name) for name in wanted if name in names), None)


def _refusal(number: int, raw: str) -> Refused | None:
    """Return the refusal of a line or row that cannot be read; None for any other."""
    if len(raw) >= MAX_LINE_CHARACTERS:
        return Refused(number, message("query.long_line", most=MAX_LINE_CHARACTERS))
    if _NOT_UTF8.search(raw):
        return Refused(number, message("query.not_utf8"))
    return None


def _of_line(number: int, line: str) -> FileQuery | Refused:
    own, tab, query = line.partition("\t")
    if not tab:
        return _query(number, "", line)
    if "\t" in query.strip():
        return Refused(number, message("query.second_tab"))
    return _query(number, own, query)


def _query(number: int, own: str, query: str) -> FileQuery:
    return FileQuery(number, own.strip() or str(number), query.strip())
