"""Articles in JSON: one object a line, an array of objects, or one object."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article cut from a file of JSON: the text of one value, and where it stands."""

    raw: str
    where: str
    name: str
    chosen: _Choice

    def read(self) -> Article | Rejected:
        """The article of the value, or what is wrong with it."""
        try:
            value = json.loads(self.raw)
        except (ValueError, RecursionError) as error:
            return Rejected(self.name, self.where, str(_wrong(error)))
        if not isinstance(value, dict):
            return Rejected(self.name, self.where, "not a JSON object")
        seen = columns_of(tuple(value), self.chosen)
        if seen.missing:
            return Rejected(self.name, self.where, seen.missing)
        article = compose(record(value, seen, raw=self.raw), path=self.name)
        return article or Rejected(self.name, self.where, "no text")


def articles(stream: TextIO, *, name: str, columns: Mapping[str, str]) -> Iterator[Clipping | Rejected]:
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
    for number, raw, wrong in found:
        empty = False
        where = f"line {number}"
        yield Rejected(name, where, str(wrong)) if wrong else Clipping(raw, where, name, chosen)
    if empty:
        yield Rejected(name, "", "no record" if first else "only blanks" if head else "empty")


def _lines(source: Iterable[str]) -> Iterator[tuple[int, str, None]]:
    """Each line that is not blank, with its number."""
    for number, line in enumerate(source, start=1):
        if raw := line.strip():
            yield number, raw, None


def _values(text: str) -> Iterator[tuple[int, str, Unreadable | None]]:
    """The source of each value of a text that is not JSON Lines, with its first line and what is wrong with it.

    After a value that is wrong, reading goes on at the next line that begins with `{`: in an array that is
    indented there is none, and the rest is lost with the one that is reported.
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
            wrong = Unreadable(
                f"{_wrong(error)}" if following else f"{_wrong(error)}; nothing after it is read"
            )
        yield number, text[position:end], wrong
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
