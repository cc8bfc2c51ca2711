"""Whether a corpus has the words of a language: how its vocabulary grows (Heaps) and how unequal it is (Zipf)."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from statistics import linear_regression

STEP = 1.05
"""By how much the words grow between two points of the curve of growth."""

FROM, TO = 10, 10_000
"""Ranks that the exponent of Zipf is fitted on: the first are function words, the last are ties."""


@dataclass(frozen=True, slots=True)
class Heaps:
    """The law of growth: a text of n words has `scale` · n ^ `exponent` different ones (Heaps, 1978)."""

    scale: float
    exponent: float

    def types(self, words: float) -> float:
        """Return how many different words so many words have.

        >>> Heaps(10.0, 0.5).types(10_000)
        1000.0
        """
        return float(self.scale * words**self.exponent)


class Vocabulary:
    """The words of texts, counted as they come; case is dropped, accents are not."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.words = self.texts = 0
        self._curve: list[tuple[int, int]] = []

    def add(self, text: str) -> None:
        """Count the words of a text."""
        found = re.findall(r"\w+", text.lower())
        self.counts.update(found)
        self.words += len(found)
        self.texts += 1
        if not self._curve or self.words >= STEP * self._curve[-1][0]:
            self._curve.append((self.words, len(self.counts)))

    def heaps(self) -> Heaps:
        """Return the law of growth of the last seven eighths of the texts, fitted by least squares of logarithms."""
        points = [point for point in self._curve if 8 * point[0] >= self.words]
        slope, intercept = linear_regression(*_logarithms(points))
        return Heaps(math.exp(intercept), slope)

    def zipf(self) -> float:
        """Return the exponent of frequency by rank, over ranks spaced as their logarithms are."""
        frequencies = sorted(self.counts.values(), reverse=True)
        last = math.log(min(TO, len(frequencies)) / FROM)
        ranks = sorted({round(FROM * math.exp(last * step / 100)) for step in range(101)})
        slope, _ = linear_regression(*_logarithms([(rank, frequencies[rank - 1]) for rank in ranks]))
        return -slope

    def figures(self) -> dict[str, float]:
        """Return what a run keeps of it."""
        once = sum(count == 1 for count in self.counts.values())
        figures = {"articles": self.texts, "words": self.words, "words_an_article": self.words / self.texts,
                "types": len(self.counts), "once": once / len(self.counts), "zipf": self.zipf()}  # fmt: skip
        return figures | ({"heaps": self.heaps().exponent} if len(self._curve) > 8 else {})


def _logarithms(points: list[tuple[int, int]]) -> tuple[list[float], list[float]]:
    return [math.log(first) for first, _ in points], [math.log(second) for _, second in points]
