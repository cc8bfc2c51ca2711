"""Which names are one entity: what the corpus tells, and the last word of the person who edits the aliases.

The index keeps every name as its article has it.  A name is looked up here when it is counted, asked for or
shown, so that a merge, and the undoing of one, is seen at once, in the oldest article as in the newest.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple, Protocol

from corpus import Article
from index.document import distinct, values, whole
from index.fields import VALUES
from index.names.aliases import ENTITIES, Aliases, NameKey

OTHER = "other"
"""The field of works, events and products: no facet; a name that the corpus moves there is dropped."""

_MAX_STEPS = 8
"""From a name to its entity: kind, surname, acronym and edits are one step each; more would be a circle."""


class EntityName(NamedTuple):
    """An entity: the field that counts it, and the name to show."""

    field: str
    name: str

    @property
    def key(self) -> NameKey:
        """The name however it is spelt."""
        return NameKey(self.field, whole(self.name))


class MergeTable(Protocol):
    """What is known of the names of a corpus."""

    def merged(self) -> Mapping[NameKey, EntityName]:
        """Return the names that the corpus merges into another, or moves to another field."""
        ...

    def having(self, field: str, words: Sequence[str]) -> Iterable[str]:
        """Return the terms of the names of a field that have all these words."""
        ...


class NoMerges:
    """A corpus of which nothing is known: every name stands alone."""

    def merged(self) -> Mapping[NameKey, EntityName]:
        """Return nothing."""
        return {}

    def having(self, field: str, words: Sequence[str]) -> Iterable[str]:  # noqa: ARG002 - of the protocol
        """Return nothing."""
        return ()


class Names:
    """The entity of every name; what the corpus tells is read at the first question."""

    def __init__(self, known: MergeTable = NoMerges(), aliases: Aliases = Aliases()) -> None:
        self._known = known
        self._aliases = aliases
        self._values: dict[tuple[str, str], EntityName | None] = {}

    @property
    def aliases(self) -> Aliases:
        """What the person decided."""
        return self._aliases

    def with_aliases(self, aliases: Aliases) -> "Names":
        """Return the names of the same corpus, as a person would have decided otherwise."""
        return Names(self._known, aliases)

    def is_edited(self, key: NameKey) -> bool:
        """Return whether the person decided about a name."""
        return key in self._edited

    def is_known(self, key: NameKey) -> bool:
        """Return whether a name is decided to be an entity, by the person or by the corpus."""
        return key in self._edited or key in self._merged

    @cached_property
    def _merged(self) -> Mapping[NameKey, EntityName]:
        return self._known.merged()

    @cached_property
    def _edited(self) -> Mapping[NameKey, EntityName | None]:
        edited: dict[NameKey, EntityName | None] = {}
        for rule in self._aliases.rules:
            for key in rule.name.meanings:
                if not (
                    rule.variants and edited.get(key)
                ):  # merged by a line above, it takes its variants along
                    edited[key] = None if rule.dropped else EntityName(key.field, rule.name.text)
            for variant in rule.variants:
                for key in variant.meanings:
                    value = EntityName(rule.name.field or key.field, rule.name.text)
                    if not _leads(edited, value.key, key):  # A = B, then B = A, says nothing new
                        edited[key] = value
        return edited

    @property
    def is_plain(self) -> bool:
        """Whether every name stands alone."""
        return not self._edited and not self._merged

    def value(self, field: str, name: str) -> EntityName | None:
        """Return the entity of a name, None where it is dropped."""
        if (field, name) not in self._values:
            self._values[field, name] = self._followed(EntityName(field, name).key, EntityName(field, name))
        return self._values[field, name]

    def _followed(self, key: NameKey, value: EntityName) -> EntityName | None:
        """Follow a name to its entity, each time a person's word first, then the corpus's."""
        for _ in range(_MAX_STEPS):
            after = self._edited[key] if key in self._edited else self._merged.get(key, value)
            if after is None or after.field == OTHER:
                return None
            if after is value or after.key == key:
                return after
            key, value = after.key, after
        return value

    def entities(self, told: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
        """Return the entities that the names of a document stand for, by field: one for each name."""
        if self.is_plain:
            return told
        found: defaultdict[str, list[str]] = defaultdict(list)
        for field, names in told.items():
            for name in names:
                value = self.value(field, name)
                if value:
                    found[value.field].append(value.name)
        return found

    def article(self, article: Article) -> Article:
        """Return an article with its entities under the names to show."""
        if self.is_plain:
            return article
        told = self.entities({field.name: values(article, field.name) for field in VALUES})
        entities = {field: distinct(told.get(field, ())) for field in ENTITIES}
        return replace(article, **entities)  # type: ignore[arg-type] # fields of tuples of names

    def members(self, field: str, name: str) -> tuple[NameKey, ...]:
        """Return every name that is the entity of this one, as the index has them; none where it is dropped."""
        value = self.value(field, name)
        if value is None:
            return ()
        itself = value.key
        standing = () if self.resolved(itself) != itself else (itself,)
        return tuple(self.groups(itself.field).get(itself, standing))

    def groups(self, field: str) -> Mapping[NameKey, Sequence[NameKey]]:
        """Return the entities of a field that something is merged into or moved to, each with all its names."""
        return self._groups.get(field, {})

    def merged_in(self, field: str, words: Sequence[str]) -> tuple[NameKey, ...]:
        """Return the names of every entity of the field that has a name with these words."""
        found: dict[NameKey, None] = {}
        for entity, members in self._members.items():
            names = (entity, *members)
            if entity.field == field and any(_has(name.term, words) for name in names):
                found.update(dict.fromkeys(names))
        return tuple(found)

    def counted_here(self, field: str, words: Sequence[str]) -> tuple[NameKey, ...] | None:
        """Return the names of the field with these words that are counted there; None for all that have them."""
        away = [key for key in self._counted_elsewhere.get(field, ()) if _has(key.term, words)]
        if not away:
            return None
        having = (NameKey(field, term) for term in self._known.having(field, words))
        return tuple(key for key in having if key not in set(away))

    def resolved(self, key: NameKey) -> NameKey | None:
        """Return the entity of a name that is known by its term alone."""
        unnamed = EntityName(key.field, "")
        value = self._followed(key, unnamed)
        if value is None:
            return None
        return key if value is unnamed else value.key

    @cached_property
    def targets(self) -> Mapping[NameKey, NameKey | None]:
        """The entity of every name of the index that is not simply its own; works and events are not indexed."""
        known = dict.fromkeys((*self._merged, *self._edited))
        return {key: self.resolved(key) for key in known if key.field != OTHER}

    @cached_property
    def _members(self) -> Mapping[NameKey, Sequence[NameKey]]:
        members: defaultdict[NameKey, list[NameKey]] = defaultdict(list)
        for key, entity in self.targets.items():
            if entity is not None and key.field != OTHER:  # no article has a name of that field
                members[entity].append(key)
        return members

    @cached_property
    def _groups(self) -> Mapping[str, Mapping[NameKey, Sequence[NameKey]]]:
        groups: defaultdict[str, dict[NameKey, Sequence[NameKey]]] = defaultdict(dict)
        for entity, members in self._members.items():
            standing = (entity,) if self.resolved(entity) == entity else ()
            groups[entity.field][entity] = tuple(dict.fromkeys((*standing, *members)))
        return groups

    @cached_property
    def _counted_elsewhere(self) -> Mapping[str, Sequence[NameKey]]:
        """The names of each field that are dropped, or counted in another one."""
        away: defaultdict[str, list[NameKey]] = defaultdict(list)
        for key, entity in self.targets.items():
            if entity is None or entity.field != key.field:
                away[key.field].append(key)
        return away


def _leads(edited: Mapping[NameKey, EntityName | None], start: NameKey, end: NameKey) -> bool:
    """Return whether a name is decided to be another one, step by step."""
    value = edited.get(start)
    while start != end and value is not None and value.key != start:
        start, value = value.key, edited.get(value.key)
    return start == end


def _has(term: str, words: Sequence[str]) -> bool:
    """Return whether the one term of a name has all these words."""
    return set(words) <= set(term[1:].split("_"))
