"""The tagger labels the tokens of texts; its model is compiled into five rows of scores for each kind of word."""

from collections.abc import Sequence
from itertools import chain
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.entities.decode import OUTSIDE, Islands, islands, viterbi
from corpus.entities.features import CLASSES, CLUSTERS, COARSE_CLUSTERS, OFFSETS, WORDS, describe
from corpus.entities.knowledge import Knowledge, key
from corpus.entities.phrases import MAX_WORDS, at_start, begins, is_titled
from corpus.entities.tables import Tables, found
from corpus.entities.tokenize import ENDS, NEWLINE, normal, tokens

_TOKENS_BEFORE, _TOKENS_BEHIND = 4, 6
"""Tokens before and behind a capitalised one that may be in its name; all others are skipped."""
_LINE_FEEDS_BETWEEN = _TOKENS_BEHIND
"""Line feeds between two texts of a batch, so that no word counts for the labels of another text."""
_CERTAIN_MARGIN = 8.0
"""A token is outside every name if that scores this much more than any label.

With 6 the F1 falls by 0.3 in the development months of WiNER-fr, with 12 it is the same.
"""
_MAX_KEPT_TOKENS, _MAX_KEPT_WORDS = 300_000, 150_000
"""Tokens and kinds of words that are kept; beyond, all are forgotten.  Ten million words take 210 MB at most."""

_MAX_NAME_BYTES = 4 * 64
"""Bytes of the longest name of a feature: the 40 letters of a word (see `normal`), and the sort of the feature."""
_SHIFTS = [
    np.array(
        [crc32(bytes(size), key(str(offset))) ^ crc32(bytes(size)) for size in range(_MAX_NAME_BYTES)],
        np.uint32,
    )
    for offset in OFFSETS
]
"""What an offset changes in the key of a name, by the number of bytes of the name alone: a CRC is linear."""
Array = NDArray[Any]


Span = tuple[int, int, str]
"""A name: half-open offsets in its text, and its label without B or I."""


class _Numbers(dict[str, int]):
    """The number of the kind of word of every token met so far, by the token with its blanks."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, int] = {}
        self.new: list[str] = []

    def __missing__(self, token: str) -> int:
        word = normal(token)
        number = self.words.get(word)
        if number is None:
            number = self.words[word] = len(self.words)
            self.new.append(word)
        if len(token) < 100:  # a longer one will not come back
            self[token] = number
        return number


class Tagger:
    """Labels texts with one model, and remembers the scores of every word met, within a bound."""

    def __init__(self, tables: Tables, knowledge: Knowledge) -> None:
        self._tables = tables
        self._knowledge = knowledge
        self._kinds = [label[2:] for label in tables.labels]
        self._label_numbers = {label: number for number, label in enumerate(tables.labels)}
        self._begins = np.array([label[:1] == "B" for label in tables.labels])
        self._inside = ~self._begins & (np.arange(len(tables.labels)) != OUTSIDE)
        self._types = np.array([sorted(set(self._kinds)).index(kind) for kind in self._kinds])
        self._forget()

    def _forget(self) -> None:
        size, labels = 1 << 14, len(self._tables.labels)
        self._numbers = _Numbers()
        self._scores = [np.zeros((size, labels), np.float32) for _ in OFFSETS]
        self._words: list[str] = []
        self._sort = np.zeros(size, np.int32)
        self._cluster = np.zeros(size, np.int32)
        self._middle = np.zeros(size, np.int32)
        self._capital = np.zeros(size, np.bool_)
        self._end = np.zeros(size, np.bool_)
        self._listed = np.zeros(size, np.bool_)
        self._blocks = {name: np.zeros(size, np.int32) for name in WORDS}
        self._newline = self._numbers[NEWLINE]
        self._learn()

    def spans(self, texts: Sequence[str]) -> list[list[Span]]:
        """Return the names in each text, in order."""
        if not texts:
            return []
        if len(self._numbers) > _MAX_KEPT_TOKENS or len(self._numbers.words) > _MAX_KEPT_WORDS:
            self._forget()
        lists = [tokens(text) for text in texts]
        gap = [NEWLINE] * _LINE_FEEDS_BETWEEN
        stream: list[str] = list(
            chain.from_iterable(chain.from_iterable(zip(lists, [gap] * len(lists), strict=True)))
        )
        ids = np.fromiter(map(self._numbers.__getitem__, stream), np.int32, len(stream))
        self._learn()
        labels = self._label(ids)
        self._add_listed(ids, labels)
        return self._cut(stream, [len(text) + 1 + _LINE_FEEDS_BETWEEN for text in texts], labels)

    @property
    def kept(self) -> int:
        """The number of kinds of words that are kept."""
        return len(self._numbers.words)

    def scores(self, text: str) -> NDArray[np.float32]:
        """Return the scores of each label for every token of a text."""
        ids = np.array([self._numbers[token] for token in tokens(text)], np.int32)
        self._learn()
        return self._score(ids, np.arange(len(ids)))

    def _add_listed(self, ids: Array, labels: Array) -> None:
        """Label the listed names that the model missed, or found in part."""
        covered = 0
        for position in np.flatnonzero(self._listed[ids] & ~self._inside[labels]).tolist():
            if position < covered:
                continue
            words = [self._words[number] for number in ids[position : position + MAX_WORDS].tolist()]
            size, kind = at_start(words)
            if size and not self._inside[labels[position + size]]:
                labels[position] = self._label_numbers[f"B-{kind}"]
                labels[position + 1 : position + size] = self._label_numbers[f"I-{kind}"]
                covered = position + size
            elif (
                position
                and labels[position] == OUTSIDE
                and is_titled(self._words[ids[position - 1].item()], words[0])
            ):
                labels[position - 1 : position + 1] = (
                    self._label_numbers["B-ORG"],
                    self._label_numbers["I-ORG"],
                )

    def _learn(self) -> None:
        """Compile the words that are new."""
        if not self._numbers.new:
            return
        new, first = self._numbers.new, len(self._numbers.words) - len(self._numbers.new)
        self._grow(first + len(new))
        here = slice(first, first + len(new))
        tables = self._tables
        described = [describe(word, self._knowledge) for word in new]
        self._words += new
        self._sort[here] = [tables.sorts.get(features.sort, tables.others) for features in described]
        self._cluster[here] = [features.cluster for features in described]
        self._middle[here] = [features.middle for features in described]
        self._capital[here] = [features.capital for features in described]
        self._end[here] = [word in ENDS for word in new]
        self._listed[here] = [
            features.capital and begins(word) for word, features in zip(new, described, strict=True)
        ]
        names = [name.encode("utf-8", "surrogatepass") for features in described for name in features.here]
        keys = np.fromiter(map(crc32, names), np.uint32, len(names))
        lengths = np.fromiter(map(len, names), np.intp, len(names))
        reaches = np.fromiter(chain.from_iterable(features.reaches for features in described), np.int8)
        firsts = np.cumsum([0, *(len(features.here) for features in described[:-1])])
        for offset, shift, scores in zip(OFFSETS, _SHIFTS, self._scores, strict=True):
            seen = reaches >= abs(offset)
            rows = tables.weights[found(tables.names, keys[seen] ^ shift[lengths[seen]])]
            scores[here] = np.add.reduceat(rows, (np.cumsum(seen) - seen)[firsts], axis=0)
        words = np.array([key(features.word) for features in described], np.uint32)
        for name, paired in tables.words.items():
            self._blocks[name][here] = paired.blocks(words)
        self._numbers.new = []

    def _grow(self, size: int) -> None:
        """Make room for a number of kinds of words."""
        if size <= len(self._sort):
            return
        more = max(size, 2 * len(self._sort)) - len(self._sort)

        def grown(column: Array) -> Array:
            return np.concatenate([column, np.zeros((more, *column.shape[1:]), column.dtype)])

        self._scores = [grown(scores) for scores in self._scores]
        self._sort, self._cluster, self._middle = map(grown, (self._sort, self._cluster, self._middle))
        self._capital, self._end, self._listed = map(grown, (self._capital, self._end, self._listed))
        self._blocks = {name: grown(blocks) for name, blocks in self._blocks.items()}

    def _label(self, ids: Array) -> Array:
        """Return the label of every token of a stream."""
        labels = np.zeros(len(ids), np.int64)
        active = _active(self._capital[ids])
        if not len(active):
            return labels
        scores = self._score(ids, active)
        best = scores[:, OUTSIDE + 1].copy()
        for label in range(OUTSIDE + 2, scores.shape[1]):  # four times as fast as `max` over the labels
            np.maximum(best, scores[:, label], out=best)
        doubtful = np.flatnonzero(best > scores[:, OUTSIDE] - _CERTAIN_MARGIN)
        positions = active[doubtful]
        if not len(positions):
            return labels
        ends = self._end[ids[positions]]
        starts, lengths = islands(positions, ends)
        opened = ~self._end[ids[positions[starts] - 1]] & (positions[starts] > 0)
        closed = ~ends[starts + lengths - 1]
        labels[positions] = viterbi(
            scores[doubtful], self._tables.transitions, Islands(starts, lengths, opened, closed)
        )
        return labels

    def _score(self, ids: Array, positions: Array) -> NDArray[np.float32]:
        """Return the scores of each label for the tokens at these positions."""
        padded = np.full(len(ids) + 4, self._newline, np.int32)
        padded[2:-2] = ids
        around = {offset: padded.take(positions + (2 + offset)) for offset in OFFSETS}
        scores = self._scores[2].take(around[0], axis=0)
        for offset, table in zip(OFFSETS, self._scores, strict=True):
            if offset:
                scores += table.take(around[offset], axis=0)
        sorts = {offset: self._sort.take(numbers) for offset, numbers in around.items()}
        tables, size = self._tables, self._tables.others + 1
        for name, offsets in CLASSES.items():
            cells = sorts[offsets[0]]
            for offset in offsets[1:]:
                cells = cells * size + sorts[offset]
            tables.classes[name].add(scores, cells)
        for name, (word, sort) in WORDS.items():
            tables.words[name].cells.add(scores, self._blocks[name].take(around[word]) * size + sorts[sort])
        for name, (offset, sort) in CLUSTERS.items():
            tables.clusters[name].add(scores, self._middle.take(around[offset]) * size + sorts[sort])
        pairs = self._cluster.take(around[-1]) * (COARSE_CLUSTERS + 1) + self._cluster.take(around[0])
        scores += tables.pairs.take(pairs, axis=0)
        return scores

    def _cut(self, stream: list[str], sizes: list[int], labels: Array) -> list[list[Span]]:
        """Return the spans of each text from the labels of the stream of all."""
        positions = np.flatnonzero(labels != OUTSIDE)
        named = labels[positions]
        kinds = self._types[named]
        begins = self._begins[named]
        begins[:1] = True
        begins[1:] |= (np.diff(positions) > 1) | (np.diff(kinds) != 0)
        firsts, lasts = positions[begins], positions[np.append(begins, True)[1:]]
        ends = np.cumsum(np.fromiter(map(len, stream), np.int64, len(stream)))
        offsets = np.cumsum([0, *sizes])
        texts = np.searchsorted(offsets, ends[lasts], side="left") - 1
        shift = offsets[texts]
        spans: list[list[Span]] = [[] for _ in sizes]
        for first, text, begin, end, label in zip(
            firsts.tolist(), texts.tolist(), (ends[firsts] - shift).tolist(), (ends[lasts] - shift).tolist(),
            labels[firsts].tolist(), strict=True,
        ):  # fmt: skip
            spans[text].append((begin - len(stream[first].lstrip()), end, self._kinds[label]))
        return spans


def _active(capital: Array) -> Array:
    """Return the positions near a capitalised token."""
    positions = np.flatnonzero(capital)
    change = np.zeros(len(capital) + _TOKENS_BEHIND + 2, np.int64)
    np.add.at(change, np.maximum(positions - _TOKENS_BEFORE, 0), 1)
    np.add.at(change, positions + _TOKENS_BEHIND + 1, -1)
    return np.flatnonzero(np.cumsum(change)[: len(capital)])
