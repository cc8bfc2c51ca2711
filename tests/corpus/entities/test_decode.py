"""The decoder finds what trying every path would find."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.entities.decode import MAX_TOKENS, OUTSIDE, Islands, islands, viterbi

LABELS = 3


def value(
    path: tuple[int, ...], scores: list[list[float]], moves: list[list[float]], *, opened: bool, closed: bool
) -> float:
    """Return the score of a path of labels, added up in plain Python."""
    total = sum(row[label] for row, label in zip(scores, path, strict=True))
    total += sum(moves[before][behind] for before, behind in pairwise(path))
    return total + opened * moves[OUTSIDE][path[0]] + closed * moves[path[-1]][OUTSIDE]


@given(
    st.lists(st.tuples(st.integers(1, 6), st.booleans(), st.booleans()), min_size=1, max_size=8),
    st.integers(0, 2**32 - 1),
)
def test_the_best_path_of_every_island(shapes: list[tuple[int, bool, bool]], seed: int) -> None:
    chance = np.random.default_rng(seed)
    lengths = np.array([length for length, _, _ in shapes])
    starts = np.cumsum([0, *lengths[:-1]])
    scores = chance.normal(size=(lengths.sum(), LABELS)).astype(np.float32)
    moves = chance.normal(size=(LABELS, LABELS)).astype(np.float32)
    opened, closed = (np.array([shape[side] for shape in shapes]) for side in (1, 2))
    found = viterbi(scores, moves, Islands(starts, lengths, opened, closed))
    for start, (length, before, behind) in zip(starts, shapes, strict=True):
        rows, path = scores[start : start + length].tolist(), tuple(found[start : start + length].tolist())
        best = max(
            value(other, rows, moves.tolist(), opened=before, closed=behind)
            for other in product(range(LABELS), repeat=length)
        )
        assert value(path, rows, moves.tolist(), opened=before, closed=behind) == pytest.approx(
            best, abs=1e-4
        )


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1))
def test_islands_are_the_runs_of_consecutive_tokens(steps: list[tuple[int, bool]]) -> None:
    positions = np.cumsum([step for step, _ in steps]) + np.arange(len(steps))
    ends = np.array([end for _, end in steps])
    starts, lengths = islands(positions, ends)
    assert lengths.sum() == len(positions)
    for start, length in zip(starts.tolist(), lengths.tolist(), strict=True):
        run = positions[start : start + length]
        assert (np.diff(run) == 1).all()
        assert not ends[start : start + length - 1].any()
    for before, start in pairwise(starts.tolist()):
        assert before < start
        assert positions[start] - positions[start - 1] > 1 or ends[start - 1]


def test_a_long_island_is_cut() -> None:
    starts, lengths = islands(np.arange(3 * MAX_TOKENS + 5), np.zeros(3 * MAX_TOKENS + 5, np.bool_))
    assert lengths.tolist() == [MAX_TOKENS] * 3 + [5]
    assert starts.tolist() == [0, MAX_TOKENS, 2 * MAX_TOKENS, 3 * MAX_TOKENS]
