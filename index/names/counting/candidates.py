"""The entities of a field that may be among those with the most articles, before each is counted exactly."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from math import ceil
from typing import Generic

from index.names.counting.countable import Column, CountableNames, Name
from index.names.counting.entities import Entities


class Candidates(Generic[Name]):
    """The entities of a field that may be among the first `most`, by the columns of the fields that are counted in it.

    `exact` has the counts that the columns decide; `doubtful` has the names of each entity that has to be counted again.
    """

    def __init__(
        self,
        field: str,
        most: int,
        columns: Mapping[str, Column[Name]],
        entities: Entities[Name],
        answer: CountableNames[Name],
    ) -> None:
        self.field = field
        self._most = most
        self._columns = {source: columns[source] for source in entities.sources(field)}
        self._groups = entities.groups(field)
        self._entities = entities
        self._answer = answer
        self._lowest = self._lower_bounds()
        least = last_of_first(self._lowest.values(), most)
        highest = self._upper_bounds(least)
        self.exact: dict[Name, int] = {}
        self.doubtful: dict[Name, Sequence[Name]] = {}
        if not self.is_beyond(highest):
            self._divide((*highest, *self._unseen(least)))

    def is_beyond(self, counts: Mapping[Name, int]) -> bool:
        """Return whether a name without a count may be among the first, if these are the counts of the others."""
        return self._columns[self.field].beyond >= last_of_first(counts.values(), self._most)

    def first(self, recounted: Mapping[Name, int]) -> dict[Name, int] | None:
        """Return the counts of the first entities, and of those that tie with the last; `recounted` has the doubtful ones.

        None is returned if a name without a count may be among the first as well.
        """
        counts = self.exact | {entity: recounted[entity] for entity in self.doubtful}
        if self.is_beyond(counts):
            return None
        least = last_of_first(counts.values(), self._most)
        return {entity: count for entity, count in counts.items() if count >= least}

    def _lower_bounds(self) -> dict[Name, int]:
        """Return a lower bound of the articles of each entity that has a name in the columns.

        Few names of a column are merged: the others are taken over at once, in one copy.
        """
        of = self._entities.of
        lowest = dict(self._columns[self.field].counts)
        for name in lowest.keys() & of.keys():
            del lowest[name]
        for source in self._columns.values():
            for name in source.counts.keys() & of.keys():
                entity = of[name]
                if entity and entity in self._groups:
                    lowest[entity] = max(lowest.get(entity, 0), source.counts[name])
        return lowest

    def _upper_bounds(self, least: int) -> dict[Name, int]:
        """Return an upper bound of the articles of each of these entities that may have `least` articles."""
        errors = self._columns[self.field].errors
        merged = self._lowest.keys() & self._groups.keys()
        most = least - self._error
        close = [name for name, count in self._lowest.items() if count >= most and name not in merged]
        highest = {name: self._lowest[name] + errors.get(name, 0) for name in close}
        for entity in merged:
            # of few entities all names together may have so many articles: only their bounds are worth the time
            names, of_one = len(self._groups[entity]), max(self._lowest[entity] + self._error, self._beyond)
            if names * of_one >= least and self._frequency(entity) >= least:
                highest[entity] = self._bound(entity)
        return {entity: articles for entity, articles in highest.items() if articles >= least}

    @cached_property
    def _error(self) -> int:
        """The largest error of a count in the columns."""
        return max(max(column.errors.values(), default=0) for column in self._columns.values())

    @cached_property
    def _beyond(self) -> int:
        """The most articles of a name without a count."""
        return max(column.beyond for column in self._columns.values())

    def _frequency(self, entity: Name) -> float:
        return self._entities.frequency(entity, self._answer.frequency)

    def _bound(self, entity: Name) -> int:
        """Return an upper bound of the articles with any of the names of an entity."""
        return sum(map(self._highest_of, self._groups[entity]))

    def _highest_of(self, name: Name) -> int:
        """Return an upper bound of the articles of a name."""
        column = self._columns[name.field]
        if name in column.counts or not column.beyond:
            return column.highest(name)
        frequency = self._answer.frequency(name)
        return column.beyond if frequency is None else min(column.beyond, frequency)

    def _divide(self, close: Iterable[Name]) -> None:
        """Divide the entities that may be among the first into those with an exact count and the doubtful ones."""
        for entity in close:
            names = self._groups.get(entity, (entity,))
            there = tuple(name for name in names if self._highest_of(name))
            counts = [self._columns[name.field].exact(name) for name in there]
            if None not in counts and (len(there) == 1 or self._answer.are_apart(there)):
                self.exact[entity] = sum(count for count in counts if count)
            else:
                self.doubtful[entity] = there

    def _unseen(self, least: int) -> Iterator[Name]:
        """Yield the entities of several names, none of which is in a column, that may have `least` articles all the same."""
        if not self._beyond:
            return
        names = ceil(least / self._beyond)
        for entity in self._entities.frequent(self.field, names, least, self._answer.frequency):
            if entity not in self._lowest and self._bound(entity) >= least:
                yield entity


def last_of_first(counts: Iterable[int], most: int) -> int:
    """Return the least count of an entity among the first `most`; 1 if there are no more entities.

    >>> last_of_first([5, 9, 7, 7], 3), last_of_first([5], 3)
    (7, 1)
    """
    first = nlargest(most, counts)
    return first[-1] if len(first) == most else 1
