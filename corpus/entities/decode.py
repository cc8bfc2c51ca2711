"""Finds the best labels of many short stretches of tokens at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

OUTSIDE = 0
"""The label of a token that is in no name."""
LONGEST = 128
"""Tokens that are decoded together; what is longer is cut, so that no text takes long."""


def islands(tokens: Ints, ends: Bools) -> tuple[Ints, Ints]:
    """Return where each run of consecutive tokens begins in `tokens`, and its length.

    A run stops behind an end of sentence: `ends` says for each of the tokens whether it is one.
    """
    begins = np.ones(len(tokens), np.bool_)
    begins[1:] = (np.diff(tokens) > 1) | ends[:-1]
    starts = np.flatnonzero(begins)
    lengths = np.diff(starts, append=len(tokens))
    if lengths.max(initial=0) > LONGEST:
        starts = np.concatenate(
            [np.arange(start, start + length, LONGEST) for start, length in zip(starts, lengths, strict=True)]
        )
        lengths = np.diff(starts, append=len(tokens))
    return starts, lengths


@dataclass(frozen=True, slots=True)
class Islands:
    """Runs of tokens: where each begins, its length, and whether a token outside any name is before, and behind."""

    starts: Ints
    lengths: Ints
    opened: Bools
    closed: Bools


def viterbi(scores: Floats, transitions: Floats, runs: Islands) -> Ints:
    """Return the best label of every token, island by island.

    `scores` is by token and label; `transitions` is from label to label.
    """
    order = np.argsort(-runs.lengths, kind="stable")
    begins, sizes = runs.starts[order], runs.lengths[order]
    longer = np.searchsorted(
        -sizes, -np.arange(sizes[0] + 1)
    ).tolist()  # islands with more tokens than 0, 1, …
    best = scores[begins] + np.where(runs.opened[order, None], transitions[OUTSIDE], np.float32(0))
    into = np.ascontiguousarray(transitions.T)
    paths: list[NDArray[np.intp]] = []
    for step in range(1, sizes[0]):
        count = longer[step]
        reached = best[:count, None, :] + into
        paths.append(reached.argmax(2))
        best[:count] = reached.max(2)
        best[:count] += scores[begins[:count] + step]
    best += np.where(runs.closed[order, None], transitions[:, OUTSIDE], np.float32(0))
    label = best.argmax(1)
    labels = np.empty(len(scores), np.int64)
    rows = np.arange(len(begins))
    for step in range(sizes[0] - 1, 0, -1):
        count = longer[step]
        labels[begins[:count] + step] = label[:count]
        label[:count] = paths[step - 1][rows[:count], label[:count]]
    labels[begins] = label
    return labels
