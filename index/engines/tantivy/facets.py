"""The counts of facets over the articles that a query of tantivy matches: exact, whatever is merged.

A column holds the whole names of each field, which tantivy counts.  Names that are one entity are put together
here; where an article may have two of them, their articles are counted by a query.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import tantivy
from tantivy import Occur

from index.aliases import Key
from index.engine import Ask
from index.engines.tantivy.schema import DAY, SPELT, spellings, whole_names
from index.errors import Unsupported
from index.names import Names
from index.tally import ordered, shown

MOST_DAYS = 60_000
"""Buckets of an answer: 164 years of days; tantivy has a limit of 65,000."""

FIRST_LOOK = 64
"""Names of a field that are asked for first."""

AHEAD = 4
"""Times as many names are compared of each segment: what a segment leaves out is a doubt, which costs a query a name."""

MOST_NAMES = 4096
"""Names beyond which all of a field are read from its dictionary instead, which takes no longer."""


class Frequencies(dict[Key, int]):
    """How many articles of the index have a name, deleted ones included until they are merged away."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher

    def __missing__(self, key: Key) -> int:
        frequency = self[key] = self._searcher.doc_freq(whole_names(key.field), key.term)
        return frequency


class Facets:
    """The facets of one answer."""

    def __init__(
        self,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        query: tantivy.Query,
        names: Names,
        frequencies: Frequencies,
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._query = query
        self._names = names
        self._frequencies = frequencies

    def count(self, ask: Ask) -> tuple[int, dict[str, Mapping[str, int]]]:
        """Return the number of articles, and how many of them have each value of each facet asked for."""
        fields = [facet for facet in ask.facets if facet != "date"]
        asked: dict[str, Any] = {"total": {"value_count": {"field": DAY}}}
        if "date" in ask.facets:
            asked["date"] = {"terms": {"field": DAY, "size": MOST_DAYS, "segment_size": MOST_DAYS}}
        if ask.values:
            asked |= {
                source: _terms(source, FIRST_LOOK) for field in fields for source in self._sources(field)
            }
        told = self._searcher.aggregate(self._query, asked)
        counts: dict[str, Mapping[str, int]] = {}
        for facet in ask.facets:
            if facet == "date":
                counts[facet] = _days(told["date"])
            elif ask.values is None:
                counts[facet] = self._all(facet)
            else:
                counts[facet] = self._first(facet, ask.values, told) if ask.values else {}
        return int(told["total"]["value"]), counts

    def _all(self, field: str) -> dict[str, int]:
        """Return every entity of a field, from the dictionary of its names."""
        spelt: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        members: defaultdict[Key, dict[Key, int]] = defaultdict(dict)
        for source in self._sources(field):
            for told, count in self._spellings(source, "", self._query):
                term, _, name = told.partition(SPELT)
                value = self._names.value(source, name)
                if value and value.field == field:
                    spelt[value.key][value.name] += count
                    known = members[value.key]
                    known[Key(source, term)] = known.get(Key(source, term), 0) + count
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
        sources = self._sources(field)
        size = FIRST_LOOK
        while size <= MOST_NAMES:
            columns = {source: Column(source, told[source]) for source in sources}
            found = self._candidates(field, most, columns)
            if found is not None:
                return ordered({self._shown(entity): count for entity, count in found.items()}, most)
            size *= 8
            told = self._searcher.aggregate(self._query, {source: _terms(source, size) for source in sources})
        return ordered(self._all(field), most)

    def _candidates(self, field: str, most: int, columns: "Mapping[str, Column]") -> dict[Key, int] | None:
        """Return the count of each entity that may be among the first; None where one not told may be as well."""
        groups, column = self._names.groups(field), columns[field]
        bounds = {key: column.most(key) for key in column.counts if self._names.resolved(key) == key}
        for entity, members in groups.items():
            bounds[entity] = sum(
                min(self._frequencies[member], columns[member.field].most(member)) for member in members
            )
        best = Best(most)
        for entity in sorted(bounds, key=bounds.__getitem__, reverse=True):
            if bounds[entity] < best.least:
                break
            if column.is_exact and entity not in groups:
                best.add(entity, column.counts[entity])
            else:
                best.add(entity, self._articles(groups.get(entity, (entity,))))
        return None if column.beyond >= best.least else best.counts

    def _articles(self, keys: "Sequence[Key] | Mapping[Key, int]") -> int:
        """Return how many of the articles have one of these names."""
        terms = [
            (Occur.Should, tantivy.Query.term_query(self._schema, whole_names(key.field), key.term, "basic"))
            for key in keys
        ]
        both = [(Occur.Must, self._query), (Occur.Must, tantivy.Query.boolean_query(terms))]
        asked = {"n": {"value_count": {"field": DAY}}}
        return int(self._searcher.aggregate(tantivy.Query.boolean_query(both), asked)["n"]["value"])

    def _shown(self, entity: Key) -> str:
        """Return the name to show of an entity; the articles are asked only where there are several."""
        members = self._names.groups(entity.field).get(entity, (entity,))
        for query in (None, self._query):
            names: Counter[str] = Counter()
            for member in members:
                for told, count in self._spellings(member.field, f"{member.term}{SPELT}", query):
                    value = self._names.value(member.field, told.partition(SPELT)[2])
                    if value:
                        names[value.name] += count
            if len(names) == 1:
                break
        return shown(names)

    def _spellings(
        self, field: str, prefix: str, query: tantivy.Query | None = None
    ) -> list[tuple[str, int]]:
        return self._searcher.terms_with_prefix(spellings(field), prefix, query)

    def _sources(self, field: str) -> Sequence[str]:
        """Return the fields whose names are counted in a field."""
        members = self._names.groups(field).values()
        return tuple(dict.fromkeys((field, *(key.field for keys in members for key in keys))))


class Column:
    """What tantivy counted of a column: the names that most articles have, and a bound of the others."""

    def __init__(self, field: str, told: Any) -> None:
        self.counts = {Key(field, bucket["key"]): int(bucket["doc_count"]) for bucket in told["buckets"]}
        self._error = int(told["doc_count_error_upper_bound"] or 0)
        self.is_exact = not self._error
        is_all = self.is_exact and not told["sum_other_doc_count"]
        self.beyond = 0 if is_all else self._error + min(self.counts.values(), default=0)

    def most(self, key: Key) -> int:
        """Return a bound of how many articles have a name of the column."""
        return self.counts[key] + self._error if key in self.counts else self.beyond


class Best:
    """The entities with the highest counts so far; those that are equal to the last of them stay."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.counts: dict[Key, int] = {}
        self.least = 1

    def add(self, entity: Key, count: int) -> None:
        """Take an entity in, if its count is high enough, and those out whose count is no longer."""
        if count < self.least:
            return
        self.counts[entity] = count
        if len(self.counts) >= self._most:
            self.least = sorted(self.counts.values(), reverse=True)[self._most - 1]
            self.counts = {entity: count for entity, count in self.counts.items() if count >= self.least}


def _terms(field: str, size: int) -> dict[str, Any]:
    """Return the request of the most frequent names of a field."""
    return {"terms": {"field": whole_names(field), "size": size, "segment_size": AHEAD * size}}


def _days(told: Any) -> dict[str, int]:
    if told["sum_other_doc_count"]:
        raise Unsupported(f"more than {MOST_DAYS:,} different days are too many to count: narrow the dates")
    return {str(int(bucket["key"])): int(bucket["doc_count"]) for bucket in told["buckets"]}
