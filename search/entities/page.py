"""What an entity is to its corpus: under which names, with whom and when it is in the articles.

Nothing here asks an index: it is computed from what `search.entities.curator` counted.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from index.names.resolution import EntityName
from search.facets import Bucket
from search.timeline import UNDATED, timeline

LEAST = 2
"""Articles that two entities must share to be companions: one is chance."""

MAX_PERIODS = 24
"""Bars of the timeline of an entity."""

Counts = Mapping[EntityName, int]
"""In how many articles each entity is."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A name that is merged into an entity, and in how many articles it stands.

    `edited` says that the person merged it, and not the corpus.
    """

    value: EntityName
    articles: int
    edited: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An entity of a list: in how many articles it is, and under which other names."""

    value: EntityName
    articles: int
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity that shares `articles` with another one, `lift` times as many as chance would have them share.

    `score` is Dunning's log-likelihood ratio: how sure it is that this is no chance.
    """

    value: EntityName
    articles: int
    lift: float
    score: float


@dataclass(frozen=True, slots=True)
class EntityPage:
    """The page of an entity; `days` tells how many of its articles each day has, the undated last."""

    value: EntityName
    articles: int
    variants: tuple[Variant, ...]
    companions: tuple[Companion, ...]
    days: tuple[Bucket, ...]

    @property
    def dated(self) -> tuple[str, ...]:
        """The ISO days of its articles, in order."""
        return tuple(day.value for day in self.days if day.value != UNDATED)

    @property
    def timeline(self) -> tuple[Bucket, ...]:
        """The articles of each month from the first to the last, or of each year or decade; the undated last."""
        counts = {day.value: day.count for day in self.days}
        return tuple(Bucket(*period) for period in timeline(counts, MAX_PERIODS).items())


def companions(shared: Counts, everywhere: Counts, articles: int, total: int) -> tuple[Companion, ...]:
    """Return whom an entity of so many `articles` out of `total` is named with, the surest first.

    `shared` counts the others in its articles, `everywhere` in all.

    >>> rabat, paris = EntityName("place", "Rabat"), EntityName("place", "Paris")
    >>> [one] = companions({rabat: 4, paris: 2}, {rabat: 5, paris: 50}, 4, 100)
    >>> one.value.name, one.lift
    ('Rabat', 20.0)
    """
    found = []
    for value, together in shared.items():
        apart = everywhere.get(value, together)
        lift = together * total / (articles * apart)
        if together >= LEAST and lift > 1:
            found.append(Companion(value, together, lift, likelihood_ratio(together, articles, apart, total)))
    return tuple(sorted(found, key=lambda one: (-one.score, -one.articles, one.value)))


def likelihood_ratio(together: int, first: int, second: int, total: int) -> float:
    """Return the log-likelihood ratio of two things that are in so many of `total` articles (Dunning 1993).

    It is 0 where they meet as often as chance would have it.

    >>> likelihood_ratio(25, 50, 50, 100), round(likelihood_ratio(50, 50, 50, 100), 3)
    (0.0, 138.629)
    """
    table = (
        (together, first, second),
        (first - together, first, total - second),
        (second - together, total - first, second),
        (total - first - second + together, total - first, total - second),
    )
    return 2 * sum(
        count * math.log(count * total / (row * column)) for count, row, column in table if count > 0
    )
