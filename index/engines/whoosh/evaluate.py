"""Answers a query, term by term, over the postings of an engine that is only a store of postings.

A query becomes a dict from the number of a document to its score.  The scores are BM25 as Robertson and Zaragoza write
it ("The Probabilistic Relevance Framework", 2009), with the idf of Lucene, which is never negative.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, assert_never

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
from index.spelling.breadth import Meter, too_frequent, too_many, too_wide

_K1 = 1.2
_B = 0.75
"""The parameters of BM25.  A lower k1 gains on one newspaper (+.005) and loses on another (-.017)."""

_SCORE_NANOSECONDS = 900
"""What it costs to score a document for a word, and to add the score to those of the other words.

Of 36,016 articles `de OR la OR le…`, each word by its form and by its stem, takes 1.2 s with 12 words, 1.7 s with 20,
2.9 s with 50, of which .4 s go into the page.  So 12 words, even if each article has all of them, are never refused;
nor are 8 words, even if each headline has all of them too.
"""

Scores = dict[int, float]
"""The scores of the documents of a segment that a query matches, by their numbers."""


class Fitting(NamedTuple):
    """The documents that fit a pattern, the number of words that it stands for, and what it cost to look for them."""

    documents: Collection[int]
    words: int
    microseconds: int


class Standing(NamedTuple):
    """The number of times that a phrase stands in each document, in order, and what it cost to look for it."""

    times: Mapping[int, float]
    microseconds: int


class Segment(Protocol):
    """A part of an index: its documents are numbered from 0 to `size`, and some of them may be deleted."""

    size: int

    def live(self) -> set[int]:
        """Return the documents that are not deleted."""
        ...

    def key(self, document: int) -> str:
        """Return the id of a document."""
        ...

    def postings(self, field: str, term: str) -> Iterable[tuple[int, float]]:
        """Return the documents that have the term and are not deleted, in order, each with the number of times."""
        ...

    def standing(self, phrase: Phrase, limit: int) -> Standing:
        """Return the documents where a phrase stands and that are not deleted.

        Where this costs more than the limit, in microseconds, no document is returned.
        """
        ...

    def fitting(self, leaf: Glob | Fuzzy, limit: int) -> Fitting:
        """Return the documents that have a word which fits a pattern and are not deleted.

        Where this costs more than the limit, in microseconds, no document is looked up.
        """
        ...

    def length(self, field: str, document: int) -> float:
        """Return the number of terms of the document in the field."""
        ...

    def days(self) -> Sequence[int]:
        """Return the day of every document, yyyymmdd or 0."""
        ...


class Statistics(Protocol):
    """The statistics of the whole index that BM25 needs."""

    def count(self) -> int:
        """Return the number of documents."""
        ...

    def frequency(self, field: str, term: str) -> int:
        """Return the number of documents that have the term."""
        ...

    def mean_length(self, field: str) -> float:
        """Return the mean number of terms of the field."""
        ...


def quorum(
    weights: Mapping[Query, int],
    articles: int,
    segments: Iterable[Segment],
    statistics: Statistics,
    meter: Meter,
) -> int:
    """Return the largest n such that at least `articles` documents match clauses that weigh n together; 1 if no n is larger."""
    matched = Counter[int]()
    for segment in segments:
        answers = (evaluate(unscored(clause), segment, statistics, meter) for clause in weights)
        matched.update(_weighed(answers, weights.values()).values())
    reached = sorted(matched.elements(), reverse=True)
    return max(1, reached[articles - 1]) if articles <= len(reached) else 1


def evaluate(query: Query, segment: Segment, statistics: Statistics, meter: Meter) -> Scores:
    """Return the score of every document of the segment that the query matches and that is not deleted.

    Raises:
        Unsupported: the words, the phrases and the patterns of the query cost more than the meter allows.
    """
    metered: set[Query] = set()

    def answer(query: Query) -> Scores:
        match query:
            case Term(field, term):
                scores = _bm25(segment.postings(field, term), field, (term,), segment, statistics)
                meter.add(len(scores) * _SCORE_NANOSECONDS / 1000, too_many())
                return scores
            case Phrase(field, terms):
                standing = segment.standing(query, meter.limit)
                if query not in metered:
                    metered.add(query)
                    meter.add(standing.microseconds, too_frequent(query))
                return _bm25(standing.times.items(), field, terms, segment, statistics)
            case Glob() | Fuzzy():
                fitting = segment.fitting(query, meter.limit)
                if query not in metered:
                    metered.add(query)
                    meter.add(fitting.microseconds, too_wide(query, fitting.words))
                return dict.fromkeys(fitting.documents, 1.0)
            case Dated(first, last):
                return dict.fromkeys(_dated(segment, first, last), 0.0)
            case Among(ids):
                return {number: 0.0 for number in segment.live() if segment.key(number) in ids}
            case Everything():
                return dict.fromkeys(segment.live(), 0.0)
            case And(clauses):
                return _all(
                    [answer(clause) for clause in clauses if not isinstance(clause, Not)], _excluded(clauses)
                )
            case Or(clauses):
                return _any([answer(clause) for clause in clauses])
            case AtLeast(clauses, weights, least):
                answers = [answer(clause) for clause in clauses]
                weighed = _weighed(answers, weights)
                return {number: score for number, score in _any(answers).items() if weighed[number] >= least}
            case Not(clause):
                return dict.fromkeys(segment.live() - answer(clause).keys(), 0.0)
            case Prefer(must, should):
                scores, more = answer(must), answer(should)
                return {number: score + more.get(number, 0.0) for number, score in scores.items()}
            case Boost(clause, weight):
                return {number: score * weight for number, score in answer(clause).items()}
            case _:
                assert_never(query)

    def _excluded(clauses: tuple[Query, ...]) -> list[Iterable[int]]:
        return [answer(clause.clause) for clause in clauses if isinstance(clause, Not)]

    def _all(answers: list[Scores], excluded: list[Iterable[int]]) -> Scores:
        if not answers:
            answers = [dict.fromkeys(segment.live(), 0.0)]
        rarest, *others = sorted(answers, key=len)
        numbers = set(rarest)
        for other in others:
            numbers &= other.keys()
        numbers -= set().union(*excluded)
        return {number: math.fsum(scores[number] for scores in answers) for number in numbers}

    return answer(query)


def _dated(segment: Segment, first: int, last: int) -> Iterator[int]:
    """Yield the documents of the segment dated from `first` to `last`."""
    days, live = segment.days(), segment.live()
    for low, high in day_ranges(first, last) if first <= last else ():
        yield from (number for number in live if low <= days[number] <= high)


def _any(answers: list[Scores]) -> Scores:
    """Return the sums of the scores of the documents that any of the clauses matches."""
    return {
        number: math.fsum(scores[number] for scores in answers if number in scores)
        for number in set().union(*answers)
    }


def _weighed(answers: Iterable[Iterable[int]], weights: Iterable[int]) -> Counter[int]:
    """Return what the clauses that match each document weigh together."""
    weighed = Counter[int]()
    for numbers, weight in zip(answers, weights, strict=True):
        for number in numbers:
            weighed[number] += weight
    return weighed


def _bm25(
    postings: Iterable[tuple[int, float]],
    field: str,
    terms: Sequence[str],
    segment: Segment,
    statistics: Statistics,
) -> Scores:
    """Return the BM25 score of each posting; the weight of a phrase is the sum of those of its terms."""
    count, mean, length = statistics.count(), statistics.mean_length(field) or 1.0, segment.length
    weight = 0.0
    for term in terms:
        frequency = statistics.frequency(field, term)
        weight += math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))
    return {
        number: weight * times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * length(field, number) / mean))
        for number, times in postings
    }
