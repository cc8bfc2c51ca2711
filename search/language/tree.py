"""What a person typed, as a tree that prints back as what one would type: `parse(str(tree)) == tree`.

The tree keeps the typed words, not index terms: `search.plan` turns it into an `index.query.Query`.
A leaf with a `field` (a name of `index.fields.FIELDS`, "" for the whole text) is printed `field:leaf`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """A word, in any form of it: `élections`."""

    text: str
    field: str = ""

    def __str__(self) -> str:
        return prefixed(self.field, self.text)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, or at most `slop` moves out of it: `"conseil de sécurité"`, `"a b"~5`.

    Of a field of names, the whole name: `person:"Abdellatif Hammouchi"`.
    """

    text: str
    slop: int = 0
    field: str = ""

    def __str__(self) -> str:
        return prefixed(self.field, f'"{self.text}"' + (f"~{self.slop}" if self.slop else ""))


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word with `*` (any letters) or `?` (one letter) in it: `terroris*`."""

    pattern: str
    field: str = ""

    def __str__(self) -> str:
        return prefixed(self.field, self.pattern)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words at most `edits` (1 or 2) letters away from this one: `hamouchi~`, `hamouchi~2`."""

    text: str
    edits: int = 1
    field: str = ""

    def __str__(self) -> str:
        return prefixed(self.field, f"{self.text}~" + (str(self.edits) if self.edits > 1 else ""))


@dataclass(frozen=True, slots=True)
class Form:
    """Exactly this form of the word, its accents, capitals and plural: `=Côte`."""

    text: str

    def __str__(self) -> str:
        return f"={self.text}"


@dataclass(frozen=True, slots=True)
class Dates:
    """The articles of some days, as `search.language.days` reads them: `date:2025-11`, `date:7j`."""

    expression: str

    def __str__(self) -> str:
        quoted = f'"{self.expression}"' if " " in self.expression else self.expression
        return prefixed("date", quoted)


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article: `*`."""

    def __str__(self) -> str:
        return "*"


@dataclass(frozen=True, slots=True)
class Words:
    """Two clauses or more side by side: how many of its words must match depends on how many there are."""

    clauses: tuple["Tree", ...]

    def __str__(self) -> str:
        return " ".join(within(clause, Words) for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class And:
    """Two clauses or more, all of which must match: `a AND b`."""

    clauses: tuple["Tree", ...]

    def __str__(self) -> str:
        return " AND ".join(within(clause, And) for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Or:
    """Two clauses or more, one of which must match: `a OR b`."""

    clauses: tuple["Tree", ...]

    def __str__(self) -> str:
        return " OR ".join(within(clause, Or) for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Not:
    """The articles that the clause does not match: `-a`, `NOT a`."""

    clause: "Tree"

    def __str__(self) -> str:
        return f"-{within(self.clause, Not)}"


@dataclass(frozen=True, slots=True)
class Boost:
    """A clause that weighs `weight` times as much: `mot^3`."""

    clause: "Tree"
    weight: float

    def __str__(self) -> str:
        return f"{within(self.clause, Boost)}^{self.weight:g}"


Leaf: TypeAlias = Word | Phrase | Wildcard | Fuzzy | Form | Dates | Everything
Tree: TypeAlias = Leaf | Words | And | Or | Not | Boost

BINDING: tuple[type, ...] = (Or, And, Words, Not, Boost)
"""The groups, from the loosest to the tightest: `a b OR -c AND d^2` is `(a b) OR ((-c) AND (d^2))`."""


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Yield the leaves of a tree, as they are typed.

    >>> [str(leaf) for leaf in leaves(And((Word("a"), Not(Words((Word("b"), Everything()))))))]
    ['a', 'b', '*']
    """
    match tree:
        case Words(clauses) | And(clauses) | Or(clauses):
            for clause in clauses:
                yield from leaves(clause)
        case Not(clause) | Boost(clause):
            yield from leaves(clause)
        case _:
            yield tree


def prefixed(field: str, text: str) -> str:
    """The text behind the name of its field, if it has one."""
    return f"{field}:{text}" if field else text


def within(clause: Tree, group: type) -> str:
    """The clause as it is typed inside a group, in parentheses where the group would tear it apart."""
    kind = type(clause)
    apart = kind in BINDING and BINDING.index(kind) <= BINDING.index(group)
    return f"({clause})" if apart else str(clause)
