"""Finds the best labels of many short stretches of tokens at once."""

import numpy as np
from numpy.typing import NDArray

from corpus.records import record

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

OUTSIDE = 0
"""The label of a token that is in no name."""
MAX_TOKENS = 128
"""Tokens that are decoded together; a longer run is cut, so that no text takes long."""


def islands(tokens: Ints, ends: Bools) -> tuple[Ints, Ints]:
    """Return where each run of consecutive tokens begins in `tokens`, and its length.

    A run stops behind the end of a sentence: `ends` says for each token whether a sentence ends there.
    """
    begins = np.ones(len(tokens), np.bool_)
    begins[1:] = (np.diff(tokens) > 1) | ends[:-1]
    starts = np.flatnonzero(begins)
    lengths = np.diff(starts, append=len(tokens))
    if lengths.max(initial=0) > MAX_TOKENS:
        starts = np.concatenate(
            [
                np.arange(start, start + length, MAX_TOKENS)
                for start, length in zip(starts, lengths, strict=True)
            ]
        )
        lengths = np.diff(starts, append=len(tokens))
    return starts, lengths


@record
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
    longer = np.searchsorted(-sizes, -np.arange(sizes[0])).tolist()  # islands with more tokens than 0, 1, …
    opening = np.where(runs.opened[order], transitions[OUTSIDE, :, None], np.float32(0))
    closing = np.where(runs.closed[order], transitions[:, OUTSIDE, None], np.float32(0))
    # The islands stand side by side: numpy takes the maximum of the first axis four times as fast as that of a short
    # last one.  On the way back the best label before each label is looked for, for one label instead of all.
    best = [scores[begins].T + opening]
    for step, count in enumerate(longer[1:], 1):
        reached = (best[-1][:, None, :count] + transitions[:, :, None]).max(0)
        reached += scores.take(begins[:count] + step, axis=0).T
        best.append(reached)
    labels = np.empty(len(scores), np.int64)
    label = labels[:0]
    for step, count in reversed([*enumerate(longer)]):
        behind = closing[:, :count].copy()
        behind[:, : len(label)] = transitions.take(label, axis=1)
        behind += best[step]
        label = behind.argmax(0)
        labels[begins[:count] + step] = label
    return labels
