"""Articles in JSON: one object a line, an array of objects, or one object."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from corpus.article import Article, Rejected
from corpus.clipping import Clipping
from corpus.dates.columns import DateReader
from corpus.errors import Unreadable
from corpus.message import Message, message
from corpus.readers.columns import columns as columns_of
from corpus.readers.columns import date_readers, record
from corpus.readers.first_rows import first_rows
from corpus.readers.record import compose, without_text
from corpus.source import Source, lines, whole

_DECODER = json.JSONDecoder()
_OPENING = re.compile(r"\s*(?:\[[\s\]]*)?")
_BETWEEN = re.compile(r"[\s,\]]*")
_NEXT_LINE = re.compile(r"\n(?=\{)")

_Choice = tuple[tuple[str, str], ...]
_Value = tuple[int, str, Message | None]
"""A value of a file: its first line, its source, what is wrong with it."""

_FAULTS = {
    "Expecting value": "reading.json_value",
    "Extra data": "reading.json_extra",
    "Unterminated string starting at": "reading.json_string",
    "Invalid control character at": "reading.json_control",
    "Expecting property name enclosed in double quotes": "reading.json_key",
    "Expecting ':' delimiter": "reading.json_colon",
    "Expecting ',' delimiter": "reading.json_comma",
}
"""What the decoder of Python finds wrong most often; the rest stays in its own words."""


def articles(source: Source, columns: Mapping[str, str]) -> Iterator[Clipping | Rejected]:
    """Yield the article of each value; a value that cannot be read is yielded as Rejected, and reading continues.

    Raises:
        Unreadable: the file cannot be read, or not to its end.
    """
    choice = tuple(sorted(columns.items()))
    with source.open_text() as stream:
        rest = lines(stream)
        head: list[str] = []
        for line in rest:
            head.append(line)
            if line.strip():
                break
        first = head[-1].strip() if head else ""
        if not first:
            raise without_text("".join(head))
        one_a_line = first.startswith("{") and first.endswith("}")
        values = _lines(chain(head, rest)) if one_a_line else _values("".join(head) + whole(stream))
        first_of_file, every_value = first_rows(values)
        make = partial(_of_value, choice, _date_readers(first_of_file, choice))
        is_empty = True
        for number, raw, wrong in every_value:
            is_empty = False
            where = message("reading.line", line=number)
            yield Rejected(source.name, wrong, where) if wrong else Clipping(raw, where, source.name, make)
    if is_empty:
        yield Rejected(source.name, message("reading.no_record"))


def _date_readers(first: list[_Value], chosen: _Choice) -> dict[str, DateReader]:
    """Return the readers of the dates of the first values of a file; one value alone shows nothing of a column."""
    if len(first) == 1:
        return {}
    rows = [value for _, raw, wrong in first if not wrong and (value := _object(raw)) is not None]
    names = dict.fromkeys(name for row in rows for name in row)
    return date_readers(rows, columns_of(tuple(names), chosen))


def _object(raw: str) -> dict[str, object] | None:
    """Return a JSON object; None for what is not one, which `_of_value` reports."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _of_value(chosen: _Choice, dates: Mapping[str, DateReader], raw: str, name: str) -> Article:
    """Return the article of a JSON value.

    Raises:
        Unreadable: the value is not JSON, not an object, or has no text.
    """
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _wrong(error) from error
    if not isinstance(value, dict):
        raise Unreadable("reading.not_an_object")
    columns = columns_of(tuple(value), chosen)
    if columns.missing:
        raise columns.missing
    return compose(record(value, columns, raw=raw, dates=dates), path=name)


def _lines(source: Iterable[str]) -> Iterator[_Value]:
    """Yield each line that is not blank, with its number."""
    for number, line in enumerate(source, start=1):
        if raw := line.strip():
            yield number, raw, None


def _values(text: str) -> Iterator[_Value]:
    """Yield the source of each value of a text that is not JSON Lines, with its first line and what is wrong with it.

    After a value that cannot be read, reading continues at the next line that begins with `{`.  An array that is
    indented has no such line, and what follows the value is lost: the message says so.
    """
    number, counted, position = 1, 0, _skip(_OPENING, text, 0)
    while position < len(text):
        number += text.count("\n", counted, position)
        counted = position
        wrong = None
        try:
            _, end = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            following = _NEXT_LINE.search(text, position)
            end = following.end() if following else len(text)
            wrong = _wrong(error).message
            if not following:
                wrong = message("reading.nothing_after", reason=wrong)
        yield number, text[position:end], wrong
        position = _skip(_BETWEEN, text, end)


def _skip(what: re.Pattern[str], text: str, position: int) -> int:
    """Return where the next value begins: past blanks, commas and the brackets of an array."""
    match = what.match(text, position)
    return match.end() if match else position


def _wrong(error: Exception) -> Unreadable:
    """Return what the JSON decoder found wrong with a text."""
    if isinstance(error, RecursionError):
        return Unreadable("reading.json_too_deep")
    said = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    code = _FAULTS.get(said)
    return Unreadable("reading.not_json", cause=message(code) if code else said)
