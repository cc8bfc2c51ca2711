"""`manchette status`: the content of the index."""

import argparse

from search.commandline.command import Command
from search.commandline.home import home_of
from search.commandline.options import Parser, add_format
from search.commandline.status import ExitStatus
from search.commandline.streams import note, write
from search.messages import say
from search.notebook.tally import notebook
from search.overview import Overview, overview, recurring_lines, unread


def _options(parser: Parser) -> None:
    parser.add_argument("--rejected", action="store_true", help=say("option.all_rejected"))
    parser.add_argument("--left-out", action="store_true", help=say("option.all_left_out"))
    add_format(parser, Overview)


def _run(options: argparse.Namespace) -> ExitStatus:
    home = home_of(options)
    if options.rejected:
        write(unread(home), options)
    elif options.left_out:
        write(recurring_lines(home), options)
    else:
        write(overview(home), options)
        note(notebook(home))
    return ExitStatus.FOUND


COMMAND = Command("status", _options, _run)
