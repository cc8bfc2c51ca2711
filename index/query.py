"""The queries that an index can answer: a closed set of questions over lists of terms.

People type the language of `search.language`, which `search.plan` turns into these queries.  Here a word is already a
term of `index.analysis`, and a field is the name of a list of terms of `Document.terms`.  Each engine answers a query
by one exhaustive `match`.
"""

from dataclasses import dataclass
from typing import TypeAlias

MAX_SLOP = 30
"""The largest `slop` of a phrase; `index.document.PHRASE_GAP` is one longer."""


@dataclass(frozen=True, slots=True)
class Term:
    """The articles whose list `field` has the term, scored by BM25."""

    field: str
    term: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """The articles whose list `field` has the terms in this order, at most `slop` moves out of it.

    A match gives every term a position of its own.  The offset of a term is its position less its rank in the phrase;
    the greatest offset less the least is at most `slop` (the rule of Lucene: to swap two words costs two).
    """

    field: str
    terms: tuple[str, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Glob:
    """The articles whose list `field` has a term that fits the pattern: `*` is any letters, `?` is one letter; score 1."""

    field: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """The articles whose list `field` has a term within `edits` of this one; score 1.

    An edit adds, drops or changes a letter, or swaps two neighbours.
    """

    field: str
    term: str
    edits: int


@dataclass(frozen=True, slots=True)
class Dated:
    """The articles dated from `first` to `last`, both included, as yyyymmdd; 0 is undated; score 0."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article; score 0."""


@dataclass(frozen=True, slots=True)
class And:
    """The articles that every clause matches; the scores are added."""

    clauses: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """The articles that at least `least` of the clauses match; the scores of those are added."""

    clauses: tuple["Query", ...]
    least: int = 1


@dataclass(frozen=True, slots=True)
class Not:
    """The articles that the clause does not match; score 0."""

    clause: "Query"


@dataclass(frozen=True, slots=True)
class Prefer:
    """The articles that `must` matches; what `should` scores is added."""

    must: "Query"
    should: "Query"


@dataclass(frozen=True, slots=True)
class Boost:
    """The articles that the clause matches, with their scores multiplied by `weight` (0 for a filter)."""

    clause: "Query"
    weight: float


Query: TypeAlias = (
    Term | Phrase | Glob | Fuzzy | Dated | Everything | And | Or | Not | Prefer | Boost
)  # fmt: skip


def leaves(query: Query) -> "list[Term | Phrase | Glob | Fuzzy]":
    """Return the leaves by which the words of an article can match; a leaf under a `Not` is left out.

    >>> leaves(And((Term("stem", "lion"), Not(Term("stem", "atlas")), Everything())))
    [Term(field='stem', term='lion')]
    """
    match query:
        case Term() | Phrase() | Glob() | Fuzzy():
            return [query]
        case And(clauses) | Or(clauses):
            return [leaf for clause in clauses for leaf in leaves(clause)]
        case Prefer(must, should):
            return [*leaves(must), *leaves(should)]
        case Boost(clause):
            return leaves(clause)
        case Dated() | Everything() | Not():
            return []
