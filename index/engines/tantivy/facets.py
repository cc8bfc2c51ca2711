"""The exact counts of facets over the articles that a query of tantivy matches, whatever names are merged.

A fast field holds the numbers of the names of each field, which tantivy counts.  The counts of names that are one
entity are added up here; where an article may have two of the names, their articles are counted by a query.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from heapq import nlargest
from typing import Any

from corpus.spelling import spelling_to_show
from index.engine import TIMES, Ask, Facets
from index.engines.tantivy.fast_fields import Matches, NameCounts, counted_times, terms, times
from index.engines.tantivy.name_index import Entities, NameId, NameIndex
from index.engines.tantivy.naming import Naming
from index.engines.tantivy.parallel import run_in_parallel
from index.engines.tantivy.schema import number, read_spelt
from index.names.resolution import EntityName, Names
from index.names.tally import ordered

_FIRST_NAMES = 256
"""Names of a field in the first request; an answer takes half a microsecond for each.

Six facets of 100 words of 100,000 articles take 13.1 ms with 64 names, because a second request follows; with 256 they
take 10.8, with 512 11.3.
"""

_NARROW_ARTICLES = 4096
"""The most articles of a narrow answer, of which each segment compares more of its names."""

_NAMES_COMPARED_NARROW, _NAMES_COMPARED_WIDE = 4096, 256
"""Names that each segment compares in the first request, of a narrow answer and of a wide one.

A name that a segment leaves out is in doubt, and is counted by a filter.  Of 24,000 articles in eight segments, 4,096
names of each segment leave doubts as well and take 10 ms; 256 take 4.6, and twelve filters 1.2.  Of 2,000 articles,
4,096 names leave no doubt and take 1 to 1.6 ms; 256 take .6, and the filters .8.
"""

_MAX_DOUBTFUL_NAMES = 128
"""The most names in doubt that filters count; beyond, more names are requested: 2,304 filters of equal names took .25 s."""

_MAX_REQUESTED_NAMES = 8192
"""The most names that are requested; beyond, all names are read from the dictionary of the field, which takes no longer."""

_REQUESTS = 3
"""Requests into which the fast fields are divided; two run at once, and each evaluates the query again.

Of six facets three have many names: each of these has a request of its own.
"""


class FacetCounter:
    """Counts the facets of one answer."""

    def __init__(self, matches: Matches, names: Names, name_index: NameIndex) -> None:
        self._matches = matches
        self._names = names
        self._name_index = name_index

    @cached_property
    def _entities(self) -> Entities:
        # Looked up only where names are counted: a lookup with other names would forget those of the last answer.
        return self._name_index.entities(self._names)

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self._matches, self._names, self._name_index, self._entities)

    def count(self, ask: Ask) -> Facets:
        """Return the number of articles of each value of each facet asked for."""
        fields = [facet for facet in ask.facets if facet not in TIMES] if ask.values else []
        sources = tuple(dict.fromkeys(source for field in fields for source in self._entities.sources(field)))
        of_time = {facet: times(facet) for facet in ask.facets if facet in TIMES}
        asked = {source: terms(source, _FIRST_NAMES, self._compared) for source in sources} | of_time
        parts = (dict(list(asked.items())[start::_REQUESTS]) for start in range(_REQUESTS))
        requests = list(filter(None, parts))
        answers = run_in_parallel([partial(self._matches.ask, request) for request in requests])
        answer_of = {name: answer for several in answers for name, answer in several.items()}
        name_counts = {source: NameCounts(answer_of[source]) for source in sources}
        counts = run_in_parallel(
            [partial(self._facet, facet, ask.values, answer_of, name_counts) for facet in ask.facets]
        )
        return dict(zip(ask.facets, counts, strict=True))

    @cached_property
    def _compared(self) -> int:
        return _NAMES_COMPARED_NARROW if self._matches.number() <= _NARROW_ARTICLES else _NAMES_COMPARED_WIDE

    def _facet(
        self, facet: str, most: int | None, answers: Mapping[str, Any], name_counts: Mapping[str, NameCounts]
    ) -> dict[str, int]:
        if facet in TIMES:
            return counted_times(answers[facet])
        if most is None:
            return self._all(facet)
        return self._first(facet, most, name_counts) if most else {}

    def _all(self, field: str) -> dict[str, int]:
        """Return the counts of all entities of a field, from the dictionary of its names."""
        spellings: dict[int, dict[str, int]] = {}
        members: dict[int, dict[NameId, int]] = {}
        for source in self._entities.sources(field):
            entity_of = self._entities.of[source]
            for spelt, count in self._matches.spelt(source):
                name, spelling = read_spelt(spelt)
                value = EntityName(source, spelling)
                entity: int | None = name
                if name in entity_of:
                    value = self._names.value(*value) or value
                    number_of = entity_of[name]
                    entity = number_of and number_of.number
                if value.field == field and entity is not None:
                    shown, counts = spellings.setdefault(entity, {}), members.setdefault(entity, {})
                    shown[value.name] = shown.get(value.name, 0) + count
                    counts[NameId(source, name)] = counts.get(NameId(source, name), 0) + count
        shown_as = {
            number(key.term): name for key, name in self._names.spellings.items() if key.field == field
        }
        return ordered(
            {
                shown_as.get(entity) or spelling_to_show(spellings[entity]): next(iter(counts.values()))
                if len(counts) == 1
                else self._matches.also(self._name_index.having(counts)).number()
                for entity, counts in members.items()
            }
        )

    def _first(self, field: str, most: int, name_counts: Mapping[str, NameCounts]) -> dict[str, int]:
        """Return the counts of the entities of a field with the most articles.

        More and more names are requested, until a name that is not in the answer cannot be among the first.
        """
        sources = self._entities.sources(field)
        size = _FIRST_NAMES
        while size <= _MAX_REQUESTED_NAMES:
            counts = self._candidates(field, most, {source: name_counts[source] for source in sources})
            if counts is not None:
                return ordered(self._naming.shown(counts), most)
            size *= 8
            asked = {source: terms(source, size, _NAMES_COMPARED_NARROW) for source in sources}
            answers = self._matches.ask(asked)
            name_counts = {source: NameCounts(answers[source]) for source in sources}
        return ordered(self._all(field), most)

    def _candidates(
        self, field: str, most: int, name_counts: Mapping[str, NameCounts]
    ) -> dict[NameId, int] | None:
        """Return the count of each entity that may be among the first; None if an entity without a count may be as well."""
        groups = self._entities.groups(field)
        entity_of = self._entities.of[field]
        counted = name_counts[field].counts.items()
        lowest = {NameId(field, name): count for name, count in counted if name not in entity_of}
        merged = self._merged(field, name_counts) | (lowest.keys() & groups.keys())
        highest = {name: count + name_counts[field].error for name, count in lowest.items()}
        lowest |= {entity: self._least(groups[entity], name_counts) for entity in merged}
        highest |= {entity: self._bound(groups[entity], name_counts) for entity in merged}
        least = _last_of_first(lowest.values(), most)
        close = {entity: groups.get(entity, (entity,)) for entity in highest if highest[entity] >= least}
        counts = self._counted(close, name_counts)
        if counts is None:
            return None
        least = _last_of_first(counts.values(), most)
        beyond = max(column.beyond for column in name_counts.values())
        if name_counts[field].beyond >= least:
            return None
        for entity in self._entities.largest(field) if beyond else ():
            if len(groups[entity]) * beyond < least:
                break
            if entity not in merged and self._bound(groups[entity], name_counts) >= least:
                return None
        return {entity: count for entity, count in counts.items() if count >= least}

    def _merged(self, field: str, name_counts: Mapping[str, NameCounts]) -> set[NameId]:
        """Return the entities of the field that a counted name is merged into or moved to."""
        groups = self._entities.groups(field)
        merged: set[NameId | None] = set()
        for source, column in name_counts.items():
            entity_of = self._entities.of[source]
            merged.update(entity_of[name] for name in column.counts.keys() & entity_of.keys())
        return {entity for entity in merged if entity and entity in groups}

    def _least(self, names: Sequence[NameId], name_counts: Mapping[str, NameCounts]) -> int:
        """Return a lower bound of the articles with any of these names: those of the most frequent name."""
        return max(name_counts[name.field].counts.get(name.number, 0) for name in names)

    def _bound(self, names: Sequence[NameId], name_counts: Mapping[str, NameCounts]) -> int:
        """Return an upper bound of the articles with any of these names."""
        return sum(self._most(name, name_counts[name.field]) for name in names)

    def _most(self, name: NameId, counts: NameCounts) -> int:
        """Return an upper bound of the articles with a name."""
        if name.number in counts.counts:
            return counts.counts[name.number] + counts.error
        return min(counts.beyond, self._name_index.frequency(name)) if counts.beyond else 0

    def _counted(
        self, entities: Mapping[NameId, Sequence[NameId]], name_counts: Mapping[str, NameCounts]
    ) -> dict[NameId, int] | None:
        """Return the number of articles of each of these entities; None if too many of the numbers are in doubt.

        Most come from the counts of names; the articles of the other entities are counted in one request.
        """
        exact: dict[NameId, int] = {}
        doubtful: dict[str, NameId] = {}
        for entity, names in entities.items():
            there = tuple(name for name in names if self._most(name, name_counts[name.field]))
            counts = [name_counts[name.field].exact(name.number) for name in there]
            if None not in counts and (len(there) == 1 or self._name_index.are_apart(there)):
                exact[entity] = sum(count for count in counts if count)
            else:
                doubtful[self._name_index.written(there)] = entity
        if len(doubtful) > _MAX_DOUBTFUL_NAMES:
            return None
        if doubtful:
            filtered = self._matches.having(doubtful)
            exact |= {entity: filtered[names] for names, entity in doubtful.items()}
        return exact


def _last_of_first(counts: Iterable[int], most: int) -> int:
    """Return the least count of an entity among the first `most`; 1 if there are no more entities."""
    first = nlargest(most, counts)
    return first[-1] if len(first) == most else 1
