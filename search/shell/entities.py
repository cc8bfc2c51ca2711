"""The moves about entities: what the shell shows of them, and what a line changes about their names.

A name is typed, or told by its number in the table shown last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.names.aliases import ENTITIES, Aliases, Name
from search.entities.curator import Curator, field_of
from search.entities.edits import Action, Edit, apply, undo
from search.entities.page import Row
from search.errors import SearchError
from search.render.entity import listing, yours
from search.render.entity import page as entity_page
from search.render.lines import Style, line, wrap
from search.render.panel import margin, numbered
from search.shell.session import Move, Reply, Session, told

MOST = 100
"""Entities of a list: `:facets` tells all of them."""

QUOTES = '"«»“” '
NUMBERS = re.compile(r"[0-9]{1,9}(?: +[0-9]{1,9})*")


def show(session: Session, argument: str) -> Move:
    """Show the page of an entity.

    Raises:
        SearchError: there is no such one.
    """
    names = named(session, argument)
    if len(names) != 1:
        raise SearchError("which entity? type its number in the table shown last, or its name: :entity 1")
    entity = session.searcher.curated(lambda curator: curator.entity(names[0]))
    return session, Reply(entity_page(entity, session.screen.columns))


def entities(session: Session, argument: str) -> Move:
    """List entities, of a field where one is named, or do what is said with one.

    Raises:
        SearchError: there is no such field or name.
    """
    action, _, rest = argument.partition(" ")
    match action.lower():
        case "show":
            return show(session, rest)
        case "merge":
            return merge(session, rest)
        case Action.DROP | Action.SPLIT as which:
            return _edit(session, [Edit(Action(which), (name,)) for name in named(session, rest)])
        case "undo":
            return told(session, session.searcher.curated(undo))
        case _:
            return _list(session, argument)


def merge(session: Session, argument: str) -> Move:
    """Merge names into the first: `1 2 3` of the table shown last, or `NAME = OTHER | OTHER`.

    Raises:
        SearchError: there is no such name, or less than two are told.
    """
    into, equals, others = argument.partition("=")
    names = (*named(session, into), *named(session, others)) if equals else named(session, argument)
    if len(names) < 2:
        raise SearchError(
            "merge what? type :merge 1 2 for rows of the table shown last, or :merge NAME = OTHER"
        )
    return _edit(session, [Edit(Action.MERGE, names)])


def named(session: Session, typed: str) -> tuple[Name, ...]:
    """Return the names of `3`, `1 2` or `Nations unies | org:ONU`.

    Raises:
        SearchError: the table shown last has no such number.
    """
    bare = typed.strip()
    if NUMBERS.fullmatch(bare):
        return tuple(_numbered(session, int(number)) for number in bare.split())
    return tuple(Name.read(name.strip(QUOTES)) for name in bare.split("|") if name.strip(QUOTES))


def _numbered(session: Session, number: int) -> Name:
    if not 1 <= number <= len(session.table):
        rows = f"has {len(session.table)} rows" if session.table else "is none yet: type :entities"
        raise SearchError(f"there is no row {number}: the table shown last {rows}")
    return session.table[number - 1]


def _list(session: Session, field: str) -> Move:
    fields = (field_of(field),) if field else ENTITIES
    width = session.screen.columns
    every, rows, aliases = session.searcher.curated(lambda curator: _listed(curator, fields))
    shown = numbered(listing(rows, width - margin(len(rows))))
    if len(every) > len(rows):
        kinds = " or ".join(f":facets {one}" for one in fields)
        more = f"{len(every) - len(rows):,} more: {kinds} tells all of them"
        shown += wrap(line(more, Style.QUIET), width)
    if not rows:
        shown = wrap(line(f"no {field or 'entity'} in this index"), width)
    table = tuple(Name(*row.value) for row in rows) or session.table
    return replace(session, table=table), Reply([*shown, *yours(aliases, width)])


def _listed(curator: Curator, fields: Sequence[str]) -> tuple[Sequence[Row], Sequence[Row], Aliases]:
    """Return all the entities, the first of them with the names merged into them, and what the person decided."""
    every = curator.rows(fields)
    return every, curator.merged(every[:MOST]), curator.names.aliases


def _edit(session: Session, edits: list[Edit]) -> Move:
    if not edits:
        raise SearchError("which name? type its number in the table shown last, or itself: :entities drop 1")
    done = session.searcher.curated(lambda curator: apply(curator, edits))
    undoing = "; to undo: :entities undo" if any(edited.changed for edited in done) else ""
    return told(session, "\n".join(edited.told for edited in done) + undoing)
