"""Whether a difference of two systems could be chance: a paired randomisation test.

If the two were worth the same, each query's difference could as well have the other sign.  The signs are
drawn many times; p is the share of draws whose mean is at least as far from nothing as the one measured
(Smucker, Allan and Carterette, "A Comparison of Statistical Significance Tests for Information Retrieval
Evaluation", 2007).
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from statistics import fmean

DRAWS = 10_000
SEED = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much one system is better, and how likely chance alone makes as much of it."""

    mean: float
    p: float

    def __str__(self) -> str:
        return f"{self.mean:+.4f} (p {'< .001' if self.p < 0.001 else f'= {self.p:.3f}'})"


def difference(sets: Sequence[Sequence[float]]) -> Difference:
    """Return the mean over sets of the mean of each, of differences query by query.

    >>> str(difference([[0.1] * 20])), str(difference([[0.1, -0.1], [0.0]]))
    ('+0.1000 (p < .001)', '+0.0000 (p = 1.000)')
    """
    measured = fmean(map(fmean, sets))
    chance = random.Random(SEED)
    drawn = [0.0] * DRAWS
    for differences in sets:
        unlike = [value for value in differences if value]
        total, weight = sum(unlike), len(differences) * len(sets)
        for draw in range(DRAWS if unlike else 0):
            # a sum with some signs turned is the sum less twice what was turned
            turned = sum(compress(unlike, _coins(chance, len(unlike))))
            drawn[draw] += (total - 2 * turned) / weight
    as_far = sum(abs(value) >= abs(measured) - 1e-12 for value in drawn)
    return Difference(measured, (as_far + 1) / (DRAWS + 1))


def _coins(chance: random.Random, size: int) -> bytes:
    """Return so many bytes, each 0 or 1: as many draws of one bit are fifty times slower."""
    return f"{chance.getrandbits(size):0{size}b}".encode().translate(_BITS)


_BITS = bytes.maketrans(b"01", b"\0\1")
