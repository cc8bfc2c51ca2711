"""The counts of facets over the articles that a query of tantivy matches: exact, whatever is merged.

A column holds the numbers of the names of each field, which tantivy counts.  Names that are one entity are put
together here; where an article may have two of them, their articles are counted by a query.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from heapq import nlargest
from typing import Any

from corpus.spelling import spelling_to_show
from index.engine import TIMES, Ask, Facets
from index.engines.tantivy.fast_fields import Column, Matches, counted_times, terms, times
from index.engines.tantivy.name_index import Entities, NameId, NameIndex
from index.engines.tantivy.naming import Naming
from index.engines.tantivy.parallel import run_in_parallel
from index.engines.tantivy.schema import read_spelt
from index.names.resolution import EntityName, Names
from index.names.tally import ordered

_FIRST_NAMES = 256
"""Names of a field that are asked for first: each costs half a microsecond to be told.

Six facets of 100 words, of 100,000 articles: 64 names take 13.1 ms, for more must then be asked for; 256 take 10.8,
512 take 11.3.
"""

_NARROW_ARTICLES = 4096
"""Articles up to which the first names of each segment are found among `_NAMES_COMPARED_NARROW`, beyond which among `_NAMES_COMPARED_WIDE`."""

_NAMES_COMPARED_NARROW, _NAMES_COMPARED_WIDE = 4096, 256
"""Names that are compared of each segment, at first: one that a segment leaves out is in doubt, and counted by a filter.

Of 24,000 articles in eight segments, 4,096 names of each leave doubts as well, and take 10 ms; 256 take 4.6, and to
count twelve names 1.2.  Of 2,000 articles 4,096 leave none, and take 1 to 1.6 ms; 256 take .6, and the counting .8.
"""

_MAX_DOUBTFUL_NAMES = 128
"""Names in doubt beyond which more names are asked for instead: where many are equal, 2,304 filters took .25 s."""

_MAX_REQUESTED_NAMES = 8192
"""Names beyond which all of a field are read from its dictionary instead, which takes no longer."""

_REQUESTS = 3
"""Requests that the columns are shared between, two at once: each has the query evaluated again.

Of six facets three have many names, and a request each.
"""


class FacetCounter:
    """Counts the facets of one answer."""

    def __init__(self, matches: Matches, names: Names, known: NameIndex) -> None:
        self._matches = matches
        self._names = names
        self._known = known

    @cached_property
    def _entities(self) -> Entities:
        # Looked up where names are counted, and nowhere else: to ask for other names forgets those of the last answer.
        return self._known.entities(self._names)

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self._matches, self._names, self._known, self._entities)

    def count(self, ask: Ask) -> Facets:
        """Return how many articles have each value of each facet asked for."""
        fields = [facet for facet in ask.facets if facet not in TIMES] if ask.values else []
        sources = tuple(dict.fromkeys(source for field in fields for source in self._entities.sources(field)))
        of_time = {facet: times(facet) for facet in ask.facets if facet in TIMES}
        asked = {source: terms(source, _FIRST_NAMES, self._compared) for source in sources} | of_time
        parts = (dict(list(asked.items())[start::_REQUESTS]) for start in range(_REQUESTS))
        requests = list(filter(None, parts))
        answers = run_in_parallel([partial(self._matches.ask, request) for request in requests])
        told = {facet: answer for several in answers for facet, answer in several.items()}
        columns = {source: Column(told[source]) for source in sources}
        found = run_in_parallel(
            [partial(self._facet, facet, ask.values, told, columns) for facet in ask.facets]
        )
        return dict(zip(ask.facets, found, strict=True))

    @cached_property
    def _compared(self) -> int:
        return _NAMES_COMPARED_NARROW if self._matches.number() <= _NARROW_ARTICLES else _NAMES_COMPARED_WIDE

    def _facet(
        self, facet: str, most: int | None, told: Mapping[str, Any], columns: Mapping[str, Column]
    ) -> dict[str, int]:
        if facet in TIMES:
            return counted_times(told[facet])
        if most is None:
            return self._all(facet)
        return self._first(facet, most, columns) if most else {}

    def _all(self, field: str) -> dict[str, int]:
        """Return every entity of a field, from the dictionary of its names."""
        spelt: dict[int, dict[str, int]] = {}
        members: dict[int, dict[NameId, int]] = {}
        for source in self._entities.sources(field):
            entity_of = self._entities.of[source]
            for told, count in self._matches.spelt(source):
                name, spelling = read_spelt(told)
                value = EntityName(source, spelling)
                entity: int | None = name
                if name in entity_of:
                    value = self._names.value(*value) or value
                    number_of = entity_of[name]
                    entity = number_of and number_of.number
                if value.field == field and entity is not None:
                    names, known = spelt.setdefault(entity, {}), members.setdefault(entity, {})
                    names[value.name] = names.get(value.name, 0) + count
                    known[NameId(source, name)] = known.get(NameId(source, name), 0) + count
        return ordered(
            {
                spelling_to_show(spelt[entity]): next(iter(known.values()))
                if len(known) == 1
                else self._matches.also(self._known.having(known)).number()
                for entity, known in members.items()
            }
        )

    def _first(self, field: str, most: int, columns: Mapping[str, Column]) -> dict[str, int]:
        """Return the entities of a field that most articles have.

        More and more names are asked for, until one that was not told cannot be among the first.
        """
        sources = self._entities.sources(field)
        size = _FIRST_NAMES
        while size <= _MAX_REQUESTED_NAMES:
            found = self._candidates(field, most, {source: columns[source] for source in sources})
            if found is not None:
                return ordered(self._naming.shown(found), most)
            size *= 8
            asked = {source: terms(source, size, _NAMES_COMPARED_NARROW) for source in sources}
            told = self._matches.ask(asked)
            columns = {source: Column(told[source]) for source in sources}
        return ordered(self._all(field), most)

    def _candidates(self, field: str, most: int, columns: Mapping[str, Column]) -> dict[NameId, int] | None:
        """Return the count of each entity that may be among the first; None where one not told may be as well."""
        groups = self._entities.groups(field)
        entity_of = self._entities.of[field]
        counted = columns[field].counts.items()
        lowest = {NameId(field, name): count for name, count in counted if name not in entity_of}
        told = self._merged(field, columns) | (lowest.keys() & groups.keys())
        highest = {name: count + columns[field].error for name, count in lowest.items()}
        lowest |= {entity: self._least(groups[entity], columns) for entity in told}
        highest |= {entity: self._bound(groups[entity], columns) for entity in told}
        least = _last_of_first(lowest.values(), most)
        close = {entity: groups.get(entity, (entity,)) for entity in highest if highest[entity] >= least}
        counts = self._counted(close, columns)
        if counts is None:
            return None
        least = _last_of_first(counts.values(), most)
        beyond = max(column.beyond for column in columns.values())
        if columns[field].beyond >= least:
            return None
        for entity in self._entities.largest(field) if beyond else ():
            if len(groups[entity]) * beyond < least:
                break
            if entity not in told and self._bound(groups[entity], columns) >= least:
                return None
        return {entity: count for entity, count in counts.items() if count >= least}

    def _merged(self, field: str, columns: Mapping[str, Column]) -> set[NameId]:
        """Return the entities of the field that a name was merged into, or moved to, which was told."""
        groups = self._entities.groups(field)
        told: set[NameId | None] = set()
        for source, column in columns.items():
            entity_of = self._entities.of[source]
            told.update(entity_of[name] for name in column.counts.keys() & entity_of.keys())
        return {entity for entity in told if entity and entity in groups}

    def _least(self, names: Sequence[NameId], columns: Mapping[str, Column]) -> int:
        """Return a lower bound of how many of the articles have one of these names: the most that have one of them."""
        return max(columns[name.field].counts.get(name.number, 0) for name in names)

    def _bound(self, names: Sequence[NameId], columns: Mapping[str, Column]) -> int:
        """Return a bound of how many of the articles have one of these names."""
        return sum(self._most(name, columns[name.field]) for name in names)

    def _most(self, name: NameId, column: Column) -> int:
        """Return a bound of how many of the articles have a name."""
        if name.number in column.counts:
            return column.counts[name.number] + column.error
        return min(column.beyond, self._known.frequency(name)) if column.beyond else 0

    def _counted(
        self, entities: Mapping[NameId, Sequence[NameId]], columns: Mapping[str, Column]
    ) -> dict[NameId, int] | None:
        """Return how many of the articles have each of these entities; None where too many of them are in doubt.

        The columns tell it of most; the articles of the others are counted in one request.
        """
        known: dict[NameId, int] = {}
        doubtful: dict[str, NameId] = {}
        for entity, names in entities.items():
            there = tuple(name for name in names if self._most(name, columns[name.field]))
            counts = [columns[name.field].told(name.number) for name in there]
            if None not in counts and (len(there) == 1 or self._known.are_apart(there)):
                known[entity] = sum(count for count in counts if count)
            else:
                doubtful[self._known.written(there)] = entity
        if len(doubtful) > _MAX_DOUBTFUL_NAMES:
            return None
        if doubtful:
            told = self._matches.having(doubtful)
            known |= {entity: told[names] for names, entity in doubtful.items()}
        return known


def _last_of_first(counts: Iterable[int], most: int) -> int:
    """Return the count from which on an entity is among the first `most`; 1 where there are not more."""
    first = nlargest(most, counts)
    return first[-1] if len(first) == most else 1
