"""`manchette shell`: search interactively."""

import argparse
import sys

from search.commandline.command import Command
from search.commandline.opening import home_of
from search.commandline.options import UsageError, nothing
from search.commandline.status import ExitStatus


def _run(options: argparse.Namespace) -> ExitStatus:
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):  # a closed standard input is None
        raise UsageError("command.needs_terminal")
    options.open_shell(home_of(options))
    return ExitStatus.FOUND


COMMAND = Command("shell", "command.shell", nothing, _run)
