"""The counts of facets over the articles that a query of tantivy matches: exact, whatever is merged.

A column holds the numbers of the names of each field, which tantivy counts.  Names that are one entity are put
together here; where an article may have two of them, their articles are counted by a query.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from heapq import nlargest
from typing import Any

import tantivy
from tantivy import Occur

from index.engine import TIMES, Ask
from index.engines.tantivy.known import Entities, Known, Number, Shown
from index.engines.tantivy.schema import DAY, numbers, read_spelt, spellings
from index.engines.tantivy.together import together
from index.errors import Unsupported
from index.names import Names, Value
from index.tally import ordered, shown

MOST_DAYS = 60_000
"""Buckets of an answer: 164 years of days; tantivy has a limit of 65,000."""

FIRST_LOOK = 256
"""Names of a field that are asked for first: each costs half a microsecond to be told.

Six facets of 100 words, of 100,000 articles: 64 names take 13.1 ms, for more must then be asked for; 256 take 10.8,
512 take 11.3.
"""

NARROW = 4096
"""Articles up to which the first names of each segment are found among `COMPARED`, beyond which among `FEW`."""

COMPARED, FEW = 4096, 256
"""Names that are compared of each segment: what a segment leaves out is a doubt, which has the first names counted by a filter each.

For the first look alone, and of each segment.  Of 24,000 articles in eight segments, 4,096 names of each leave doubts
as well, and take 10 ms; 256 take 4.6, and to count twelve names 1.2.  Of 2,000 articles 4,096 leave none, and take 1 to 1.6 ms; 256 take .6, and the counting .8.
"""

MOST_COUNTED = 128
"""Names in doubt beyond which more names are asked for instead: of all that are equal, none is told to be the first."""

MOST_NAMES = 8192
"""Names beyond which all of a field are read from its dictionary instead, which takes no longer."""

REQUESTS = 3
"""Requests that the columns are shared between, two at once: each has the query evaluated again.

Of six facets three have many names, and a request each.
"""

TOTAL = {"value_count": {"field": DAY}}
"""The request of the number of articles: each has a day."""


class Facets:
    """The facets of one answer."""

    def __init__(self, searcher: tantivy.Searcher, query: tantivy.Query, names: Names, known: Known) -> None:
        self._searcher = searcher
        self._query = query
        self._names = names
        self._known = known

    @cached_property
    def _entities(self) -> Entities:
        # Looked up where names are counted, and nowhere else: to ask for other names forgets those of the last answer.
        return self._known.entities(self._names)

    def count(self, ask: Ask) -> dict[str, Mapping[str, int]]:
        """Return how many articles have each value of each facet asked for."""
        fields = [facet for facet in ask.facets if facet not in TIMES] if ask.values else []
        sources = tuple(dict.fromkeys(source for field in fields for source in self._entities.sources(field)))
        times = {facet: _times(facet) for facet in ask.facets if facet in TIMES}
        compared = self._compared() if sources else FEW
        asked = {source: _terms(source, FIRST_LOOK, compared) for source in sources} | times
        requests = [
            request for start in range(REQUESTS) if (request := dict(list(asked.items())[start::REQUESTS]))
        ]
        answers = together([partial(self._searcher.aggregate, self._query, request) for request in requests])
        told = {facet: answer for several in answers for facet, answer in several.items()}
        columns = {source: Column(told[source]) for source in sources}
        found = together([partial(self._facet, facet, ask.values, told, columns) for facet in ask.facets])
        return dict(zip(ask.facets, found, strict=True))

    def _compared(self) -> int:
        return COMPARED if articles(self._searcher, self._query) <= NARROW else FEW

    def _facet(
        self, facet: str, most: int | None, told: Mapping[str, Any], columns: "Mapping[str, Column]"
    ) -> dict[str, int]:
        if facet in TIMES:
            return _counted_times(told[facet])
        if most is None:
            return self._all(facet)
        return self._first(facet, most, columns) if most else {}

    def _all(self, field: str) -> dict[str, int]:
        """Return every entity of a field, from the dictionary of its names."""
        spelt: dict[int, dict[str, int]] = {}
        members: dict[int, dict[Number, int]] = {}
        for source in self._entities.sources(field):
            entity_of = self._entities.of[source]
            for told, count in self._searcher.terms_with_prefix(spellings(source), "", self._query):
                name, spelling = read_spelt(told)
                value = Value(source, spelling)
                entity: int | None = name
                if name in entity_of:
                    value = self._names.value(*value) or value
                    number_of = entity_of[name]
                    entity = number_of and number_of.number
                if value.field == field and entity is not None:
                    names, known = spelt.setdefault(entity, {}), members.setdefault(entity, {})
                    names[value.name] = names.get(value.name, 0) + count
                    known[Number(source, name)] = known.get(Number(source, name), 0) + count
        return ordered(
            {
                shown(spelt[entity]): next(iter(known.values()))
                if len(known) == 1
                else articles(self._searcher, self._having(known))
                for entity, known in members.items()
            }
        )

    def _first(self, field: str, most: int, columns: "Mapping[str, Column]") -> dict[str, int]:
        """Return the entities of a field that most articles have.

        More and more names are asked for, until one that was not told cannot be among the first.
        """
        sources = self._entities.sources(field)
        size = FIRST_LOOK
        while size <= MOST_NAMES:
            found = self._candidates(field, most, {source: columns[source] for source in sources})
            if found is not None:
                return ordered({self._shown(entity, count): count for entity, count in found.items()}, most)
            size *= 8
            asked = {source: _terms(source, size, COMPARED) for source in sources}
            told = self._searcher.aggregate(self._query, asked)
            columns = {source: Column(told[source]) for source in sources}
        return ordered(self._all(field), most)

    def _candidates(self, field: str, most: int, columns: "Mapping[str, Column]") -> dict[Number, int] | None:
        """Return the count of each entity that may be among the first; None where one not told may be as well."""
        groups = self._entities.groups(field)
        told = self._merged(field, columns)
        alone = columns[field].counts.keys() - self._entities.of[field].keys()
        lowest = {Number(field, name): columns[field].counts[name] for name in alone}
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

    def _merged(self, field: str, columns: "Mapping[str, Column]") -> set[Number]:
        """Return the entities of the field that stand for several names, one of which was told."""
        groups = self._entities.groups(field)
        told: set[Number | None] = set()
        for source, column in columns.items():
            entity_of = self._entities.of[source]
            told.update(entity_of[name] for name in column.counts.keys() & entity_of.keys())
        itself = columns[field].counts.keys() & {entity.number for entity in groups}
        told.update(Number(field, name) for name in itself - self._entities.of[field].keys())
        return {entity for entity in told if entity and entity in groups}

    def _least(self, names: Sequence[Number], columns: "Mapping[str, Column]") -> int:
        """Return a lower bound of how many of the articles have one of these names: the most that have one of them."""
        return max(columns[name.field].counts.get(name.number, 0) for name in names)

    def _bound(self, names: Sequence[Number], columns: "Mapping[str, Column]") -> int:
        """Return a bound of how many of the articles have one of these names."""
        return sum(self._most(name, columns[name.field]) for name in names)

    def _most(self, name: Number, column: "Column") -> int:
        """Return a bound of how many of the articles have a name."""
        if name.number in column.counts:
            return column.counts[name.number] + column.error
        return min(column.beyond, self._known.frequency(name)) if column.beyond else 0

    def _counted(
        self, entities: Mapping[Number, Sequence[Number]], columns: "Mapping[str, Column]"
    ) -> dict[Number, int] | None:
        """Return how many of the articles have each of these entities; None where too many of them are in doubt.

        The columns tell it of most; the articles of the others are counted in one request, which has the query
        evaluated once: a filter takes .08 ms of 100,000 articles, a query of its own .2 to .6.
        """
        known: dict[Number, int] = {}
        doubtful: dict[str, Number] = {}
        for entity, names in entities.items():
            there = tuple(name for name in names if self._most(name, columns[name.field]))
            counts = [columns[name.field].told(name.number) for name in there]
            if None not in counts and (len(there) == 1 or self._known.are_apart(there)):
                known[entity] = sum(count for count in counts if count)
            else:
                doubtful[self._known.written(there)] = entity
        if len(doubtful) > MOST_COUNTED:
            return None
        if doubtful:
            told = self._searcher.aggregate(self._query, {names: {"filter": names} for names in doubtful})
            known |= {entity: told[names]["doc_count"] for names, entity in doubtful.items()}
        return known

    def _having(self, names: Iterable[Number]) -> tantivy.Query:
        """Return the query of the articles that have one of these names."""
        return tantivy.Query.boolean_query(
            [(Occur.Must, self._query), (Occur.Must, self._known.having(names))]
        )

    def _shown(self, entity: Number, count: int) -> str:
        """Return the name to show of an entity that so many of the articles have.

        The articles are asked only where those that have another spelling may be enough to make it the first.
        """
        members = self._entities.groups(entity.field).get(entity, (entity,))
        first = self._entities.shown.get(entity)
        if first is None:
            names = self._spelt((name, self._known.spellings[name]) for name in members)
            name = shown(names)
            others = [times for other, times in names.items() if other != name]
            first = self._entities.shown[entity] = Shown(name, sum(others), max(others, default=0))
        if count - first.others > first.most:
            return first.name
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
    """What tantivy counted of a column: the names that most articles have, and a bound of the others.

    A count may be too low by `error`: that of names which other names put out of a segment's first.
    """

    def __init__(self, told: Any) -> None:
        self.counts: dict[int, int] = {bucket["key"]: bucket["doc_count"] for bucket in told["buckets"]}
        self.error: int = told["doc_count_error_upper_bound"]
        is_all = not self.error and not told["sum_other_doc_count"]
        self.beyond = 0 if is_all else self.error + min(self.counts.values(), default=0)

    def told(self, number: int) -> int | None:
        """Return how many articles have a name; None where that is in doubt."""
        return None if self.error else self.counts.get(number)


def articles(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    """Return how many articles a query matches."""
    return int(searcher.aggregate(query, {"total": TOTAL})["total"]["value"])


def _terms(field: str, size: int, compared: int) -> dict[str, Any]:
    """Return the request of the most frequent names of a field, of which so many are compared of each segment."""
    return {"terms": {"field": numbers(field), "size": size, "segment_size": max(size, compared)}}


def _last_of_first(counts: Iterable[int], most: int) -> int:
    """Return the least of the first `most` counts, those that are equal to which are told as well; 1 where all are told."""
    first = nlargest(most, counts)
    return first[-1] if len(first) == most else 1


def _times(facet: str) -> dict[str, Any]:
    """Return the request of the days, months or years: a histogram makes no more buckets than there are."""
    if facet == "date":
        return {"terms": {"field": DAY, "size": MOST_DAYS, "segment_size": MOST_DAYS}}
    return {"histogram": {"field": DAY, "interval": TIMES[facet], "min_doc_count": 1}}


def _counted_times(told: Any) -> dict[str, int]:
    if told.get("sum_other_doc_count"):
        raise Unsupported(f"more than {MOST_DAYS:,} different days are too many to count: narrow the dates")
    return {str(int(bucket["key"])): int(bucket["doc_count"]) for bucket in told["buckets"]}
