"""`manchette check`: verify the index."""

import argparse

from index import layout
from index.names import aliases
from search.commandline.command import Command
from search.commandline.home import home_of
from search.commandline.options import nothing
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, fault, note
from search.entities.listing import UnreadAliases
from search.notebook.tally import notebook


def _run(options: argparse.Namespace) -> ExitStatus:
    from index.check import check

    home = home_of(options)
    problems = list(check(home))
    for problem in problems:
        fault(problem)
    if not problems:
        complain("command.sound", home=str(home), aliases=layout.aliases(home).name)
        note(notebook(home))
    note(UnreadAliases(layout.aliases(home), aliases.read(home).unread))
    return ExitStatus.ERROR if problems else ExitStatus.FOUND


COMMAND = Command("check", nothing, _run)
