"""`manchette status`: the content of the index."""

import argparse

from search.commandline.command import Command
from search.commandline.opening import home_of
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import write
from search.overview import Overview, overview


def _options(parser: Parser) -> None:
    add_format(parser, Overview)


def _run(options: argparse.Namespace) -> ExitStatus:
    write(overview(home_of(options)), options)
    return ExitStatus.FOUND


COMMAND = Command("status", "command.status", _options, _run)
