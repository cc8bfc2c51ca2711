"""Asks a system the queries of a test set, and keeps what each answer is worth."""

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from tests.relevance import testset
from tests.relevance.metrics import DEPTH, METRICS
from tests.relevance.systems import Answer, System
from tests.relevance.testset import TestSet
from tests.support.floors import Floors

FLOORS = Floors(Path(__file__).with_name("floors.json"), slack=0.002, digits=4)
"""The figures that the ranking has at least, by engine, and by set and measure.

The slack is one query of 500 that falls out of its answer.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the answers of a system are worth: by measure, a figure for each query, in the order of the set."""

    figures: dict[str, tuple[float, ...]]
    seconds: float
    """Of a query, in the mean."""

    @property
    def means(self) -> dict[str, float]:
        """The mean of each measure."""
        return {metric: fmean(figures) for metric, figures in self.figures.items()}


def measure(system: System, judged: TestSet, kept: Path) -> Measured:
    """Return what a system is worth on a set; its index is kept in a folder, and taken from there if it is there."""
    answer = open_system(system, judged, kept)
    started = time.perf_counter()
    answers = [_answer(answer, query, text, judged) for query, text in judged.queries.items()]
    seconds = (time.perf_counter() - started) / len(answers)
    rows = list(zip(answers, (judged.relevant.get(query, set()) for query in judged.queries), strict=True))
    figures = {metric: tuple(METRICS[metric](*row) for row in rows) for metric in judged.metrics}
    return Measured(figures, seconds)


def open_system(system: System, judged: TestSet, kept: Path) -> Answer:
    """Return what answers for a system, over the articles of a set: its index is kept in a folder."""
    return system.open(_index(system, judged, kept))


def _answer(answer: Answer, query: str, text: str, judged: TestSet) -> Sequence[str]:
    if not judged.itself_left_out:
        return answer(text, DEPTH)
    return [article for article in answer(text, DEPTH + 1) if article != query][:DEPTH]


def _index(system: System, judged: TestSet, kept: Path) -> Path:
    """Return the folder of an index that is whole: one that a killed run left is not taken."""
    folder = kept / f"{system.index} {judged.key}".replace(" ", "_")
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        system.build(testset.articles(judged), unfinished)
        unfinished.rename(folder)
    return folder
