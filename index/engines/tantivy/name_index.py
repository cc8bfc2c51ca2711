"""The names of an open index: their spellings, and which of them are one entity.

Both are remembered as long as the index is open.  A name has a number, which is what the fast fields hold.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import tantivy
from tantivy import Occur

from index.document import one_term, whole
from index.engines.tantivy.schema import number, read_spelt, spellings, spelt
from index.memo import Memo
from index.names.aliases import NameKey
from index.names.counting.entities import Entities
from index.names.resolution import Names

_QUOTED_SIGN, _ESCAPED_SIGN = r'["\\]', r"\\\g<0>"
"""A sign that would end a term in quotes, and the form in which it may stand there."""


class NameId(NamedTuple):
    """A name whatever its spelling: its field and its number."""

    field: str
    number: int


class NameIndex:
    """The names of an open index."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher) -> None:
        self._schema = schema
        self._searcher = searcher
        self.spellings = Memo(self._spellings)
        self.frequencies = Memo(self._frequency)
        self._texts = Memo(self._written)
        self._apart: dict[Sequence[NameId], bool] = {}
        self._entities = ShownEntities(Names())

    def _spellings(self, name: NameId) -> Mapping[str, int]:
        """Return the spellings of a name, each with its articles, deleted ones included until they are merged away."""
        counts = self._searcher.terms_with_prefix(spellings(name.field), spelt(name.number))
        return {read_spelt(term)[1]: count for term, count in counts}

    def entities(self, names: Names) -> "ShownEntities":
        """Return the entities of some names; they are computed again when other names are given."""
        entities = self._entities
        if (
            entities.names is not names
        ):  # another thread may put others there at any moment: these are returned
            entities = self._entities = ShownEntities(names)
        return entities

    def _frequency(self, name: NameId) -> int:
        """Return the number of articles with a name, deleted ones included."""
        return sum(self.spellings[name].values())

    def having(self, names: Iterable[NameId], least: int = 1) -> tantivy.Query:
        """Return the query of the articles that have at least `least` of the names."""
        each = [
            tantivy.Query.boolean_query(
                [
                    (Occur.Should, tantivy.Query.term_query(self._schema, field, term, "basic"))
                    for field, term in self._terms(name)
                ]
            )
            for name in names
        ]
        return tantivy.Query.boolean_query([(Occur.Should, query) for query in each], least)

    def written(self, names: Iterable[NameId]) -> str:
        """Return the query of the articles that have any of the names as text, the only form that a request can count."""
        return " OR ".join(filter(None, map(self._texts.__getitem__, names)))

    def _written(self, name: NameId) -> str:
        return " OR ".join(_written(field, term) for field, term in self._terms(name))

    def written_apart(self, name: NameId) -> list[tuple[str, str]]:
        """Return each spelling of a name with the query of the articles that have it, as text."""
        terms = zip(self.spellings[name], self._spelt(name), strict=True)
        return [(value, _written(field, term)) for value, (field, term) in terms]

    def _terms(self, name: NameId) -> list[tuple[str, str]]:
        """Return the terms of the articles that have a name, each behind its list.

        The one term of the whole name stands for all its spellings: with it, the 60 to 72 filters of a page of 100,000
        articles take 4.9 to 8.0 ms, with a term for each spelling 6.8 to 9.2.  A name without a word has no such term.
        """
        term = whole(next(iter(self.spellings[name]), ""))
        return self._spelt(name) if term == one_term(()) else [(name.field, term)]

    def _spelt(self, name: NameId) -> list[tuple[str, str]]:
        return [(spellings(name.field), spelt(name.number, value)) for value in self.spellings[name]]

    def are_apart(self, names: Sequence[NameId]) -> bool:
        """Return whether no article has two of the names, so that their counts can be added up."""
        if names not in self._apart:
            both = self._searcher.search(self.having(names, 2), 1, count=False)
            self._apart[names] = not both.hits
        return self._apart[names]


class Shown(NamedTuple):
    """The name to show of an entity in the whole index; the uses of its other names, all together and of the most frequent."""

    name: str
    others: int
    most: int


class ShownEntities(Entities[NameId]):
    """The entities of an open index, with what is known of the names under which they are shown."""

    def __init__(self, names: Names) -> None:
        super().__init__(names, _number)
        self.usual: dict[NameId, Shown] = {}


def _written(field: str, term: str) -> str:
    """Return a term in the query language of tantivy: in quotes, with a backslash before a sign that would end it."""
    return f'{field}:"{re.sub(_QUOTED_SIGN, _ESCAPED_SIGN, term)}"'


def _number(key: NameKey) -> NameId:
    return NameId(key.field, number(key.term))
