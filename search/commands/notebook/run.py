"""`manchette run`: answer a saved search, as `manchette query` answers words; the shell has it as `:run`."""

import argparse

from search.commandline.command import Command
from search.commandline.home import home_of
from search.commandline.options import Parser, UsageError
from search.commandline.status import ExitStatus
from search.commands.answers import query
from search.messages import say
from search.notebook import searches
from search.notebook.edits import find


def _options(parser: Parser) -> None:
    parser.add_argument("words", nargs="*", metavar="NAME", help=say("option.search_name"))
    query.add_options(parser)


def _run(options: argparse.Namespace) -> ExitStatus:
    if not options.words:
        raise UsageError("notebook.run_what")
    options.words = [find(searches.read(home_of(options)), " ".join(options.words)).query]
    return query.COMMAND.run(options)


COMMAND = Command("run", _options, _run)
