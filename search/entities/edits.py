"""What a person changes about names: checked against what there is, told in a sentence, written to the aliases.

A name is written with its field where articles have it in more
than one, or where two fields are merged.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from index import layout
from index.names import aliases
from index.names.aliases import Aliases, Name, NameKey
from index.names.resolution import EntityName
from search.entities.curator import Curator, Match
from search.errors import SearchError


class Action(StrEnum):
    """What is done with names."""

    MERGE = "merge"
    """All of them are one entity; the first is the name to show."""
    DROP = "drop"
    """The name is left out of the facets and filters, with all that is merged into it."""
    SPLIT = "split"
    """The name stands alone: it is dropped no more, merged into none, and the person merges none into it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An action, and the names it is about: of `drop` and `split`, one."""

    action: Action
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of an edit: in a sentence, the aliases after it, and whether it changed them."""

    told: str
    aliases: Aliases
    changed: bool = False


def apply(curator: Curator, edits: Iterable[Edit]) -> tuple[Edited, ...]:
    """Do all the edits, or none of them.

    Raises:
        SearchError: a name is not known, or the aliases cannot be written.
    """
    found: list[Edited] = []
    after = curator
    for edit in edits:
        found.append(DO[edit.action](after, *edit.names))
        after = after.with_aliases(found[-1].aliases)
    if any(edited.changed for edited in found):
        _save(curator, after.names.aliases)
    return tuple(found)


def undo(curator: Curator) -> str:
    """Take back the last change of the aliases, or this taking back, and tell so.

    Raises:
        SearchError: nothing was changed yet, or the aliases cannot be written.
    """
    file = layout.aliases(curator.home)
    with _writing(file):
        if not aliases.undo(curator.home):
            raise SearchError(f"nothing to undo: no command has changed {file}")
    return f"{file.name} is as it was before the last change; undo again brings that back"


def _merge(curator: Curator, name: Name, *variants: Name) -> Edited:
    """Merge names into one; what this one was merged into follows it, for to merge takes nothing apart."""
    head = curator.find(name)
    into = head.values[0]
    known = list(map(curator.find, variants))
    entity = curator.names.value(*into)
    if entity and entity.key != into.key:
        known.append(curator.find(Name(*entity)))
    others = {_within(one, into.field): one for one in known}
    new = {value: one for value, one in others.items() if _entity(curator, value) != into.key != value.key}
    before = curator.names.aliases
    if not new:
        are = "are" if len(others) > 1 else "is"
        return Edited(f"{_listed(others)} {are} {into.name} already", before)
    crossing = any(value.field != into.field for value in new)
    written = tuple(one.written(value, crossing=crossing) for value, one in new.items())
    after = before.merge(head.written(into, crossing=crossing), written)
    articles = _articles(curator.with_aliases(after), into)
    return Edited(f"merged {_listed(new)} into {into.name} ({articles})", after, changed=True)


def _drop(curator: Curator, name: Name) -> Edited:
    known = curator.find(name)
    before = curator.names.aliases
    for value in known.values:
        entity = curator.names.value(*value)
        if entity:
            written = known.written(value)
            after = before.drop(written)
            lost = curator.articles(entity) - curator.with_aliases(after).articles(entity)
            return Edited(f"dropped {written} ({_counted(lost)})", after, changed=True)
    return Edited(f"{known.values[0].name} is dropped already", before)


def _split(curator: Curator, name: Name) -> Edited:
    known = curator.find(name)
    before = curator.names.aliases
    for value in known.values:
        if not _stands_alone(curator, value):
            written = known.written(value)
            after = before.split(written)
            if _entity(curator.with_aliases(after), value) != value.key:  # the articles merge it as well
                after = after.split(written)
            told = f"{value.name} stands alone ({_articles(curator.with_aliases(after), value)})"
            return Edited(told, after, changed=True)
    value = known.values[0]
    merged = [variant.value.name for variant in curator.variants(value)]
    advice = f"; the articles merge {', '.join(merged)} into it, which can be split off" if merged else ""
    return Edited(f"{value.name} stands alone already{advice}", before)


def _stands_alone(curator: Curator, value: EntityName) -> bool:
    """Tell whether a name is neither dropped nor merged into another, and the person merges none into it."""
    return _entity(curator, value) == value.key and not any(
        rule.variants and rule.name.means(Name(*value)) for rule in curator.names.aliases.rules
    )


def _within(known: Match, field: str) -> EntityName:
    """Return the value of a name in a field where articles have it there, else where most of them have it."""
    return next((value for value in known.values if value.field == field), known.values[0])


def _entity(curator: Curator, value: EntityName) -> NameKey | None:
    entity = curator.names.value(*value)
    return entity.key if entity else None


def _articles(curator: Curator, value: EntityName) -> str:
    return _counted(curator.articles(value))


def _counted(articles: int) -> str:
    return f"{articles:,} article{'s' if articles != 1 else ''}"


def _listed(values: Iterable[EntityName]) -> str:
    return ", ".join(value.name for value in values)


def _save(curator: Curator, after: Aliases) -> None:
    if aliases.parse(str(after)) != after:
        raise SearchError("a name with = | ! # or a line break in it cannot be an alias: nothing was changed")
    with _writing(layout.aliases(curator.home)):
        aliases.save(curator.home, after)


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise SearchError(f"{file} cannot be written ({reason}): nothing was changed") from error


DO: dict[Action, Callable[..., Edited]] = {Action.MERGE: _merge, Action.DROP: _drop, Action.SPLIT: _split}
