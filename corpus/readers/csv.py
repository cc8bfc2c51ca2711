"""Articles in CSV: one row each, below a header that names the columns."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TextIO

from corpus.article import Article, Rejected
from corpus.readers.columns import Columns, record
from corpus.readers.columns import columns as columns_of
from corpus.readers.record import compose
from corpus.stream import LARGEST, lines

_DELIMITERS = (",", ";", "\t", "|")
_QUOTED = re.compile('"[^"]*"')
_EXCEL = re.compile(r"sep=(.)\s*")


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article cut from a file of CSV: the cells of a row, its source lines, and where it stands."""

    raw: str
    where: str
    name: str
    row: list[str]
    seen: Columns

    def read(self) -> Article | Rejected:
        """The article of the row, or what is wrong with it."""
        width = len(self.seen.seen)
        if any(self.row[width:]):
            reason = f"{len(self.row)} cells, the header has {width}: a text needs quotes"
            return Rejected(self.name, self.where, reason)
        values = dict(zip(self.seen.seen, self.row, strict=False))
        article = compose(record(values, self.seen, raw=self.raw), path=self.name)
        return article or Rejected(self.name, self.where, "no text")


def articles(stream: TextIO, *, name: str, columns: Mapping[str, str]) -> Iterator[Clipping | Rejected]:
    """The articles of a file; a row that is none is Rejected and the rest goes on."""
    csv.field_size_limit(LARGEST)  # 131,072 characters otherwise; one setting for the whole process
    source = lines(stream)
    first, delimiter, skipped = header(source)
    if not first.strip():
        yield Rejected(name, "", "only blanks" if first else "empty")
        return
    table = rows(chain([first], source), delimiter, skipped)
    _, _, names = next(table, (0, "", []))
    if isinstance(names, str):
        yield Rejected(name, "line 1", names)
        return
    seen = columns_of(tuple(names), tuple(sorted(columns.items())))
    if seen.missing:
        yield Rejected(name, "", seen.missing)
        return
    empty = True
    for number, raw, row in table:
        empty = False
        where = f"line {number}"
        yield Rejected(name, where, row) if isinstance(row, str) else Clipping(raw, where, name, row, seen)
    if empty:
        yield Rejected(name, "", "no row below the header")


def header(source: Iterator[str]) -> tuple[str, str, int]:
    """The first line that is not blank, the delimiter that is most often in it, and how many lines stand above.

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


def rows(source: Iterator[str], delimiter: str, skipped: int) -> Iterator[tuple[int, str, list[str] | str]]:
    """Each row that is not empty, with its first line and its source lines; or, for its cells, what is wrong."""
    taken: list[str] = []

    def recorded() -> Iterator[str]:
        for line in source:
            taken.append(line)
            yield line

    reader = csv.reader(recorded(), delimiter=delimiter)
    while True:
        number = skipped + reader.line_num + 1
        taken.clear()
        try:
            row: list[str] | str = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            row = f"not CSV ({error})"
        raw = "".join(taken)
        if len(taken) > 1 and raw.count('"') % 2:
            row = f"a quote is not closed: {len(taken):,} lines are in it"
        if row:
            yield number, raw, row
