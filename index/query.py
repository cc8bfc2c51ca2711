"""The queries that an index can answer: a closed set of questions over lists of terms.

People type the language of `search.language`, which `search.planning.plan` turns into these queries.  Here a word is already a
term of `index.analysis`, and a field is the name of a list of terms of `Document.terms`.  Each engine answers a query
by one exhaustive `match`.
"""

from datetime import date, timedelta
from typing import TypeAlias

from corpus.records import record

MAX_SLOP = 30
"""The largest `slop` of a phrase; `index.document.PHRASE_GAP` is one longer."""


@record
class Term:
    """The articles whose list `field` has the term, scored by BM25."""

    field: str
    term: str


@record
class Phrase:
    """The articles whose list `field` has the terms in this order, at most `slop` moves out of it.

    A match gives every term a position of its own.  The offset of a term is its position less its rank in the phrase;
    the greatest offset less the least is at most `slop` (the rule of Lucene: to swap two words costs two).
    """

    field: str
    terms: tuple[str, ...]
    slop: int = 0


@record
class Glob:
    """The articles whose list `field` has a term that fits the pattern: `*` is any letters, `?` is one letter; score 1."""

    field: str
    pattern: str


@record
class Fuzzy:
    """The articles whose list `field` has a term within `edits` of this one; score 1.

    An edit adds, drops or changes a letter, or swaps two neighbours.
    """

    field: str
    term: str
    edits: int


@record
class Dated:
    """The articles dated from `first` to `last`, both included, as yyyymmdd; 0 is undated; score 0.

    An article of which the month or the year alone is known is of these days if its whole month, its whole year is.
    """

    first: int
    last: int


@record
class Among:
    """The articles whose id is one of these; score 0.

    5,000 ids take 5 to 30 ms of 36,016 articles (tantivy) and 30 of 5,000 (whoosh); an `Or` of as many terms, 45 and 900.

    >>> str(Among(frozenset(("a", "b"))))
    'Among(2 ids)'
    """

    ids: frozenset[str]

    def __str__(self) -> str:
        return f"Among({len(self.ids)} ids)"

    __repr__ = __str__


@record
class Everything:
    """Every article; score 0."""


@record
class And:
    """The articles that every clause matches; the scores are added."""

    clauses: tuple["Query", ...]


@record
class Or:
    """The articles that any of the clauses matches; the scores of those are added."""

    clauses: tuple["Query", ...]


@record
class AtLeast:
    """The articles of which the clauses that match weigh `least` or more together; the scores of those are added.

    Each clause has a weight, a whole number from 1 on; so is `least`.
    """

    clauses: tuple["Query", ...]
    weights: tuple[int, ...]
    least: int


@record
class Not:
    """The articles that the clause does not match; score 0."""

    clause: "Query"


@record
class Prefer:
    """The articles that `must` matches; what `should` scores is added."""

    must: "Query"
    should: "Query"


@record
class Boost:
    """The articles that the clause matches, with their scores multiplied by `weight` (0 for a filter)."""

    clause: "Query"
    weight: float


Query: TypeAlias = (
    Term | Phrase | Glob | Fuzzy | Dated | Among | Everything | And | Or | AtLeast | Not | Prefer | Boost
)  # fmt: skip


def day_ranges(first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return the ranges of numbers, yyyymmdd, of the articles that `Dated(first, last)` finds: three at most, in order.

    The number of a month alone (20250300) stands before its days, that of a year alone (20250000) before its months.  A
    range that begins on the first day of a month or year takes its number in; the numbers of a month and a year that
    the range does not hold to their end are left out.

    >>> day_ranges(20250301, 20250331), day_ranges(20241225, 20250215)
    (((20250300, 20250331),), ((20241225, 20249999), (20250001, 20250199), (20250201, 20250215)))
    """
    if not last:  # the undated
        return ((first, last),)
    month, year = last - last % 100, last - last % 10_000
    left_out = [number for number in (year, month) if not _ends(number, last)]
    ranges = []
    start = first - 1 if first % 100 == 1 else first
    start -= 100 if first % 10_000 == 101 else 0
    for number in left_out:
        if start <= number:
            if start < number:
                ranges.append((start, number - 1))
            start = number + 1
    return (*ranges, (start, last))


def _ends(period: int, last: int) -> bool:
    """Return whether a day is the last one of a year or of a month, of which the number is `period`."""
    if period % 10_000 == 0 or period % 10_000 == 1200:
        return last % 10_000 == 1231
    following = date(period // 10_000, period // 100 % 100 + 1, 1)
    return (following - timedelta(1)).day == last % 100


def unscored(query: Query) -> Query:
    """Return a query for the same articles, whatever their scores: without what is only preferred or boosted.

    >>> unscored(Prefer(Term("stem", "lion"), Boost(Term("exact", "lion"), 0.5)))
    Term(field='stem', term='lion')
    """
    match query:
        case Prefer(clause) | Boost(clause):
            return unscored(clause)
        case Not(clause):
            return Not(unscored(clause))
        case And(clauses):
            return And(tuple(map(unscored, clauses)))
        case Or(clauses):
            return Or(tuple(map(unscored, clauses)))
        case AtLeast(clauses, weights, least):
            return AtLeast(tuple(map(unscored, clauses)), weights, least)
        case Term() | Phrase() | Glob() | Fuzzy() | Dated() | Among() | Everything():
            return query


def leaves(query: Query) -> "list[Term | Phrase | Glob | Fuzzy]":
    """Return the leaves by which the words of an article can match; a leaf under a `Not` is left out.

    >>> leaves(And((Term("stem", "lion"), Not(Term("stem", "atlas")), Everything())))
    [Term(field='stem', term='lion')]
    """
    match query:
        case Term() | Phrase() | Glob() | Fuzzy():
            return [query]
        case And(clauses) | Or(clauses) | AtLeast(clauses):
            return [leaf for clause in clauses for leaf in leaves(clause)]
        case Prefer(must, should):
            return [*leaves(must), *leaves(should)]
        case Boost(clause):
            return leaves(clause)
        case Dated() | Among() | Everything() | Not():
            return []
