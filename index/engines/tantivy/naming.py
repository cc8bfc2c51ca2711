"""The name under which an entity is shown: the most frequent one in the articles of an answer (`corpus.spelling`)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from corpus.spelling import spelling_to_show
from index.engines.tantivy.matches import Matches
from index.engines.tantivy.name_index import NameId, NameIndex, Shown, ShownEntities

_SAFE_LEAD = 10
"""A name that has more than ten times the articles of any other is shown, whatever the accents of the others."""


class Naming:
    """The names of the entities of an answer."""

    def __init__(self, matches: Matches, name_index: NameIndex, entities: ShownEntities) -> None:
        self._matches = matches
        self._name_index = name_index
        self._entities = entities

    def shown(self, counts: Mapping[NameId, int]) -> dict[NameId, str]:
        """Return the name to show of each entity, which has so many articles.

        The names in the articles are counted only where the usual name of the whole index may not be the first there.
        """
        usual = {entity: self._usual(entity) for entity in counts}
        doubtful = [
            entity
            for entity, first in usual.items()
            if counts[entity] - first.others <= _SAFE_LEAD * first.most
        ]
        here = self._spelt_here(doubtful) if doubtful else {}
        return {
            entity: spelling_to_show(here[entity]) if entity in here else first.name
            for entity, first in usual.items()
        }

    def _usual(self, entity: NameId) -> Shown:
        """Return the name to show of an entity in the whole index, and the uses of its other names."""
        if entity not in self._entities.usual:
            names = self._entities.spelt(entity, self._name_index.spellings)
            name = spelling_to_show(names)
            others = [times for other, times in names.items() if other != name]
            self._entities.usual[entity] = Shown(name, sum(others), max(others, default=0))
        return self._entities.usual[entity]

    def _spelt_here(self, entities: Iterable[NameId]) -> dict[NameId, Counter[str]]:
        """Return the number of articles with each name of these entities, counted in one request."""
        names = [name for entity in entities for name in self._entities.members(entity)]
        asked = {name: self._name_index.written_apart(name) for name in names}
        counts = self._matches.having(text for spellings in asked.values() for _, text in spellings)
        here = {
            name: {spelling: counts[text] for spelling, text in spellings if counts[text]}
            for name, spellings in asked.items()
        }
        return {entity: self._entities.spelt(entity, here) for entity in entities}
