"""A page before it is dressed: lines of fragments, each a text and its style, which says what it is to the reader."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from corpus.expression import expression
from corpus.records import field, record, replace
from search.render.inert import inert
from search.snippet import ELLIPSIS, Snippet

_UNBROKEN_WORDS = expression("(?:[«“] +)?[^ ]+(?: +[»”:;!?%€]+[^ ]*)*")
"""The unit that a line end does not cut: a word with the signs that French separates from it by a blank."""

_MIN_TEXT_COLUMNS = 32
"""Columns of a text beside its label."""

_EMOJI_FORM = "\ufe0f"
_JOINERS = "\u200c\u200d"


class Style(StrEnum):
    """The style of a fragment; a terminal gives each style a look, plain text gives it no look."""

    TEXT = "text"
    MATCH = "match"
    """Words of a text that the query matches."""
    ENTITY = "entity"
    """The name of a person, an organisation or a place in a text."""
    TITLE = "title"
    TITLE_MATCH = "title match"
    RANK = "rank"
    """The number that a person types to open a result."""
    CURRENT = "current"
    """The row or the match that the person is at; a sign stands beside it, for it must be seen without colours."""
    QUIET = "quiet"
    """Secondary text: present, but not read first."""
    BAR = "bar"
    ERROR = "error"


@record
class Fragment:
    """A text, whose control characters are replaced, its style, and the address that it leads to, "" for most texts.

    An address is the URL of an article or the path of its file, as it was read: whoever makes a link of it makes it inert.
    """

    text: str
    style: Style = Style.TEXT
    link: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", inert(self.text))


Line: TypeAlias = tuple[Fragment, ...]

EMPTY: Line = ()


def line(text: str, style: Style = Style.TEXT) -> Line:
    """Return a line of one fragment."""
    return (Fragment(text, style),)


def bar(share: float, columns: int) -> str:
    """Return the bar of a share, from 0 to 1, of so many columns.

    >>> bar(0.5, 8)
    '━━━━'
    """
    return "━" * round(columns * share)


def marked(snippet: Snippet, style: Style = Style.TEXT, match: Style = Style.MATCH) -> Line:
    """Return a snippet as a line; the words that match have the style `match`."""
    fragments: list[Fragment] = []
    done = 0
    for start, end in snippet.spans:
        fragments += [Fragment(snippet.text[done:start], style), Fragment(snippet.text[start:end], match)]
        done = end
    return tuple(fragment for fragment in (*fragments, Fragment(snippet.text[done:], style)) if fragment.text)


def over(fragments: Line, spans: Iterable[tuple[int, int]], style: Style) -> Line:
    """Return the fragments with a style for the plain text in some spans; text that has a style keeps it."""
    done: list[Fragment] = []
    offset = 0
    for start, end in spans:
        done += part(fragments, offset, start)
        done += [
            replace(inside, style=style) if inside.style is Style.TEXT else inside
            for inside in part(fragments, start, end)
        ]
        offset = end
    return (*done, *part(fragments, offset, sum(len(fragment.text) for fragment in fragments)))


def cell_width(text: str) -> int:
    """Return the columns that a terminal gives to an inert text, or one more where terminals differ.

    >>> cell_width("été"), cell_width("été"), cell_width("東京")
    (3, 3, 4)
    """
    return len(text) if text.isascii() else sum(map(_cell_width, text))


_WIDER_SIGNS = frozenset(map(chr, (*range(0x2630, 0x2638), *range(0x268A, 0x2690), *range(0x4DC0, 0x4E00))))
"""Trigrams and hexagrams: two columns since Unicode 16, which Python knows from 3.14 on."""


@cache
def _cell_width(char: str) -> int:
    # wcwidth would say the same after 33 ms of import, a fifth of a one-shot query.
    if char in _JOINERS or (char != _EMOJI_FORM and unicodedata.category(char) in ("Mn", "Me")):
        return 0
    wide = unicodedata.east_asian_width(char) in "WF" or char in _WIDER_SIGNS
    return 2 if wide else 1


def line_width(fragments: Line) -> int:
    """Return the columns that a line takes."""
    return sum(cell_width(fragment.text) for fragment in fragments)


def clip(text: str, columns: int) -> str:
    """Return the text, cut with an ellipsis if it takes more than `columns` columns.

    >>> clip("Abdellatif Hammouchi", 12)
    'Abdellatif…'
    """
    text = inert(text)
    if cell_width(text) <= columns:
        return text
    return text[: _fitting(text, 0, columns - 1)].rstrip() + ELLIPSIS


def clipped(fragments: Line, columns: int) -> Line:
    """Return the fragments, cut with an ellipsis if they take more than `columns` columns.

    >>> clipped(line("Abdellatif Hammouchi", Style.TITLE), 12)
    (Fragment(text='Abdellatif', style=<Style.TITLE: 'title'>), Fragment(text='…', style=<Style.TEXT: 'text'>))
    """
    if line_width(fragments) <= columns:
        return fragments
    text = "".join(fragment.text for fragment in fragments)
    return (*part(fragments, 0, len(text[: _fitting(text, 0, columns - 1)].rstrip())), Fragment(ELLIPSIS))


def wrap(fragments: Line, columns: int, first: str = "", rest: str = "") -> list[Line]:
    """Return the fragments in lines of `columns` columns at most, the first after `first`, the others after `rest`.

    A margin that would leave less than half of the columns is left out.
    A line ends between words, and never before » : ; ! ? or after «; a word wider than the line is cut.
    """
    text = "".join(fragment.text for fragment in fragments)
    widest = min(columns // 2, columns - 2)  # a sign may take two columns
    first, rest = (margin if cell_width(margin) <= widest else "" for margin in (first, rest))
    lines: list[Line] = []
    for start, end in _breaks(text, columns - cell_width(first), columns - cell_width(rest)):
        margin = rest if lines else first
        lines.append((*(line(margin) if margin else EMPTY), *part(fragments, start, end)))
    return lines


def labelled(label: Line, text: Line, columns: int, below: str = "    ") -> list[Line]:
    """Return a text beside its label; below it, behind the margin `below`, where it would have few columns.

    >>> [len(labelled(line(":note "), line("annote un article"), columns)) for columns in (40, 20)]
    [1, 3]
    """
    room = columns - line_width(label)
    if room < _MIN_TEXT_COLUMNS:
        return [*wrap(label, columns), *wrap(text, columns, below, below)]
    return beside([label], wrap(text, room), line_width(label))


def _breaks(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Yield where each line starts and ends in the text."""
    start = end = taken = 0
    room = first
    for word in _UNBROKEN_WORDS.finditer(text):
        taken += cell_width(text[end : word.end()])
        if end and taken > room:
            yield start, end
            start, room, taken = word.start(), rest, cell_width(word[0])
        end = word.end()
        while taken > room:
            cut = _fitting(text, start, room)
            yield start, cut
            taken -= cell_width(text[start:cut])
            start, room = cut, rest
    if end:
        yield start, end


def _fitting(text: str, start: int, columns: int) -> int:
    """Return the end of the longest part of the text that takes `columns` columns at most; it has at least one character."""
    taken, end = 0, start
    while end < len(text) and (taken := taken + _cell_width(text[end])) <= columns:
        end += 1
    return max(end, start + 1)


def part(fragments: Line, start: int, end: int) -> Line:
    """Return the part of the fragments between two offsets of their text."""
    parts: list[Fragment] = []
    for fragment in fragments:
        text = fragment.text[max(start, 0) : max(end, 0)]
        if text:
            parts.append(Fragment(text, fragment.style, fragment.link))
        start -= len(fragment.text)
        end -= len(fragment.text)
    return tuple(parts)


def beside(left: Sequence[Line], right: Sequence[Line], gutter: int) -> list[Line]:
    """Return two stacks of lines side by side, the right one from the column `gutter` on."""
    joined: list[Line] = []
    for row in range(max(len(left), len(right))):
        before = left[row] if row < len(left) else EMPTY
        after = right[row] if row < len(right) else EMPTY
        joined.append((*before, *line(" " * (gutter - line_width(before))), *after) if after else before)
    return joined
