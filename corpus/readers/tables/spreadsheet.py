"""Articles in the sheets of Excel (XLSX): one row each, below a header that names the columns.

Every sheet whose header names a text is read; where none does, one with an abstract.  A cell of Excel holds
32,767 characters: a text of this length was cut, which is reported.
"""

import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from functools import partial
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING

from corpus.article import Rejected
from corpus.clipping import Bundle, Clipping
from corpus.errors import CorpusError, Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import Message, message
from corpus.readers import record as making
from corpus.readers.columns import naming
from corpus.readers.columns.naming import Choice
from corpus.readers.columns.usual import label
from corpus.readers.cuts import CELL_CHARACTERS
from corpus.readers.tables.header import MAX_LINES_ABOVE, header_row, looks_like_data
from corpus.readers.tables.table import Row, Table, clippings, numbered
from corpus.source import Source

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MAX_COLUMNS = 200
_MAX_EMPTY_ROWS = 1_000
"""Rows without anything behind which nothing comes: a cell in the last row of a sheet makes a million of them."""
_MAX_SHEETS = 100
_WORKBOOK = "xl/workbook.xml"
_ESCAPE = expression(r"_x([0-9A-Fa-f]{4})_")
"""A character that no XML has, as Excel writes it (ECMA-376, part 1, section 22.9.2.19)."""


def recognises(head: Head) -> bool:
    """Return whether a file is a ZIP with a workbook of Excel."""
    return _WORKBOOK in head.members


def articles(source: Source, columns: Mapping[str, str]) -> Iterator[Bundle]:
    """Yield the rows of a workbook as one piece: its parser has to read them all."""
    yield Bundle(source.name, partial(_cut, source, tuple(sorted(columns.items()))))


def names(source: Source) -> Iterator[str]:
    """Yield the names of the columns of every sheet.

    Raises:
        Unreadable: the file cannot be read.
    """
    with _opened(source) as workbook:
        for sheet in workbook.worksheets[:_MAX_SHEETS]:
            if table := _table(sheet, frozenset()):
                yield from table.names


def _cut(source: Source, chosen: Choice) -> Iterator[Clipping | Rejected]:
    """Yield the article of each row of the sheets that have texts.

    Raises:
        Unreadable: the workbook cannot be read, or not to its end, or no column of it holds a text.
    """
    own = frozenset(label(name) for _, name in chosen)
    with _opened(source) as workbook:
        tables = {
            sheet.title: table for sheet in workbook.worksheets[:_MAX_SHEETS] if (table := _table(sheet, own))
        }
        if not tables:
            raise making.without_text("")
        read = _with_texts(tables, chosen)
        cut = Counter[str]()
        for title in read:
            where = _row if len(read) == 1 else partial(_row_of_sheet, title)
            table = tables[title]
            counted = table._replace(below=_counted(table.below, cut))
            yield from clippings(counted, chosen, source.name, where)
        if cut.total():
            yield Rejected(source.name, message("reading.cut_cells", count=cut.total()))


def _with_texts(tables: Mapping[str, Table], chosen: Choice) -> list[str]:
    """Return the titles of the sheets that are read: all with a text, else the first one with an abstract, else the first."""
    found = {title: naming.columns(table.names, chosen) for title, table in tables.items()}
    texts = [title for title, columns in found.items() if "text" in columns.fields]
    abstracts = (title for title, columns in found.items() if columns.has_text)
    return texts or [next(abstracts, next(iter(found)))]


@contextmanager
def _opened(source: Source) -> Iterator["Workbook"]:
    """Open a workbook: what formulas gave when it was saved, its styles left aside.

    Raises:
        Unreadable: at the opening or during the reading, the workbook is damaged.
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and validations that it does not know
            workbook = load_workbook(BytesIO(source.content()), read_only=True, data_only=True)
            yield workbook
    except (CorpusError, GeneratorExit):
        raise
    except Exception as error:  # its parts raise what they will: KeyError, SyntaxError, zlib.error
        raise Unreadable("reading.damaged") from error


def _table(sheet: "Worksheet", own: frozenset[str]) -> Table | None:
    """Return the table of a sheet, None for an empty one; the rows above its header are left out."""
    rows = _rows(sheet)
    first = [*islice(rows, MAX_LINES_ABOVE)]
    if not first:
        return None
    known = header_row([cells for _, cells in first], own)
    number, cells = first[known or 0]
    is_header = known is not None or not any(map(looks_like_data, cells))
    columns = tuple(cells) if is_header else numbered(cells)
    below = chain(first[(known or 0) + 1 :], rows)
    return Table(_shown(number, cells, columns), columns, is_header, (_shown(*row, columns) for row in below))


def _counted(rows: Iterator[Row], cut: Counter[str]) -> Iterator[Row]:
    """Yield rows, and count the cells that are as long as one can be."""
    for row in rows:
        cells = row[2] if isinstance(row[2], list) else []
        cut["cells"] += sum(len(cell) == CELL_CHARACTERS for cell in cells)
        yield row


def _shown(number: int, cells: list[str], columns: Sequence[str]) -> Row:
    """Return a row with what `show --raw` shows of it: a line for each cell."""
    pairs = zip(columns, cells, strict=False)
    raw = "\n".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)
    return number, raw, cells[: len(columns)]


def _rows(sheet: "Worksheet") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet that have something, each with its number; cells at its end that are empty are left out."""
    reset: Callable[[], None] = getattr(sheet, "reset_dimensions")  # noqa: B009 - its stubs have it in no class
    reset()  # programs write wrong ones
    empty = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True), start=1):
        texts = [*map(_text, cells)]
        while texts and not texts[-1]:
            texts.pop()
        empty = 0 if texts else empty + 1
        if empty > _MAX_EMPTY_ROWS:
            return
        if texts:
            yield number, texts


def _text(cell: object) -> str:
    r"""Return the text of a cell: a number as it is shown, a day as ISO 8601 has it; "" for a truth value or an error.

    >>> _text(42.0), _text(datetime(2021, 3, 3)), _text("Le_x000D_\nport")
    ('42', '2021-03-03', 'Le\r\nport')
    """
    match cell:
        case None | bool():
            return ""
        case str():
            return _ESCAPE.sub(_meant, cell) if "_x" in cell else cell
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def _meant(escape: re.Match[str]) -> str:
    char = chr(int(escape[1], 16))
    return "" if "\ud800" <= char <= "\udfff" else char


def _row(row: int) -> Message:
    return message("reading.row", row=row)


def _row_of_sheet(sheet: str, row: int) -> Message:
    return message("reading.row_of_sheet", sheet=sheet, row=row)
