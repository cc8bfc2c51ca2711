"""`manchette shell`: search interactively."""

import argparse

from search.commandline.command import Command
from search.commandline.home import home_of
from search.commandline.options import Parser, UsageError
from search.commandline.status import ExitStatus
from search.commandline.streams import has_person
from search.messages import say


def _options(parser: Parser) -> None:
    parser.add_argument("--plain", action="store_true", help=say("option.plain"))


def _run(options: argparse.Namespace) -> ExitStatus:
    if not has_person():
        raise UsageError("command.needs_terminal")
    options.open_shell(home_of(options), plain=options.plain)
    return ExitStatus.FOUND


COMMAND = Command("shell", _options, _run)
