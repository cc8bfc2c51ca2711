"""The rows of a table in CSV, and what an unclosed quote costs."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from corpus.expression import expression
from corpus.message import Message, message
from corpus.records import record

_ESCAPED_QUOTE = expression(r'[^\\]\\"')
_DOUBLED_QUOTE = expression(r'[^,;|\t\r\n]""[^,;|\t\r\n]')
_FEWEST_LINES_LOOKED_AT = 256
_LINES_LOOKED_AT = frozenset(_FEWEST_LINES_LOOKED_AT << doubled for doubled in range(20))
"""Lines of a row after which it is asked whether an unclosed quote swallows rows."""
_MIN_SWALLOWED_ROWS = 3
_SWALLOWED_SHARE = 0.8
"""Of the lines within one row, the share that are whole rows themselves where a quote was not closed."""
_MIN_TELLING_CELLS = 3
"""Cells of a row by which a line of a text is not taken for one: `Le port rouvre, enfin.` has the two of a small table."""


class _Swallowed(Exception):  # noqa: N818 - a fact, caught in the function that raises it
    """A row goes on over whole rows."""


class Lines:
    """The lines of a table, which may be given back; `number` is that of the last one that was taken."""

    def __init__(self, source: Iterable[str], number: int = 0) -> None:
        self._source = iter(source)
        self._returned: deque[str] = deque()
        self.number = number

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        found = self._returned.popleft() if self._returned else next(self._source)
        self.number += 1
        return found

    def give_back(self, lines: Sequence[str]) -> None:
        """Have these lines, the last that were taken, taken again."""
        self._returned.extendleft(reversed(lines))
        self.number -= len(lines)


def rows(
    lines: Lines, delimiter: str, *, max_cell: int, width: int = 0, first: Sequence[str] = ()
) -> Iterator[tuple[int, str, list[str] | Message]]:
    """Yield each row that is not empty: the number of its first line, its source lines, its cells.

    What is wrong with a row takes the place of its cells.  A cell has at most `max_cell` characters.  Where the table
    has `width` columns and a quote is not closed, reading continues at the next line that is a row of as many cells.
    The `first` lines of the table show its habits: a backslash before a quote in a text, a blank before a quoted one.

    Python keeps the limit of cells for the whole process (131,072 characters at its start): it is set for each row and
    put back behind it, so that several tables, each with its own limit, may be read by turns.
    """
    taken: list[str] = []
    is_escaped = _is_escaped(first)
    is_spaced = delimiter != "\t" and any(f'{delimiter} "' in line for line in first[:1])
    shape = _Shape(delimiter, frozenset((width,)))

    def recorded() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            if len(taken) in _LINES_LOOKED_AT and shape.is_swallowing(taken):
                raise _Swallowed
            yield line.replace('\\"', '""') if is_escaped else line

    reader = csv.reader(recorded(), delimiter=delimiter, skipinitialspace=is_spaced)
    is_after_fault = False
    while True:
        number = lines.number + 1
        taken.clear()
        limit = csv.field_size_limit(max_cell)
        try:
            row: list[str] | Message = next(reader)
        except StopIteration:
            return
        except _Swallowed:
            row = message("reading.open_quote", count=len(taken))
        except csv.Error as error:
            row = message("reading.not_csv", cause=str(error))
        finally:
            csv.field_size_limit(limit)
        read = [line.replace('\\"', '""') for line in taken] if is_escaped else taken
        if width:
            kept, row = shape.closed(row, read, is_after_fault=is_after_fault)
            if kept < len(taken):
                lines.give_back(taken[kept:])
                del taken[kept:]
                reader = csv.reader(recorded(), delimiter=delimiter, skipinitialspace=is_spaced)
        elif len(read) > 1 and sum(line.count('"') for line in read) % 2:
            row = message("reading.open_quote", count=len(read))
        if max(map(len, taken), default=0) >= max_cell:
            row = message("reading.long_line", limit=max_cell)
        is_after_fault = isinstance(row, Message)
        if not isinstance(row, Message) and len(row) not in shape.widths:
            shape = _Shape(delimiter, frozenset((width, len(row))))
        if row:
            yield number, "".join(taken), row


def cells_of(line: str, delimiter: str) -> list[str]:
    """Return the cells of one line, whatever its quotes; a cell is as long as the line."""
    limit = csv.field_size_limit(max(len(line), 1))
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return []
    finally:
        csv.field_size_limit(limit)


def _is_escaped(lines: Sequence[str]) -> bool:
    """Return whether a quote in a text is written with a backslash, as MySQL and Java do, and never doubled."""
    return any(map(_ESCAPED_QUOTE.search, lines)) and not any(map(_DOUBLED_QUOTE.search, lines))


@record
class _Shape:
    """How the rows of a table look: what separates their cells, and how many cells the header and the last good row have."""

    delimiter: str
    widths: frozenset[int]

    def closed(
        self, row: list[str] | Message, read: Sequence[str], *, is_after_fault: bool
    ) -> tuple[int, list[str] | Message]:
        """Return how many of the lines of a row are to be kept, and the row or what is wrong with it.

        A quote that is not closed makes a row of the lines up to the next quote, or to the end: what it swallows are
        rows.  The line behind such a row may be the rest of its text.
        """
        raw = read[0] if len(read) == 1 else "".join(read)
        quotes = raw.count('"')
        if not quotes and not is_after_fault:
            return len(read), row
        is_whole = not isinstance(row, Message) and len(row) in self.widths
        edges = _edges(raw, self.delimiter) if quotes else 0
        is_open = edges > 0 or (edges < 0 and is_after_fault)
        if quotes % 2 and not is_open:
            is_open = not is_whole or not _is_strict(read, self.delimiter)
        kept = len(read)
        if len(read) > 1 and (quotes % 2 or not is_whole or self.is_swallowing(read)):
            kept = next((index for index in range(1, len(read)) if self._is_row(read[index])), len(read))
        if is_open or kept < len(read) or (is_after_fault and not is_whole):
            row = message("reading.open_quote", count=kept)
        return kept, row

    def is_swallowing(self, read: Sequence[str]) -> bool:
        """Return whether the lines within a row are rows themselves, most of them."""
        inner = read[1:][-_FEWEST_LINES_LOOKED_AT:]
        if min(self.widths) < _MIN_TELLING_CELLS or len(inner) < _MIN_SWALLOWED_ROWS:
            return False
        return sum(map(self._is_row, inner)) >= _SWALLOWED_SHARE * len(inner)

    def _is_row(self, line: str) -> bool:
        """Return whether a line is a row, or the beginning of one whose last cell goes on."""
        if line.count(self.delimiter) < min(self.widths) - 1:
            return False
        closed = line.rstrip("\r\n") + '"' * (line.count('"') % 2)
        return len(cells_of(closed, self.delimiter)) in self.widths and _is_strict([closed], self.delimiter)


def _edges(raw: str, delimiter: str) -> int:
    """Return how many more quotes open a cell than close one, where every quote of a row does one of the two; else 0.

    A text may begin with a word in quotes, `"Le port" rouvre`: its second quote does neither.
    """
    opening = raw.count(f'{delimiter}"') + raw.count('\n"') + raw.startswith('"')
    closing = raw.count(f'"{delimiter}') + raw.count('"\n') + raw.count('"\r') + raw.endswith('"')
    return opening - closing if opening + closing == raw.count('"') else 0


def _is_strict(read: Sequence[str], delimiter: str) -> bool:
    """Return whether every quoted cell of a row is closed by a quote before a delimiter or the end of the row."""
    try:
        next(csv.reader(read, delimiter=delimiter, skipinitialspace=True, strict=True), None)
    except csv.Error:
        return False
    return True
