"""A query as a person typed it: a tree that prints as what one would type, so that `parse(str(tree)) == tree`.

The tree keeps the typed words, not index terms: `search.planning.plan` turns it into an `index.query.Query`.
A leaf with a `field` (a name of `index.fields.FIELDS`, "" for the whole text) is printed `field:leaf`.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from corpus.expression import expression
from corpus.records import record
from index.analysis.bound import bound

_MAX_BOUND_LETTERS = 60
"""Letters in front of a blank in which a word that goes on behind it begins: `1 000 000 000`."""

_COMPLETE_DATE = expression(
    r"[^A-Za-zÀ-ÿ ]*[0-9]{4}[^A-Za-zÀ-ÿ ]*|[0-9]+[jdswmay]|none|aucune|sans", re.IGNORECASE
)
"""A date in digits with its year, a distance, or the undated: whatever follows is another word of the query."""


_BARE_ID = expression(r"[A-Za-z0-9]+(?:[_-]+[A-Za-z0-9]+)*")
"""An id that is typed without quotes."""


@record
class Word:
    """A word, in any form of it: `élections`."""

    text: str
    field: str = ""

    def __str__(self) -> str:
        return prefixed(self.field, self.text)


@record
class Phrase:
    """Words in this order, or at most `slop` moves out of it: `"conseil de sécurité"`, `"a b"~5`.

    In a field of names, it is the whole name: `person:"Abdellatif Hammouchi"`.
    """

    text: str
    slop: int = 0
    field: str = ""

    def __str__(self) -> str:
        return prefixed(self.field, f'"{self.text}"' + (f"~{self.slop}" if self.slop else ""))


@record
class Wildcard:
    """A word with `*` (any letters) or `?` (one letter) in it: `terroris*`."""

    pattern: str
    field: str = ""

    def __str__(self) -> str:
        return prefixed(self.field, self.pattern)


@record
class Fuzzy:
    """Words at most `edits` (1 or 2) letters away from this one: `hamouchi~`, `hamouchi~2`."""

    text: str
    edits: int = 1
    field: str = ""

    def __str__(self) -> str:
        return prefixed(self.field, f"{self.text}~" + (str(self.edits) if self.edits > 1 else ""))


@record
class Form:
    """A word in exactly this form, accents, capitals and plural included: `=Côte`."""

    text: str

    def __str__(self) -> str:
        return f"={self.text}"


@record
class Dates:
    """The articles of some days, in an expression of `search.language.days`: `date:2025-11`, `date:7j`."""

    expression: str

    def __str__(self) -> str:
        return self.quoted() if " " in self.expression else prefixed("date", self.expression)

    def quoted(self) -> str:
        """Return what one would type where the next word could belong to the date."""
        return prefixed("date", f'"{self.expression}"')


@record
class Like:
    """The articles about the same thing as the article of an id: `like:7f3k2`."""

    article_id: str

    def __str__(self) -> str:
        is_bare = _BARE_ID.fullmatch(self.article_id)
        return prefixed("like", self.article_id if is_bare else f'"{self.article_id}"')


@record
class Everything:
    """Every article: `*`."""

    def __str__(self) -> str:
        return "*"


@record
class Words:
    """Two clauses or more side by side; the number of words that must match depends on the number of words."""

    clauses: tuple["Tree", ...]

    def __str__(self) -> str:
        line = ""
        for text in (within(clause, Words) for clause in self.clauses):
            line += f"{_between(line, text)}{text}" if line else text
        return line


@record
class And:
    """Two clauses or more that must all match: `a AND b`."""

    clauses: tuple["Tree", ...]

    def __str__(self) -> str:
        return " AND ".join(within(clause, And) for clause in self.clauses)


@record
class Or:
    """Two clauses or more; one of them must match: `a OR b`."""

    clauses: tuple["Tree", ...]

    def __str__(self) -> str:
        return " OR ".join(within(clause, Or) for clause in self.clauses)


@record
class Not:
    """The articles that the clause does not match: `-a`, `NOT a`."""

    clause: "Tree"

    def __str__(self) -> str:
        return f"-{within(self.clause, Not)}"


@record
class Boost:
    """A clause that weighs `weight` times as much: `mot^3`."""

    clause: "Tree"
    weight: float

    def __str__(self) -> str:
        return f"{within(self.clause, Boost)}^{self.weight:g}"


Leaf: TypeAlias = Word | Phrase | Wildcard | Fuzzy | Form | Dates | Like | Everything
Tree: TypeAlias = Leaf | Words | And | Or | Not | Boost

_BINDING: tuple[type, ...] = (Or, And, Words, Not, Boost)
"""The groups, from the loosest binding to the tightest: `a b OR -c AND d^2` is `(a b) OR ((-c) AND (d^2))`."""


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Yield the leaves of a tree, in the order of the line.

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


def _between(left: str, right: str) -> str:
    """Return what stands between two clauses: a comma where a word of one would go on in the other, or be cut by it.

    `24 heures, 27` has two words; `1^0.01, 10 000` is no phone number.
    """
    end = left[-_MAX_BOUND_LETTERS:]
    return " " if bound(f"{end} {right}") == f"{bound(end)} {bound(right)}" else ", "


def is_complete_date(expression: str) -> bool:
    """Return whether no further word can belong to a date that is typed without quotes.

    >>> is_complete_date("2020"), is_complete_date("7j"), is_complete_date("2"), is_complete_date("lundi")
    (True, True, False, False)
    """
    return bool(_COMPLETE_DATE.fullmatch(expression))


def prefixed(field: str, text: str) -> str:
    """Return the text behind the name of its field, if it has a field."""
    return f"{field}:{text}" if field else text


def within(clause: Tree, group: type) -> str:
    """Return the clause as one types it inside a group, in parentheses where the group would tear it apart."""
    if isinstance(clause, Dates) and group in (Words, Not) and not is_complete_date(clause.expression):
        return clause.quoted()  # `date:"lundi" dernier` is a day and a word
    kind = type(clause)
    apart = kind in _BINDING and _BINDING.index(kind) <= _BINDING.index(group)
    return f"({clause})" if apart else str(clause)
