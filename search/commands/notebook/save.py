"""`manchette save`, and `:save` in the shell: keep a query under a name."""

import argparse

from corpus.message import Message
from search.commandline import search_options
from search.commandline.command import Command
from search.commandline.face import Answers, Argument, Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import Parser, UsageError
from search.commandline.status import ExitStatus
from search.commandline.streams import note
from search.errors import SearchError
from search.language import Tree
from search.messages import say
from search.notebook import edits


def keep(answers: Answers, name: str, line: str, filters: tuple[Tree, ...] = ()) -> Message:
    """Save a query with its filters under a name, and return what to say of it.

    Raises:
        SearchError: as `search.notebook.edits.save`.
    """
    return answers.answer(lambda searcher: edits.save(searcher, answers.home, name, line, filters))


def _options(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", help=say("option.search_name"))
    parser.add_argument("words", nargs="*", metavar="WORDS", help=say("option.saved_words"))
    search_options.add_bounds(parser)


def _run(options: argparse.Namespace) -> ExitStatus:
    # The same line can be typed here, in the shell and in the file: NAME = WORDS.
    name, equals, query = " ".join([options.name, *options.words]).partition(" = ")
    if not equals:
        name, query = options.name, " ".join(options.words)
    if not query:
        raise UsageError("notebook.save_what")
    bounds = search_options.bounds(options)
    with open_index(options) as index:
        note(keep(index, name, query, bounds))
    return ExitStatus.FOUND


def _save(asked: Asked, argument: str) -> Message:
    """Save the last query with its filters, or the query behind an equals sign."""
    name, equals, query = argument.partition("=")
    if not name.strip():
        raise SearchError("notebook.save_takes")
    if equals:
        return keep(asked.answers, name, query)
    if not asked.line and not asked.filters:
        raise SearchError("notebook.nothing_to_save", name=name.strip())
    return keep(asked.answers, name, asked.line or search_options.EVERY_ARTICLE, asked.filters)


COMMAND = Command(
    "save",
    _options,
    _run,
    faces=(Face("save", "sv", "NAME [= QUERY]", "shell.save", ":save climat", _save, Argument.SEARCHES),),
)
