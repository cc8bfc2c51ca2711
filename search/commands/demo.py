"""`manchette demo`: index the sample corpus and search it."""

import argparse
import sys

from search.commandline.parser import Command, nothing
from search.commandline.status import ExitStatus
from search.commands import query, shell


def _run(options: argparse.Namespace) -> ExitStatus:
    from search import demo

    options.index = str(demo.make())  # never in an index of the person's own
    if sys.stdin.isatty() and sys.stdout.isatty():
        return shell.COMMAND.run(options)
    return query.COMMAND.run(query.COMMAND.read([demo.QUERY], options.index))


COMMAND = Command("demo", "index the sample corpus and search it", nothing, _run)
