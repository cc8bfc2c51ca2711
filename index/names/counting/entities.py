"""The entities of an engine's names: which of its names are one, and under which name an entity is shown."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from math import inf
from typing import Generic

from corpus.spelling import spelling_to_show
from index.memo import Memo
from index.names.aliases import NameKey
from index.names.counting.countable import Name
from index.names.resolution import Names


class Entities(Generic[Name]):
    """The names that are not simply an entity of their own; `form` returns the form in which the engine counts a name."""

    def __init__(self, names: Names, form: Callable[[NameKey], Name]) -> None:
        self.names = names
        self._form = Memo(form).__getitem__
        self._groups: dict[str, Mapping[Name, Sequence[Name]]] = {}
        self._largest: dict[str, Sequence[Name]] = {}
        self._largest_frequencies: dict[str, Sequence[float]] = {}
        self._sources: dict[str, Sequence[str]] = {}
        self._frequencies: dict[Name, float] = {}

    @cached_property
    def of(self) -> Mapping[Name, Name | None]:
        """The entity of every such name; None for a name that is dropped."""
        targets = self.names.targets.items()
        return {self._form(key): self._form(entity) if entity else None for key, entity in targets}

    @cached_property
    def _spellings(self) -> Mapping[Name, str]:
        return {self._form(key): name for key, name in self.names.spellings.items()}

    def groups(self, field: str) -> Mapping[Name, Sequence[Name]]:
        """Return the entities of a field that another name is merged into or moved to, each with all its names."""
        if field not in self._groups:
            groups = self.names.groups(field)
            self._groups[field] = {
                self._form(key): tuple(map(self._form, keys)) for key, keys in groups.items()
            }
        return self._groups[field]

    def largest(self, field: str) -> Sequence[Name]:
        """Return these entities of a field, in order of their names: the one with the most names first."""
        if field not in self._largest:
            groups = self.groups(field)
            self._largest[field] = sorted(groups, key=lambda entity: len(groups[entity]), reverse=True)
        return self._largest[field]

    def frequent(
        self, field: str, names: int, articles: int, of_name: Callable[[Name], int | None]
    ) -> Sequence[Name]:
        """Return the entities of a field that have so many names, and may have so many articles in the whole index.

        Of 5,514 entities, all are looked through in .2 ms once their frequencies are known, which are remembered.
        """
        largest = self.largest(field)
        end = bisect_right(largest, -names, key=lambda entity: -len(self.groups(field)[entity]))
        known = self._largest_frequencies.get(field, ())
        if len(known) < end:
            # a new list, for another thread may be counting
            known = [*known, *(self.frequency(entity, of_name) for entity in largest[len(known) : end])]
            self._largest_frequencies[field] = known
        return [
            entity
            for entity, frequency in zip(largest[:end], known[:end], strict=True)
            if frequency >= articles
        ]

    def sources(self, field: str) -> Sequence[str]:
        """Return the fields whose names are counted in a field."""
        if field not in self._sources:
            members = self.groups(field).values()
            fields = (field, *(name.field for names in members for name in names))
            self._sources[field] = tuple(dict.fromkeys(fields))
        return self._sources[field]

    def members(self, entity: Name) -> Sequence[Name]:
        """Return all names of an entity."""
        return self.groups(entity.field).get(entity, (entity,))

    def frequency(self, entity: Name, of_name: Callable[[Name], int | None]) -> float:
        """Return an upper bound of the articles of an entity in the whole index; infinity if the engine knows none of a name."""
        if entity not in self._frequencies:
            of_names = [of_name(name) for name in self.members(entity)]
            self._frequencies[entity] = sum(inf if of_one is None else of_one for of_one in of_names)
        return self._frequencies[entity]

    def name_of(self, name: Name, spelling: str) -> str:
        """Return the name of the entity that a name stands for in this spelling."""
        value = self.names.value(name.field, spelling) if name in self.of else None
        return value.name if value else spelling

    def spelt(self, entity: Name, spellings: Mapping[Name, Mapping[str, int]]) -> Counter[str]:
        """Return the names to show of an entity, each with its articles, from those of the spellings of its names."""
        names: Counter[str] = Counter()
        for member in self.members(entity):
            for spelling, articles in spellings[member].items():
                if value := self.names.value(member.field, spelling):
                    names[value.name] += articles
        return names

    def shown(self, entity: Name, names: Mapping[str, int]) -> str:
        """Return the name to show of an entity: the spelling of the whole index, else that of the names with their articles."""
        return self._spellings.get(entity) or spelling_to_show(names)
