"""Articles in CSV: one row each, below a header that names the columns."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

from corpus.article import Rejected
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.message import Message, message
from corpus.readers import record as making
from corpus.readers.columns.usual import label
from corpus.readers.tables.header import MAX_LINES_ABOVE, find_header, is_table, looks_like_data
from corpus.readers.tables.rows import Lines, rows
from corpus.readers.tables.table import Table, clippings, numbered
from corpus.source import MAX_CHARACTERS, Source, Stream, lines

_TRAFILATURA = (
    "url", "id", "fingerprint", "hostname", "title", "image", "date", "text", "comments", "license", "pagetype",
)  # fmt: skip
"""The cells of a line that trafilatura writes with `--csv`: it writes no header (trafilatura 2.1, `xmltocsv`)."""

_MAX_FIRST_CHARACTERS = 1 << 20
"""Characters of the lines among which the header is looked for."""

_HEAD_CHARACTERS = 1 << 13
"""Characters at the beginning of a file in which a header is looked for."""

_MARKDOWN = ".md"
"""The suffix of texts with lists, commas and bars in their lines, which nobody gives to a table."""


def recognises(head: Head) -> bool:
    """Return whether a file begins as a table does: see `corpus.readers.tables.header`."""
    text = head.text[:_HEAD_CHARACTERS]
    return head.suffix != _MARKDOWN and any(delimiter in text for delimiter in ",;\t|") and is_table(text)


def articles(source: Source, columns: Mapping[str, str]) -> Iterator[Clipping | Rejected]:
    """Yield the article of each row; a row that cannot be read is yielded as Rejected, and reading continues.

    Raises:
        Unreadable: the file cannot be read, or not to its end.
    """
    with source.open_text() as stream:
        table = _opened(stream, frozenset(label(name) for name in columns.values()))
        folder = None if source.inside else source.path.parent
        yield from clippings(table, tuple(sorted(columns.items())), source.name, _where, folder)


def _where(line: int) -> Message:
    return message("reading.line", line=line)


def names(source: Source) -> Iterator[str]:
    """Yield the names of the columns of a table.

    Raises:
        Unreadable: the file cannot be read.
    """
    with source.open_text() as stream:
        yield from _opened(stream, frozenset()).names


def _opened(stream: Stream[str], own: frozenset[str]) -> Table:
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
    return Table(top, columns, is_header, cut(width=len(columns)))


def _apart(below: Iterator[str], header: str) -> Iterator[str]:
    """Yield the lines below a header, without the header of a file that was joined to one without a last line end."""
    for line in below:
        if line.endswith(header) and line != header:
            yield line.removesuffix(header).removesuffix("\ufeff") + "\n"
        else:
            yield line


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
    return _TRAFILATURA if is_trafilatura else numbered(cells)
