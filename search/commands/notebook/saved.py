"""`manchette saved`, and `:saved` in the shell: the saved searches, and what is new for each."""

import argparse

from corpus.message import Message
from search.commandline.command import Command
from search.commandline.face import Answers, Argument, Asked, Face
from search.commandline.home import home_of
from search.commandline.names import named
from search.commandline.opening import open_index
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, note, write
from search.errors import SearchError
from search.messages import say
from search.notebook import edits
from search.notebook.news import SavedList, saved_list
from search.render import TEXT


def listed(answers: Answers) -> SavedList:
    """Return the saved searches.

    Raises:
        IndexFailure: a file of the notebook cannot be read.
    """
    return answers.answer(lambda searcher: saved_list(searcher, answers.home))


def _options(parser: Parser) -> None:
    parser.add_argument("--drop", action="append", default=[], metavar="NAME", help=say("option.drop_search"))
    add_format(parser, SavedList)


def _run(options: argparse.Namespace) -> ExitStatus:
    if options.drop:
        note(edits.drop(home_of(options), options.drop))
        return ExitStatus.FOUND
    with open_index(options) as index:
        found = listed(index)
    if found.rows or found.unread or options.format != TEXT:
        write(found, options)
    if not found.rows:
        complain("notebook.none_saved")
    return ExitStatus.FOUND if found.rows else ExitStatus.NOTHING_FOUND


def _saved(asked: Asked, argument: str) -> SavedList | Message:
    """List the saved searches, or drop one."""
    action, _, name = argument.partition(" ")
    if not argument:
        return listed(asked.answers)
    if named(action, ("drop",)) and name.strip():
        return edits.drop(asked.answers.home, [name])
    raise SearchError("notebook.saved_takes", typed=argument)


COMMAND = Command(
    "saved",
    _options,
    _run,
    faces=(Face("saved", "sd", "[drop NAME]", "shell.saved", ":saved", _saved, Argument.SEARCHES),),
)
