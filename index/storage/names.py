"""What the corpus decided about names, as a query reads it: the file `names` in the folder of a generation.

A line with the numbers of lines, then three sorted lists of lines, in columns between tabs: each name that is merged, with
its entity; each such entity, with the names that are merged into it; each name that is spelt in several ways, with the
spelling to show.  A query looks up the dozens of names that it meets and reads no other: of 36,016 articles, 5,500 lines
are cut in 1 ms, where the tables of the catalog and the terms of all entities took 75.
"""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from corpus.message import message
from index import layout
from index.errors import Damaged
from index.names.aliases import NameKey
from index.names.resolution import Merge, variants_of

_MARK = "names1"

_quoted = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a name without tabs and line feeds, which one that came with an article may have; `dumps` takes four times as long."""

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
    """Sorted lines by the names in their first two columns; the others are read when a name is looked up."""

    def __init__(self, lines: Sequence[str], read: Callable[[str], Value_co]) -> None:
        self._lines = lines
        self._read = read

    def __getitem__(self, key: NameKey) -> Value_co:
        start = f"{key.field}\t{key.term}\t"
        row = bisect_left(self._lines, start)
        if row == len(self._lines) or not self._lines[row].startswith(start):
            raise KeyError(key)
        try:
            return self._read(self._lines[row][len(start) :])
        except ValueError as error:
            raise _damaged() from error

    def __iter__(self) -> Iterator[NameKey]:
        return (NameKey(*line.split("\t", 2)[:2]) for line in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


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
    header = " ".join([_MARK, *(str(len(lines)) for lines in lists)])
    return "\n".join([header, *chain.from_iterable(map(sorted, lists)), ""]).encode()


def content(decided: Decided) -> bytes:
    """Return the content of the file for what was decided."""
    return packed(decided.merged(), decided.spellings())


def unpacked(content: bytes) -> KeptNames:
    """Return the names of the content of a file.

    Raises:
        Damaged: it is not whole; at a look-up as well.
    """
    try:
        header, *lines, end = content.decode().split("\n")
        mark, *counts = header.split(" ")
        merged, variants, spellings = map(int, counts)
    except ValueError as error:
        raise _damaged() from error
    if mark != _MARK or end or len(lines) != merged + variants + spellings:
        raise _damaged()
    return KeptNames(
        _Lines(lines[:merged], _merge),
        _Lines(lines[merged : merged + variants], _names),
        _Lines(lines[merged + variants :], _unquoted),
    )


def _unquoted(written: str) -> str:
    return str(json.loads(written))


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
