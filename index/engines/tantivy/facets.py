"""The counts of facets over the articles that a query of tantivy matches: exact, whatever is merged.

A column holds the numbers of the names of each field, which tantivy counts.  Names that are one entity are put
together here; where an article may have two of them, their articles are counted by a query.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import tantivy
from tantivy import Occur

from index.engine import TIMES, Ask
from index.engines.tantivy.known import Known, Number
from index.engines.tantivy.schema import DAY, number, numbers, read_spelt, spellings
from index.errors import Unsupported
from index.names import Names
from index.tally import ordered, shown

MOST_DAYS = 60_000
"""Buckets of an answer: 164 years of days; tantivy has a limit of 65,000."""

FIRST_LOOK = 128
"""Names of a field that are asked for first: each costs a microsecond to be told."""

COMPARED = 4096
"""Names that are compared of each segment: what a segment leaves out is a doubt, which costs a query a name."""

MOST_NAMES = 8192
"""Names beyond which all of a field are read from its dictionary instead, which takes no longer."""


class Facets:
    """The facets of one answer."""

    def __init__(self, searcher: tantivy.Searcher, query: tantivy.Query, names: Names, known: Known) -> None:
        self._searcher = searcher
        self._query = query
        self._names = names
        self._known = known
        self._entities = known.entities(names)

    def count(self, ask: Ask) -> tuple[int, dict[str, Mapping[str, int]]]:
        """Return the number of articles, and how many of them have each value of each facet asked for."""
        asked: dict[str, Any] = {"total": {"value_count": {"field": DAY}}}
        asked |= {facet: _times(facet) for facet in ask.facets if facet in TIMES}
        if ask.values:
            fields = [facet for facet in ask.facets if facet not in TIMES]
            sources = {source for field in fields for source in self._entities.sources(field)}
            asked |= {source: _terms(source, FIRST_LOOK) for source in sources}
        told = self._searcher.aggregate(self._query, asked)
        counts: dict[str, Mapping[str, int]] = {}
        for facet in ask.facets:
            if facet in TIMES:
                counts[facet] = _counted_times(told[facet])
            elif ask.values is None:
                counts[facet] = self._all(facet)
            else:
                counts[facet] = self._first(facet, ask.values, told) if ask.values else {}
        return int(told["total"]["value"]), counts

    def _all(self, field: str) -> dict[str, int]:
        """Return every entity of a field, from the dictionary of its names."""
        spelt: defaultdict[int, Counter[str]] = defaultdict(Counter)
        members: defaultdict[int, Counter[Number]] = defaultdict(Counter)
        for source in self._entities.sources(field):
            for told, count in self._searcher.terms_with_prefix(spellings(source), "", self._query):
                name, spelling = read_spelt(told)
                value = self._names.value(source, spelling)
                if value and value.field == field:
                    entity = number(value.key.term)
                    spelt[entity][value.name] += count
                    members[entity][Number(source, name)] += count
        return ordered(
            {
                shown(spelt[entity]): next(iter(known.values())) if len(known) == 1 else self._articles(known)
                for entity, known in members.items()
            }
        )

    def _first(self, field: str, most: int, told: Mapping[str, Any]) -> dict[str, int]:
        """Return the entities of a field that most articles have.

        More and more names are asked for, until one that was not told cannot be among the first.
        """
        sources = self._entities.sources(field)
        size = FIRST_LOOK
        while size <= MOST_NAMES:
            found = self._candidates(
                field, most, {source: Column(source, told[source]) for source in sources}
            )
            if found is not None:
                return ordered({self._shown(entity, count): count for entity, count in found.items()}, most)
            size *= 8
            told = self._searcher.aggregate(self._query, {source: _terms(source, size) for source in sources})
        return ordered(self._all(field), most)

    def _candidates(self, field: str, most: int, columns: "Mapping[str, Column]") -> dict[Number, int] | None:
        """Return the count of each entity that may be among the first; None where one not told may be as well."""
        entity_of, groups = self._entities.of, self._entities.groups(field)
        alone = columns[field].counts.keys() - entity_of.keys()
        told = {
            entity_of.get(name, name) for column in columns.values() for name in column.counts
        } & groups.keys()
        bounds = {name: columns[field].most(name) for name in alone}
        bounds |= {entity: self._bound(groups[entity], columns) for entity in told if entity}
        best = Best(most)
        for entity in sorted(bounds, key=bounds.__getitem__, reverse=True):
            if bounds[entity] < best.least:
                break
            best.add(entity, self._counted(groups.get(entity, (entity,)), columns))
        beyond = max(column.beyond for column in columns.values())
        for entity in self._entities.largest(field) if beyond else ():
            if len(groups[entity]) * beyond < best.least:
                break
            if entity not in told and self._bound(groups[entity], columns) >= best.least:
                best.add(entity, self._articles(groups[entity]))
        return None if columns[field].beyond >= best.least else best.counts

    def _bound(self, names: Sequence[Number], columns: "Mapping[str, Column]") -> int:
        """Return a bound of how many of the articles have one of these names."""
        return sum(
            column.most(name)
            if name in (column := columns[name.field]).counts
            else min(column.beyond, self._known.frequency(name) if column.beyond else 0)
            for name in names
        )

    def _counted(self, names: Sequence[Number], columns: "Mapping[str, Column]") -> int:
        """Return how many of the articles have one of these names, from the columns where they tell it."""
        there = tuple(name for name in names if columns[name.field].most(name))
        is_told = all(name in columns[name.field].counts and columns[name.field].is_exact for name in there)
        if is_told and (len(there) == 1 or self._known.are_apart(there)):
            return sum(columns[name.field].counts[name] for name in there)
        return self._articles(there)

    def _articles(self, names: Iterable[Number]) -> int:
        """Return how many of the articles have one of these names."""
        both = [(Occur.Must, self._query), (Occur.Must, self._known.having(names))]
        asked = {"n": {"value_count": {"field": DAY}}}
        return int(self._searcher.aggregate(tantivy.Query.boolean_query(both), asked)["n"]["value"])

    def _shown(self, entity: Number, count: int) -> str:
        """Return the name to show of an entity that so many of the articles have.

        The articles are asked only where those that have another spelling may be enough to make it the first.
        """
        members = self._entities.groups(entity.field).get(entity, (entity,))
        names = self._spelt((name, self._known.spellings[name]) for name in members)
        first = shown(names)
        others = [times for name, times in names.items() if name != first]
        if count - sum(others) > max(others, default=0):
            return first
        return shown(self._spelt((name, self._known.spellings.among(name, self._query)) for name in members))

    def _spelt(self, told: Iterable[tuple[Number, Mapping[str, int]]]) -> Counter[str]:
        """Return how often each name to show of an entity stands, from the spellings of its names."""
        names: Counter[str] = Counter()
        for name, spelt in told:
            for spelling, count in spelt.items():
                value = self._names.value(name.field, spelling)
                if value and count:
                    names[value.name] += count
        return names


class Column:
    """What tantivy counted of a column: the names that most articles have, and a bound of the others."""

    def __init__(self, field: str, told: Any) -> None:
        self.counts = {Number(field, bucket["key"]): int(bucket["doc_count"]) for bucket in told["buckets"]}
        self._error = int(told["doc_count_error_upper_bound"] or 0)
        self.is_exact = not self._error
        is_all = self.is_exact and not told["sum_other_doc_count"]
        self.beyond = 0 if is_all else self._error + min(self.counts.values(), default=0)

    def most(self, name: Number) -> int:
        """Return a bound of how many articles have a name of the column."""
        return self.counts[name] + self._error if name in self.counts else self.beyond


class Best:
    """The entities with the highest counts so far; those that are equal to the last of them stay."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.counts: dict[Number, int] = {}
        self.least = 1

    def add(self, entity: Number, count: int) -> None:
        """Take an entity in, if its count is high enough, and those out whose count is no longer."""
        if count < self.least:
            return
        self.counts[entity] = count
        if len(self.counts) >= self._most:
            self.least = sorted(self.counts.values(), reverse=True)[self._most - 1]
            self.counts = {entity: count for entity, count in self.counts.items() if count >= self.least}


def _terms(field: str, size: int) -> dict[str, Any]:
    """Return the request of the most frequent names of a field."""
    return {"terms": {"field": numbers(field), "size": size, "segment_size": max(size, COMPARED)}}


def _times(facet: str) -> dict[str, Any]:
    """Return the request of the days, months or years: a histogram makes no more buckets than there are."""
    if facet == "date":
        return {"terms": {"field": DAY, "size": MOST_DAYS, "segment_size": MOST_DAYS}}
    return {"histogram": {"field": DAY, "interval": TIMES[facet], "min_doc_count": 1}}


def _counted_times(told: Any) -> dict[str, int]:
    if told.get("sum_other_doc_count"):
        raise Unsupported(f"more than {MOST_DAYS:,} different days are too many to count: narrow the dates")
    return {str(int(bucket["key"])): int(bucket["doc_count"]) for bucket in told["buckets"]}
