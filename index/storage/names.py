"""What the corpus decided about names, as a query reads it: the file `names` in the folder of a generation.

A line with the number of bytes of each, then three sorted lists of lines, in columns between tabs: each name that is merged, with
its entity; each such entity, with the names that are merged into it; each name that is spelt in several ways, with the
spelling to show.  A query looks up the dozens of names that it meets, in 8 µs each, and cuts no other line: to cut all 21,000 of
100,000 articles takes 4 ms.  A shell that goes on looking names up has all lines cut.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from corpus.message import message
from index import layout
from index.errors import Damaged
from index.names.aliases import NameKey
from index.names.resolution import Merge, variants_of

_MARK = "names2"

_quoted = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a name without tabs and line feeds, which one that came with an article may have; `dumps` takes four times as long."""

_DECODER = json.JSONDecoder()
"""`json.loads` looks for blanks around a text, which takes longer than the text."""

_LOOK_UPS = 500
"""Look-ups in a list before all its lines are cut: so many take as long."""

Value_co = TypeVar("Value_co", covariant=True)


class KeptNames(NamedTuple):
    """The merges of an index, the names that are merged into each entity, and the spellings to show."""

    merged: Mapping[NameKey, Merge]
    variants: Mapping[NameKey, Sequence[NameKey]]
    spellings: Mapping[NameKey, str]


class Decided(Protocol):
    """What the corpus decided about names, as the register has it."""

    def merged(self) -> Mapping[NameKey, Merge]:
        """Return every name that is merged into another, or moved to another field."""
        ...

    def spellings(self) -> Mapping[NameKey, str]:
        """Return the spelling to show of each name that the articles spell in several ways."""
        ...


class _Lines(Mapping[NameKey, Value_co]):
    """Sorted lines, from a start to an end of some content, by the names in their first two columns; the others are read when looked up."""

    def __init__(self, content: bytes, start: int, end: int, read: Callable[[str], Value_co]) -> None:
        self._content = content
        self._start, self._end = start, end
        self._read = read
        self._look_ups_left = _LOOK_UPS

    def __getitem__(self, key: NameKey) -> Value_co:
        if self._look_ups_left <= 0:
            return self._every[key]
        self._look_ups_left -= 1
        columns = f"{key.field}\t{key.term}\t".encode()
        start = self._first_from(columns)
        if start == self._end or not self._content.startswith(columns, start):
            raise KeyError(key)
        return self._value(self._content[start + len(columns) : self._content.index(b"\n", start)].decode())

    def _value(self, columns: str) -> Value_co:
        try:
            return self._read(columns)
        except ValueError as error:
            raise _damaged() from error

    def _first_from(self, columns: bytes) -> int:
        """Return where the first line starts that does not come before some columns."""
        low, high = self._start, self._end
        while low < high:
            start = self._content.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if self._content[start : start + len(columns)] < columns:
                low = self._content.index(b"\n", start) + 1
            else:
                high = start
        return low

    def __iter__(self) -> Iterator[NameKey]:
        return iter(self._every)

    @cached_property
    def _every(self) -> Mapping[NameKey, Value_co]:
        """Every line: no line is looked up from then on."""
        self._look_ups_left = 0
        lines = self._content[self._start : self._end].decode().split("\n")[:-1]
        split = (line.split("\t", 2) for line in lines)
        return {NameKey(field, term): self._value(columns) for field, term, columns in split}

    def __len__(self) -> int:
        return len(self._every)

    def __bool__(self) -> bool:
        """Return whether there is a line; to count the lines takes .5 ms, and each article of a page asks this."""
        return self._start < self._end


def packed(merged: Mapping[NameKey, Merge], spellings: Mapping[NameKey, str]) -> bytes:
    """Return the content of the file.

    >>> kept = unpacked(packed({NameKey("org", "=onu"): Merge(NameKey("org", "=nations_unies"), "Nations unies")}, {}))
    >>> kept.merged[NameKey("org", "=onu")].name, kept.variants[NameKey("org", "=nations_unies")]
    ('Nations unies', (NameKey(field='org', term='=onu'),))
    """
    lists = (
        [
            f"{field}\t{term}\t{into}\t{entity}\t{_quoted(name)}"
            for (field, term), ((into, entity), name) in merged.items()
        ],
        ["\t".join((*key, *chain.from_iterable(names))) for key, names in variants_of(merged).items()],
        [f"{field}\t{term}\t{_quoted(form)}" for (field, term), form in spellings.items()],
    )
    parts = ["".join(f"{line}\n" for line in sorted(lines)).encode() for lines in lists]
    header = " ".join([_MARK, *(str(len(part)) for part in parts)])
    return b"".join([f"{header}\n".encode(), *parts])


def content(decided: Decided) -> bytes:
    """Return the content of the file for what was decided."""
    return packed(decided.merged(), decided.spellings())


def unpacked(content: bytes) -> KeptNames:
    """Return the names of the content of a file.

    Raises:
        Damaged: it is not whole; at a look-up as well.
    """
    try:
        start = content.index(b"\n") + 1
        mark, *sizes = content[: start - 1].decode().split(" ")
        _, merged, variants, end = accumulate(map(int, sizes), initial=start)
    except ValueError as error:
        raise _damaged() from error
    if mark != _MARK or end != len(content) or not content.endswith(b"\n"):
        raise _damaged()
    return KeptNames(
        _Lines(content, start, merged, _merge),
        _Lines(content, merged, variants, _names),
        _Lines(content, variants, end, _unquoted),
    )


def _unquoted(written: str) -> str:
    name, end = _DECODER.raw_decode(written)
    if end < len(written):
        raise ValueError(written)
    return str(name)


def _merge(written: str) -> Merge:
    field, term, name = written.split("\t")
    return Merge(NameKey(field, term), _unquoted(name))


def _names(written: str) -> Sequence[NameKey]:
    columns = iter(written.split("\t"))
    return tuple(NameKey(*pair) for pair in zip(columns, columns, strict=True))


def _damaged() -> Damaged:
    """Return the error for content that is not whole; the next build makes it anew."""
    cause = message("index.cut_names")
    return Damaged("index.damaged_file", path="names", cause=cause, mend=message("mend.index"))


def open_names(folder: Path) -> KeptNames:
    """Return the names of the folder of a generation.

    Raises:
        Damaged: their file is missing or cannot be read.
    """
    path = layout.names(folder)
    try:
        return unpacked(path.read_bytes())
    except FileNotFoundError as error:
        raise Damaged("index.no_names", path=str(path), mend=message("mend.index")) from error
