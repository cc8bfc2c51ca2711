"""`manchette shell`: search interactively."""

import argparse
import sys

from search.commandline.opening import home_of, opened
from search.commandline.parser import Command, UsageError, nothing
from search.commandline.status import ExitStatus


def _run(options: argparse.Namespace) -> ExitStatus:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the shell needs a terminal: type manchette query WORDS")
    from search.shell.app import run as search_interactively

    folder = home_of(options)
    search_interactively(lambda: opened(folder), folder)
    return ExitStatus.FOUND


COMMAND = Command("shell", "search interactively", nothing, _run)
