"""The passage of an article that answers a query best, and the spans of it that match.

A snippet is text and spans; a renderer decides how a span looks.  The text is read again with the analysis of the
index, so that exactly what matched is marked: the words of a phrase only where the phrase stands.
"""

import bisect
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from corpus.records import record
from corpus.sentences import sentence_ends
from index.analysis.beginnings import beginning
from index.analysis.bound import bound
from index.analysis.french import Occurrence, compounds, count, term_memo, words
from index.fields import FORM, TEXT, TITLE
from index.phrase import windows
from index.query import Fuzzy, Glob, Phrase, Query, Term, leaves
from index.spelling.words import near, pattern

PASSAGE_CHARACTERS = 260
"""Characters of a passage: three lines of a terminal of 80 columns, with room for a margin."""

ELLIPSIS = "…"
"""Stands where a text was cut."""

_MAX_REMEMBERED_PIECES = 200_000
"""Pieces without a word of the query that are remembered at most: those of 8,000 articles."""

_MAX_SEARCHED_PIECES = 20
"""Pieces that are searched for one by one: 200 of them in a text of 1 MB would take two seconds."""

_Leaf: TypeAlias = Term | Phrase | Glob | Fuzzy


@record
class Snippet:
    """A text, and the half-open offsets of its matches: sorted, disjoint."""

    text: str
    spans: tuple[tuple[int, int], ...]


class Mark(NamedTuple):
    """A match in a text: its half-open offsets, and the number of the leaf of the query that matches."""

    start: int
    end: int
    leaf: int


class Highlighter:
    """Finds the matches of a query in texts; made once for a page of results, so that no word is analysed twice.

    The matches of the last text are remembered: who shows a passage of a text often shows the whole text too.
    """

    def __init__(self, query: Query) -> None:
        distinct = tuple(dict.fromkeys(leaves(query)))
        text = {TEXT.exact: "exact", TEXT.stem: "stem", FORM: "form"}
        self._text = _Pieces(distinct, text)
        self._headline = _Pieces(distinct, text | {TITLE.exact: "exact", TITLE.stem: "stem"})
        self._last: tuple[str, list[Mark]] = ("", [])

    def marks(self, text: str, *, headline: bool = False) -> list[Mark]:
        """Return the matches in a text, in order; in a headline, also those of the fields of headlines."""
        if headline:
            return _marks(self._headline, bound(text))
        if text != self._last[0]:
            self._last = text, _marks(self._text, bound(text))
        return self._last[1]

    def whole(self, text: str, *, headline: bool = False) -> Snippet:
        """Return the whole text with its matches."""
        return Snippet(text, _disjoint(self.marks(text, headline=headline)))

    def passage(self, text: str, width: int = PASSAGE_CHARACTERS) -> Snippet:
        """Return the densest passage of about `width` characters at most.

        The densest passage has the most different words of the query, then the most matches, then comes first.  It
        begins and ends with a sentence where the sentence fits, else between words, with an ellipsis.
        """
        marks = self.marks(text)
        first, last = _densest(marks, width)
        start, end = _cut(text, first, last, width)
        head = f"{ELLIPSIS} " if start else ""
        tail = f" {ELLIPSIS}" if end < len(text) and text[end - 1] not in ".!?…»" else ""
        kept = [mark for mark in marks if start <= mark.start and mark.end <= end]
        shift = len(head) - start
        spans = tuple((left + shift, right + shift) for left, right in _disjoint(kept))
        return Snippet(head + text[start:end].replace("\n", " ") + tail, spans)


@record
class _Sought:
    """A word that the leaves search for: its rank and offsets in a piece of text, and the leaves it matches alone."""

    term: str
    rank: int
    start: int
    end: int
    leaves: tuple[int, ...]


class _Pieces(dict[str, tuple[_Sought, ...]]):
    """A memo: for each piece, the text between two blanks, the words in it that the leaves search for.

    `lists` has the list of terms that each field of the index searches.
    """

    def __init__(self, asked: Sequence[_Leaf], lists: Mapping[str, str]) -> None:
        self._terms: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._patterns: list[tuple[int, str, Callable[[str], bool]]] = []
        self._phrases: list[tuple[int, Phrase]] = []
        for number, leaf in enumerate(asked):
            if leaf.field in lists:
                self._look_for(number, leaf, lists[leaf.field])
        self._names = {name for name, _ in self._terms}
        self._in_phrases = frozenset(term for _, phrase in self._phrases for term in phrase.terms)
        self._wanted = self._in_phrases | {term for _, term in self._terms}
        globs = [leaf.pattern for leaf in asked if isinstance(leaf, Glob) and leaf.field in lists]
        has_fuzzy = len(globs) < len(self._patterns)
        self._choice = None if has_fuzzy else beginning(self._wanted.union(globs))
        self._without: set[str] = set()

    def _look_for(self, number: int, leaf: _Leaf, name: str) -> None:
        match leaf:
            case Term(_, term):
                self._terms[name, term].append(number)
            case Glob(_, glob):
                fits = pattern(glob).match
                self._patterns.append((number, name, lambda term: fits(term) is not None))
            case Fuzzy(_, term, edits):
                self._patterns.append((number, name, near(term, edits)))
            case Phrase():
                self._phrases.append((number, leaf))

    def holding(self, text: str) -> dict[str, tuple[_Sought, ...]]:
        """Return the pieces of a text with words that the leaves search for, and these words.

        Few pieces have such a word: the others are taken off in one difference of sets, in 10 µs for an article.
        """
        pieces = set(text.split()).difference(self._without)
        likely = self._choice(pieces) if self._choice else pieces
        holding = {piece: sought for piece in likely if (sought := self[piece])}
        self._without |= pieces.difference(holding)
        if len(self._without) > _MAX_REMEMBERED_PIECES:
            self._without.clear()
        return holding

    def standing(self, terms: set[str]) -> "list[_StandingPhrase]":
        """Return the phrases that may stand in a text, which has all of their terms."""
        return [
            _StandingPhrase(number, phrase)
            for number, phrase in self._phrases
            if terms.issuperset(phrase.terms)
        ]

    def __missing__(self, piece: str) -> tuple[_Sought, ...]:
        sought = tuple(self._sought(piece)) if self._may_hold(piece) else ()
        if sought:
            self[piece] = sought
        return sought

    def _may_hold(self, piece: str) -> bool:
        """Return whether a leaf may match one of the words of a piece."""
        terms = term_memo[piece]
        return not self._wanted.isdisjoint(terms) or any(any(map(fits, terms)) for *_, fits in self._patterns)

    def _sought(self, piece: str) -> Iterator[_Sought]:
        for word in words(piece):
            if numbers := self._matched(word):
                yield _Sought("", 0, word.start, word.end, numbers)
            for term in self._in_phrases.intersection(word.terms("exact")):
                yield _Sought(term, word.position, word.start, word.end, ())
        for word in compounds(piece):
            if numbers := self._matched(word):
                yield _Sought("", 0, word.start, word.end, numbers)

    def _matched(self, word: Occurrence) -> tuple[int, ...]:
        """Return the leaves that a word matches."""
        matched: set[int] = set()
        for name in self._names:
            for term in word.terms(name):
                matched.update(self._terms.get((name, term), ()))
        matched.update(number for number, name, fits in self._patterns if any(map(fits, word.terms(name))))
        return tuple(matched)


class _StandingPhrase:
    """The positions of the words of a phrase in a text."""

    def __init__(self, number: int, phrase: Phrase) -> None:
        self._number = number
        self._phrase = phrase
        self._positions: dict[str, list[int]] = {term: [] for term in phrase.terms}
        self._offsets: dict[int, tuple[int, int]] = {}

    @property
    def span(self) -> int:
        """The most words from the first word of a match to its last one."""
        return len(self._phrase.terms) + self._phrase.slop

    def add(self, term: str, position: int, start: int, end: int) -> None:
        """Add a word of the text: its position among the words, its offsets."""
        if term in self._positions:
            self._positions[term].append(position)
            self._offsets[position] = start, end

    def marks(self) -> Iterator[Mark]:
        """Yield the matches: a phrase as a whole, each word of a loose phrase that has others between them."""
        for window in windows([self._positions[term] for term in self._phrase.terms], self._phrase.slop):
            if window == tuple(range(window[0], window[0] + len(window))):
                yield Mark(self._offsets[window[0]][0], self._offsets[window[-1]][1], self._number)
            else:
                for position in window:
                    yield Mark(*self._offsets[position], self._number)


def _marks(seen: _Pieces, text: str) -> list[Mark]:
    """Return the matches in a text, in order."""
    holding = seen.holding(text)
    phrases = seen.standing({word.term for sought in holding.values() for word in sought})
    matched = [
        Mark(at + word.start, at + word.end, number)
        for piece, at in _occurrences(text, holding)
        for word in holding[piece]
        for number in word.leaves
    ]
    if phrases:
        _follow(phrases, text, holding)
        matched += [mark for phrase in phrases for mark in phrase.marks()]
    return sorted(matched)


def _occurrences(text: str, wanted: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield each occurrence of these pieces between two blanks, with its offset.

    A few pieces are searched for one by one, in a tenth of the time of a walk through all; patterns may match many.
    """
    if len(wanted) > _MAX_SEARCHED_PIECES:
        yield from ((piece, at) for piece, at in _pieces(text) if piece in wanted)
        return
    for piece in wanted:
        at = text.find(piece)
        while at >= 0:
            end = at + len(piece)
            if (not at or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
                yield piece, at
            # Within a longer piece there is no blank behind which another occurrence may begin.
            at = text.find(piece, end)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield every piece with its offset."""
    at = 0
    for piece in text.split():
        at = text.index(piece, at)
        yield piece, at
        at += len(piece)


def _follow(
    phrases: "Sequence[_StandingPhrase]", text: str, holding: Mapping[str, Sequence[_Sought]]
) -> None:
    """Add the words of the text to the phrases.

    Positions count words, but no more than a phrase can span between two words of the phrases: the words of a text
    between two far occurrences need no counting, which was most of the time of a phrase.
    """
    far = max(phrase.span for phrase in phrases) + 1
    position = done = 0
    for at, piece in sorted((at, piece) for piece, at in _occurrences(text, holding)):
        between = 0
        for other in text[done:at].split():
            between += count(other)
            if between > far:
                break
        position += between
        for word in holding[piece]:
            for phrase in phrases:
                phrase.add(word.term, position + word.rank, at + word.start, at + word.end)
        position += count(piece)
        done = at + len(piece)


def _disjoint(marks: Sequence[Mark]) -> tuple[tuple[int, int], ...]:
    """Return the offsets of marks in order; marks that overlap become one span."""
    spans: list[tuple[int, int]] = []
    for mark in marks:
        if spans and mark.start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], mark.end))
        else:
            spans.append((mark.start, mark.end))
    return tuple(spans)


def _densest(marks: Sequence[Mark], width: int) -> tuple[int, int]:
    """Return the start and the end of the marks of the densest passage; without marks, the start of the text."""
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
    """Return the offsets of a passage that holds the text from `first` to `last`."""
    borders = [0, *sentence_ends(text), len(text)]
    start = borders[bisect.bisect_right(borders, first) - 1]
    if last - start > width:
        start = _word_start(text, max(start, first - width // 4), first)
    limit = max(last, min(len(text), start + width))
    ends = [border for border in borders if last <= border <= limit and border > start]
    end = ends[-1] if ends else _word_end(text, last, limit)
    return start, start + len(text[start:end].rstrip())


def _word_start(text: str, offset: int, first: int) -> int:
    """Return the start of the first word from an offset on, and not beyond `first`."""
    blank = re.compile(r"\s").search(text, max(0, offset - 1), first)
    return blank.end() if blank else offset


def _word_end(text: str, least: int, limit: int) -> int:
    """Return the last end of a word between two offsets."""
    if limit >= len(text):
        return len(text)
    blank = max(text.rfind(" ", least, limit + 1), text.rfind("\n", least, limit + 1))
    return blank if blank >= least else limit
