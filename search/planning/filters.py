"""A filter on a field of names: the terms of the index that stand for a typed name.

Articles with a merged name are found under it and under the name of its entity, in the field where the entity is
counted; articles with a dropped name, or with a name that is counted in another field, are not.
"""

from collections.abc import Sequence

from index.fields import Field
from index.names.resolution import Names
from index.query import And, Boost, Or, Query, Term


def whole_name(field: Field, text: str, names: Names) -> Query:
    """Return a query for the articles that have the entity of a whole name."""
    return _filter(field, [Term(*key) for key in names.members(field.name, text)], ())


def words(field: Field, terms: Sequence[str], names: Names) -> Query:
    """Return a query for the articles that have an entity with these words in one of its names."""
    if not terms:
        return Or(())
    counted_keys = names.counted_here(field.name, terms)
    if counted_keys is None:
        each = tuple(Term(field.name, term) for term in terms)
        counted_here: list[Query] = [each[0] if len(each) == 1 else And(each)]
    else:
        counted_here = [Term(*key) for key in counted_keys]
    merged_in = [key for key in names.merged_in(field.name, terms) if key not in (counted_keys or ())]
    return _filter(field, counted_here, [Term(*key) for key in merged_in])


def _filter(field: Field, counted_here: Sequence[Query], merged_in: Sequence[Query]) -> Query:
    """Return a query for any of the clauses; they match without a score."""
    clauses = (*counted_here, *merged_in)
    return Boost(clauses[0] if len(clauses) == 1 else Or(clauses), field.weight)
