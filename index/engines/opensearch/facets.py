"""The exact counts of facets over the articles that a query of a cluster matches, whatever names are merged.

All facets together take three requests at most: their columns, what the columns leave in doubt (`index.names.counting`),
and the spellings of the names that may be shown.  Two cases take more.  A name that is not among the first 256 of an answer
may be among those to show, as where many names have equally many articles: more names are asked for.  Of 500 queries over
36,016 articles, no query needed that on one shard, and two did on three.  Or all names are asked for: they come in pages.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from corpus.expression import expression
from corpus.spelling import spelling_to_show
from index.engine import TIMES, Ask, Facets
from index.engines.opensearch.failures import articles_of
from index.engines.opensearch.schema import DAY, SPELT_BETWEEN, keyed, spelt
from index.engines.opensearch.translate import Clause
from index.names.aliases import NameKey
from index.names.counting.countable import Column
from index.names.counting.entities import Entities
from index.names.counting.recount import Limits, Recount
from index.names.resolution import Names
from index.names.tally import ordered

_FIRST_NAMES = 256
"""Names of a field in the first request, of each shard and of the answer."""

_MAX_DOUBTFUL_NAMES = 1000
"""The most entities of a field that are counted again; beyond, more names are asked for."""

_MAX_REQUESTED_NAMES = 10_000
"""The most names of a column; beyond, all names of the field are read."""

_NAMES_OF_PAGE = 10_000
"""Names of a page where all are read; a cluster has a limit of 65,535 buckets (`search.max_buckets`)."""

_MAX_SPELLINGS = 10_000
"""The most spellings of a request; a name has one or two."""

_MAX_PATTERN_LETTERS, _MAX_BEGIN_LETTERS = 990, 400
"""Letters of a regular expression, and of a name in it before its signs are escaped.

A cluster refuses more than 1,000 (`index.max_regex_length`), and should: its time grows with the square of the letters.
"""

_REGEX_SIGN = expression(r"[^\w=\s]")
"""A sign that may mean something in a regular expression of Lucene, unless a backslash is before it."""

Buckets = Mapping[str, Any]
"""The answer to an aggregation."""


class FacetCounter:
    """Counts the facets of one answer; `search` makes a request."""

    def __init__(self, search: Callable[[Mapping[str, Any]], Any], query: Clause, names: Names) -> None:
        self._search = search
        self._query = query
        self._names = names

    def count(self, ask: Ask) -> Facets:
        """Return the number of articles of each value of each facet asked for."""
        times = [facet for facet in ask.facets if facet in TIMES]
        fields = [facet for facet in ask.facets if facet not in TIMES]
        sources = self._recount.sources(fields) if fields and ask.values else ()
        answers = self._ask(
            {facet: _histogram(TIMES[facet]) for facet in times}
            | {source: _terms(source, _FIRST_NAMES) for source in sources}
        )
        counts: dict[str, Mapping[str, int]] = {facet: _times(answers[facet]) for facet in times}
        if ask.values is None:
            counts |= {field: self._recount.all(field) for field in fields}
        elif ask.values:
            columns = {source: column(source, answers[source]) for source in sources}
            counts |= self._first(fields, ask.values, columns)
        return {facet: counts.get(facet, {}) for facet in ask.facets}

    @property
    def _recount(self) -> Recount[NameKey]:
        limits = Limits(_FIRST_NAMES, _MAX_DOUBTFUL_NAMES, _MAX_REQUESTED_NAMES)
        return Recount(self, _entities(self._names), limits)

    def _first(
        self, fields: Sequence[str], most: int, columns: Mapping[str, Column[NameKey]]
    ) -> dict[str, dict[str, int]]:
        """Return the counts of the entities of each field with the most articles."""
        first = self._recount.first(fields, most, columns)
        shown = self._shown([entity for counts in first.values() for entity in counts])
        return {
            field: ordered({shown[entity]: count for entity, count in first[field].items()}, most)
            if field in first
            else dict(list(self._recount.all(field).items())[:most])
            for field in fields
        }

    def _shown(self, entities: Sequence[NameKey]) -> dict[NameKey, str]:
        """Return the name to show of each of some entities."""
        known = _entities(self._names)
        spellings = self.spellings(member for entity in entities for member in known.members(entity))
        return {entity: spelling_to_show(known.spelt(entity, spellings)) for entity in entities}

    def spellings(self, names: Iterable[NameKey]) -> Mapping[NameKey, Mapping[str, int]]:
        """Return the spellings of names in the articles of the answer, each with its articles, by one request."""
        spellings: dict[NameKey, dict[str, int]] = {name: {} for name in names}
        asked = [
            (field, pattern) for field, terms in _by_field(spellings).items() for pattern in patterns(terms)
        ]
        answers = self._ask({f"{at}": _spelt(*of_field) for at, of_field in enumerate(asked)})
        for at, (field, _) in enumerate(asked):  # a cluster answers in an order of its own
            for bucket in answers[f"{at}"]["buckets"]:
                term, spelling = bucket["key"].split(SPELT_BETWEEN, 1)
                if (name := NameKey(field, term)) in spellings:
                    spellings[name][spelling] = articles_of(bucket["doc_count"])
        return spellings

    def columns(self, fields: Sequence[str], size: int) -> Mapping[str, Column[NameKey]]:
        """Return the counts of the `size` most frequent names of each field."""
        answers = self._ask({field: _terms(field, size) for field in fields})
        return {field: column(field, answer) for field, answer in answers.items()}

    def having(self, groups: Mapping[NameKey, Sequence[NameKey]]) -> Mapping[NameKey, int]:
        """Return, for each entity, the number of articles that have any of its names.

        The names of entities that have one name are counted in the column; a filter takes a look at each article.
        """
        several = {entity: names for entity, names in groups.items() if len(names) > 1}
        alone = {names[0]: entity for entity, names in groups.items() if len(names) == 1}
        filters = {"filters": {"filters": [any_of(names) for names in several.values()]}}
        answers = self._ask(
            {field: _these(field, terms) for field, terms in _by_field(alone).items()}
            | ({_SEVERAL: filters} if several else {})
        )
        counts = dict.fromkeys(groups, 0)
        if several:
            found = answers.pop(_SEVERAL)["buckets"]
            counts |= {
                entity: articles_of(bucket["doc_count"])
                for entity, bucket in zip(several, found, strict=True)
            }
        for field, answer in answers.items():
            for bucket in answer["buckets"]:
                counts[alone[NameKey(field, bucket["key"])]] = articles_of(bucket["doc_count"])
        return counts

    def spelt(self, field: str) -> Iterator[tuple[NameKey, str, int]]:
        """Yield every spelling of every name of a field, each with its articles: pages of names are exact on any shards."""
        asked: dict[str, Any] = {
            "size": _NAMES_OF_PAGE,
            "sources": [{"name": {"terms": {"field": spelt(field)}}}],
        }
        while True:
            answer = self._ask({field: {"composite": asked}})[field]
            for bucket in answer["buckets"]:
                term, spelling = bucket["key"]["name"].split(SPELT_BETWEEN, 1)
                yield NameKey(field, term), spelling, articles_of(bucket["doc_count"])
            if len(answer["buckets"]) < _NAMES_OF_PAGE:
                return
            asked["after"] = answer["after_key"]

    def frequency(self, _: NameKey) -> None:
        """Return nothing: the articles of a name in the whole index would take a request."""

    def are_apart(self, _: Sequence[NameKey]) -> bool:
        """Return that it is not known whether no article has two of the names."""
        return False

    def _ask(self, aggregations: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answers to some aggregations over the articles of the answer, by one request."""
        if not aggregations:
            return {}
        body = {"query": {"bool": {"filter": [self._query]}}, "size": 0, "aggs": aggregations}
        answers: dict[str, Any] = self._search(body)["aggregations"]
        return answers


_SEVERAL = "several"
"""The aggregation of the entities of several names, beside those that have the name of a field."""


@lru_cache(1)
def _entities(names: Names) -> Entities[NameKey]:
    """Return the entities of some names, which the next answers need again."""
    return Entities(names, _itself)


def _itself(name: NameKey) -> NameKey:
    return name


def column(field: str, answer: Buckets) -> Column[NameKey]:
    """Return the counts of the names of a field.

    A cluster bounds what a shard left out.  A name that a shard reported and that the answer leaves out may have as many
    articles as the last name of the answer, and what shards left out besides (elastic/elasticsearch#134073).
    """
    buckets = answer["buckets"]
    counts = {NameKey(field, bucket["key"]): articles_of(bucket["doc_count"]) for bucket in buckets}
    errors = {
        NameKey(field, bucket["key"]): bucket["doc_count_error_upper_bound"]
        for bucket in buckets
        if bucket["doc_count_error_upper_bound"]
    }
    left_out: int = answer["doc_count_error_upper_bound"]
    is_all = not left_out and not answer["sum_other_doc_count"]
    beyond = 0 if is_all else left_out + min(counts.values(), default=0)
    return Column(counts, errors, beyond)


def any_of(names: Iterable[NameKey]) -> Clause:
    """Return the query of the articles that have any of the names."""
    terms = [{"terms": {field: terms}} for field, terms in _by_field(names).items()]
    return {"bool": {"should": terms, "minimum_should_match": 1}}


def _by_field(names: Iterable[NameKey]) -> dict[str, list[str]]:
    """Return the terms of some names, by their fields."""
    terms: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        terms[name.field].append(name.term)
    return dict(terms)


def _terms(field: str, size: int) -> Clause:
    """Return the request for the `size` most frequent names of a field, of each shard and of the answer."""
    return {
        "terms": {
            "field": keyed(field),
            "size": size,
            "shard_size": size,
            "show_term_doc_count_error": True,
        }
    }


def _these(field: str, terms: Sequence[str]) -> Clause:
    """Return the request for the counts of some names: every shard reports all of them."""
    size = len(terms)
    return {"terms": {"field": keyed(field), "include": terms, "size": size, "shard_size": size}}


def _spelt(field: str, pattern: str) -> Clause:
    """Return the request for the spellings of the names of a pattern."""
    size = _MAX_SPELLINGS
    return {"terms": {"field": spelt(field), "include": pattern, "size": size, "shard_size": size}}


def escaped(text: str) -> str:
    """Return a regular expression of Lucene for a text."""
    return _REGEX_SIGN.sub(r"\\\g<0>", text)


def patterns(terms: Iterable[str]) -> Iterator[str]:
    r"""Yield the regular expressions of the spellings of some names; that of a very long name has more names.

    >>> list(patterns(["=le_monde", "=l'equipe"]))
    ["(=le_monde\x1f|=l\\'equipe\x1f).*"]
    """
    some, size = list[str](), 0
    for term in terms:
        begin = term[:_MAX_BEGIN_LETTERS]
        pattern = escaped(begin) + (SPELT_BETWEEN if begin == term else "")
        # bytes: a letter is one unit of UTF-16 or two, and at least as many bytes
        room = len(pattern.encode()) + 1
        if some and size + room > _MAX_PATTERN_LETTERS:
            yield f"({'|'.join(some)}).*"
            some, size = [], 0
        some.append(pattern)
        size += room
    if some:
        yield f"({'|'.join(some)}).*"


def _histogram(interval: int) -> Clause:
    """Return the request for the days, months or years: every shard reports all that have an article."""
    return {"histogram": {"field": DAY, "interval": interval, "min_doc_count": 1}}


def _times(answer: Buckets) -> dict[str, int]:
    return {_time(bucket["key"]): articles_of(bucket["doc_count"]) for bucket in answer["buckets"]}


def _time(said: float) -> str:
    """Return a day, a month, a year, or 0.

    Raises:
        ValueError, TypeError, ArithmeticError: it is none.
    """
    time = str(int(said))
    if not re.fullmatch(r"0|\d{4}|\d{6}|\d{8}", time, re.ASCII):
        raise ValueError(DAY)
    return time
