"""The exact counts of facets over the articles that a query of tantivy matches, whatever names are merged.

A fast field holds the numbers of the names of each field, which tantivy counts; what it leaves in doubt is counted again
by filters (`index.names.counting`).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from index.engine import TIMES, Facets
from index.engines.tantivy.fast_fields import column, counted_times, frequent_column, terms, times
from index.engines.tantivy.matches import Matches
from index.engines.tantivy.name_index import NameId, NameIndex, ShownEntities
from index.engines.tantivy.naming import Naming
from index.engines.tantivy.parallel import run_in_parallel
from index.engines.tantivy.schema import listed, numbers, often, read_spelt
from index.names.aliases import ENTITIES
from index.names.counting.countable import Column
from index.names.counting.recount import Limits, Recount
from index.names.resolution import Names
from index.names.tally import ordered

_FEW_ARTICLES, _NARROW_ARTICLES = 300, 6000
"""The most articles of an answer whose names are all requested at once, and of a narrow one.

Of a narrow answer all names are counted, and each segment compares more of them; of a broad one the frequent names alone.  Of
190 answers of 4,096 to 77,000 of 100,000 articles, seven had a rare name that might have been among the first sixteen, and
were to be counted once more, by all names: all seven of 4,100 to 5,900 articles.
"""

_NAMES_OF_FEW, _NAMES_OF_NARROW, _NAMES_OF_BROAD = 1024, 256, 128
"""Names of a field in the first request, by the number of articles; an answer takes half a microsecond for each.

Few articles may have a name once that is not requested: then each of the thousands of entities of two names is in doubt, and
pages of 100 to 300 of 100,000 articles take 26 ms of processor time with 256 names, 10 with 1,024.  Others take .2 to 11
more with 1,024.  With 64 names a second request follows often; broad answers take 2 % less with 128 than with 256.
"""

_NAMES_COMPARED_NARROW, _NAMES_COMPARED_BROAD = 4096, 512
"""Names that each segment compares in the first request, of a narrow answer and of a broad one: as many as are listed (`frequent`).

A name that a segment leaves out is in doubt, and is counted by a filter.  Of 24,000 articles in eight segments, 4,096
names of each segment leave doubts as well and take 10 ms; 256 take 4.6, and twelve filters 1.2.  Of 2,000 articles,
4,096 names leave no doubt and take 1 to 1.6 ms; 256 take .6, and the filters .8.  Pages of broad answers of 100,000
articles take 1 to 3 % less with 512 names than with 256, and more again with 1,024.
"""

_MAX_DOUBTFUL_NAMES = 128
"""The most names in doubt that filters count; beyond, more names are requested: 2,304 filters of equal names took .25 s."""

_MAX_REQUESTED_NAMES = 8192
"""The most names that are requested; beyond, all names are read from the dictionary of the field, which takes no longer."""

_REQUESTS = 3
"""Requests into which the fast fields of a broad answer are divided; two run at once, and each evaluates the query again.

Of six facets three have many names: each of these has a request of its own.  A narrow answer has one request for all.
"""


class FacetCounter:
    """Counts the facets of one answer."""

    def __init__(self, matches: Matches, names: Names, name_index: NameIndex) -> None:
        self._matches = matches
        self._names = names
        self._name_index = name_index

    @cached_property
    def _entities(self) -> ShownEntities:
        # Looked up only where names are counted: a lookup with other names would forget those of the last answer.
        return self._name_index.entities(self._names)

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self._matches, self._name_index, self._entities)

    @cached_property
    def _recount(self) -> Recount[NameId]:
        limits = Limits(self._first_names, _MAX_DOUBTFUL_NAMES, _MAX_REQUESTED_NAMES)
        return Recount(self, self._entities, limits)

    def count(self, facets: Sequence[str], values: int | None) -> Facets:
        """Return the number of articles of each value of some facets, of names the `values` first; all if it is None."""
        fields = [facet for facet in facets if facet not in TIMES]
        sources = self._recount.sources(fields) if fields and values else ()
        of_time = {facet: times(facet) for facet in facets if facet in TIMES}
        asked = {
            fast_field: terms(fast_field, self._first_names, self._compared)
            for source in sources
            for fast_field in self._fast_fields(source)
        } | of_time
        answers = self._answers(asked) if asked else {}
        counts: dict[str, Mapping[str, int]] = {facet: counted_times(answers[facet]) for facet in of_time}
        if values is None:
            counts |= {field: self._recount.all(field) for field in fields}
        elif fields and values:
            columns = {source: self._column(source, answers) for source in sources}
            counts |= self._first(fields, values, columns)
        return {facet: counts.get(facet, {}) for facet in facets}

    def _fast_fields(self, field: str) -> Sequence[str]:
        """Return the fast fields by which the names of a field are counted."""
        if self._is_narrow or field not in ENTITIES:
            return (numbers(field),)
        return listed(field), often(field)

    def _column(self, field: str, answers: Mapping[str, Any]) -> Column[NameId]:
        first, *others = [answers[fast_field] for fast_field in self._fast_fields(field)]
        return frequent_column(field, first, *others) if others else column(field, first)

    def _answers(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the answers to the requests for a page."""
        if self._is_narrow:
            return self._matches.ask(asked)
        parts = (dict(list(asked.items())[start::_REQUESTS]) for start in range(_REQUESTS))
        requests = list(filter(None, parts))
        answers = run_in_parallel([partial(self._matches.ask, request) for request in requests])
        return {name: answer for several in answers for name, answer in several.items()}

    @cached_property
    def _articles(self) -> int:
        return self._matches.number()

    @property
    def _is_narrow(self) -> bool:
        return self._articles <= _NARROW_ARTICLES

    @property
    def _first_names(self) -> int:
        if self._articles <= _FEW_ARTICLES:
            return _NAMES_OF_FEW
        return _NAMES_OF_NARROW if self._is_narrow else _NAMES_OF_BROAD

    @property
    def _compared(self) -> int:
        return _NAMES_COMPARED_NARROW if self._is_narrow else _NAMES_COMPARED_BROAD

    def _first(
        self, fields: Sequence[str], most: int, columns: Mapping[str, Column[NameId]]
    ) -> dict[str, dict[str, int]]:
        """Return the counts of the entities of each field with the most articles."""
        first = self._recount.first(fields, most, columns)
        shown = self._naming.shown(
            {entity: count for counts in first.values() for entity, count in counts.items()}
        )
        return {
            field: ordered({shown[entity]: count for entity, count in first[field].items()}, most)
            if field in first
            else ordered(self._recount.all(field), most)
            for field in fields
        }

    def columns(self, fields: Sequence[str], size: int) -> Mapping[str, Column[NameId]]:
        """Return the counts of the `size` most frequent names of each field, in one request."""
        answers = self._matches.ask(
            {field: terms(numbers(field), size, _NAMES_COMPARED_NARROW) for field in fields}
        )
        return {field: column(field, answer) for field, answer in answers.items()}

    def having(self, groups: Mapping[NameId, Sequence[NameId]]) -> Mapping[NameId, int]:
        """Return, for each entity, the number of articles that have any of its names, in one request."""
        texts = {entity: self._name_index.written(names) for entity, names in groups.items()}
        counts = self._matches.having(texts.values())
        return {entity: counts[text] for entity, text in texts.items()}

    def spelt(self, field: str) -> Iterable[tuple[NameId, str, int]]:
        """Yield every spelling of every name of a field, each with its articles."""
        for stored, articles in self._matches.spelt(field):
            number, spelling = read_spelt(stored)
            yield NameId(field, number), spelling, articles

    def frequency(self, name: NameId) -> int:
        """Return the number of articles with a name in the index, deleted ones included."""
        return self._name_index.frequencies[name]

    def are_apart(self, names: Sequence[NameId]) -> bool:
        """Return whether no article has two of the names."""
        return self._name_index.are_apart(names)
