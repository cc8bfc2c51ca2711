"""What a ranked list is worth, by the judgements of which articles are right."""

import math
from collections.abc import Callable, Collection, Mapping, Sequence

DEPTH = 100
"""How many articles a measure looks at, at most."""


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str], depth: int = 10) -> float:
    """Return one over the rank of the first right article among the first `depth`, 0 without one.

    >>> reciprocal_rank(["a", "b", "c"], {"b"}), reciprocal_rank(["a"], {"b"})
    (0.5, 0.0)
    """
    return next((1 / rank for rank, found in enumerate(ranked[:depth], 1) if found in relevant), 0.0)


def ndcg(ranked: Sequence[str], relevant: Collection[str], depth: int = 10) -> float:
    """Return the discounted gain of the first `depth`, over that of the best possible list.

    >>> ndcg(["a", "b"], {"a", "b"}), round(ndcg(["x", "a"], {"a"}), 4)
    (1.0, 0.6309)
    """
    gain = sum(1 / math.log2(rank + 1) for rank, found in enumerate(ranked[:depth], 1) if found in relevant)
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(depth, len(relevant)) + 1))
    return gain / ideal if ideal else 0.0


def recall(ranked: Sequence[str], relevant: Collection[str], depth: int = DEPTH) -> float:
    """Return the share of the right articles that the first `depth` hold.

    >>> recall(["a", "b"], {"b", "c"})
    0.5
    """
    return len(set(ranked[:depth]) & set(relevant)) / len(relevant) if relevant else 0.0


METRICS: Mapping[str, Callable[[Sequence[str], Collection[str]], float]] = {
    "MRR@10": reciprocal_rank,
    "nDCG@10": ndcg,
    "R@100": recall,
}
"""The measures, under the names that the test sets give them."""
