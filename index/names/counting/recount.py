"""The recount: the entities with the most articles, exactly, in as few requests to an engine as that takes.

An engine counts the most frequent names of a field, some of them with an error.  The names and the entities that this leaves
in doubt are counted again, those of all fields in one request.  Where that is not enough, more names are requested.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Generic, NamedTuple

from corpus.records import record
from index.names.counting.candidates import Candidates
from index.names.counting.countable import Column, CountableNames, Name
from index.names.counting.entities import Entities
from index.names.tally import ordered

_MORE_NAMES = 8
"""Times as many names are requested as in the request before."""


class Limits(NamedTuple):
    """The names of a field that an engine is asked for: in its first columns, in a recount, in its largest columns."""

    first_names: int
    doubtful_names: int
    requested_names: int


@record
class Recount(Generic[Name]):
    """The recount of the names of an answer."""

    answer: CountableNames[Name]
    entities: Entities[Name]
    limits: Limits

    def sources(self, fields: Sequence[str]) -> tuple[str, ...]:
        """Return the fields whose names are counted in some fields, each once."""
        return tuple(dict.fromkeys(source for field in fields for source in self.entities.sources(field)))

    def first(
        self, fields: Sequence[str], most: int, columns: Mapping[str, Column[Name]]
    ) -> dict[str, Mapping[Name, int]]:
        """Return the counts of the `most` entities of each field with the most articles, and of all that tie with the last.

        `columns` have the first names of the `sources`.  A field is left out where more names than the limit are needed.
        """
        counts: dict[str, Mapping[Name, int]] = {}
        size = self.limits.first_names
        while True:
            counts |= self._settled(
                [
                    Candidates(field, most, columns, self.entities, self.answer)
                    for field in fields
                    if field not in counts
                ]
            )
            left = [field for field in fields if field not in counts]
            size *= _MORE_NAMES
            if not left or size > self.limits.requested_names:
                return counts
            columns = self.answer.columns(self.sources(left), size)

    def _settled(self, candidates: Sequence[Candidates[Name]]) -> dict[str, Mapping[Name, int]]:
        """Return the first counts of the fields that one recount settles."""
        few = [one for one in candidates if len(one.doubtful) <= self.limits.doubtful_names]
        doubtful = {entity: names for one in few for entity, names in one.doubtful.items()}
        recounted = self.answer.having(doubtful) if doubtful else {}
        first = {one.field: one.first(recounted) for one in few}
        return {field: counts for field, counts in first.items() if counts is not None}

    def all(self, field: str) -> dict[str, int]:
        """Return the counts of all entities of a field under the names to show, from every spelling of every name."""
        # dicts, for most entities have one name in one spelling: to make a Counter and add to it takes .67 µs, with a dict .05
        spellings: defaultdict[Name, dict[str, int]] = defaultdict(dict)
        members: defaultdict[Name, dict[Name, int]] = defaultdict(dict)
        for source in self.entities.sources(field):
            for name, spelling, articles in self.answer.spelt(source):
                entity = self.entities.of.get(name, name)
                if entity is not None and entity.field == field:
                    shown, counted = self.entities.name_of(name, spelling), members[entity]
                    spellings[entity][shown] = spellings[entity].get(shown, 0) + articles
                    counted[name] = counted.get(name, 0) + articles
        counts = {entity: sum(counted.values()) for entity, counted in members.items()}
        several = ((entity, tuple(counted)) for entity, counted in members.items() if len(counted) > 1)
        while some := dict(islice(several, self.limits.doubtful_names)):
            counts |= self.answer.having(some)
        return ordered(
            {self.entities.shown(entity, spellings[entity]): count for entity, count in counts.items()}
        )
