"""A query or a filter as a person would type it in the language that is spoken: `lieu:rabat` where French is."""

from corpus.records import replace
from index.fields import BY_NAME
from search.language import Tree, parse, tree
from search.messages import Language, spoken


def field_name(name: str) -> str:
    """Return the name of a field, given by any of its names, in the language that is spoken."""
    field = BY_NAME[name]
    return field.french if spoken() is Language.FRENCH else field.name


def clause_text(clause: Tree) -> str:
    """Return what a person would type for a clause.

    >>> clause_text(parse("personne:macron -lieu:rabat"))
    'person:macron -place:rabat'
    """
    return str(_named(clause))


def line_text(line: str) -> str:
    """Return a line as a person would type it."""
    return clause_text(parse(line))


def _named(clause: Tree) -> Tree:
    """Return a clause with the names of its fields as they are shown."""
    match clause:
        case tree.Words(clauses) | tree.And(clauses) | tree.Or(clauses):
            return replace(clause, clauses=tuple(map(_named, clauses)))
        case tree.Not(inside) | tree.Boost(inside):
            return replace(clause, clause=_named(inside))
        case tree.Word() | tree.Phrase() | tree.Wildcard() | tree.Fuzzy() if clause.field:
            return replace(clause, field=field_name(clause.field))
        case _:
            return clause
