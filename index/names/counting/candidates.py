"""The entities of a field that may be among those with the most articles, before each is counted exactly."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
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
        self._lowest, self._highest = self._bounds()
        self.exact: dict[Name, int] = {}
        self.doubtful: dict[Name, Sequence[Name]] = {}
        if not self.is_beyond(self._highest):
            self._divide()

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

    def _bounds(self) -> tuple[dict[Name, int], dict[Name, int]]:
        """Return a lower and an upper bound of the articles of each entity that has a name in the columns."""
        of, column = self._entities.of, self._columns[self.field]
        lowest = {name: count for name, count in column.counts.items() if name not in of}
        highest = {name: count + column.errors.get(name, 0) for name, count in lowest.items()}
        merged: set[Name | None] = {*(lowest.keys() & self._groups.keys())}
        for source in self._columns.values():
            merged.update(of[name] for name in source.counts.keys() & of.keys())
        for entity in merged:
            if entity and entity in self._groups:
                lowest[entity] = max(map(self._least, self._groups[entity]))
                highest[entity] = self._bound(entity)
        return lowest, highest

    def _least(self, name: Name) -> int:
        return self._columns[name.field].counts.get(name, 0)

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

    def _divide(self) -> None:
        """Divide the entities that may be among the first into those with an exact count and the doubtful ones."""
        least = last_of_first(self._lowest.values(), self._most)
        close = [entity for entity, highest in self._highest.items() if highest >= least]
        for entity in (*close, *self._unseen(least)):
            names = self._groups.get(entity, (entity,))
            there = tuple(name for name in names if self._highest_of(name))
            counts = [self._columns[name.field].exact(name) for name in there]
            if None not in counts and (len(there) == 1 or self._answer.are_apart(there)):
                self.exact[entity] = sum(count for count in counts if count)
            else:
                self.doubtful[entity] = there

    def _unseen(self, least: int) -> Iterator[Name]:
        """Yield the entities of several names, none of which is in a column, that may have `least` articles all the same."""
        beyond = max(column.beyond for column in self._columns.values())
        for entity in self._entities.largest(self.field) if beyond else ():
            if len(self._groups[entity]) * beyond < least:
                break
            if entity not in self._highest and self._bound(entity) >= least:
                yield entity


def last_of_first(counts: Iterable[int], most: int) -> int:
    """Return the least count of an entity among the first `most`; 1 if there are no more entities.

    >>> last_of_first([5, 9, 7, 7], 3), last_of_first([5], 3)
    (7, 1)
    """
    first = nlargest(most, counts)
    return first[-1] if len(first) == most else 1
