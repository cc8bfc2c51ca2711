"""The space of the vectors: a truncated singular value decomposition of the stems of articles, by subspace iteration.

The matrix of articles by stems has the values (1 + ln tf)·idf and rows of length 1; its `DIMENSIONS` strongest
directions are kept.  An article, or a query, is the sum of the vectors of its stems (V·√S of each, times its idf): to
add an article later takes no other knowledge.  Halko, Martinsson and Tropp, "Finding Structure with Randomness", 2011.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.records import record
from index.vectors.file import DIMENSIONS, Counts

Floats = NDArray[np.float32]

MIN_ARTICLES, MAX_SHARE = 3, 0.3
"""The least number of articles that must have a stem, and the largest share of all that may, for it to have a vector."""

_SPARE_DIRECTIONS = 16
"""Directions computed beyond those that are kept, so that the last of those are right."""

_ITERATIONS = 2
"""Times that the basis is multiplied by the matrix and its transpose."""

_SEED = 0


@record
class Space:
    """The stems that have a vector, as sorted hashes, and the vector of each, in half precision as in the file."""

    stems: NDArray[np.uint32]
    vectors: NDArray[np.float16]


@record
class Sparse:
    """A sparse matrix: row i has the columns and values from `starts[i]` to `starts[i + 1]`."""

    starts: NDArray[np.int64]
    columns: NDArray[np.int32]
    values: Floats

    def times(self, dense: Floats) -> Floats:
        """Return the product with a dense matrix, computed row by row.

        It is as fast as scipy on rows of 180 values; to gather many rows at once would leave the cache of the processor.
        """
        product = np.empty((len(self.starts) - 1, dense.shape[1]), np.float32)
        bounds = self.starts.tolist()
        for row, (start, end) in enumerate(pairwise(bounds)):
            np.dot(self.values[start:end], dense[self.columns[start:end]], out=product[row])
        return product

    def transposed(self, width: int) -> "Sparse":
        """Return the matrix whose rows are the `width` columns of this one."""
        order = np.argsort(self.columns, kind="stable")
        rows = np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))
        return Sparse(_starts(np.bincount(self.columns, minlength=width)), rows[order], self.values[order])


def fit(articles: Sequence[Counts]) -> Space:
    """Return the space of some articles, at most `DIMENSIONS` wide; the same articles in the same order have the same one."""
    every_stem = np.concatenate([np.frombuffer(stems, np.uint32) for stems, _ in articles])
    stems, frequencies = np.unique(every_stem, return_counts=True)
    kept = (frequencies >= MIN_ARTICLES) & (frequencies <= MAX_SHARE * len(articles))
    stems, frequencies = stems[kept], frequencies[kept]
    if not len(stems):
        return Space(stems, np.zeros((0, DIMENSIONS), np.float16))
    idf = np.log(1 + (len(articles) - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
    matrix = _weighted(_counted(articles, stems), idf)
    basis, strengths = _decomposed(matrix, len(stems))
    return Space(stems, (basis * np.sqrt(strengths) * idf[:, None]).astype(np.float16))


def fold(articles: Sequence[Counts], space: Space) -> Floats:
    """Return the vectors of articles, of length 1; of length 0 for an article none of whose stems has a vector.

    Only the vectors of their stems are made wider: for one article that takes .2 ms, for all of 26,000 stems 6.
    """
    counted = _counted(articles, space.stems)
    used, columns = np.unique(counted.columns, return_inverse=True)
    wide = space.vectors[used].astype(np.float32)
    return _unit(Sparse(counted.starts, columns.astype(np.int32), counted.values).times(wide))


def _counted(articles: Sequence[Counts], vocabulary: NDArray[np.uint32]) -> Sparse:
    """Return 1 + ln tf of the stems of articles that the sorted vocabulary has, a column for each."""
    sizes = np.array([len(stems) for stems, _ in articles])
    stems = np.concatenate([np.frombuffer(stems, np.uint32) for stems, _ in articles])
    times = np.concatenate([np.frombuffer(times, np.uint16) for _, times in articles])
    columns = np.minimum(np.searchsorted(vocabulary, stems), len(vocabulary) - 1)
    is_kept = vocabulary[columns] == stems if len(vocabulary) else np.zeros(len(stems), bool)
    rows = np.repeat(np.arange(len(articles)), sizes)[is_kept]
    values = 1 + np.log(times[is_kept].astype(np.float32))
    return Sparse(
        _starts(np.bincount(rows, minlength=len(articles))), columns[is_kept].astype(np.int32), values
    )


def _weighted(counted: Sparse, idf: Floats) -> Sparse:
    """Return the counts times the idf of their stems, each row scaled to length 1."""
    values = counted.values * idf[counted.columns]
    rows = np.repeat(np.arange(len(counted.starts) - 1), np.diff(counted.starts))
    lengths = np.sqrt(np.bincount(rows, values * values, minlength=len(counted.starts) - 1))
    return Sparse(counted.starts, counted.columns, (values / lengths[rows]).astype(np.float32))


def _decomposed(matrix: Sparse, width: int) -> tuple[Floats, Floats]:
    """Return the strongest right singular vectors, as columns, and their singular values."""
    transposed = matrix.transposed(width)
    followed = min(DIMENSIONS + _SPARE_DIRECTIONS, width, len(matrix.starts) - 1)
    basis = np.random.default_rng(_SEED).standard_normal((width, followed), np.float32)
    for _ in range(_ITERATIONS):
        basis = _orthonormal(transposed.times(matrix.times(basis)))
    image = matrix.times(basis)
    squares, turn = np.linalg.eigh((image.T @ image).astype(np.float64))
    strongest = np.argsort(-squares, kind="stable")[:DIMENSIONS]
    strengths = np.sqrt(np.maximum(squares[strongest], 0))
    return basis @ turn[:, strongest].astype(np.float32), strengths.astype(np.float32)


def _orthonormal(columns: Floats) -> Floats:
    """Return an orthonormal basis of the columns, from their Gram matrix: 176 by 176, however many rows there are."""
    squares, turn = np.linalg.eigh((columns.T @ columns).astype(np.float64))
    is_strong = squares > squares[-1] * 1e-9
    basis: Floats = columns @ (turn[:, is_strong] / np.sqrt(squares[is_strong])).astype(np.float32)
    return basis


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Floats = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return unit


def _starts(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(sizes)))
