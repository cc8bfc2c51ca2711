"""A table whose header is known, and the article of each of its rows, whatever program wrote it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from corpus.article import Article, Rejected
from corpus.clean import clean_line
from corpus.clipping import Clipping
from corpus.dates.columns import DateReader
from corpus.errors import Unreadable
from corpus.message import Message, message
from corpus.readers import record as making
from corpus.readers.columns import fields, naming
from corpus.readers.columns.first_rows import first_rows
from corpus.readers.columns.naming import Choice
from corpus.readers.columns.usual import LABELS, label
from corpus.readers.tables import beside

_MAX_CELLS_SHOWN = 8
_NUMBERED = frozenset(chain.from_iterable(LABELS[field] for field in ("id", "key", "year", "month", "date")))
"""Columns that hold numbers of their own."""

Row = tuple[int, str, list[str] | Message]
"""A row: its line or its number, its source, and its cells, or what is wrong with it."""


class Table(NamedTuple):
    """A table whose first row was read: the row, the names of its columns, whether the row is the header, the rows below."""

    top: Row
    names: tuple[str, ...]
    is_header: bool
    below: Iterator[Row]


def clippings(
    table: Table, chosen: Choice, name: str, where: Callable[[int], Message], folder: Path | None = None
) -> Iterator[Clipping | Rejected]:
    """Yield the article of each row; a row that cannot be read is yielded as Rejected.

    `name` is the path that is shown and stored, `where` says the place of a row by its number.  In `folder`, that of the
    table, the files may be that a column names; None for a table that has no folder of its own.

    Raises:
        Unreadable: no column holds the text, or the file cannot be read to its end.
    """
    mapping = naming.columns(table.names, chosen)
    first, every_row = first_rows(chain(() if table.is_header else (table.top,), table.below))
    sample = [cells for _, _, cells in first if not isinstance(cells, Message)]
    names_of_rows = int(table.is_header and _have_names([row[2] for row in first], table.names))
    placed = [*enumerate(table.names, names_of_rows)]
    named = None
    if "text" not in mapping.fields and folder:
        named = beside.files(table.names, (_values(cells, placed) for cells in sample), folder)
    if not mapping.has_text and not named:
        raise naming.without_text(table.names) if table.is_header else _no_header(table.top)
    holders = mapping.used | {named.column} if named else mapping.used
    used = [(index, column) for index, column in placed if column in holders]
    dates = fields.date_readers((_values(cells, used) for cells in sample), mapping)
    article = partial(beside.article, held=named) if named else _of_row
    is_empty = True
    for number, raw, cells in every_row:
        if table.is_header and cells == table.top[2]:
            continue  # the header of a file that was joined to another one
        is_empty = False
        if isinstance(cells, Message):
            yield Rejected(name, cells, where(number))
        elif wrong := _too_many(cells, names_of_rows + len(table.names)):
            yield Rejected(name, wrong, where(number))
        else:
            make = partial(article, _values(cells, used), mapping, dates)
            yield Clipping(raw, where(number), name, make, guarded=named is not None)
    if is_empty:
        yield Rejected(name, message("reading.no_row"))


def numbered(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns of a table without a header: their numbers."""
    return tuple(map(str, range(1, len(cells) + 1)))


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


def _no_header(top: Row) -> Unreadable:
    """Return the error of a table without a header, with its first row and the number of its longest cell."""
    cells = [*top[2]] if not isinstance(top[2], Message) else []
    shown = ", ".join(
        f"{number}: {clean_line(cell[:30])}" for number, cell in enumerate(cells[:_MAX_CELLS_SHOWN], start=1)
    )
    longest = max(range(len(cells)), key=lambda index: len(cells[index]))
    return Unreadable("reading.no_header", cells=shown, text=longest + 1)
