"""The articles that a query of tantivy matches: what is counted of them."""

from collections.abc import Iterable, Mapping
from typing import Any

import tantivy
from tantivy import Occur

from index.engines.tantivy.schema import DAY, spellings

_TOTAL_REQUEST = {"value_count": {"field": DAY}}
"""The request for the number of articles: each has a day."""


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
