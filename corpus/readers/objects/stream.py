"""The values of a text in JSON, cut out one after the other while the text is read: a file of a gigabyte fits in little memory."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple, Protocol

from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.message import Message, message
from corpus.source import MAX_CHARACTERS, Stream

DECODER = json.JSONDecoder(strict=False)
"""It takes a line break inside a text as it is: some exports do not escape it."""

MAX_WHOLE_CHARACTERS = 1 << 24
"""Characters of an object that is held whole to look for the records in it; a larger one is opened as it is read."""

_CHUNK_CHARACTERS = 1 << 16
"""Characters that are read at once, and lost where a compressed file breaks off."""
_NEAR_THE_END = 16
"""Characters before the end where a fault may come from the cut: an escape, `true`, a number."""
_OVERLAP_CHARACTERS = 1000
"""Characters that are looked at again where the beginning of a value was not found: an indentation and a key."""
_MAX_KEYS_COMPARED = 100
_OPENING = expression(r"[\s\ufeff]*+(?:\[[\s\]]*+)?")
BETWEEN = expression(r"[\s,]*+(?:\][\s,\]]*+(?:\[[\s\]]*+)?)?")
_KEY = r'"((?:[^"\\]|\\.){0,200})"\s*+:\s*+'
KEYED = expression(r"[\s,]*+" + _KEY, re.DOTALL)
_FIRST_KEY = expression(r"\{\s*+" + _KEY, re.DOTALL)
_NEXT_LINE = r"\n(?=\{)"

_FAULTS = {
    "Expecting value": "reading.json_value",
    "Extra data": "reading.json_extra",
    "Unterminated string starting at": "reading.json_string",
    "Expecting property name enclosed in double quotes": "reading.json_key",
    "Expecting ':' delimiter": "reading.json_colon",
    "Expecting ',' delimiter": "reading.json_comma",
}
"""What the decoder of Python finds wrong most often; the rest stays in its own words."""


class Value(NamedTuple):
    """A value of a text: its first line, its source, the value, or what is `wrong` with it; its `key` in an object."""

    number: int
    raw: str
    value: Any
    wrong: Message | None = None
    key: str = ""


class Inside(NamedTuple):
    """Where the records inside an object begin, what stands between them, and the sign that closes them."""

    position: int
    between: re.Pattern[str]
    ends_at: str


class Judge(Protocol):
    """What knows a record, and where records are in an object of which the beginning is held."""

    def is_record(self, value: object, /) -> bool:
        """Return whether a value is a record."""

    def opened(self, held: str, position: int, /) -> Inside | None:
        """Return where the records are in the object at a position, None where that does not show."""


class _Large(Exception):  # noqa: N818 - a fact, caught in this module
    """A value goes on beyond what is held whole."""


class Text:
    """A text that is read as it is needed: a part of it is held, from the line `number` on, and a position in it."""

    def __init__(self, beginning: str, stream: Stream[str], number: int = 1) -> None:
        self.held = beginning
        self.at = 0
        self._stream = stream
        self._is_read = False
        self._number = number
        self._counted = 0

    @property
    def number(self) -> int:
        """The number of the line at the position."""
        self._count()
        return self._number

    def grow(self) -> bool:
        """Let go of what stands before the position, and read on; return whether there was something.

        Raises:
            Unreadable: a value is longer than memory should hold.
        """
        if self._is_read:
            return False
        more = self._stream.read(max(len(self.held) - self.at, _CHUNK_CHARACTERS))
        if not more:
            self._is_read = True
            return False
        self._count()
        self.held, self.at, self._counted = self.held[self.at :] + more, 0, 0
        if len(self.held) > MAX_CHARACTERS:
            raise Unreadable("reading.too_long", limit=MAX_CHARACTERS)
        return True

    def _count(self) -> None:
        self._number += self.held.count("\n", self._counted, self.at)
        self._counted = self.at

    def decode(self, most: int) -> tuple[Any, int]:
        """Return the value at the position, and where it ends.

        Raises:
            ValueError, RecursionError: there is no value.
            _Large: the value goes on beyond `most` characters.
            Unreadable: a value is longer than memory should hold.
        """
        while True:
            try:
                return DECODER.raw_decode(self.held, self.at)
            except json.JSONDecodeError as error:
                is_cut = error.msg.startswith("Unterminated") or error.pos > len(self.held) - _NEAR_THE_END
                if not is_cut:
                    raise
                if len(self.held) - self.at > most:
                    raise _Large from error
                if not self.grow():
                    raise

    def skip(self, what: re.Pattern[str]) -> re.Match[str] | None:
        """Return the match at the position, and go behind it; the text is read on as long as the match ends with it."""
        while True:
            match = what.match(self.held, self.at)
            if (match and match.end() < len(self.held)) or not self.grow():
                if match:
                    self.at = match.end()
                return match

    def seek(self, what: re.Pattern[str]) -> bool:
        """Go to the next match behind the position; return whether there is one."""
        start = self.at + 1
        while True:
            match = what.search(self.held, start)
            if match:
                self.at = match.end()
                return True
            self.at = max(start, len(self.held) - _OVERLAP_CHARACTERS)
            if not self.grow():
                self.at = len(self.held)
                return False
            start = self.at


def values(text: Text, judge: Judge) -> Iterator[Value]:
    """Yield each value of a text: of an array, or values that follow one another.

    An object of more than `MAX_WHOLE_CHARACTERS` is not held whole: the judge says, from its beginning, where the records
    in it are, and these are the values.  It is held whole where the judge says None.

    After a value that cannot be read, reading continues at the next one that begins as the first did, on a line with
    the same indentation or with the same key, and that is a record: an author may begin with the key of an article.
    """
    lead = text.skip(_OPENING)
    inside = Inside(text.at, BETWEEN, "")
    yield from _values(text, inside, lead[0] if lead else "", judge)


def _values(text: Text, inside: Inside, lead: str, judge: Judge) -> Iterator[Value]:
    """Yield the values from the position on, up to the sign that closes them, or to the end of the text."""
    between, ends_at = inside.between, inside.ends_at
    mark: re.Pattern[str] | None = None
    known: frozenset[str] = frozenset()
    while text.at < len(text.held) or text.grow():
        match = text.skip(between)
        if match is None or (ends_at and ends_at in match[0]) or text.at == len(text.held):
            return
        mark = mark or _mark(lead or match[0], text)
        key = match[1] if match.re.groups else ""
        number = text.number
        try:
            found = _next(text, judge)
        except (ValueError, RecursionError) as error:
            wrong = fault(error).message
            if not _resume(text, mark, known, judge):
                wrong = message("reading.nothing_after", reason=wrong)
            yield Value(number, "", None, wrong, key)
            continue
        if isinstance(found, Inside):
            text.at = found.position
            yield from _values(text, found, "", judge)
            return
        start, (value, text.at) = text.at, found
        if isinstance(value, dict):
            known = known or frozenset(islice(value, _MAX_KEYS_COMPARED))
        yield Value(number, text.held[start : text.at], value, None, key)


def _next(text: Text, judge: Judge) -> tuple[Any, int] | Inside:
    """Return the value at the position and its end; of a large object, where the records in it are."""
    try:
        return text.decode(MAX_WHOLE_CHARACTERS)
    except _Large:
        return judge.opened(text.held, text.at) or text.decode(MAX_CHARACTERS)


def _resume(text: Text, mark: re.Pattern[str], known: frozenset[str], judge: Judge) -> bool:
    """Go to the next value that is like those before it, or a record where none was before; return whether there is one.

    A value behind a mark that cannot be read is one as well, unless it may stand inside another one.
    """
    while text.seek(mark):
        if mark.groups == 0 or text.held[text.at] != "{":
            return True
        try:
            value, _ = text.decode(MAX_WHOLE_CHARACTERS)
        except _Large:
            return True
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and (
            len(known & value.keys()) * 2 > len(known) if known else judge.is_record(value)
        ):
            return True
    return False


def _mark(lead: str, text: Text) -> re.Pattern[str]:
    """Return how the values of a text begin, `lead` being what stands before the first."""
    if "\n" in lead:
        return re.compile(re.escape(lead[lead.rindex("\n") :]) + r"(?=[{\"])")
    first = _FIRST_KEY.match(text.held, text.at)
    key = rf"|(\}})\s*+,\s*+(?=\{{\s*+\"{re.escape(first[1])}\"\s*+:)" if first else ""
    return re.compile(_NEXT_LINE + key)


def fault(error: Exception) -> Unreadable:
    """Return what the JSON decoder found wrong with a text."""
    if isinstance(error, RecursionError):
        return Unreadable("reading.json_too_deep")
    said = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    code = _FAULTS.get(said)
    return Unreadable("reading.not_json", cause=message(code) if code else said)
