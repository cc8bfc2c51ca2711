"""Articles in CSV: one row each, below a header that names the columns."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, pairwise
from typing import NamedTuple

from corpus.article import Article, Rejected
from corpus.clean import clean_line
from corpus.clipping import Clipping
from corpus.dates.columns import DateReader
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.message import Message, message
from corpus.readers import record as making
from corpus.readers.columns import fields, naming
from corpus.readers.columns.first_rows import first_rows
from corpus.readers.columns.usual import LABELS, label
from corpus.readers.tables.header import MAX_LINES_ABOVE, find_header, is_table, looks_like_data
from corpus.readers.tables.rows import Lines, rows
from corpus.source import MAX_CHARACTERS, Source, Stream, lines

_TRAFILATURA = (
    "url", "id", "fingerprint", "hostname", "title", "image", "date", "text", "comments", "license", "pagetype",
)  # fmt: skip
"""The cells of a line that trafilatura writes with `--csv`: it writes no header (trafilatura 2.1, `xmltocsv`)."""

_MAX_FIRST_CHARACTERS = 1 << 20
"""Characters of the lines among which the header is looked for."""
_MAX_CELLS_SHOWN = 8
_NUMBERED = frozenset(chain.from_iterable(LABELS[field] for field in ("id", "key", "year", "month", "date")))
"""Columns that hold numbers of their own."""

_Row = tuple[int, str, list[str] | Message]


class _Table(NamedTuple):
    """A table whose first row was read: the row, the names of its columns, whether the row is the header, the rows below."""

    top: _Row
    names: tuple[str, ...]
    is_header: bool
    below: Iterator[_Row]


_HEAD_CHARACTERS = 1 << 13
"""Characters at the beginning of a file in which a header is looked for."""


def recognises(head: Head) -> bool:
    """Return whether a file begins as a table does: see `corpus.readers.tables.header`."""
    text = head.text[:_HEAD_CHARACTERS]
    return any(delimiter in text for delimiter in ",;\t|") and is_table(text)


def articles(source: Source, columns: Mapping[str, str]) -> Iterator[Clipping | Rejected]:
    """Yield the article of each row; a row that cannot be read is yielded as Rejected, and reading continues.

    Raises:
        Unreadable: the file cannot be read, or not to its end.
    """
    chosen = tuple(sorted(columns.items()))
    with source.open_text() as stream:
        table = _opened(stream, frozenset(label(name) for name in columns.values()))
        mapping = naming.columns(table.names, chosen)
        if not mapping.has_text:
            raise naming.without_text(table.names) if table.is_header else _no_header(table.top)
        holders = mapping.used
        first, every_row = first_rows(chain(() if table.is_header else (table.top,), table.below))
        names_of_rows = int(table.is_header and _have_names([row[2] for row in first], table.names))
        used = [(index, name) for index, name in enumerate(table.names, names_of_rows) if name in holders]
        dates = fields.date_readers(
            (_values(cells, used) for _, _, cells in first if not isinstance(cells, Message)), mapping
        )
        is_empty = True
        for number, raw, cells in every_row:
            if table.is_header and cells == table.top[2]:
                continue  # the header of a file that was joined to another one
            is_empty = False
            where = message("reading.line", line=number)
            if isinstance(cells, Message):
                yield Rejected(source.name, cells, where)
            elif wrong := _too_many(cells, names_of_rows + len(table.names)):
                yield Rejected(source.name, wrong, where)
            else:
                yield Clipping(
                    raw, where, source.name, partial(_of_row, _values(cells, used), mapping, dates)
                )
        if is_empty:
            yield Rejected(source.name, message("reading.no_row"))


def names(source: Source) -> Iterator[str]:
    """Yield the names of the columns of a table.

    Raises:
        Unreadable: the file cannot be read.
    """
    with source.open_text() as stream:
        yield from _opened(stream, frozenset()).names


def _opened(stream: Stream[str], own: frozenset[str]) -> _Table:
    """Return the table of a file; `own` are the labels of the columns that a person named.

    Raises:
        Unreadable: there is no row, or the first one cannot be read.
    """
    rest = lines(stream)
    first = _beginning(rest)
    if not any(map(str.strip, first)):
        raise making.without_text("".join(first))
    found = find_header(first, own)
    sample = first[found.above :]
    below: Iterator[str] = chain(sample[1:], rest)
    if found.is_known and found.delimiter in sample[0]:
        below = _apart(below, sample[0])
    cut = partial(
        rows,
        Lines(chain(sample[:1], below), found.above),
        found.delimiter,
        max_cell=MAX_CHARACTERS,
        first=sample,
    )
    top = next(cut(), None)
    if top is None:
        raise Unreadable("reading.no_row")
    cells = top[2]
    if isinstance(cells, Message):
        raise Unreadable("reading.bad_header", reason=cells)
    is_header = found.is_known or not any(map(looks_like_data, cells))
    columns = tuple(cells) if is_header else _without_header(cells, found.delimiter)
    return _Table(top, columns, is_header, cut(width=len(columns)))


def _apart(below: Iterator[str], header: str) -> Iterator[str]:
    """Yield the lines below a header, without the header of a file that was joined to one without a last line end."""
    for line in below:
        if line.endswith(header) and line != header:
            yield line.removesuffix(header).removesuffix("\ufeff") + "\n"
        else:
            yield line


def _have_names(first: Sequence[list[str] | Message], names: Sequence[str]) -> bool:
    """Return whether the rows of a table have a number in front for which the header has no name, as R writes them.

    Rows with one cell more than the header may also have a text with a delimiter in it: then a first cell is no number
    that grows, or is an id.
    """
    rows = [cells for cells in first if not isinstance(cells, Message)]
    if not rows or label(names[0]) in _NUMBERED or any(len(cells) != len(names) + 1 for cells in rows):
        return False
    numbers = [int(cells[0]) for cells in rows if cells[0].isascii() and cells[0].isdecimal()]
    return len(numbers) == len(rows) and all(before < after for before, after in pairwise(numbers))


def _too_many(cells: Sequence[str], width: int) -> Message | None:
    """Return what is wrong with a row that has more cells than the header; None where those have nothing."""
    if not any(cells[width:]):
        return None
    return message("reading.too_many_cells", cells=len(cells), columns=width)


def _values(cells: Sequence[str], used: Sequence[tuple[int, str]]) -> dict[str, object]:
    """Return the values of the columns that are used; of columns with one name, the first that says something counts."""
    values: dict[str, object] = {}
    for index, name in used:
        if index < len(cells) and not values.get(name):
            values[name] = cells[index]
    return values


def _of_row(
    values: Mapping[str, object],
    columns: naming.Columns,
    dates: Mapping[str, DateReader],
    raw: str,
    name: str,
) -> Article:
    """Return the article of a row.

    Raises:
        Unreadable: the row has no text.
    """
    return making.compose(fields.record(values, columns, raw=raw, dates=dates), path=name)


def _beginning(rest: Iterator[str]) -> list[str]:
    """Return the first lines of a file, among which its header is."""
    first: list[str] = []
    characters = 0
    for line in rest:
        first.append(line)
        characters += len(line)
        if len(first) == MAX_LINES_ABOVE or characters > _MAX_FIRST_CHARACTERS:
            break
    return first


def _without_header(cells: list[str], delimiter: str) -> tuple[str, ...]:
    """Return the names of the columns of a table without a header: their numbers, or what trafilatura writes in each."""
    is_trafilatura = len(cells) == len(_TRAFILATURA) and delimiter == "\t"
    return _TRAFILATURA if is_trafilatura else tuple(map(str, range(1, len(cells) + 1)))


def _no_header(top: _Row) -> Unreadable:
    """Return the error of a table without a header, with its first row and the number of its longest cell."""
    cells = [*top[2]] if not isinstance(top[2], Message) else []
    shown = ", ".join(
        f"{number}: {clean_line(cell[:30])}" for number, cell in enumerate(cells[:_MAX_CELLS_SHOWN], start=1)
    )
    longest = max(range(len(cells)), key=lambda index: len(cells[index]))
    return Unreadable("reading.no_header", cells=shown, text=longest + 1)
