"""The edits of a person to the names of entities: checked against the index, then written to the aliases.

A name is written with its field where articles have it in more than one field, or where two fields are merged.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from corpus.errors import system_cause
from corpus.message import Message, message
from corpus.records import record
from index import layout
from index.names import aliases
from index.names.aliases import Aliases, Name, NameKey
from index.names.resolution import EntityName
from search.entities.curator import Curator, Match
from search.errors import SearchError


class Action(StrEnum):
    """The kinds of edits."""

    MERGE = "merge"
    """The names are one entity; the first of them is the name to show."""
    DROP = "drop"
    """The name is left out of the facets and filters, and so are the names that are merged into it."""
    SPLIT = "split"
    """The name stands alone: it is not dropped, not merged into another, and the aliases merge no name into it."""


@record
class Edit:
    """An action and its names; `drop` and `split` have one name."""

    action: Action
    names: tuple[Name, ...]


@record
class Edited:
    """The outcome of an edit: what to say of it, the aliases after it, and whether it changed them."""

    outcome: Message
    aliases: Aliases
    changed: bool = False


@record
class Edits:
    """The outcomes of several edits."""

    done: tuple[Edited, ...]

    @property
    def changed(self) -> bool:
        """Whether one of the edits changed the aliases."""
        return any(edited.changed for edited in self.done)


def apply(curator: Curator, edits: Iterable[Edit]) -> tuple[Edited, ...]:
    """Do all the edits, or none of them, and return the outcome of each.

    Raises:
        SearchError: a name is not known, or the aliases cannot be written.
    """
    done: list[Edited] = []
    after = curator
    for edit in edits:
        done.append(_EDITORS[edit.action](after, *edit.names))
        after = after.with_aliases(done[-1].aliases)
    if any(edited.changed for edited in done):
        _save(curator, after.names.aliases)
    return tuple(done)


def undo(curator: Curator) -> Message:
    """Take back the last change of the aliases, which may be an undo itself, and return what to say of it.

    Raises:
        SearchError: there is no change to take back, or the aliases cannot be written.
    """
    file = layout.aliases(curator.home)
    with _writing(file):
        if not aliases.undo(curator.home):
            raise SearchError("entity.nothing_to_undo", file=str(file))
    return message("entity.undone", file=file.name)


def _merge(curator: Curator, name: Name, *variants: Name) -> Edited:
    """Merge names into the first one; if this one is itself merged into an entity, the entity comes along.

    Merging never takes an entity apart.
    """
    head = curator.find(name)
    into = head.values[0]
    matches = list(map(curator.find, variants))
    entity = curator.names.value(*into)
    if entity and entity.key != into.key:
        matches.append(curator.find(Name(*entity)))
    others = {_within(match, into.field): match for match in matches}
    new = {
        value: match for value, match in others.items() if _entity(curator, value) != into.key != value.key
    }
    before = curator.names.aliases
    if not new:
        already = message("entity.merged_already", names=_listed(others), count=len(others), name=into.name)
        return Edited(already, before)
    crossing = any(value.field != into.field for value in new)
    written = tuple(match.written(value, crossing=crossing) for value, match in new.items())
    after = before.merge(head.written(into, crossing=crossing), written)
    articles = _articles(curator.with_aliases(after), into)
    merged = message("entity.merged", names=_listed(new), name=into.name, articles=articles)
    return Edited(merged, after, changed=True)


def _drop(curator: Curator, name: Name) -> Edited:
    match = curator.find(name)
    before = curator.names.aliases
    for value in match.values:
        entity = curator.names.value(*value)
        if entity:
            written = match.written(value)
            after = before.drop(written)
            lost = curator.articles(entity) - curator.with_aliases(after).articles(entity)
            dropped = message("entity.dropped", name=str(written), articles=_counted(lost))
            return Edited(dropped, after, changed=True)
    return Edited(message("entity.dropped_already", name=match.values[0].name), before)


def _split(curator: Curator, name: Name) -> Edited:
    match = curator.find(name)
    before = curator.names.aliases
    for value in match.values:
        if not _stands_alone(curator, value):
            written = match.written(value)
            after = before.split(written)
            if _entity(curator.with_aliases(after), value) != value.key:  # the articles merge it as well
                after = after.split(written)
            articles = _articles(curator.with_aliases(after), value)
            return Edited(message("entity.split", name=value.name, articles=articles), after, changed=True)
    value = match.values[0]
    merged = _listed(variant.value for variant in curator.variants(value))
    if merged:
        return Edited(message("entity.split_from_articles", name=value.name, names=merged), before)
    return Edited(message("entity.split_already", name=value.name), before)


def _stands_alone(curator: Curator, value: EntityName) -> bool:
    """Return whether a name is neither dropped nor merged into another, and the aliases merge no name into it."""
    return _entity(curator, value) == value.key and not any(
        rule.variants and rule.name.means(Name(*value)) for rule in curator.names.aliases.rules
    )


def _within(match: Match, field: str) -> EntityName:
    """Return the value of a name in a field if articles have it there, else in its most frequent field."""
    return next((value for value in match.values if value.field == field), match.values[0])


def _entity(curator: Curator, value: EntityName) -> NameKey | None:
    entity = curator.names.value(*value)
    return entity.key if entity else None


def _articles(curator: Curator, value: EntityName) -> Message:
    return _counted(curator.articles(value))


def _counted(articles: int) -> Message:
    return message("page.articles", count=articles)


def _listed(values: Iterable[EntityName]) -> str:
    return ", ".join(value.name for value in values)


def _save(curator: Curator, after: Aliases) -> None:
    if aliases.parse(str(after)) != after:
        raise SearchError("entity.no_alias")
    with _writing(layout.aliases(curator.home)):
        aliases.save(curator.home, after)


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SearchError("entity.not_written", file=str(file), cause=system_cause(error)) from error


_EDITORS: dict[Action, Callable[..., Edited]] = {
    Action.MERGE: _merge,
    Action.DROP: _drop,
    Action.SPLIT: _split,
}
