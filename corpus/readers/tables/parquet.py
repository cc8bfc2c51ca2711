"""Articles in Parquet: one row each, read by groups of rows; a row is read as an object of JSON is."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from corpus.article import Rejected
from corpus.clipping import Bundle, Clipping
from corpus.errors import CorpusError, Unreadable
from corpus.formats.head import Head
from corpus.message import Message, message
from corpus.readers.columns import naming
from corpus.readers.columns.naming import Choice
from corpus.readers.objects import jsonl
from corpus.readers.objects.stream import Value
from corpus.source import Source

if TYPE_CHECKING:
    from pyarrow import DataType
    from pyarrow.parquet import ParquetFile

_BEGINNING = b"PAR1"
_ROWS_AT_ONCE = 500


def recognises(head: Head) -> bool:
    """Return whether a file begins as those of Parquet do."""
    return head.data.startswith(_BEGINNING)


def articles(source: Source, columns: Mapping[str, str]) -> Iterator[Bundle]:
    """Yield the rows of a file as one piece: its parser is not ours."""
    yield Bundle(source.name, partial(_cut, source, tuple(sorted(columns.items()))))


def names(source: Source) -> Iterator[str]:
    """Yield the names of the columns.

    Raises:
        Unreadable: the file cannot be read.
    """
    with _opened(source) as file:
        yield from file.schema_arrow.names


def _cut(source: Source, chosen: Choice) -> Iterator[Clipping | Rejected]:
    """Yield the article of each row.

    Raises:
        Unreadable: the file cannot be read, or not to its end, or no column of it holds a text.
    """
    with _opened(source) as file:
        yield from jsonl.clippings(_rows(file, chosen), chosen, source.name, _where)


def _rows(file: "ParquetFile", chosen: Choice) -> Iterator[Value]:
    """Yield the rows as objects of JSON.

    Raises:
        Unreadable: no column holds a text.
    """
    columns = [field.name for field in file.schema_arrow if _is_shown(field.type)]
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=columns):
        for row in batch.to_pylist():
            number += 1
            read = naming.nested(row, chosen)
            if number == 1 and not naming.columns(tuple(read), chosen).has_text:
                raise naming.without_text(read)
            yield Value(number, json.dumps(row, ensure_ascii=False, default=_shown), None)


def _is_shown(kind: "DataType") -> bool:
    """Return whether a column may be part of an article: pictures are bytes, vectors are lists of numbers."""
    from pyarrow import types

    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        return not types.is_floating(kind.value_type) and _is_shown(kind.value_type)
    return not (types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind))


def _shown(value: object) -> str:
    """Return what JSON has no type for: a day as ISO 8601 has it."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)


@contextmanager
def _opened(source: Source) -> Iterator["ParquetFile"]:
    """Open a file.

    Raises:
        Unreadable: at the opening or during the reading, the file is damaged.
    """
    from pyarrow.parquet import ParquetFile

    try:
        yield ParquetFile(BytesIO(source.content()))
    except (CorpusError, GeneratorExit):
        raise
    except Exception as error:  # its parts raise what they will: ArrowInvalid, OSError, UnicodeDecodeError
        raise Unreadable("reading.damaged") from error


def _where(row: int) -> Message:
    return message("reading.row", row=row)
