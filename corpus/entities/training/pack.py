"""Lays the learnt weights out as the file of a model."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.entities.features import CLASSES, CLUSTERS, PAIR, WORDS
from corpus.entities.knowledge import key
from corpus.entities.training.learn import OUTSIDE, Weights

_NEGLIGIBLE_WEIGHT = 0.01
"""An attribute whose weights are all smaller is left out."""
_MAX_ROWS = (1 << 16) - 1
"""The most rows of weights of a conjunction, whose number has 16 bits; `modern` has 5,444 at most."""
FORBIDDEN = -30.0
"""The weight of going from any label but its own to the inside of a name."""

Row = NDArray[np.float32]


def pack(weights: Weights, path: Path) -> None:
    """Write a model: see `corpus.entities.tables` for what reads it."""
    numbers = {label: number for number, label in enumerate(weights.labels)}
    rows = {}
    for attribute, states in weights.states.items():
        row = np.zeros(len(numbers), np.float32)
        for label, weight in states.items():
            row[numbers[label]] = weight
        if np.abs(row).max() >= _NEGLIGIBLE_WEIGHT:
            rows[attribute] = row
    sorts: dict[str, int] = {}
    groups: dict[str, dict[str, Row]] = defaultdict(dict)
    for attribute, row in sorted(rows.items()):
        name, _, rest = attribute.partition("=")
        if name in CLASSES:
            used = rest.split("|")
        elif name in WORDS or name in CLUSTERS:
            used = [rest.rpartition("|")[2]]
        else:
            used = []
        for sort in used:
            sorts.setdefault(sort, len(sorts))
        joined = name in {*CLASSES, *WORDS, *CLUSTERS, PAIR}
        groups[name if joined else ""][rest if joined else attribute] = row
    if any(len(rows) > _MAX_ROWS for name, rows in groups.items() if name):
        raise OverflowError("a conjunction has too many attributes")
    file: dict[str, NDArray[Any]] = {
        "labels": np.array(weights.labels),
        "sorts": np.array(list(sorts)),
        "transitions": _transitions(weights, numbers),
    }
    simple = sorted((key(name), name) for name in groups[""])
    file["names"] = np.array([number for number, _ in simple], np.uint32)
    file["weights"] = np.array([groups[""][name] for _, name in simple], np.float16)
    for name in (*CLASSES, *WORDS, *CLUSTERS, PAIR):
        file[f"{name}_weights"] = np.array(list(groups[name].values()), np.float16).reshape(-1, len(numbers))
    for name, offsets in CLASSES.items():
        cells = [[sorts[sort] for sort in rest.split("|")] for rest in groups[name]]
        file[f"{name}_sorts"] = np.array(cells, np.uint8).reshape(-1, len(offsets))
    for name in WORDS:
        pairs = [rest.rpartition("|") for rest in groups[name]]
        words = sorted({key(word) for word, _, _ in pairs})
        blocks = {word: block for block, word in enumerate(words)}
        file[f"{name}_words"] = np.array(words, np.uint32)
        file[f"{name}_blocks"] = np.array([blocks[key(word)] for word, _, _ in pairs], np.uint16)
        file[f"{name}_sorts"] = np.array([sorts[sort] for _, _, sort in pairs], np.uint8)
    for name in CLUSTERS:
        cells = [
            [int(cluster), sorts[sort]] for cluster, _, sort in (rest.partition("|") for rest in groups[name])
        ]
        file[f"{name}_cells"] = np.array(cells, np.uint8).reshape(-1, 2)
    file[f"{PAIR}_clusters"] = np.array([rest.split("|") for rest in groups[PAIR]], np.uint8).reshape(-1, 2)
    np.savez(path, **file)  # type: ignore[arg-type] # no key is allow_pickle


def _transitions(weights: Weights, numbers: dict[str, int]) -> Row:
    table = np.zeros((len(numbers), len(numbers)), np.float32)
    for (before, behind), weight in weights.transitions.items():
        table[numbers[before], numbers[behind]] = weight
    for before, row in numbers.items():
        for behind, column in numbers.items():
            if behind[0] == "I" and (before == OUTSIDE or before[2:] != behind[2:]):
                table[row, column] = FORBIDDEN
    return table
