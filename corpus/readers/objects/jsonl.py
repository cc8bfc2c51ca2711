"""Articles in JSON: one object a line, an array of objects, one object, or what services and tools put around them."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain

from corpus.article import Article, Rejected
from corpus.clipping import Clipping
from corpus.dates.columns import DateReader
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import Message, message
from corpus.readers import record as making
from corpus.readers.columns import fields, links, naming
from corpus.readers.columns.first_rows import first_rows
from corpus.readers.columns.naming import Choice
from corpus.readers.objects.envelope import Judge, action_id, names_inside, records
from corpus.readers.objects.stream import DECODER, Text, Value, fault, values
from corpus.source import MAX_CHARACTERS, Source, Stream, lines

_HEAD_CHARACTERS = 1 << 16
_MAX_KEY_CHARACTERS = 200
_KEY = expression(rf'"([^"\\]{{1,{_MAX_KEY_CHARACTERS}}})"\s*+:')
_REMOVED = '"[Removed]"'
"""The headline, the abstract and the text that NewsAPI gives of an article that its paper took back."""
_FIRST_KEY = expression(r'(?:\[\s*+)?\{\s*+"(?:[^"\\]++|\\.)*+"\s*+:', re.DOTALL)
"""The first key of the first object: no article of a newspaper begins with `{"title":`."""


def recognises(head: Head) -> bool:
    """Return whether a file begins with an object of JSON, alone or in an array."""
    return _FIRST_KEY.match(head.text) is not None


def articles(source: Source, columns: Mapping[str, str]) -> Iterator[Clipping | Rejected]:
    """Yield the article of each value; a value that cannot be read is yielded as Rejected, and reading continues.

    Raises:
        Unreadable: the file cannot be read, or not to its end, or is the list of an export that has no texts.
    """
    chosen = tuple(sorted(columns.items()))
    with source.open_text() as stream:
        above, head = _head(stream)
        following = stream.readline(_HEAD_CHARACTERS)
        first = _first_of_lines(head, following)
        if first is None:
            found = values(Text(head + following, stream, above + 1), Judge(chosen))
        else:
            rest = lines(stream)
            following += next(rest, "") if len(following) == _HEAD_CHARACTERS else ""
            numbered = enumerate(chain((head, following), rest), above + 1)
            found = _lines(numbered, is_plain=_is_plain(first, chosen))
        yield from clippings(_opened(found, chosen), chosen, source.name, _where)


def clippings(
    found: Iterator[Value], chosen: Choice, name: str, where: Callable[[int], Message]
) -> Iterator[Clipping | Rejected]:
    """Yield the article of each record; one that cannot be read is yielded as Rejected, those removed in one Rejected.

    `name` is the path that is shown and stored, `where` says the place of a record by its number.

    Raises:
        Unreadable: the records are the list of an export that has no texts, or what `found` raises.
    """
    first_values, every_value = first_rows(found)
    dates = _date_readers(first_values, chosen)
    is_empty = True
    removed = 0
    for number, raw, value, wrong, key in every_value:
        if is_empty and isinstance(value, dict):
            _check(value, chosen)
        is_empty = False
        if raw.count(_REMOVED) > 1:
            removed += 1
            continue
        make = partial(_of_value, chosen, dates, key)
        yield Rejected(name, wrong, where(number)) if wrong else Clipping(raw, where(number), name, make)
    if is_empty:
        yield Rejected(name, message("reading.no_record"))
    if removed:
        yield Rejected(name, message("reading.removed_articles", count=removed))


def _where(line: int) -> Message:
    return message("reading.line", line=line)


def names(source: Source) -> Iterator[str]:
    """Yield the keys of the objects of a file, as often as they stand there.

    Raises:
        Unreadable: the file cannot be read, or not to its end.
    """
    with source.open_text() as stream:
        rest = ""
        while more := stream.read(_HEAD_CHARACTERS):
            yield from _KEY.findall(rest + more)
            rest = more[-_MAX_KEY_CHARACTERS:]


def _date_readers(first: Sequence[Value], chosen: Choice) -> dict[str, DateReader]:
    """Return the readers of the dates of the first values of a file; one value alone shows nothing of a column."""
    if len(first) == 1:
        return {}
    rows = [naming.nested(value, chosen) for value in filter(None, map(_object, first))]
    names = dict.fromkeys(name for row in rows for name in row)
    return fields.date_readers(rows, naming.columns(tuple(names), chosen))


def _object(value: Value) -> dict[str, object] | None:
    """Return the object of a value; None for what is not one, which `_of_value` reports."""
    decoded = value.value
    if decoded is None and not value.wrong:
        try:
            decoded = DECODER.decode(value.raw)
        except (ValueError, RecursionError):
            return None
    return decoded if isinstance(decoded, dict) else None


def _of_value(chosen: Choice, dates: Mapping[str, DateReader], key: str, raw: str, name: str) -> Article:
    """Return the article of a JSON value.

    Raises:
        Unreadable: the value is not JSON, not an object, or has no text.
    """
    try:
        value = DECODER.decode(raw)
    except (ValueError, RecursionError) as error:
        raise fault(error) from error
    if not isinstance(value, dict):
        raise Unreadable("reading.not_an_object")
    read = naming.nested(value, chosen)
    columns = naming.columns(tuple(read), chosen)
    if not columns.has_text:
        is_around = {"title", "heading", "url"}.isdisjoint(columns.fields)
        raise naming.without_text((names_inside(value) if is_around else ()) or read)
    return making.compose(fields.record(read, columns, raw=raw, dates=dates, own_id=key), path=name)


def _head(stream: Stream[str]) -> tuple[int, str]:
    """Return the number of blank lines above the first line that is not blank, and this line, or the beginning of a long one.

    Raises:
        Unreadable: there is no such line.
    """
    above, blank = 0, ""
    while line := stream.readline(_HEAD_CHARACTERS):
        if line.strip():
            return above, line
        above += line.endswith(("\n", "\r"))
        blank = line
    raise making.without_text(blank)


def _first_of_lines(head: str, following: str) -> Value | None:
    """Return the first value of a file that has one value a line; None for any other file.

    A first line that cannot be read is one of those where the `following` one begins an object as well.
    """
    raw = head.strip().removeprefix("\ufeff")
    if not (raw.startswith("{") and raw.endswith("}")) or len(head) >= _HEAD_CHARACTERS:
        return None
    try:
        return Value(1, raw, DECODER.decode(raw))
    except RecursionError:
        return Value(1, raw, None)
    except ValueError as error:
        is_extra = isinstance(error, json.JSONDecodeError) and error.msg == "Extra data"
        return Value(1, raw, None) if not is_extra and following.lstrip().startswith("{") else None


def _lines(numbered: Iterable[tuple[int, str]], *, is_plain: bool) -> Iterator[Value]:
    """Yield each line that is not blank; its value is decoded where records may be in it."""
    for number, line in numbered:
        if len(line) >= MAX_CHARACTERS:
            yield Value(number, "", None, message("reading.long_line", limit=MAX_CHARACTERS))
            continue
        for raw in _joined(line.strip()):
            try:
                yield Value(number, raw, None if is_plain else DECODER.decode(raw))
            except (ValueError, RecursionError) as error:
                yield Value(number, raw, None, fault(error).message)


def _joined(line: str) -> Iterator[str]:
    """Yield the values of a line: one, or several where a file without a last line end was joined to another one."""
    position = 0
    if "}{" in line:
        with suppress(ValueError, RecursionError):
            while line.startswith("{", end := DECODER.raw_decode(line, position)[1]):
                yield line[position:end]
                position = end
    if line:
        yield line[position:]


def _is_plain(first: Value, chosen: Choice) -> bool:
    """Return whether the lines of a file are records, by the first of them."""
    value = first.value
    return not isinstance(value, dict) or (
        records(value, first.raw, chosen) is None and action_id(value) is None
    )


def _opened(found: Iterable[Value], chosen: Choice) -> Iterator[Value]:
    """Yield the records of each value; a value that holds none is one."""
    id_of_next = ""
    for value in found:
        if not isinstance(value.value, dict):
            yield value
            continue
        action = action_id(value.value)
        if action is not None:
            id_of_next = action
            continue
        inside = records(value.value, value.raw, chosen)
        if inside is None:
            yield value._replace(key=value.key or id_of_next)
        else:
            for line, raw, key in inside:
                yield Value(value.number + line, raw, None, None, key)
        id_of_next = ""


def _check(value: Mapping[str, object], chosen: Choice) -> None:
    """Check the first record of a file.

    Raises:
        Unreadable: the file is an export of a known tool, and that tool exports no texts.
    """
    read = naming.nested(value, chosen)
    if not naming.columns(tuple(read), chosen).has_text and links.is_of_a_tool(read):
        raise naming.without_text(read)
