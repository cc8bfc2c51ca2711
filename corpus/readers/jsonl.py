"""Articles in JSON: one object a line, an array of objects, or one object."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from corpus.article import Article, Rejected
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.message import Message, message
from corpus.readers.columns import columns as columns_of
from corpus.readers.columns import record
from corpus.readers.record import compose, without_text
from corpus.source import Source, lines, whole

_DECODER = json.JSONDecoder()
_OPENING = re.compile(r"\s*(?:\[[\s\]]*)?")
_BETWEEN = re.compile(r"[\s,\]]*")
_NEXT_LINE = re.compile(r"\n(?=\{)")

_Choice = tuple[tuple[str, str], ...]

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
    make = partial(_of_value, tuple(sorted(columns.items())))
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
        is_empty = True
        for number, raw, wrong in values:
            is_empty = False
            where = message("reading.line", line=number)
            yield Rejected(source.name, wrong, where) if wrong else Clipping(raw, where, source.name, make)
    if is_empty:
        yield Rejected(source.name, message("reading.no_record"))


def _of_value(chosen: _Choice, raw: str, name: str) -> Article:
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
    return compose(record(value, columns, raw=raw), path=name)


def _lines(source: Iterable[str]) -> Iterator[tuple[int, str, None]]:
    """Yield each line that is not blank, with its number."""
    for number, line in enumerate(source, start=1):
        if raw := line.strip():
            yield number, raw, None


def _values(text: str) -> Iterator[tuple[int, str, Message | None]]:
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
