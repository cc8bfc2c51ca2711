"""Which texts may be one piece: found by their sketches, so that only these are compared word by word.

Of 313 pairs of 36,016 real articles of one day that have seven tenths of the shorter one in common and are not equal, 310 are
candidates.  The pairs were counted without sketches (`tests/relevance/reprints.py`).
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.duplicates.sketches import POINTS, SKETCH_BYTES, distinct

Rows = NDArray[np.intp]
"""The numbers of texts, which are their positions in the list of sketches."""

Mask = NDArray[np.bool_]

MAX_ALIKE = 200
"""The most texts with equal points, on one day or without one: more are the forms of one notice, as the weather, and no story."""

MAX_DAYS = 3
"""The most days between two printings of one piece.

Pairs further apart are rare and mostly series: of 28 with nine tenths in common among 36,016 real articles, 14 were.
"""


class Shares(NamedTuple):
    """The least share of its runs that the shorter text of one piece has in common with the longer one.

    `one_day` holds where both are of one day, `other_days` where they are not, `cut` where the one of the later day has less
    than nine tenths of the runs.  If one is undated, `other_days` of one paper holds, whatever the sources.
    """

    one_day: float
    other_days: float
    cut: float


OF_ONE_PAPER = Shares(one_day=0.75, other_days=0.9, cut=0.95)
"""The shares for two texts of one source, where the second mostly has news.

100 pairs of 36,016 real articles of one source that these shares join were read in full, none of them the same text twice:
99 were one piece, or the piece with what was new; in one, a later stage of the day was the shorter text.  Below them, 3 of 13
pairs of one day from .7 to .75 were two pieces (two articles on one interview, an obituary beside the news of a death), and 3
of 22 of other days from .8 to .9 the next bulletin, of a strike, of a heat wave.  A shorter text on a later day mostly repeats
the background of another one, as Sunday's roads after Saturday's: from .8 to .9, 8 of 11 did.
"""

OF_TWO_PAPERS = Shares(one_day=0.7, other_days=0.8, cut=0.9)
"""The shares for texts of two sources: a paper edits what another one printed.

Not measured on real texts of several papers, for want of them: a dispatch with every sentence touched up has .72 or .81.
Of 300 articles as ten invented papers print them, 97 in 100 printings are found (`tests/relevance/reprints.py`).
"""

_TWOS = 41
"""The pairs of neighbouring points that are compared, of 62: all of them find 5 more of 2,992 pairs, in half as much time again.

Of texts with a third of all their runs in common, as of one that is cut to a third, 99 in 100 are found.
"""

_MAX_CHANGED = 50
"""The most changed texts whose candidates are looked for one by one: those of 50 of 100,000 texts take .04 s, all .28."""

_CUT_TO = 0.9

TOO_FAR = 2.0
"""The least share, which no pair has, of texts that are too many days apart."""

_CHANCE = 1 / 256
"""The chance that two hashes have the same 8 bits."""

_PAIRS_AT_ONCE = 1 << 16
"""Pairs whose sketches are compared together: each takes three arrays of 124 bytes meanwhile."""

_MAX_ERRORS = 3
"""The standard errors by which an estimate may be too low: of 1,000 pairs, one is missed."""


class Candidates(NamedTuple):
    """Pairs of texts: the numbers of both, the lower one left, in order; whether their sketches are the same.

    Texts with the same sketch are taken for equal: of texts that differ in one run of thirty, 1 pair in 60 has the same.
    """

    left: Rows
    right: Rows
    are_same: Mask

    @classmethod
    def of(cls, pairs: Sequence[tuple[int, int]]) -> "Candidates":
        """Return some pairs, of none of which it is known whether the sketches are the same."""
        left, right = np.array(pairs, np.intp).reshape(-1, 2).T
        return cls(left, right, np.zeros(len(pairs), np.bool_))


class Texts:
    """The sketches of some texts, one behind the other, their days and the numbers of their sources, in arrays.

    Days are yyyymmdd, with zeros for what is not known.
    """

    def __init__(
        self, sketches: NDArray[np.uint8], days: NDArray[np.int64], sources: NDArray[np.int64]
    ) -> None:
        self.sketches = sketches.reshape(-1, SKETCH_BYTES)
        self.runs = np.ascontiguousarray(self.sketches[:, POINTS:]).view("<u4").ravel().astype(np.int64)
        self.is_dated = (days > 0) & (days % 100 > 0)
        self.days = np.where(self.is_dated, _ordinals(days), 0)
        self.sources = sources

    @cached_property
    def fours(self) -> NDArray[np.uint32]:
        """Three of each four neighbouring points, as one number."""
        return np.ascontiguousarray(self.sketches[:, :POINTS]).view("<u4") & np.uint32(0xFFFFFF)

    @classmethod
    def of(cls, sketches: Sequence[bytes], days: Sequence[int], sources: Sequence[str]) -> "Texts":
        """Return the texts with these sketches, days and sources."""
        known: dict[str, int] = {}
        numbers = [known.setdefault(source, len(known)) for source in sources]
        joined = np.frombuffer(b"".join(sketches), np.uint8)
        return cls(joined, np.array(days, np.int64), np.array(numbers, np.int64))

    def least_shares(self, left: Rows, right: Rows) -> NDArray[np.float64]:
        """Return the least share in common that makes pairs one piece; `TOO_FAR` for those that are too many days apart."""
        apart = self.days[right] - self.days[left]
        first, second = (np.where(apart < 0, *pair) for pair in ((right, left), (left, right)))
        is_cut = self.runs[second] < _CUT_TO * self.runs[first]
        are_of_one = self.sources[left] == self.sources[right]
        one_day, other_days, cut = np.where(are_of_one[:, np.newaxis], OF_ONE_PAPER, OF_TWO_PAPERS).T
        dated = np.select(
            [apart == 0, np.abs(apart) <= MAX_DAYS], [one_day, np.where(is_cut, cut, other_days)], TOO_FAR
        )
        are_dated = self.is_dated[left] & self.is_dated[right]
        least: NDArray[np.float64] = np.where(are_dated, dated, OF_ONE_PAPER.other_days)
        return least

    def may_be_one(self, left: Rows, right: Rows) -> NDArray[np.bool_]:
        """Return of which pairs the shorter text may have its least share in the longer one, as far as sketches say."""
        equal = np.count_nonzero(self.sketches[left, :POINTS] == self.sketches[right, :POINTS], axis=1)
        common = np.clip((equal / POINTS - _CHANCE) / (1 - _CHANCE), 1 / POINTS, 1)
        common = np.minimum(common + _MAX_ERRORS * np.sqrt(common * (1 - common) / POINTS), 1)
        shorter, both = np.minimum(self.runs[left], self.runs[right]), self.runs[left] + self.runs[right]
        contained = common * both / ((1 + common) * shorter)
        least = self.least_shares(left, right)
        likely: NDArray[np.bool_] = (contained >= least) & (least < TOO_FAR)
        return likely


def candidates(texts: Texts) -> Candidates:
    """Return the pairs of texts that may be one piece."""
    codes = [*_near(texts)]
    if not texts.is_dated.all():
        codes += _undated(texts)
    return _likely(texts, codes)


def candidates_of(texts: Texts, some: Rows, before: Texts) -> Candidates | None:
    """Return those of the candidates that have one of some texts; None if by these texts others may have come or gone.

    `before` has the texts that were there in their stead, or are gone.  Others may have come or gone where points of one of
    the texts stand in nearly so many others that `candidates` leaves them out.  More than `_MAX_CHANGED` texts are not
    looked at, as all are then sooner compared: for one of 100,000 texts this takes 1 ms, 5 where some are undated.
    """
    if len(some) + len(before.runs) > _MAX_CHANGED:
        return None
    codes = []
    for of, rows in ((texts, some), (before, range(len(before.runs)))):
        for row in rows:
            for others, are_equal, is_wanted in _compared(texts, of, row):
                if np.count_nonzero(are_equal, axis=0).max(initial=0) + len(before.runs) > MAX_ALIKE:
                    return None
                if of is texts:
                    alike = others[is_wanted & are_equal.any(axis=1) & (others != row)]
                    codes.append(_codes(np.full_like(alike, row), alike, len(texts.runs)))
    return _likely(texts, codes)


def _compared(texts: Texts, of: Texts, row: int) -> Iterator[tuple[Rows, Mask, Mask]]:
    """Yield the texts whose points are compared with those of one text, which of these are equal, and which texts may be one.

    The points are those of `_near` and of `_undated`.
    """
    if of.is_dated[row]:
        is_near = (texts.days - of.days[row] + MAX_DAYS) & 0xFFFF <= 2 * MAX_DAYS
        near = np.flatnonzero(texts.is_dated & is_near)
        keys = _keys(_twos(texts.sketches[near]), texts.days[near, np.newaxis]).astype(np.int64)
        own = _keys(_twos(of.sketches[row]), of.days[row]).astype(np.int64)
        yield near, np.abs(keys - own) <= MAX_DAYS, np.ones(len(near), np.bool_)
    if not texts.is_dated.all():
        yield np.arange(len(texts.runs)), texts.fours == of.fours[row], ~(texts.is_dated & of.is_dated[row])


def _likely(texts: Texts, codes: Sequence[NDArray[np.int64]]) -> Candidates:
    """Return the pairs with these codes that may be one piece by the whole of their sketches."""
    every = distinct(np.concatenate([np.empty(0, np.int64), *codes]))
    parts = [every[:0]]
    for start in range(0, len(every), _PAIRS_AT_ONCE):
        some = every[start : start + _PAIRS_AT_ONCE]
        parts.append(some[texts.may_be_one(*np.divmod(some, len(texts.runs)))])
    left, right = np.divmod(np.concatenate(parts), max(len(texts.runs), 1))
    are_same = (texts.sketches[left] == texts.sketches[right]).all(axis=1)
    return Candidates(left, right, are_same)


def _twos(sketches: NDArray[np.uint8]) -> NDArray[np.uint16]:
    """Return the pairs of neighbouring points of sketches that are compared, each as one number."""
    return np.ascontiguousarray(sketches[..., :POINTS]).view("<u2")[..., :_TWOS]


def _keys(twos: NDArray[np.uint16], days: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Return numbers that are near one another where two points are equal and the days are near."""
    return twos.astype(np.uint32) << np.uint32(16) | (days & 0xFFFF).astype(np.uint32)


def _near(texts: Texts) -> Iterator[NDArray[np.int64]]:
    """Yield the codes of the pairs of dated texts of which two neighbouring points are equal, and which are of near days.

    The two points and the day fill one number, so that such texts are next to one another when the numbers are sorted.
    For 36,016 articles this takes .08 s of CPU.
    """
    dated = np.flatnonzero(texts.is_dated)
    days = texts.days[dated]
    for two in range(_TWOS):
        # two points at once: where those of all texts were copied, a million took 250 MB meanwhile, so 40
        twos = _twos(texts.sketches[dated, 2 * two : 2 * two + 2])[:, 0]
        for left, right in _pairs(_keys(twos, days), MAX_DAYS):
            yield _codes(dated[left], dated[right], len(texts.runs))


def _undated(texts: Texts) -> Iterator[NDArray[np.int64]]:
    """Yield the codes of the pairs with an undated text of which three of four neighbouring points are equal.

    Two points are too few where no day narrows the search; a text of a pair without a day is nine tenths of the other.
    """
    for four in range(POINTS // 4):
        for left, right in _pairs(texts.fours[:, four], 0):
            is_wanted = ~(texts.is_dated[left] & texts.is_dated[right])
            yield _codes(left[is_wanted], right[is_wanted], len(texts.runs))


def _codes(left: Rows, right: Rows, count: int) -> NDArray[np.int64]:
    """Return a number for each pair, from which `np.divmod` by the number of texts gives the two back."""
    return np.minimum(left, right).astype(np.int64) * count + np.maximum(left, right)


def _pairs(keys: NDArray[np.uint32], apart: int) -> Iterator[tuple[Rows, Rows]]:
    """Yield the pairs of rows whose keys differ by `apart` at most.

    Rows of which more than `MAX_ALIKE` have an equal key are left out.
    """
    rows = np.argsort(keys)
    keys = keys[rows]
    if (keys[MAX_ALIKE:] == keys[:-MAX_ALIKE]).any():
        starts = np.flatnonzero(np.diff(keys.astype(np.int64), prepend=-1))
        sizes = np.diff(np.append(starts, len(keys)))
        is_kept = np.repeat(sizes <= MAX_ALIKE, sizes)
        rows, keys = rows[is_kept], keys[is_kept]
    for distance in range(1, len(rows)):
        is_near = keys[distance:] - keys[:-distance] <= apart
        if not is_near.any():
            return
        yield rows[:-distance][is_near], rows[distance:][is_near]


def _ordinals(days: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the number of each day, yyyymmdd, in the order of time; any number for one that is not whole."""
    months = (days // 10_000 - 1970) * 12 + days // 100 % 100 - 1
    firsts = months.astype("M8[M]").astype("M8[D]").astype(np.int64)
    ordinals: NDArray[np.int64] = firsts + days % 100
    return ordinals
