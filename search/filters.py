"""A filter on a field of names: which terms of the index stand for what was typed.

A name that is merged into another is found under both, where the entity is counted; one that is dropped, or
counted elsewhere, is not.
"""

from collections.abc import Sequence

from index.fields import Field
from index.names.resolution import Names
from index.query import And, Boost, Or, Query, Term


def whole_name(field: Field, text: str, names: Names) -> Query:
    """Return the articles that have the entity of a whole name."""
    return _filter(field, [Term(*key) for key in names.members(field.name, text)], ())


def words(field: Field, terms: Sequence[str], names: Names) -> Query:
    """Return the articles that have an entity with these words in one of its names."""
    if not terms:
        return Or(())
    counted = names.counted_here(field.name, terms)
    if counted is None:
        each = tuple(Term(field.name, term) for term in terms)
        standing: list[Query] = [each[0] if len(each) == 1 else And(each)]
    else:
        standing = [Term(*key) for key in counted]
    entering = [key for key in names.merged_in(field.name, terms) if key not in (counted or ())]
    return _filter(field, standing, [Term(*key) for key in entering])


def _filter(field: Field, standing: Sequence[Query], entering: Sequence[Query]) -> Query:
    """Return any of the clauses, which match without a score."""
    clauses = (*standing, *entering)
    return Boost(clauses[0] if len(clauses) == 1 else Or(clauses), field.weight)
