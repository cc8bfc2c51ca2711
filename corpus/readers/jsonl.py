"""Articles in JSON: one object a line, an array of objects, or one object."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TextIO

from corpus.article import Article, Rejected
from corpus.errors import Unreadable
from corpus.readers.columns import columns as columns_of
from corpus.readers.columns import record
from corpus.readers.record import compose
from corpus.stream import lines, whole

_DECODER = json.JSONDecoder()
_OPENING = re.compile(r"\s*(?:\[[\s\]]*)?")
_BETWEEN = re.compile(r"[\s,\]]*")
_NEXT_LINE = re.compile(r"\n(?=\{)")

_Choice = tuple[tuple[str, str], ...]


def articles(stream: TextIO, *, name: str, columns: Mapping[str, str]) -> Iterator[Article | Rejected]:
    """The articles of a file; a line, or an object, that is none is Rejected and the rest goes on."""
    chosen = tuple(sorted(columns.items()))
    source = lines(stream)
    head: list[str] = []
    for line in source:
        head.append(line)
        if line.strip():
            break
    first = head[-1].strip() if head else ""
    one_a_line = first.startswith("{") and first.endswith("}")
    found = _lines(chain(head, source)) if one_a_line else _values("".join(head) + whole(stream))
    empty = True
    for number, raw, value in found:
        empty = False
        yield _article(value, raw, f"line {number}", name, chosen)
    if empty:
        yield Rejected(name, "", "no record" if first else "only blanks" if head else "empty")


def _article(value: object, raw: str, where: str, name: str, chosen: _Choice) -> Article | Rejected:
    """The article of a JSON value, or what is wrong with it."""
    if isinstance(value, Unreadable):
        return Rejected(name, where, str(value))
    if not isinstance(value, dict):
        return Rejected(name, where, "not a JSON object")
    seen = columns_of(tuple(value), chosen)
    if seen.missing:
        return Rejected(name, where, seen.missing)
    return compose(record(value, seen, raw=raw), path=name) or Rejected(name, where, "no text")


def _lines(source: Iterable[str]) -> Iterator[tuple[int, str, object]]:
    """The value of each line that is not blank, with its number and its source; or Unreadable for the value."""
    for number, line in enumerate(source, start=1):
        if raw := line.strip():
            try:
                value = json.loads(raw)
            except (ValueError, RecursionError) as error:
                value = _wrong(error)
            yield number, raw, value


def _values(text: str) -> Iterator[tuple[int, str, object]]:
    """The values of a text that is not JSON Lines, each with its first line and its source.

    After a value that is wrong, reading goes on at the next line that begins with `{`: in an array that is
    indented there is none, and the rest is lost with the one that is reported.
    """
    number, counted, position = 1, 0, _skip(_OPENING, text, 0)
    while position < len(text):
        number += text.count("\n", counted, position)
        counted = position
        try:
            value, end = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            following = _NEXT_LINE.search(text, position)
            end = following.end() if following else len(text)
            value = Unreadable(
                f"{_wrong(error)}" if following else f"{_wrong(error)}; nothing after it is read"
            )
        yield number, text[position:end], value
        position = _skip(_BETWEEN, text, end)


def _skip(what: re.Pattern[str], text: str, position: int) -> int:
    """Where the next value begins: past blanks, commas and the brackets of an array."""
    match = what.match(text, position)
    return match.end() if match else position


def _wrong(error: Exception) -> Unreadable:
    """What is wrong with a JSON text."""
    if isinstance(error, json.JSONDecodeError):
        return Unreadable(f"not JSON ({error.msg})")
    return Unreadable(
        "not JSON (nested too deep)" if isinstance(error, RecursionError) else f"not JSON ({error})"
    )
