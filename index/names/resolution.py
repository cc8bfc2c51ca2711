"""Which names are one entity: the merges of the corpus, over which the aliases of a person have the last word.

The index keeps every name as its article has it.  A name is looked up here when it is counted, searched or shown, so
that a merge, or its undoing, holds at once for all articles, old and new.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from corpus import Article
from corpus.records import replace
from index.analysis.french import folded
from index.document import one_term, printed_names, whole
from index.fields import VALUES
from index.names.aliases import ENTITIES, Aliases, NameKey

OTHER = "other"
"""The field of works, events and products, which is not a facet: a name that the corpus moves there is dropped."""

_MAX_STEPS = 8
"""Steps from a name to its entity: kind, surname, acronym and aliases are one step each; more steps are a circle."""


class EntityName(NamedTuple):
    """An entity: the field that counts it, and its name to show."""

    field: str
    name: str

    @property
    def key(self) -> NameKey:
        """The name whatever its spelling."""
        return NameKey(self.field, whole(self.name))


class Merge(NamedTuple):
    """What a name leads to: an entity by its key, and its name to show, of which the key is not computed again."""

    key: NameKey
    name: str

    @classmethod
    def into(cls, entity: EntityName) -> "Merge":
        """Return what leads to an entity."""
        return cls(entity.key, entity.name)


class MergeTable(Protocol):
    """The merges that the corpus decided, and the names that it has."""

    def merged(self) -> Mapping[NameKey, Merge]:
        """Return the names that the corpus merges into another one, or moves to another field."""
        ...

    def variants(self) -> Mapping[NameKey, Sequence[NameKey]]:
        """Return the names that the corpus merges into each entity, without a name between them."""
        ...

    def spellings(self) -> Mapping[NameKey, str]:
        """Return the spelling to show of each name that the articles spell in several ways."""
        ...

    def having(self, field: str, words: Sequence[str]) -> Iterable[str]:
        """Return the terms of the names of a field that have all these words."""
        ...


class NoMerges:
    """A corpus without merges: every name stands alone."""

    def merged(self) -> Mapping[NameKey, Merge]:
        """Return no merge."""
        return {}

    def variants(self) -> Mapping[NameKey, Sequence[NameKey]]:
        """Return the names of each entity that something is merged into: of no merge, no name."""
        return variants_of(self.merged())

    def spellings(self) -> Mapping[NameKey, str]:
        """Return no spelling."""
        return {}

    def having(self, field: str, words: Sequence[str]) -> Iterable[str]:  # noqa: ARG002 - of the protocol
        """Return no name."""
        return ()


class Names:
    """The entity of every name; the merges of the corpus are read when the first name is looked up."""

    def __init__(self, merges: MergeTable = NoMerges(), aliases: Aliases = Aliases()) -> None:
        self._merges = merges
        self._aliases = aliases
        self._values: dict[tuple[str, str], tuple[EntityName | None, NameKey | None]] = {}

    @property
    def aliases(self) -> Aliases:
        """The decisions of the person."""
        return self._aliases

    def with_aliases(self, aliases: Aliases) -> "Names":
        """Return the names of the same corpus with other aliases."""
        return Names(self._merges, aliases)

    def is_edited(self, key: NameKey) -> bool:
        """Return whether the aliases decide about a name."""
        return key in self._edited

    def is_known(self, key: NameKey) -> bool:
        """Return whether the aliases or the corpus decide about a name."""
        return key in self._edited or key in self._merged

    @cached_property
    def _merged(self) -> Mapping[NameKey, Merge]:
        return self._merges.merged()

    @cached_property
    def _edited(self) -> Mapping[NameKey, Merge | None]:
        edited: dict[NameKey, Merge | None] = {}
        for rule in self._aliases.rules:
            for key in rule.name.meanings:
                # a name that a line above merges into another one takes its own variants along
                if not (rule.variants and edited.get(key)):
                    edited[key] = None if rule.dropped else Merge(key, rule.name.text)
            for variant in rule.variants:
                for key in variant.meanings:
                    value = Merge.into(EntityName(rule.name.field or key.field, rule.name.text))
                    if not _leads(edited, value.key, key):  # A = B, then B = A, says nothing new
                        edited[key] = value
        return edited

    @cached_property
    def spellings(self) -> Mapping[NameKey, str]:
        """The spelling to show of each name that the articles spell in several ways; the person's spelling comes first."""
        return {key: name for key, name in self._spellings.items() if key not in self._edited}

    @cached_property
    def _spellings(self) -> Mapping[NameKey, str]:
        return self._merges.spellings()

    def _shown(self, merge: Merge) -> str:
        """Return the name to show of an entity, from the name that leads to it."""
        return merge.name if merge.key in self._edited else self._spellings.get(merge.key, merge.name)

    @property
    def is_plain(self) -> bool:
        """Whether every name stands alone, as it is spelt."""
        return not self._edited and not self._merged and not self._spellings

    def value(self, field: str, name: str) -> EntityName | None:
        """Return the entity of a name, in the spelling of the whole index; None if the name is dropped."""
        return self._entity(field, name)[0]

    def _entity(self, field: str, name: str) -> tuple[EntityName | None, NameKey | None]:
        """Return the entity of a name and its key, which takes an analysis of the name: both are remembered."""
        known = self._values.get((field, name))
        if known is None:
            merge = self._followed(Merge(NameKey(field, one_term(folded(name))), name))
            known = (EntityName(merge.key.field, self._shown(merge)), merge.key) if merge else (None, None)
            self._values[field, name] = known
        return known

    def _followed(self, merge: Merge) -> Merge | None:
        """Return the entity that a name leads to: at each step the aliases decide first, then the corpus."""
        for _ in range(_MAX_STEPS):
            key = merge.key
            after = self._edited[key] if key in self._edited else self._merged.get(key, merge)
            if after is None or after.key.field == OTHER:
                return None
            if after is merge or after.key == key:
                return after
            merge = after
        return merge

    def entities(self, names: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
        """Return the entities that the names of a document stand for, by field: one for each name that is not dropped."""
        if self.is_plain:
            return names
        entities: defaultdict[str, list[str]] = defaultdict(list)
        for field, names_of_field in names.items():
            for name in names_of_field:
                value = self.value(field, name)
                if value:
                    entities[value.field].append(value.name)
        return entities

    def article(self, article: Article) -> Article:
        """Return an article with its entities under the names to show."""
        if self.is_plain:
            return article
        first: dict[str, dict[NameKey, str]] = {field: {} for field in ENTITIES}
        for field in VALUES:
            for name in printed_names(article, field.name):
                value, key = self._entity(field.name, name)
                if value and key and value.field in first:
                    first[value.field].setdefault(key, value.name)
        shown = {field: tuple(names.values()) for field, names in first.items()}
        return replace(article, **shown)

    def members(self, field: str, name: str) -> tuple[NameKey, ...]:
        """Return every name of the index that is the same entity as this one; no name if this one is dropped."""
        value = self.value(field, name)
        if value is None:
            return ()
        itself = value.key
        standing = () if self.resolved(itself) != itself else (itself,)
        return self._names_of(itself) or standing

    def groups(self, field: str) -> Mapping[NameKey, Sequence[NameKey]]:
        """Return the entities of a field that something is merged into or moved to, each with all its names."""
        return self._groups.get(field, {})

    def entities_of(self, term: str) -> Mapping[EntityName, Sequence[NameKey]]:
        """Return the persons, organisations and places that have the name of a term and other names, each with all its names."""
        keys = dict.fromkeys(self.resolved(NameKey(field, term)) for field in ENTITIES)
        return {
            EntityName(key.field, self._shown(self._into(key))): names
            for key in filter(None, keys)
            if (names := self._names_of(key))
        }

    def _names_of(self, entity: NameKey) -> tuple[NameKey, ...]:
        """Return all names of an entity, itself the first if it stands; no name if none is decided to be this entity.

        It is what `groups` has of the entity, and reads the names that lead to it alone.
        """
        names, ends = {entity: None}, [entity]
        for _ in range(_MAX_STEPS):
            ends = [name for end in ends for name in self._before(end) if name not in names]
            if not ends:
                break
            names.update(dict.fromkeys(ends))
        members = [
            name
            for name in names
            if name.field != OTHER and self.is_known(name) and self.resolved(name) == entity
        ]
        return (
            _with_itself(entity, sorted(members), stands=self.resolved(entity) == entity) if members else ()
        )

    def _before(self, name: NameKey) -> Iterator[NameKey]:
        """Yield the names that a person or the corpus has decided to lead to a name."""
        yield from self._edited_variants.get(name, ())
        yield from self._variants.get(name, ())

    @cached_property
    def _variants(self) -> Mapping[NameKey, Sequence[NameKey]]:
        return self._merges.variants()

    @cached_property
    def _edited_variants(self) -> Mapping[NameKey, Sequence[NameKey]]:
        return variants_of({key: merge for key, merge in self._edited.items() if merge})

    def _into(self, entity: NameKey) -> Merge:
        """Return the last decision that leads to an entity, those of a person after those of the corpus."""
        edited, merged = self._edited_variants.get(entity), self._variants.get(entity)
        merge = self._edited[edited[-1]] if edited else self._merged[merged[-1]] if merged else None
        return merge or Merge(entity, "")

    def merged_in(self, field: str, words: Sequence[str]) -> tuple[NameKey, ...]:
        """Return the names of every entity of the field that has a name with these words."""
        merged: dict[NameKey, None] = {}
        for entity, members in self._members.items():
            names = (entity, *members)
            if entity.field == field and any(_has(name.term, words) for name in names):
                merged.update(dict.fromkeys(names))
        return tuple(merged)

    def counted_here(self, field: str, words: Sequence[str]) -> tuple[NameKey, ...] | None:
        """Return the names with these words that are counted in a field; None if all names of the field that have them are."""
        away = [key for key in self._counted_elsewhere.get(field, ()) if _has(key.term, words)]
        if not away:
            return None
        having = (NameKey(field, term) for term in self._merges.having(field, words))
        return tuple(key for key in having if key not in set(away))

    def resolved(self, key: NameKey) -> NameKey | None:
        """Return the key of the entity of a name of which only the key is known; None if the name is dropped."""
        merge = self._followed(Merge(key, ""))
        return merge and merge.key

    @cached_property
    def targets(self) -> Mapping[NameKey, NameKey | None]:
        """The entity of every name that the aliases or the corpus decide about; works and events are not indexed."""
        merges = dict.fromkeys((*self._merged, *self._edited))
        return {key: self.resolved(key) for key in merges if key.field != OTHER}

    @cached_property
    def _members(self) -> Mapping[NameKey, Sequence[NameKey]]:
        members: defaultdict[NameKey, list[NameKey]] = defaultdict(list)
        for key, entity in self.targets.items():
            if entity is not None and key.field != OTHER:  # no article has a name of the other field
                members[entity].append(key)
        return {entity: sorted(names) for entity, names in members.items()}

    @cached_property
    def _groups(self) -> Mapping[str, Mapping[NameKey, Sequence[NameKey]]]:
        groups: defaultdict[str, dict[NameKey, Sequence[NameKey]]] = defaultdict(dict)
        for entity, members in self._members.items():
            stands = self.targets.get(entity, entity) == entity
            groups[entity.field][entity] = _with_itself(entity, members, stands=stands)
        return groups

    @cached_property
    def _counted_elsewhere(self) -> Mapping[str, Sequence[NameKey]]:
        """The names of each field that are dropped, or counted in another field."""
        away: defaultdict[str, list[NameKey]] = defaultdict(list)
        for key, entity in self.targets.items():
            if entity is None or entity.field != key.field:
                away[key.field].append(key)
        return away


def _with_itself(entity: NameKey, members: Sequence[NameKey], *, stands: bool) -> tuple[NameKey, ...]:
    """Return the names that lead to an entity, behind the entity itself if it stands."""
    return tuple(dict.fromkeys((entity, *members))) if stands else tuple(members)


def variants_of(merged: Mapping[NameKey, Merge]) -> Mapping[NameKey, Sequence[NameKey]]:
    """Return the names that are merged into each entity, without a name between them."""
    variants: defaultdict[NameKey, list[NameKey]] = defaultdict(list)
    for key, merge in merged.items():
        variants[merge.key].append(key)
    return variants


def _leads(edited: Mapping[NameKey, Merge | None], start: NameKey, end: NameKey) -> bool:
    """Return whether the aliases lead from a name to another one, in the steps that are followed at most."""
    value = edited.get(start)
    for _ in range(_MAX_STEPS):
        if start == end or value is None or value.key == start:
            break
        start, value = value.key, edited.get(value.key)
    return start == end


def _has(term: str, words: Sequence[str]) -> bool:
    """Return whether the one term of a name has all these words."""
    return set(words) <= set(term[1:].split("_"))
