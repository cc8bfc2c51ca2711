"""The passage of an article that answers a query best, and what of it matches.

A snippet is text and spans; how a span looks is the renderer's.  It reads the text again with the analysis
of the index, so that it marks what matched, and nothing else: the words of a phrase only where it stands.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from index.analysis.french import Occurrence, occurrences
from index.fields import FORM, TEXT, TITLE
from index.phrase import windows
from index.query import Fuzzy, Glob, Phrase, Query, Term, leaves
from index.spelling import close, pattern

WIDTH = 260
"""Characters of a passage: three lines of a terminal of 80 columns, with room for a margin."""

SENTENCE_END = re.compile(
    r"(?<!\b[A-ZÀ-Þ])(?<!\b(?:MM|Dr|Me|St))[.!?…]+[»”\"’)]*\s+(?=[«“\"A-ZÀ-ÖØ-Þ0-9])|\n+"
)
"""Where a sentence ends; `M. Sarr`, `MM. Ba et Sarr`, `J. Roy` go on."""

CUT = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text, and the half-open offsets in it of what matched: sorted, disjoint."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text that a leaf of the query matches; `leaf` tells which one."""

    start: int
    end: int
    leaf: int


class Highlighter:
    """What a query matches in a text; made once for a page of results."""

    def __init__(self, query: Query) -> None:
        self._leaves = [(number, leaf) for number, leaf in enumerate(dict.fromkeys(leaves(query)))]

    def marks(self, text: str, *, headline: bool = False) -> list[Mark]:
        """Return what matches in a text, in order; in a headline, also what was asked of headlines."""
        words = list(occurrences(text))
        lists = {TEXT.exact: "exact", TEXT.stem: "stem", FORM: "form"}
        if headline:
            lists |= {TITLE.exact: "exact", TITLE.stem: "stem"}
        asked = [(number, leaf, lists[leaf.field]) for number, leaf in self._leaves if leaf.field in lists]
        terms = {name: [word.terms(name) for word in words] for name in {name for *_, name in asked}}
        found = (mark for number, leaf, name in asked for mark in _matches(leaf, number, words, terms[name]))
        return sorted(found, key=lambda mark: (mark.start, mark.end, mark.leaf))

    def whole(self, text: str, *, headline: bool = False) -> Snippet:
        """Return the whole text, with what matches in it."""
        return Snippet(text, _disjoint(self.marks(text, headline=headline)))

    def passage(self, text: str, width: int = WIDTH) -> Snippet:
        """Return the densest passage of at most about `width` characters.

        The densest has the most different words of the query, then the most of them, then comes first.  It
        begins and ends with a sentence where that fits, else between words, with an ellipsis.
        """
        marks = self.marks(text)
        first, last = _densest(marks, width)
        start, end = _cut(text, first, last, width)
        head = f"{CUT} " if start else ""
        tail = f" {CUT}" if end < len(text) and text[end - 1] not in ".!?…»" else ""
        kept = [mark for mark in marks if start <= mark.start and mark.end <= end]
        shift = len(head) - start
        spans = tuple((left + shift, right + shift) for left, right in _disjoint(kept))
        return Snippet(head + text[start:end].replace("\n", " ") + tail, spans)


def _matches(
    leaf: Term | Phrase | Glob | Fuzzy, number: int, words: list[Occurrence], terms: list[tuple[str, ...]]
) -> Iterator[Mark]:
    """Yield where the leaf matches among the words of a text; `terms` are those of each that it compares."""
    match leaf:
        case Term(_, term):
            found = [word for word, own in zip(words, terms, strict=True) if term in own]
        case Glob(_, glob):
            found = _among(set(filter(pattern(glob).match, chain.from_iterable(terms))), words, terms)
        case Fuzzy(_, term, edits):
            found = _among(set(close(term, edits, set(chain.from_iterable(terms)))), words, terms)
        case Phrase(_, phrase, slop):
            yield from _phrases(phrase, slop, number, words)
            return
    for word in found:
        yield Mark(word.start, word.end, number)


def _among(fits: set[str], words: list[Occurrence], terms: list[tuple[str, ...]]) -> list[Occurrence]:
    return [word for word, own in zip(words, terms, strict=True) if not fits.isdisjoint(own)]


def _phrases(terms: Sequence[str], slop: int, number: int, words: list[Occurrence]) -> Iterator[Mark]:
    places: dict[str, list[int]] = {term: [] for term in terms}
    for word in words:
        if word.token.term in places:
            places[word.token.term].append(word.position)
    for window in windows([places[term] for term in terms], slop):
        if slop:
            for position in window:
                yield Mark(words[position].start, words[position].end, number)
        else:
            yield Mark(words[window[0]].start, words[window[-1]].end, number)


def _disjoint(marks: Sequence[Mark]) -> tuple[tuple[int, int], ...]:
    """Return the offsets of marks in order, those that overlap made one."""
    spans: list[tuple[int, int]] = []
    for mark in marks:
        if spans and mark.start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], mark.end))
        else:
            spans.append((mark.start, mark.end))
    return tuple(spans)


def _densest(marks: Sequence[Mark], width: int) -> tuple[int, int]:
    """Return where the marks of the densest passage begin and end; the start of the text without marks."""
    best, best_key = (0, 0), (0, 0)
    counts: dict[int, int] = {}
    right = 0
    for left, mark in enumerate(marks):
        while right < len(marks) and (right <= left or marks[right].end - mark.start <= width):
            counts[marks[right].leaf] = counts.get(marks[right].leaf, 0) + 1
            right += 1
        key = (sum(1 for count in counts.values() if count), right - left)
        if key > best_key:
            best, best_key = (mark.start, max(inside.end for inside in marks[left:right])), key
        counts[mark.leaf] -= 1
    return best


def _cut(text: str, first: int, last: int, width: int) -> tuple[int, int]:
    """Return where to cut a passage that holds `first` to `last`."""
    borders = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    start = borders[bisect.bisect_right(borders, first) - 1]
    if last - start > width:
        start = _word_start(text, max(start, first - width // 4), first)
    limit = max(last, min(len(text), start + width))
    ends = [border for border in borders if last <= border <= limit and border > start]
    end = ends[-1] if ends else _word_end(text, last, limit)
    return start, start + len(text[start:end].rstrip())


def _word_start(text: str, place: int, first: int) -> int:
    """Return the start of the first word from a place on, which is not beyond `first`."""
    blank = re.compile(r"\s").search(text, max(0, place - 1), first)
    return blank.end() if blank else place


def _word_end(text: str, least: int, limit: int) -> int:
    """Return the last end of a word between two places."""
    if limit >= len(text):
        return len(text)
    blank = max(text.rfind(" ", least, limit + 1), text.rfind("\n", least, limit + 1))
    return blank if blank > least else limit
