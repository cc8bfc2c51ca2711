"""From our queries to those of OpenSearch, which are JSON.

Lucene's phrases have our own rule (`index.query.Phrase`), those of three words and of repeated words too.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeAlias, assert_never

from corpus.message import message
from index.engines.opensearch.schema import DAY, MAX_CLAUSE_TERMS
from index.errors import Unsupported
from index.fields import ID, SCORED_LISTS
from index.query import (
    Among,
    And,
    AtLeast,
    Boost,
    Dated,
    Everything,
    Fuzzy,
    Glob,
    Not,
    Or,
    Phrase,
    Prefer,
    Query,
    Term,
    day_ranges,
    unscored,
)

Clause: TypeAlias = dict[str, Any]
"""A query of OpenSearch."""

_NOTHING: Clause = {"match_none": {}}

_MAX_EDITS = 2
"""The most edits for which Lucene has automata."""


def translate(query: Query) -> Clause:
    """Return the query of OpenSearch that finds the same articles, with their scores.

    Raises:
        Unsupported: OpenSearch cannot answer it.
    """
    return _translated(query, _scored_quorum)


def finding(query: Query) -> Clause:
    """Return the query of OpenSearch that finds the same articles, whatever their scores.

    Raises:
        Unsupported: OpenSearch cannot answer it.
    """
    return _translated(unscored(query), _quorum)


def _translated(query: Query, at_least: Callable[[AtLeast], Clause]) -> Clause:
    """Return the query of OpenSearch; `at_least` makes that of clauses with weights."""
    inner = partial(_translated, at_least=at_least)
    match query:
        case Term(field, term):
            return _term(field, term)
        case Phrase(field, terms, slop):
            return _phrase(field, terms, slop)
        case Glob(field, pattern):
            escaped = re.sub(r"\*+", "*", pattern.replace("\\", "\\\\"))
            return {"wildcard": {field: {"value": escaped, "rewrite": "constant_score"}}}
        case Fuzzy(field, term, edits):
            return _fuzzy(field, term, edits)
        case Dated(first, last):
            return _dated(first, last)
        case Among(ids):
            return _among(sorted(ids))
        case Everything():
            return narrowing({"match_all": {}})
        case And(clauses):
            return _and(clauses, inner)
        case Or(clauses):
            return _or(list(map(inner, clauses)))
        case AtLeast():
            return at_least(query)
        case Not():
            return _and((query,), inner)
        case Prefer(must, should):
            return {"bool": {"must": [inner(must)], "should": [inner(should)]}}
        case Boost(clause, weight):
            boosted = inner(clause)
            return {"bool": {"must": [boosted], "boost": weight}} if weight else narrowing(boosted)
        case _:
            assert_never(query)


def narrowing(*clauses: Clause) -> Clause:
    """Return the query of what all the clauses match, with a score of 0."""
    return {"bool": {"filter": list(clauses)}}


def weighing(clause: Clause, weight: float) -> Clause:
    """Return the query of what a clause matches, with one score."""
    return {"constant_score": {"filter": clause, "boost": weight}}


def _term(field: str, term: str) -> Clause:
    found = {"term": {field: term}}
    return found if field in SCORED_LISTS else weighing(found, 1.0)


def _phrase(field: str, terms: tuple[str, ...], slop: int) -> Clause:
    if len(terms) == 1:
        return _term(field, terms[0])
    return {"match_phrase": {field: {"query": " ".join(terms), "slop": slop, "analyzer": "whitespace"}}}


def _fuzzy(field: str, term: str, edits: int) -> Clause:
    """Return the query of the words within some edits; without its rewrite it would ask for 50 of them."""
    if edits > _MAX_EDITS:
        raise Unsupported(
            "index.too_many_edits", edits=edits, mend=message("mend.fewer_edits", most=_MAX_EDITS)
        )
    return {"fuzzy": {field: {"value": term, "fuzziness": edits, "rewrite": "constant_score"}}}


def _dated(first: int, last: int) -> Clause:
    if first > last:
        return _NOTHING
    ranges = [{"range": {DAY: {"gte": start, "lte": end}}} for start, end in day_ranges(first, last)]
    return narrowing(_or(ranges) if len(ranges) > 1 else ranges[0])


def _among(ids: Sequence[str]) -> Clause:
    parts = [
        {"terms": {ID: ids[start : start + MAX_CLAUSE_TERMS]}}
        for start in range(0, len(ids), MAX_CLAUSE_TERMS)
    ]
    return narrowing(parts[0] if len(parts) == 1 else _or(parts))


def _or(clauses: Sequence[Clause], least: int = 1) -> Clause:
    """Return the query of what `least` of the clauses match; an empty `should` would match every article."""
    if least > len(clauses):
        return _NOTHING
    return {"bool": {"should": list(clauses), "minimum_should_match": least}}


def _scored_quorum(query: AtLeast) -> Clause:
    """Return the query of clauses with weights, whose scores are added."""
    scored = list(map(translate, query.clauses))
    if set(query.weights) == {1}:
        return _or(scored, query.least)
    return {"bool": {"filter": [_quorum(query)], "should": scored}}


def _quorum(query: AtLeast) -> Clause:
    """Return the query of clauses with weights: the weights of those that an article matches are added as a score.

    Were a clause there as often as it weighs, one that has clauses with weights itself would be there thousands of times.
    """
    matched = list(map(finding, query.clauses))
    if set(query.weights) == {1}:
        return _or(matched, query.least)
    weighed = [weighing(clause, weight) for clause, weight in zip(matched, query.weights, strict=True)]
    return {"function_score": {"query": _or(weighed), "min_score": query.least}}


def _and(clauses: Iterable[Query], inner: Callable[[Query], Clause]) -> Clause:
    """Return the query that all clauses match; if each is a `Not`, it is the rest of all articles."""
    required = [inner(clause) for clause in clauses if not isinstance(clause, Not)]
    excluded = [finding(clause.clause) for clause in clauses if isinstance(clause, Not)]
    asked: Clause = {"must": required} if required else {"filter": [{"match_all": {}}]}
    return {"bool": {**asked, "must_not": excluded} if excluded else asked}
