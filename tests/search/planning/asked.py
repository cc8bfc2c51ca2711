"""What the tests of planning ask: a line, planned, and the query of a word."""

from datetime import date

from index.query import Boost, Or, Prefer, Query, Term
from search.language import parse
from search.planning.plan import Matching, plan

TODAY = date(2025, 12, 1)


def planned(line: str, matching: Matching = Matching.ALL) -> Query:
    return plan(parse(line), TODAY, matching)


def word(exact: str, stem: str, field: str = "") -> Prefer:
    """Return what a word asks: its stem, and more for the same word; a bare word, more for the headline too."""
    if field:
        return Prefer(Term(f"{field}_stem", stem), Boost(Term(f"{field}_exact", exact), 0.5))
    more = Or((Boost(Term("exact", exact), 0.5), Boost(Term("title_stem", stem), 0.15)))
    return Prefer(Term("stem", stem), more)
