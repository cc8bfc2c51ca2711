"""The rows of a table in CSV: where its header stands, what separates its cells, what an unclosed quote costs."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.message import Message, message
from corpus.readers.usual import KNOWN_LABELS, TEXT_LABELS, label, other_labels

DELIMITERS = (",", ";", "\t", "|")
MAX_LINES_ABOVE = 50
"""Lines among which the header is looked for: the title of an export, its date, its query, blank lines."""
_MAX_HEADER_CHARACTERS = 1 << 20
"""Characters of these lines: 100,000 names of columns stand in one."""
_QUOTED = re.compile('"[^"]*"')
_EXCEL = re.compile(r"sep=(.)\s*")
_ESCAPED_QUOTE = re.compile(r'[^\\]\\"')
_DOUBLED_QUOTE = re.compile(r'[^,;|\t\r\n]""[^,;|\t\r\n]')
_TEXT_WORDS = ("text", "conten", "corps", "body", "article", "transcri", "verbatim", "paragra")
_TEXT_CELL = re.compile(
    rf'(?:^|[,;\t|\n])\s?"?[^,;\t|\n"]{{0,20}}(?:{"|".join(_TEXT_WORDS)})[^,;\t|\n"]{{0,20}}"?\s*(?:[,;\t|\n]|$)'
)
"""A cell that may name the text: of 4,000 plain texts, few have one, and the others need no other look (15 µs each)."""
_MARGIN_CHARACTERS = 48
_DATUM = re.compile(r"https?://|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|-?\d+(?:[.,]\d+)?$|(?:\S+ ){2,}\S+[.!?…]$")
_MAX_NAME_CHARACTERS = 60
_MAX_NAMES_LOOKED_AT = 1000
_MAX_LINES_BELOW = 5
"""Lines below a line with a known name among which the header may still come: `Source;Le Phare` stands above some."""
_FEWEST_LINES_LOOKED_AT = 256
_LINES_LOOKED_AT = frozenset(_FEWEST_LINES_LOOKED_AT << doubled for doubled in range(20))
"""Lines of a row after which it is asked whether an unclosed quote swallows rows."""
_MIN_SWALLOWED_ROWS = 3
_SWALLOWED_SHARE = 0.8
"""Of the lines within one row, the share that are whole rows themselves where a quote was not closed."""
_MIN_TELLING_CELLS = 3
"""Cells of a row by which a line of a text is not taken for one: `Le port rouvre, enfin.` has the two of a small table."""


class Header(NamedTuple):
    """Where a header stands: the number of lines above it, the delimiter, and whether a name of it is known."""

    above: int
    delimiter: str
    is_known: bool


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
    return first, _most_frequent(first), max(above, 0)


def find_header(lines: Sequence[str], own: frozenset[str]) -> Header:
    r"""Return where the header stands among the first lines of a file, which may be preceded by what an export says of itself.

    It is the line with the most names that are known (`own` are labels that a person mapped), the first of several;
    without a known name, it is the first line.

    >>> find_header(["Export du 3 mars 2021\n", "\n", "Titre;Date;Texte\n", "Port;2021;Le port rouvre.\n"], frozenset())
    Header(above=2, delimiter=';', is_known=True)
    """
    known = KNOWN_LABELS | own
    most, found = 0, None
    delimiters: tuple[str, ...] = DELIMITERS
    for above, line in enumerate(lines):
        if excel := _EXCEL.fullmatch(line):
            delimiters = (excel[1],)
            continue
        if found and above > found.above + _MAX_LINES_BELOW:
            break
        for delimiter in delimiters:
            count = _known_names(line, delimiter, known)
            if count > most:
                most, found = count, Header(above, delimiter, is_known=True)
    if found:
        return found
    _, delimiter, above = header(iter(lines))
    return Header(above, delimiter, is_known=False)


def is_table(text: str) -> bool:
    r"""Return whether the beginning of a text is that of a table: a header that names the text, and a row below it.

    >>> is_table("titre;date;texte\nPort;2021;Le port rouvre.\n"), is_table("Le texte, enfin, est lu.\n" * 3)
    (True, False)
    """
    low = text.replace("\r", "\n").lower()
    for word in _TEXT_WORDS:
        at = low.find(word)
        while at >= 0:
            if _TEXT_CELL.search(low[max(0, at - _MARGIN_CHARACTERS) : at + _MARGIN_CHARACTERS]):
                end = low.find("\n", at) + 1 or len(low)
                if _is_header(low[low.rfind("\n", 0, at) + 1 : end], low[end:]):
                    return True
            at = low.find(word, at + 1)
    return False


def _is_header(line: str, below: str) -> bool:
    """Return whether most cells of a line are names of columns, the text among them, and there is a row below it."""
    for delimiter in filter(line.__contains__, DELIMITERS):
        labels = [known_label(name, KNOWN_LABELS) for name in _cells(line, delimiter)]
        if not TEXT_LABELS.isdisjoint(labels) and sum(map(bool, labels)) * 2 > len(labels):
            return delimiter in below
    return False


def looks_like_data(cell: str) -> bool:
    """Return whether a cell is one of a row, not a name of a column: an address, a day, a number, a sentence.

    >>> [looks_like_data(cell) for cell in ("https://exemple.fr", "2021-03-03", "Le port rouvre.", "Date (JJ/MM)")]
    [True, True, True, False]
    """
    cell = cell.strip()
    return len(cell) > _MAX_NAME_CHARACTERS or _DATUM.match(cell) is not None


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
        is_after_fault = isinstance(row, Message)
        if not isinstance(row, Message) and len(row) not in shape.widths:
            shape = _Shape(delimiter, frozenset((width, len(row))))
        if row:
            yield number, "".join(taken), row


def known_label(name: str, known: frozenset[str]) -> str:
    """Return the label by which the name of a column is known, "" if it is not.

    >>> known_label("Titre de l'article", KNOWN_LABELS), known_label("Le port rouvre", KNOWN_LABELS)
    ('titre', '')
    """
    if len(name) > _MAX_NAME_CHARACTERS:
        return ""
    return next((found for found in (label(name), *other_labels(name)) if found in known), "")


def _most_frequent(line: str) -> str:
    unquoted = _QUOTED.sub("", line)
    return max(DELIMITERS, key=unquoted.count)


def _cells(line: str, delimiter: str) -> list[str]:
    """Return the cells of one line, whatever its quotes; a cell is as long as the line."""
    limit = csv.field_size_limit(max(len(line), 1))
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return []
    finally:
        csv.field_size_limit(limit)


def _known_names(line: str, delimiter: str, known: frozenset[str]) -> int:
    """Return how many cells of a line are names of columns that are known; 0 for a line that looks like a row."""
    if len(line) > _MAX_HEADER_CHARACTERS:
        return 0
    names = _cells(line, delimiter)[:_MAX_NAMES_LOOKED_AT]
    if any(map(looks_like_data, names)):
        return 0
    return sum(bool(known_label(name, known)) for name in names)


def _is_escaped(lines: Sequence[str]) -> bool:
    """Return whether a quote in a text is written with a backslash, as MySQL and Java do, and never doubled."""
    return any(map(_ESCAPED_QUOTE.search, lines)) and not any(map(_DOUBLED_QUOTE.search, lines))


@dataclass(frozen=True, slots=True)
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
        return len(_cells(closed, self.delimiter)) in self.widths and _is_strict([closed], self.delimiter)


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
