"""Which texts are one story: each joins the fullest text that has most of its words.

A story is a text that leads, and the texts that are in it.  So whatever is folded under a leader is said there, nearly all of
it: in the other order, the oldest first, a flash of sixty words would hide a piece of nine hundred.  Nothing is joined by a
third text: a running story that grows from day to day is as many stories as it has new words.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.duplicates.candidates import Candidates, Texts
from corpus.duplicates.sketches import distinct


def share(left: NDArray[np.uint32], right: NDArray[np.uint32]) -> float:
    """Return the share of the runs of the shorter text that the longer one has, by the `runs` of both.

    >>> from corpus.duplicates.sketches import runs
    >>> words = " ".join(map(str, range(60)))
    >>> share(runs(words), runs(f"Dakar - {words} (Agence Teranga)"))
    1.0
    """
    one, other = distinct(left), distinct(right)
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / max(min(len(one), len(other)), 1)


def stories(texts: Texts, pairs: Candidates, shares: Sequence[float]) -> list[list[int]]:
    """Return the stories of several texts: the positions of their sketches, the leader first.

    `shares` has what the texts of each candidate have in common.  The fullest text leads; of equally full ones the oldest,
    for it was printed first; then the one with the first sketch.  The others are in the same order.
    """
    is_one = np.asarray(shares) >= texts.least_shares(pairs.left, pairs.right)
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for left, right in zip(pairs.left[is_one].tolist(), pairs.right[is_one].tolist(), strict=True):
        alike[left].append(right)
        alike[right].append(left)
    ordered = sorted(
        alike, key=lambda text: (-texts.runs[text], not texts.is_dated[text], texts.days[text], text)
    )
    rank = {text: number for number, text in enumerate(ordered)}
    printed: dict[int, list[int]] = {}
    for text in ordered:
        leader = min((other for other in alike[text] if other in printed), key=rank.__getitem__, default=text)
        printed.setdefault(leader, []).append(text)
    return [story for story in printed.values() if len(story) > 1]
