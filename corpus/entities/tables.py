"""The weights of a model, laid out so that the scores of many tokens are a few sums of rows."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.entities.features import CLASSES, CLUSTERS, COARSE_CLUSTERS, MIDDLE_CLUSTERS, PAIR, WORDS
from corpus.records import record

Array = NDArray[Any]
Floats = NDArray[np.float32]
Ints = NDArray[np.uint16]


@record
class Sparse:
    """Rows of weights, the first of zeros, and for every cell the number of its row: 16 bits, of which the cache has more."""

    rows: Ints
    weights: Floats

    def add(self, scores: Floats, cells: NDArray[Any]) -> None:
        """Add to each score the row of its cell.  To choose the rows that are not zeros first took three times as long."""
        scores += self.weights.take(self.rows.take(cells), axis=0)


@record
class Paired:
    """Weights of a word together with a class: `words` are sorted keys; block 0 is that of all other words."""

    words: Array
    cells: Sparse

    def blocks(self, keys: Array) -> Array:
        """Return the block of each word, by its key."""
        return found(self.words, keys) + 1


@record
class Tables:
    """A model.

    `names` are the sorted keys of attributes, `weights` their rows and last a row of zeros.  `sorts` numbers
    the word classes; `others` is the number of any class that the model does not know.
    """

    labels: tuple[str, ...]
    transitions: Floats
    names: Array
    weights: Floats
    sorts: dict[str, int]
    classes: dict[str, Sparse]
    words: dict[str, Paired]
    clusters: dict[str, Sparse]
    pairs: Floats

    @property
    def others(self) -> int:
        """Return the number that stands for every class that the model does not know."""
        return len(self.sorts)


def found(keys: Array, wanted: Array) -> Array:
    """Return the position of each wanted key among the sorted keys, -1 for those that are not there."""
    if not len(keys):
        return np.full(len(wanted), -1)
    order = wanted.argsort()  # in order they are found in less than half the time
    positions = np.empty(len(wanted), np.int64)
    positions[order] = keys.searchsorted(wanted[order])
    positions[positions == len(keys)] = 0
    return np.where(keys[positions] == wanted, positions, -1)


def unpack(file: Mapping[str, Array]) -> Tables:
    """Return the tables of a model's file, see `corpus.entities.training.pack`."""
    labels = tuple(map(str, file["labels"]))
    sorts = {str(name): number for number, name in enumerate(file["sorts"])}
    size = len(sorts) + 1
    zeros = np.zeros((1, len(labels)), np.float32)

    def rows(name: str) -> Floats:
        return np.concatenate([zeros, file[f"{name}_weights"].astype(np.float32)])

    classes = {}
    for name, offsets in CLASSES.items():
        cells = np.zeros(size ** len(offsets), np.uint16)
        cells[_cell_numbers(file[f"{name}_sorts"], size)] = np.arange(1, len(file[f"{name}_sorts"]) + 1)
        classes[name] = Sparse(cells, rows(name))
    words = {}
    for name in WORDS:
        keys, blocks = file[f"{name}_words"], file[f"{name}_blocks"].astype(np.int64)
        cells = np.zeros((len(keys) + 1) * size, np.uint16)
        cells[(blocks + 1) * size + file[f"{name}_sorts"]] = np.arange(1, len(blocks) + 1)
        words[name] = Paired(keys, Sparse(cells, rows(name)))
    clusters = {}
    for name in CLUSTERS:
        cells = np.zeros((MIDDLE_CLUSTERS + 1) * size, np.uint16)
        cells[_cell_numbers(file[f"{name}_cells"], size)] = np.arange(1, len(file[f"{name}_cells"]) + 1)
        clusters[name] = Sparse(cells, rows(name))
    pairs = np.zeros(((COARSE_CLUSTERS + 1) ** 2, len(labels)), np.float32)
    pairs[_cell_numbers(file[f"{PAIR}_clusters"], COARSE_CLUSTERS + 1)] = file[f"{PAIR}_weights"]
    weights = np.concatenate([file["weights"].astype(np.float32), zeros])
    return Tables(labels, file["transitions"], file["names"], weights, sorts, classes, words, clusters, pairs)


def _cell_numbers(cells: Array, size: int) -> Array:
    """Return the number of each cell, a row of coordinates, in a cube with edges of this size."""
    position = cells[:, 0].astype(np.int64)
    for axis in range(1, cells.shape[1]):
        position = position * size + cells[:, axis]
    return position
