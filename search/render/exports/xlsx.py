"""Articles as a workbook of Excel: a sheet with a header that stays, dates as dates, and every text as a text.

A text is a text whatever it begins with: its cell has the type of a string, which no spreadsheet runs.  Rows are written
one by one, so that a workbook of any size takes the memory of a row.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import PrintDate
from corpus.message import Message, message
from search.render.csv import flat, paragraphs
from search.render.fields import FieldKind, FieldValue, OutputField
from search.render.inert import inert
from search.results import Result

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_MAX_CELL_CHARACTERS = 32_767
"""Characters of a cell at most, in UTF-16 (Excel specifications and limits)."""

_MAX_ROWS = 1_048_576
"""Rows of a sheet at most, the header among them (same source)."""

_FIRST_YEAR = 1901
"""The first year whose days all programs count alike: for Excel, 1900 has a 29 February."""

_COLUMN_WIDTHS = {"title": 60, "snippet": 60, "text": 60, "heading": 60, "date": 12, "source": 20, "url": 30}
_DAY_FORMAT = "yyyy-mm-dd"


def save(results: Iterable[Result], fields: Sequence[OutputField], path: Path) -> Sequence[Message]:
    """Write a workbook; return what is to be said of it: texts that were cut, a sheet that was full."""
    from openpyxl import Workbook  # 150 ms to import
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("articles")
    sheet.freeze_panes = "A2"
    for number, field in enumerate(fields, start=1):
        if field.name in _COLUMN_WIDTHS:
            sheet.column_dimensions[get_column_letter(number)].width = _COLUMN_WIDTHS[field.name]
    sheet.append([field.name for field in fields])
    cells = _Cells(sheet)
    rows = iter(results)
    for result in islice(rows, _MAX_ROWS - 1):
        sheet.append([cells.cell(field.take(result), field.kind) for field in fields])
    left_out = sum(1 for _ in rows)
    book.save(path)
    remarks = [message("export.cells_cut", count=cells.cut, most=_MAX_CELL_CHARACTERS)] if cells.cut else []
    return [*remarks, message("export.sheet_full", count=left_out)] if left_out else remarks


class _Cells:
    """The cells of a sheet; `cut` counts the texts that were longer than a cell can be."""

    def __init__(self, sheet: "WriteOnlyWorksheet") -> None:
        self._sheet = sheet
        self.cut = 0

    def cell(self, value: FieldValue, kind: FieldKind) -> "Cell | int | float | None":
        """Return a value as a cell; None for no value, which takes no room."""
        if isinstance(value, int | float):
            return value
        if isinstance(value, PrintDate) and value.day and value.year >= _FIRST_YEAR:
            return self._made(datetime.combine(date(*value), time()), _DAY_FORMAT)
        flattened = str(flat(value))
        text = paragraphs(flattened) if kind is FieldKind.PARAGRAPHS else inert(flattened)
        if _is_too_long(text):
            self.cut += 1
            text = _cut(text)
        return self._made(text) if text else None

    def _made(self, value: datetime | str, number_format: str = "") -> "Cell":
        from openpyxl.cell.cell import WriteOnlyCell

        made = WriteOnlyCell(self._sheet, value)
        if number_format:
            made.number_format = number_format
        else:
            made.data_type = "s"  # openpyxl takes "=1+1" for a formula
        return made


def _is_too_long(text: str) -> bool:
    return len(text) > _MAX_CELL_CHARACTERS // 2 and _utf16_length(text) > _MAX_CELL_CHARACTERS


def _cut(text: str) -> str:
    return text.encode("utf-16-le")[: 2 * _MAX_CELL_CHARACTERS].decode("utf-16-le", errors="ignore")


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
