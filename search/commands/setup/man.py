"""`manchette man`: the page of the manual."""

import argparse
import sys

from search.commandline.command import Command
from search.commandline.options import nothing
from search.commandline.status import ExitStatus


def page() -> str:
    """Return the page of the manual, in the language that is spoken."""
    from importlib.metadata import version

    from search import commands
    from search.commandline import forms, manual

    every = [forms.form(commands.load(name)) for name in commands.COMMAND_NAMES]
    return manual.page(forms.general(), every, version("manchette"))


def _run(_: argparse.Namespace) -> ExitStatus:
    sys.stdout.write(page())
    return ExitStatus.FOUND


COMMAND = Command("man", nothing, _run)
