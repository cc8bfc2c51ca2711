"""What some articles have more often than others: the things over-represented in one table of counts beside another.

Nothing here asks an index: `there` may be one that does, and is asked of as few things as can be.
"""

from collections.abc import Callable, Mapping
from heapq import heappush, heappushpop
from typing import Any, NamedTuple, TypeVar

from search.counts.likelihood import likelihood_ratio

SIGNIFICANT = 15.13
"""The log-likelihood ratio above which a difference is significant, p < .0001 at one degree of freedom.

Rayson and Garside, "Comparing Corpora using Frequency Profiling", 2000, take this value where many words are compared.
"""


class Contrast(NamedTuple):
    """The articles that have a thing `here` and `there`, and the evidence that it is over-represented here.

    `score` is the log-likelihood ratio of Dunning (1993).
    """

    here: int
    there: int
    score: float


Thing = TypeVar("Thing", bound=Any)


def over_represented(
    here: Mapping[Thing, int],
    articles: int,
    there: Callable[[Thing], int],
    others: int,
    *,
    most: int | None = None,
    least: float = SIGNIFICANT,
) -> dict[Thing, Contrast]:
    """Return the `most` things that are surest to be over-represented here, the surest first; None is all of them.

    `here` has the number of articles of each thing, of `articles`; `there` returns that of a thing in `others` articles.
    A thing whose ratio is not above `least` is left out.

    The ratio of a thing is largest if no other article has it, and grows with its articles here: the things are tried in
    the order of these, until the next cannot be among the first.

    >>> over_represented({"voile": 40, "hier": 90}, 100, {"voile": 20, "hier": 900}.__getitem__, 1000)
    {'voile': Contrast(here=40, there=20, score=135...)}
    """
    scores: list[float] = []
    found: dict[Thing, Contrast] = {}
    for thing, count in sorted(here.items(), key=lambda item: (-item[1], item[0])):
        is_full = most is not None and len(scores) >= most
        if _score(count, articles, 0, others) <= (scores[0] if is_full else least):
            break
        elsewhere = there(thing)
        score = _score(count, articles, elsewhere, others)
        if count * others <= elsewhere * articles or score <= least:
            continue
        found[thing] = Contrast(count, elsewhere, score)
        if is_full:
            heappushpop(scores, score)
        else:
            heappush(scores, score)
    ordered = sorted(found.items(), key=lambda item: (-item[1].score, -item[1].here, item[0]))
    return dict(ordered[:most])


def _score(here: int, articles: int, there: int, others: int) -> float:
    return likelihood_ratio(here, articles, here + there, articles + others)
