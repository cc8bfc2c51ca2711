"""Articles as a workbook of Excel: a sheet with a header that stays, dates as dates, and every text as a text.

A text is a text whatever it begins with: its cell has the type of a string, which no spreadsheet runs.  Rows are written
one by one, so that a workbook of any size takes the memory of a row.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from corpus import PrintDate
from corpus.message import Message, message
from search.render.csv import flat, paragraphs
from search.render.fields import FieldKind, FieldValue, OutputField
from search.render.inert import inert
from search.results import Result

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # 100 ms to import

_MAX_CELL_CHARACTERS = 32_767
"""Characters of a cell at most, in UTF-16 (Excel specifications and limits)."""

_MAX_ROWS = 1_048_576
"""Rows of a sheet at most, the header among them (same source)."""

_FIRST_YEAR = 1901
"""The first year whose days all programs count alike: for Excel, 1900 has a 29 February."""

_COLUMN_WIDTHS = {"title": 60, "snippet": 60, "text": 60, "heading": 60, "date": 12, "source": 20, "url": 30}
_DAY_FORMAT = "yyyy-mm-dd"


def save(results: Iterable[Result], fields: Sequence[OutputField], path: Path) -> Sequence[Message]:
    """Write a workbook; return what is to be said of it: texts that were cut, a sheet that was full.

    Raises:
        OSError: the system refuses to write.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    # The rows wait in a folder for the end of the sheet.
    with TemporaryDirectory() as folder, path.open("wb") as file:
        written = _Written(file)
        book = Workbook(written, {"constant_memory": True, "tmpdir": folder})
        sheet = _Sheet(book, fields)
        rows = iter(results)
        for result in islice(rows, _MAX_ROWS - 1):
            sheet.add(result)
        left_out = sum(1 for _ in rows)
        try:
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error
        written.check()
    remarks = [message("export.cells_cut", count=sheet.cut, most=_MAX_CELL_CHARACTERS)] if sheet.cut else []
    return [*remarks, message("export.sheet_full", count=left_out)] if left_out else remarks


class _Written:
    """The file of a workbook, which keeps its first error to the end.

    xlsxwriter leaves an archive open where a write fails, and Python prints the second error of that archive.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._error: OSError | None = None

    def write(self, data: bytes) -> int:
        """Write bytes, unless a write has failed before."""
        if not self._error:
            try:
                self._file.write(data)
            except OSError as error:
                self._error = error
        return len(data)

    def flush(self) -> None:
        """Leave the flushing to the file."""

    def check(self) -> None:
        """Raise the first error of a write.

        Raises:
            OSError: a write failed.
        """
        self._file.flush()
        if self._error:
            raise self._error


class _Sheet:
    """The sheet of a workbook; `cut` counts the texts that were longer than a cell can be."""

    def __init__(self, book: "Workbook", fields: Sequence[OutputField]) -> None:
        self._sheet = book.add_worksheet("articles")
        self._day_format = book.add_format({"num_format": _DAY_FORMAT})
        self._fields = fields
        self._row = 0
        self.cut = 0
        self._sheet.freeze_panes(1, 0)
        for column, field in enumerate(fields):
            if field.name in _COLUMN_WIDTHS:
                self._sheet.set_column(column, column, _COLUMN_WIDTHS[field.name])
            self._sheet.write_string(0, column, field.name)

    def add(self, result: Result) -> None:
        """Add the row of a result."""
        self._row += 1
        for column, field in enumerate(self._fields):
            self._write(column, field.take(result), field.kind)

    def _write(self, column: int, value: FieldValue, kind: FieldKind) -> None:
        """Write a value to its cell; no value takes no room."""
        if isinstance(value, int | float):
            self._sheet.write_number(self._row, column, value)
        elif isinstance(value, PrintDate) and value.day and value.year >= _FIRST_YEAR:
            self._sheet.write_datetime(self._row, column, date(*value), self._day_format)
        elif text := self._text(value, kind):
            self._sheet.write_string(self._row, column, text)

    def _text(self, value: FieldValue, kind: FieldKind) -> str:
        flattened = str(flat(value))
        text = paragraphs(flattened) if kind is FieldKind.PARAGRAPHS else inert(flattened)
        if not _is_too_long(text):
            return text
        self.cut += 1
        return _cut(text)


def _is_too_long(text: str) -> bool:
    return len(text) > _MAX_CELL_CHARACTERS // 2 and _utf16_length(text) > _MAX_CELL_CHARACTERS


def _cut(text: str) -> str:
    return text.encode("utf-16-le")[: 2 * _MAX_CELL_CHARACTERS].decode("utf-16-le", errors="ignore")


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
