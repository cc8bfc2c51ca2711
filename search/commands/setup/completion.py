"""`manchette completion`: the script by which a shell completes the command line."""

import argparse
import sys
from importlib import import_module

from search.commandline.command import Command
from search.commandline.options import Parser
from search.commandline.status import ExitStatus
from search.messages import say

SHELLS = ("bash", "zsh", "fish")
"""The shells that complete our commands; each has its module in `search.commandline.completion`."""


def script(shell: str) -> str:
    """Return the script for a shell, in the language that is spoken."""
    from search import commands
    from search.commandline import forms

    every = [forms.form(commands.load(name)) for name in commands.COMMAND_NAMES]
    made: str = import_module(f"search.commandline.completion.{shell}").script(forms.general(), every)
    return made


def _options(parser: Parser) -> None:
    parser.add_argument("shell", choices=SHELLS, help=say("option.completion_shell"))


def _run(options: argparse.Namespace) -> ExitStatus:
    sys.stdout.write(script(options.shell))
    return ExitStatus.FOUND


COMMAND = Command("completion", _options, _run)
