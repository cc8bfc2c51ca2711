"""How far a figure may be off: the same documents drawn again and again, some twice, some not at all."""

import random
from collections.abc import Iterator, Sequence

from tests.corpus.entities.tally import Tally

DRAWS = 10_000
SEED = 0


def interval(documents: Sequence[Tally]) -> tuple[float, float]:
    """Return the 95 % confidence interval of the F1 over the documents.

    >>> interval([Tally(8, 1, 1)] * 5) == (Tally(8, 1, 1).f1,) * 2
    True
    """
    return _middle([_f1(documents, drawn) for drawn in _draws(len(documents))])


def difference(ours: Sequence[Tally], theirs: Sequence[Tally]) -> tuple[float, float]:
    """Return the 95 % confidence interval of the difference of two F1, over the same documents.

    >>> difference([Tally(8, 1, 1)] * 5, [Tally(8, 1, 1)] * 5)
    (0.0, 0.0)
    """
    return _middle([_f1(ours, drawn) - _f1(theirs, drawn) for drawn in _draws(len(ours))])


def _draws(size: int) -> Iterator[list[int]]:
    chance = random.Random(SEED)
    return (chance.choices(range(size), k=size) for _ in range(DRAWS))


def _f1(documents: Sequence[Tally], drawn: Sequence[int]) -> float:
    return sum((documents[number] for number in drawn), Tally()).f1


def _middle(figures: list[float]) -> tuple[float, float]:
    figures.sort()
    return figures[len(figures) // 40], figures[-1 - len(figures) // 40]
