"""Trains the models of the extractor: `python -m corpus.entities.training SHARED [--model modern|historical] [--into DIR]`.

SHARED is the folder of corpora/ and testsets/.  It writes words.npz, what is known of words, and the models,
each learnt with four seeds, in 6 and 8 minutes of one core.  `--keep-words` takes words.npz as it is.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from corpus.entities.knowledge import TABLES, Knowledge, from_tables, table
from corpus.entities.model import MODELS, Model
from corpus.entities.training.datasets import Annotated, europeana, newseye, winer
from corpus.entities.training.gazetteers import flags
from corpus.entities.training.learn import average, learn
from corpus.entities.training.pack import pack
from corpus.entities.training.statistics import Statistics, orange
from corpus.entities.training.variants import in_capitals, names, renamed

_SEEDS = (1, 2, 3, 4)
"""Each hides other words' lists and draws other names; their average is one model, as fast as one."""


def know(shared: Path, path: Path) -> None:
    """Count the words of the press, read the lists, and write what is known of words."""
    gold = shared / "testsets" / "entities" / "press_gold.jsonl"
    judged = frozenset(json.loads(line)["id"] for line in gold.read_text("utf-8").splitlines())

    def texts() -> Iterator[str]:
        yield from orange(shared, judged)
        yield from (document.text for document in winer(shared, "train"))

    statistics = Statistics(texts())
    columns = [*table(flags(), 1), *table(statistics.counts(), 2), *table(statistics.clusters(), 3)]
    file = {name: np.array(column, np.uint32) for name, column in zip(TABLES, columns, strict=True)}
    np.savez(path, **file)  # type: ignore[arg-type] # no key is allow_pickle


def read(path: Path) -> Knowledge:
    """Return what `know` wrote."""
    with np.load(path) as words:
        return from_tables({name: words[name].tobytes() for name in TABLES})


def documents(shared: Path, model: Model, seed: int) -> list[Annotated]:
    """Return what a model learns from with a seed: annotated articles, and each again under other names."""
    drawn = names()
    press = [*winer(shared, "train"), *winer(shared, "dev")]
    annotated = [*press, *(renamed(document, drawn, seed) for document in press)]
    annotated += [sentence for document in press for sentence in in_capitals(document, seed)]
    if model is Model.HISTORICAL:
        annotated += [*newseye(shared), *europeana(shared, 0)]
    return annotated


def main() -> None:
    """Train what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m corpus.entities.training", description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--model", type=Model, choices=list(Model), action="append")
    parser.add_argument("--into", type=Path, default=MODELS)
    parser.add_argument("--keep-words", action="store_true")
    options = parser.parse_args()
    words = options.into / "words.npz"
    if not options.keep_words:
        know(options.shared, words)
    for model in options.model or Model:
        path = options.into / f"{model}.npz"
        knowledge = read(words)
        pack(
            average([learn(documents(options.shared, model, seed), knowledge, seed) for seed in _SEEDS]), path
        )
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
