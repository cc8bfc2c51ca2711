"""What tantivy counts of the articles that a query matches: how many there are, and what stands in their columns."""

from collections.abc import Iterable, Mapping
from typing import Any

import tantivy
from tantivy import Occur

from corpus.message import message
from index.engine import TIMES
from index.engines.tantivy.schema import DAY, numbers, spellings
from index.errors import Unsupported

_MAX_DAYS = 60_000
"""Buckets of an answer: 164 years of days; tantivy has a limit of 65,000."""

_TOTAL_REQUEST = {"value_count": {"field": DAY}}
"""The request of the number of articles: each has a day."""


class Matches:
    """The articles that a query matches."""

    def __init__(self, searcher: tantivy.Searcher, query: tantivy.Query) -> None:
        self._searcher = searcher
        self._query = query

    def ask(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the answers of a request, by name; the query is evaluated once for all of them."""
        answers: Mapping[str, Any] = self._searcher.aggregate(self._query, dict(request))
        return answers

    def also(self, query: tantivy.Query) -> "Matches":
        """Return those of them that another query matches as well."""
        both = tantivy.Query.boolean_query([(Occur.Must, self._query), (Occur.Must, query)])
        return Matches(self._searcher, both)

    def spelt(self, field: str) -> list[tuple[str, int]]:
        """Return every name of a field as it is spelt, behind its number, and how many of them have it."""
        return self._searcher.terms_with_prefix(spellings(field), "", self._query)

    def number(self) -> int:
        """Return how many there are."""
        return int(self.ask({"total": _TOTAL_REQUEST})["total"]["value"])

    def having(self, texts: Iterable[str]) -> dict[str, int]:
        """Return how many of them match each of these queries too, which are told as text.

        A filter takes .08 ms of 100,000 articles, a query of its own .2 to .6.
        """
        told = self.ask({text: {"filter": text} for text in texts})
        return {text: answer["doc_count"] for text, answer in told.items()}


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


def terms(field: str, size: int, compared: int) -> dict[str, Any]:
    """Return the request of the most frequent names of a field, of which so many are compared of each segment."""
    return {"terms": {"field": numbers(field), "size": size, "segment_size": max(size, compared)}}


def times(facet: str) -> dict[str, Any]:
    """Return the request of the days, months or years: a histogram makes no more buckets than there are."""
    if facet == "date":
        return {"terms": {"field": DAY, "size": _MAX_DAYS, "segment_size": _MAX_DAYS}}
    return {"histogram": {"field": DAY, "interval": TIMES[facet], "min_doc_count": 1}}


def counted_times(told: Any) -> dict[str, int]:
    """Return how many articles each day, month or year has.

    Raises:
        Unsupported: there are too many days.
    """
    if told.get("sum_other_doc_count"):
        raise Unsupported("index.too_many_days", most=_MAX_DAYS, mend=message("mend.narrow_dates"))
    return {str(int(bucket["key"])): int(bucket["doc_count"]) for bucket in told["buckets"]}
