"""The counts that tantivy makes of the articles that a query matches: their number, and the values of their fast fields.

A fast field is tantivy's column: the value of each article, side by side.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import tantivy
from tantivy import Occur

from corpus.message import message
from index.engine import TIMES
from index.engines.tantivy.name_index import NameId
from index.engines.tantivy.schema import DAY, numbers, spellings
from index.errors import Unsupported
from index.memo import Memo
from index.names.counting.countable import Column

_MAX_DAYS = 60_000
"""The most different days that are counted: 164 years; tantivy has a limit of 65,000 buckets."""

_TOTAL_REQUEST = {"value_count": {"field": DAY}}
"""The request for the number of articles: each has a day."""


_MAX_REMEMBERED_NAMES = 100_000

_ids: Memo[str, Memo[int, NameId]] = Memo(lambda field: Memo(partial(NameId, field), _MAX_REMEMBERED_NAMES))
"""The names of each field by their numbers: a page with six facets has 1,280, mostly those of the page before."""


class Matches:
    """The articles that a query matches."""

    def __init__(self, searcher: tantivy.Searcher, query: tantivy.Query) -> None:
        self._searcher = searcher
        self._query = query

    def ask(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the answers to some requests, by name; the query is evaluated once for all of them."""
        answers: Mapping[str, Any] = self._searcher.aggregate(self._query, dict(request))
        return answers

    def also(self, query: tantivy.Query) -> "Matches":
        """Return the articles that another query matches as well."""
        both = tantivy.Query.boolean_query([(Occur.Must, self._query), (Occur.Must, query)])
        return Matches(self._searcher, both)

    def spelt(self, field: str) -> list[tuple[str, int]]:
        """Return every spelling of the names of a field, behind the number of its name, each with its articles."""
        return self._searcher.terms_with_prefix(spellings(field), "", self._query)

    def number(self) -> int:
        """Return the number of the articles."""
        return int(self.ask({"total": _TOTAL_REQUEST})["total"]["value"])

    def having(self, texts: Iterable[str]) -> dict[str, int]:
        """Return how many of the articles match each of some queries too, which are written as text.

        A filter of 100,000 articles takes .08 ms, a query of its own .2 to .6.
        """
        asked = dict(enumerate(texts))
        answers = self.ask({f"{number}": {"filter": text} for number, text in asked.items()})
        return {text: answers[f"{number}"]["doc_count"] for number, text in asked.items()}


def column(field: str, answer: Any) -> Column[NameId]:
    """Return the counts of the names of a field; each may be too low where a name is not among the first of some segment."""
    ids = _ids[field]
    counts = {ids[bucket["key"]]: bucket["doc_count"] for bucket in answer["buckets"]}
    error: int = answer["doc_count_error_upper_bound"]
    is_all = not error and not answer["sum_other_doc_count"]
    beyond = 0 if is_all else error + min(counts.values(), default=0)
    return Column(counts, dict.fromkeys(counts, error) if error else {}, beyond)


def terms(field: str, size: int, compared: int) -> dict[str, Any]:
    """Return the request for the `size` most frequent names of a field; each segment compares its first `compared`."""
    return {"terms": {"field": numbers(field), "size": size, "segment_size": max(size, compared)}}


def times(facet: str) -> dict[str, Any]:
    """Return the request for the days, months or years; a histogram has no bucket without an article."""
    if facet == "date":
        return {"terms": {"field": DAY, "size": _MAX_DAYS, "segment_size": _MAX_DAYS}}
    return {"histogram": {"field": DAY, "interval": TIMES[facet], "min_doc_count": 1}}


def counted_times(answer: Any) -> dict[str, int]:
    """Return the number of articles of each day, month or year.

    Raises:
        Unsupported: there are too many different days.
    """
    if answer.get("sum_other_doc_count"):
        raise Unsupported("index.too_many_days", most=_MAX_DAYS, mend=message("mend.narrow_dates"))
    return {str(int(bucket["key"])): int(bucket["doc_count"]) for bucket in answer["buckets"]}
