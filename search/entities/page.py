"""The page of an entity: its names, its companions and its days in the articles.

Nothing here asks an index: everything is computed from the counts of `search.entities.curator`.
"""

from collections.abc import Mapping

from corpus.records import record
from index.names.resolution import EntityName
from search.counts.contrast import over_represented
from search.counts.facets import Bucket
from search.counts.periods import UNDATED
from search.counts.timeline import timeline

_MIN_SHARED_ARTICLES = 2
"""Articles that two entities must share to be companions: one article is chance."""

_MAX_PERIODS = 24
"""Bars of the timeline of an entity."""

Counts = Mapping[EntityName, int]
"""The number of articles that have each entity."""


@record
class Variant:
    """A name that is merged into an entity, and the number of articles that have it.

    `edited` is true if a person merged it, and false if the corpus did.
    """

    value: EntityName
    articles: int
    edited: bool


@record
class Row:
    """An entity of a list: the number of its articles, and its other names."""

    value: EntityName
    articles: int
    variants: tuple[Variant, ...] = ()


@record
class Companion:
    """An entity that shares `articles` with another one: `lift` times as many as they would share by chance.

    `score` is Dunning's log-likelihood ratio: the evidence that this is not chance.
    """

    value: EntityName
    articles: int
    lift: float
    score: float


@record
class EntityPage:
    """The page of an entity; `days` has the number of its articles on each day, the undated last."""

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
        return tuple(Bucket(*period) for period in timeline(counts, _MAX_PERIODS).items())


def companions(shared: Counts, everywhere: Counts, articles: int, total: int) -> tuple[Companion, ...]:
    """Return the companions of an entity that has `articles` of `total` articles, the surest first.

    `shared` counts the other entities in its articles, `everywhere` in all articles.

    >>> rabat, paris = EntityName("place", "Rabat"), EntityName("place", "Paris")
    >>> [one] = companions({rabat: 4, paris: 2}, {rabat: 5, paris: 50}, 4, 100)
    >>> one.value.name, one.lift
    ('Rabat', 20.0)
    """
    often = {value: count for value, count in shared.items() if count >= _MIN_SHARED_ARTICLES}
    found = over_represented(
        often,
        articles,
        lambda values: [everywhere.get(value, often[value]) - often[value] for value in values],
        total - articles,
        least=0.0,
    )
    return tuple(
        Companion(value, one.here, one.here * total / (articles * (one.here + one.there)), one.score)
        for value, one in found.items()
    )
