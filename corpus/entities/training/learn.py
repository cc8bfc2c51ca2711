"""Learns the weights: a linear-chain CRF over BIO labels, several times over with some of the lists hidden."""

import tempfile
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from corpus.entities.features import OFFSETS, Features, conjunctions, describe
from corpus.entities.knowledge import CURATED_BITS, NAME_BITS, Knowledge, key
from corpus.entities.tokenize import ENDS, NEWLINE, normal, tokens
from corpus.entities.training.datasets import Annotated
from corpus.records import record

_SETTINGS = {
    "c1": 0.05,
    "c2": 0.3,
    "max_iterations": 80,
    "feature.minfreq": 2,
    "feature.possible_transitions": 1,
}
"""Of crfsuite: L1 and L2 penalties, L-BFGS steps.

In the development months of WiNER-fr the F1 of one seed was 88.0 with an L2 penalty of 0.02, 88.7 with 0.2, 88.9
with 0.5 and 1; and 87.4 after 140 steps.
"""
_ALL_HIDDEN_PERCENT, _CURATED_HIDDEN_PERCENT = 20, 60
"""Percent of the words of a document that lose all lists of names, or the curated ones as well.

What is learnt is then to do without: the hand-written lists would be over-trusted otherwise.
"""
_BEGIN, _INSIDE, OUTSIDE = "B-", "I-", "O"


@record
class Weights:
    """The weights of a CRF: of each attribute for each label, and from label to label."""

    labels: tuple[str, ...]
    states: dict[str, dict[str, float]]
    transitions: dict[tuple[str, str], float]


def labelled(document: Annotated) -> tuple[list[str], list[str]]:
    """Return the tokens of a document in normal form, and the label of each."""
    raw = tokens(document.text)
    starts, ends, offset = [], [], 0
    for token in raw:
        offset += len(token)
        ends.append(offset)
        starts.append(offset - len(token.lstrip(" \t\xa0")))
    labels = [OUTSIDE] * len(raw)
    for start, end, kind in document.spans:
        first = bisect_right(ends, start)
        last = first
        while last < len(raw) and starts[last] < end:
            labels[last] = (_BEGIN if last == first else _INSIDE) + kind
            last += 1
    return [normal(token) for token in raw], labels


def sequences(
    document: Annotated, knowledge: Knowledge, seed: int
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield the attributes and labels of each sentence that has a capital."""
    words, labels = labelled(document)
    edge = _described(NEWLINE, knowledge, -1)
    row = [
        edge,
        edge,
        *(_described(word, knowledge, shown(document.id, word, seed)) for word in words),
        edge,
        edge,
    ]
    begin = 0
    for position, word in enumerate(words):
        if word in ENDS:
            end = position + 1
            if any(features.capital for features in row[begin + 2 : end + 2]):
                yield [_attributes(row[here : here + 5]) for here in range(begin, end)], labels[begin:end]
            begin = end


def learn(documents: Sequence[Annotated], knowledge: Knowledge, seed: int) -> Weights:
    """Return the weights learnt from these documents, with the lists hidden that a seed says."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_SETTINGS)
    for document in documents:
        for attributes, labels in sequences(document, knowledge, seed):
            trainer.append(attributes, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        with tagger.open(path):
            dump = tagger.info()
            labels = sorted(set(tagger.labels()) - {OUTSIDE})
    states: dict[str, dict[str, float]] = defaultdict(dict)
    for (attribute, label), weight in dump.state_features.items():
        states[attribute][label] = weight
    return Weights((OUTSIDE, *labels), dict(states), dict(dump.transitions))


def average(models: Sequence[Weights]) -> Weights:
    """Return the average of the weights of several models with the same labels."""
    states: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    transitions: dict[tuple[str, str], float] = defaultdict(float)
    for model in models:
        for attribute, weights in model.states.items():
            for label, weight in weights.items():
                states[attribute][label] += weight / len(models)
        for pair, weight in model.transitions.items():
            transitions[pair] += weight / len(models)
    return Weights(models[0].labels, {name: dict(row) for name, row in states.items()}, dict(transitions))


def shown(document: str, word: str, seed: int) -> int:
    """Return the lists that are looked at for a word of a document: hidden or not by a hash, not by chance."""
    if not word[0].isupper():
        return -1
    drawn = key(f"{seed}{document}{word}") % 100
    if drawn < _ALL_HIDDEN_PERCENT:
        return ~NAME_BITS
    return ~CURATED_BITS if drawn < _CURATED_HIDDEN_PERCENT else -1


@cache
def _names(features: Features) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(f"{offset}{name}" for name in features.at(offset)) for offset in OFFSETS)


def _attributes(window: list[Features]) -> list[str]:
    names = list(conjunctions(window))
    for position, features in enumerate(window):
        names.extend(_names(features)[position])
    return names


_SEEN: dict[tuple[str, int], Features] = {}


def _described(word: str, knowledge: Knowledge, shown: int) -> Features:
    features = _SEEN.get((word, shown))
    if features is None:
        features = _SEEN[word, shown] = describe(word, knowledge, shown)
    return features
