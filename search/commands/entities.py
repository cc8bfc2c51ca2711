"""`manchette entities`: list entities, show one, and change which names are one."""

import argparse
import sys
from typing import TYPE_CHECKING

from index import layout
from index.names import aliases
from search.commandline.opening import home_of, opened
from search.commandline.parser import Command, Parser, UsageError, color, number
from search.commandline.status import ExitStatus
from search.commandline.streams import columns, complain, dressed
from search.render import notices
from search.render.plain import message

if TYPE_CHECKING:
    from search.entities.curator import Curator

ACTIONS = ("list", "show", "merge", "drop", "split", "undo")
"""What `entities` does."""


def _options(parser: Parser) -> None:
    parser.add_argument(
        "action",
        metavar="ACTION",
        choices=ACTIONS,
        help="list [FIELD], show NAME, merge NAME OTHER..., drop NAME..., split NAME..., undo",
    )
    parser.add_argument(
        "words",
        nargs="*",
        metavar="NAME",
        help='as the facets show it, with its field where that tells: "org:ONU"',
    )
    parser.add_argument("-n", "--limit", type=number, default=20, help="entities to list (20), 0 for all")
    parser.add_argument(
        "--format",
        choices=("text", "json", "csv"),
        default="text",
        help="of list and show: text, json; of list: csv",
    )
    color(parser)


def _run(options: argparse.Namespace) -> ExitStatus:
    from search.entities.curator import Curator

    folder = home_of(options)
    curator = Curator(opened(folder), folder)
    sys.stderr.write(notices.unread(layout.aliases(folder), curator.names.aliases.unread))
    match options.action:
        case "list":
            return _list(curator, options)
        case "show":
            return _show_entity(curator, options)
    return _edit(curator, options)


def _list(curator: "Curator", options: argparse.Namespace) -> ExitStatus:
    every = curator.rows(options.words or aliases.ENTITIES)
    rows = curator.merged(every[: options.limit] if options.limit else every)
    match options.format:
        case "json":
            from search.render import json

            sys.stdout.write(json.entities(rows, curator.names.aliases))
        case "csv":
            from search.render import csv

            sys.stdout.write(csv.entities(rows))
        case _:
            from search.render.entity import listing, yours

            lines = [*listing(rows, columns()), *yours(curator.names.aliases, columns())]
            sys.stdout.write(dressed(lines, options))
    if not rows:
        complain(f"no {' or '.join(options.words) or 'entity'} in this index")
    return ExitStatus.FOUND if rows else ExitStatus.NOTHING_FOUND


def _show_entity(curator: "Curator", options: argparse.Namespace) -> ExitStatus:
    if len(options.words) != 1 or options.format == "csv":
        raise UsageError('type one name, and no format but json: manchette entities show "NAME"')
    entity = curator.entity(aliases.Name.read(options.words[0]))
    if options.format == "json":
        from search.render import json

        sys.stdout.write(json.entity(entity))
    else:
        from search.render.entity import page

        sys.stdout.write(dressed(page(entity, columns()), options))
    return ExitStatus.FOUND


def _edit(curator: "Curator", options: argparse.Namespace) -> ExitStatus:
    from search.entities.edits import Action, Edit, apply, undo

    if options.action == "undo":
        sys.stderr.write(message(undo(curator)))
        return ExitStatus.FOUND
    names = tuple(map(aliases.Name.read, options.words))
    action = Action(options.action)
    if len(names) < (2 if action is Action.MERGE else 1):
        raise UsageError(f"{action} which names? type manchette entities --help")
    each = [names] if action is Action.MERGE else [(name,) for name in names]
    sys.stderr.write(notices.edited(apply(curator, [Edit(action, words) for words in each])))
    return ExitStatus.FOUND


COMMAND = Command("entities", "list entities, show one, merge, drop and split names, undo it", _options, _run)
