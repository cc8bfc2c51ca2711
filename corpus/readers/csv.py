"""Articles in CSV: one row each, below a header that names the columns."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

from corpus.article import Article, Rejected
from corpus.clipping import Clipping
from corpus.dates.columns import DateReader
from corpus.errors import Unreadable
from corpus.message import Message, message
from corpus.readers.columns import Columns, date_readers, record
from corpus.readers.columns import columns as columns_of
from corpus.readers.first_rows import first_rows
from corpus.readers.record import compose, without_text
from corpus.source import MAX_CHARACTERS, Source, lines

_DELIMITERS = (",", ";", "\t", "|")
_QUOTED = re.compile('"[^"]*"')
_EXCEL = re.compile(r"sep=(.)\s*")


def articles(source: Source, columns: Mapping[str, str]) -> Iterator[Clipping | Rejected]:
    """Yield the article of each row; a row that cannot be read is yielded as Rejected, and reading continues.

    Raises:
        Unreadable: the file cannot be read, or not to its end.
    """
    with source.open_text() as stream:
        below = lines(stream)
        first, delimiter, skipped = header(below)
        if not first.strip():
            raise without_text(first)
        table = rows(chain([first], below), delimiter, skipped, max_cell=MAX_CHARACTERS)
        _, _, names = next(table, (0, "", list[str]()))
        if isinstance(names, Message):
            yield Rejected(source.name, names, message("reading.line", line=1))
            return
        mapping = columns_of(tuple(names), tuple(sorted(columns.items())))
        if mapping.missing:
            raise mapping.missing
        first_of_file, every_row = first_rows(table)
        dates = date_readers(
            (_values(row, mapping) for _, _, row in first_of_file if not isinstance(row, Message)), mapping
        )
        is_empty = True
        for number, raw, row in every_row:
            is_empty = False
            where = message("reading.line", line=number)
            if isinstance(row, Message):
                yield Rejected(source.name, row, where)
            else:
                yield Clipping(raw, where, source.name, partial(_of_row, row, mapping, dates))
        if is_empty:
            yield Rejected(source.name, message("reading.no_row"))


def _of_row(
    row: list[str], columns: Columns, dates: Mapping[str, DateReader], raw: str, name: str
) -> Article:
    """Return the article of a row.

    Raises:
        Unreadable: the row has more cells than the header, or no text.
    """
    width = len(columns.seen)
    if any(row[width:]):
        raise Unreadable("reading.too_many_cells", cells=len(row), columns=width)
    return compose(record(_values(row, columns), columns, raw=raw, dates=dates), path=name)


def _values(row: list[str], columns: Columns) -> dict[str, str]:
    return dict(zip(columns.seen, row, strict=False))


def header(source: Iterator[str]) -> tuple[str, str, int]:
    """Return the first line that is not blank, the delimiter most frequent in it, and the number of lines above.

    Excel writes the delimiter on a line of its own, `sep=;`.
    """
    above, first = -1, ""
    for above, first in enumerate(source):  # noqa: B007 - both are read after the loop
        if first.strip():
            break
    if excel := _EXCEL.fullmatch(first):
        return next(source, ""), excel[1], above + 1
    unquoted = _QUOTED.sub("", first)
    return first, max(_DELIMITERS, key=unquoted.count), max(above, 0)


def rows(
    source: Iterator[str], delimiter: str, skipped: int, *, max_cell: int
) -> Iterator[tuple[int, str, list[str] | Message]]:
    """Yield each row that is not empty: the number of its first line, its source lines, its cells.

    What is wrong with a row takes the place of its cells.  A cell has at most `max_cell` characters.  Python keeps
    this limit for the whole process (131,072 characters at its start): it is set for each row and put back behind
    it, so that several tables, each with its own limit, may be read by turns.
    """
    taken: list[str] = []

    def recorded() -> Iterator[str]:
        for line in source:
            taken.append(line)
            yield line

    reader = csv.reader(recorded(), delimiter=delimiter)
    while True:
        number = skipped + reader.line_num + 1
        taken.clear()
        limit = csv.field_size_limit(max_cell)
        try:
            row: list[str] | Message = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            row = message("reading.not_csv", cause=str(error))
        finally:
            csv.field_size_limit(limit)
        raw = "".join(taken)
        if len(taken) > 1 and raw.count('"') % 2:
            row = message("reading.open_quote", lines=len(taken))
        if row:
            yield number, raw, row
