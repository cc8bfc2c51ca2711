"""`manchette entities`, and `:entities`, `:entity`, `:merge` in the shell: entities, and which names are one."""

import argparse
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.message import Message
from index import layout
from index.names.aliases import ENTITIES, Name
from search.commandline.command import Command
from search.commandline.face import Answers, Argument, Asked, Face
from search.commandline.names import shown
from search.commandline.opening import open_index
from search.commandline.options import Parser, UsageError, add_format, add_limit, chosen
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, note, write
from search.entities.curator import field_of
from search.entities.edits import Action, Edit, Edits, apply, undo
from search.entities.listing import EntityList, UnreadAliases, entity_list
from search.entities.page import EntityPage
from search.errors import SearchError
from search.messages import say

if TYPE_CHECKING:
    from search.commandline.opening import OpenIndex

ACTIONS = ("list", "show", "merge", "drop", "split", "undo")
"""The actions of `entities`."""

_LISTED_ENTITIES = 20
"""Entities that the command line lists."""

_LISTED_ENTITIES_IN_SHELL = 100
"""Entities that the shell lists; `:facets` shows all entities."""

_QUOTES = '"«»“” '
_NUMBERS = re.compile(r"[0-9]{1,9}(?: +[0-9]{1,9})*")


def list_entities(answers: Answers, fields: Sequence[str], limit: int | None) -> EntityList:
    """Return the first entities of some fields.

    Raises:
        SearchError: a field has no names.
    """
    wanted = tuple(dict.fromkeys(map(field_of, fields))) or ENTITIES
    return answers.curated(lambda curator: entity_list(curator, wanted, limit))


def show(answers: Answers, name: Name) -> EntityPage:
    """Return the page of an entity.

    Raises:
        SearchError: no entity has this name.
    """
    return answers.curated(lambda curator: curator.entity(name))


def edit(answers: Answers, action: Action, names: Sequence[Name]) -> Edits:
    """Merge names into the first of them, or drop or split each of them.

    Raises:
        SearchError: a name is not known, or the aliases cannot be written.
    """
    groups = [tuple(names)] if action is Action.MERGE else [(name,) for name in names]
    edits = [Edit(action, group) for group in groups]
    return answers.curated(lambda curator: Edits(apply(curator, edits)))


def take_back(answers: Answers, behind: str) -> Message:
    """Take back the last change of the aliases, and return a message that says so; no word stands behind `undo`.

    Raises:
        SearchError: a word does, nothing was changed yet, or the aliases cannot be written.
    """
    if behind.strip():
        raise SearchError("entity.undo_takes_nothing", typed=behind.strip())
    return answers.curated(undo)


def _options(parser: Parser) -> None:
    parser.add_argument("action", metavar="ACTION", choices=ACTIONS, help=say("option.entities_action"))
    parser.add_argument("words", nargs="*", metavar="NAME", help=say("option.entities_name"))
    add_limit(parser, _LISTED_ENTITIES, say("option.limit_entities"))
    add_format(parser, EntityList, EntityPage)


def _run(options: argparse.Namespace) -> ExitStatus:
    with open_index(options) as index:
        _warn(index)
        match options.action:
            case "list":
                return _run_list(index, options)
            case "show":
                if len(options.words) != 1 or options.format == "csv":
                    raise UsageError("command.one_name")
                write(show(index, Name.read(options.words[0])), options)
            case "undo":
                note(take_back(index, " ".join(options.words)))
            case _:
                names = tuple(map(Name.read, options.words))
                action = Action(options.action)
                if len(names) < (2 if action is Action.MERGE else 1):
                    raise UsageError("command.which_names", action=shown(action.value))
                note(edit(index, action, names))
        return ExitStatus.FOUND


def _run_list(index: "OpenIndex", options: argparse.Namespace) -> ExitStatus:
    listed = list_entities(index, options.words, options.limit or None)
    write(listed, options)
    if not listed.rows:
        complain("command.no_entity", fields=", ".join(listed.fields))
    return ExitStatus.FOUND if listed.rows else ExitStatus.NOTHING_FOUND


def _warn(index: "OpenIndex") -> None:
    """Say which lines of the aliases are not rules."""
    note(UnreadAliases(layout.aliases(index.home), index.searcher.names.aliases.unread))


def _entities(asked: Asked, argument: str) -> object:
    """List entities, of some fields if the line names fields, or do the action that the line names."""
    action, _, rest = argument.partition(" ")
    match chosen(ACTIONS, action):
        case "show":
            return _entity(asked, rest)
        case "merge":
            return _merge(asked, rest)
        case Action.DROP | Action.SPLIT as which:
            names = named(asked, rest)
            if not names:
                raise SearchError("shell.which_name")
            return edit(asked.answers, Action(which), names)
        case "undo":
            return take_back(asked.answers, rest)
        case "list":
            return list_entities(asked.answers, rest.split(), _LISTED_ENTITIES_IN_SHELL)
        case _:
            return list_entities(asked.answers, argument.split(), _LISTED_ENTITIES_IN_SHELL)


def _entity(asked: Asked, argument: str) -> EntityPage:
    names = named(asked, argument)
    if len(names) != 1:
        raise SearchError("shell.which_entity")
    return show(asked.answers, names[0])


def _merge(asked: Asked, argument: str) -> Edits:
    """Merge names into the first: `1 2 3` of the table shown last, or `NAME = OTHER | OTHER`."""
    into, equals, others = argument.partition("=")
    names = (*named(asked, into), *named(asked, others)) if equals else named(asked, argument)
    if len(names) < 2:
        raise SearchError("shell.merge_what")
    return edit(asked.answers, Action.MERGE, names)


def named(asked: Asked, typed: str) -> tuple[Name, ...]:
    """Return the names of `3`, `1 2` or `Nations unies | org:ONU`.

    Raises:
        SearchError: the table shown last has no such row.
    """
    bare = typed.strip()
    if _NUMBERS.fullmatch(bare):
        return tuple(_numbered(asked.table, int(number)) for number in bare.split())
    return tuple(Name.read(name.strip(_QUOTES)) for name in bare.split("|") if name.strip(_QUOTES))


def _numbered(table: Sequence[Name], row: int) -> Name:
    if not table:
        raise SearchError("shell.no_table", row=row)
    if not 1 <= row <= len(table):
        raise SearchError("shell.no_row", row=row, count=len(table))
    return table[row - 1]


COMMAND = Command(
    "entities",
    _options,
    _run,
    faces=(
        Face("entities", "e", "[FIELD]", "shell.entities", ":entities org", _entities, Argument.ENTITIES),
        Face("entity", "en", "N|NAME", "shell.entity", ":entity 1", _entity, Argument.NAMES),
        Face("merge", "m", "N N", "shell.merge", ":merge 1 2", _merge, Argument.NAMES),
    ),
)
