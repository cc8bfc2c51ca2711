"""The stories that several articles print: the file `stories` in the folder of a generation, and a page with each story once.

A header, then three stretches: the keys of the articles, sorted; the offset of the story of each; the stories, a line of
JSON each: the id, the source, the path and the day of every article that prints it, the leader first.  An article whose
story no other one prints is not in the file.  Numbers are as the machine has them in memory.
"""

import json
import mmap
import struct
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from corpus import PrintDate
from corpus.message import message
from index import layout
from index.engine import Ask
from index.engine import Stories as Numbered
from index.errors import Damaged

_HEADER = struct.Struct("=8sII")
_MAGIC = b"stories2"
"""The header: a mark, the number of articles, the bytes of the stories."""

_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
"""Ids and paths may hold what is not UTF-8."""

_SPARE_HITS = 6
"""Hits ranked beyond a page with each story once.  Of 600 pages of ten of 36,016 articles 18 need more, with 4 hits 34."""

Hit = TypeVar("Hit")


class Printing(NamedTuple):
    """An article as it is named beside another one that prints the same story.

    `day` is yyyymmdd, with zeros for what is not known.
    """

    id: str
    source: str
    path: str
    day: int

    @property
    def date(self) -> PrintDate | None:
        """The date of the article; None if it is undated."""
        return PrintDate.fromnumber(self.day) if self.day else None


class Stories(Numbered, Protocol):
    """The stories of an index, wherever they are kept."""

    def printings(self, keys: Iterable[int]) -> Iterator[tuple[Printing, ...]]:
        """Yield the articles that print the story of each article, by their keys; itself is among them.

        The leader, which says the most, is the first.  There are none if no other article prints the story.

        Raises:
            Damaged: a story cannot be read.
        """
        ...

    def close(self) -> None:
        """Let go of what they are read from."""
        ...


class StoryFile:
    """The stories of an index, as they were when their file was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            try:
                self._content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                articles = _articles(self._content)
            except (ValueError, struct.error) as error:
                raise _damaged(path) from error
        self._view = memoryview(self._content)
        keys, self._texts = _HEADER.size + 8 * articles, _HEADER.size + 12 * articles
        self._keys = self._view[_HEADER.size : keys].cast("Q")
        self._offsets = self._view[keys : self._texts].cast("I")

    def numbers(self, keys: Iterable[int]) -> Iterator[int | None]:
        """Yield the number of the story of each article, by their keys; None if no other article prints its story."""
        for key in keys:
            row = bisect_left(self._keys, key)
            yield self._offsets[row] if row < len(self._keys) and self._keys[row] == key else None

    def printings(self, keys: Iterable[int]) -> Iterator[tuple[Printing, ...]]:
        """Yield the articles that print the story of each article, by their keys; itself is among them.

        Raises:
            Damaged: a story cannot be read.
        """
        for number in self.numbers(keys):
            yield () if number is None else self._story(number)

    def _story(self, number: int) -> tuple[Printing, ...]:
        start = self._texts + number
        line = self._content[start : self._content.find(b"\n", start)]
        try:
            return tuple(Printing(*printing) for printing in json.loads(line))
        except (ValueError, TypeError, RecursionError) as error:
            raise _damaged(self._path) from error

    def each(self) -> Iterator[tuple[int, tuple[Printing, ...]]]:
        """Yield the key of each article that others print, and all that print its story, in the order of the keys.

        Raises:
            Damaged: a story cannot be read.
        """
        return zip(self._keys, map(self._story, self._offsets), strict=True)

    def has(self, stories: Sequence[Sequence[int]]) -> bool:
        """Return whether these are its stories, by the keys of the articles of each."""
        kept: defaultdict[int, list[int]] = defaultdict(list)
        for key, number in zip(self._keys, self._offsets, strict=True):
            kept[number].append(key)
        return {frozenset(story) for story in stories} == {frozenset(story) for story in kept.values()}

    def close(self) -> None:
        """Let go of the file."""
        for view in (self._keys, self._offsets, self._view):
            view.release()
        self._content.close()


def _damaged(path: Path) -> Damaged:
    """Return the error for a file that is not whole; the next build makes it anew."""
    cause = message("index.cut_stories")
    return Damaged("index.damaged_file", path=str(path), cause=cause, mend=message("mend.index"))


def _articles(content: mmap.mmap) -> int:
    """Return the number of articles of a file.

    Raises:
        ValueError: it is not a file of stories, or not a whole one.
    """
    magic, articles, size = _HEADER.unpack_from(content)
    if magic != _MAGIC or len(content) != _HEADER.size + 12 * articles + size:
        raise ValueError(len(content))
    return int(articles)


def packed(stories: Iterable[Mapping[int, Printing]]) -> bytes:
    """Return the content of a file of stories; a story is its articles by their keys, in order."""
    texts = bytearray()
    offsets: dict[int, int] = {}
    for story in stories:
        offsets.update(dict.fromkeys(story, len(texts)))
        texts += _ENCODER.encode(list(story.values())).encode() + b"\n"
    keys = sorted(offsets)
    numbers = array("I", map(offsets.__getitem__, keys))
    return (
        _HEADER.pack(_MAGIC, len(keys), len(texts)) + array("Q", keys).tobytes() + numbers.tobytes() + texts
    )


def open_stories(folder: Path) -> StoryFile:
    """Return the stories of the folder of a generation.

    Raises:
        Damaged: their file is missing or cannot be read.
    """
    path = layout.stories(folder)
    try:
        return StoryFile(path)
    except FileNotFoundError as error:
        raise Damaged("index.no_stories", path=str(path), mend=message("mend.index")) from error


def folded(
    ask: Ask,
    ranking: Callable[[int, int], Sequence[Hit]],
    keys: Callable[[Sequence[Hit]], Iterable[int]],
) -> tuple[Sequence[Hit], int | None]:
    """Return a page of hits, and the number of stories in the answer if the page shows the last of them.

    With the `stories` of an ask, a hit is on a page only if no hit before it in the answer prints its story, and `offset`
    and `limit` count such hits.  `ranking` returns the hits from a start to an end of the answer, `keys` the keys of hits.
    """
    if ask.stories is None or not ask.limit:
        return ranking(ask.offset, ask.offset + ask.limit), None
    wanted = ask.offset + ask.limit
    end = wanted + _SPARE_HITS
    while True:
        hits = ranking(0, end)
        once = _once(hits, ask.stories.numbers(keys(hits)))
        if len(once) > wanted:
            return once[ask.offset : wanted], None
        if len(hits) < end:
            return once[ask.offset :], len(once)
        end *= 2


def _once(hits: Sequence[Hit], numbers: Iterable[int | None]) -> list[Hit]:
    """Return the first hit of each story, by the numbers of the stories of hits."""
    once: list[Hit] = []
    seen: set[int] = set()
    for hit, number in zip(hits, numbers, strict=True):
        if number is None:
            once.append(hit)
        elif number not in seen:
            seen.add(number)
            once.append(hit)
    return once
