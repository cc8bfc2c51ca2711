"""The commands, a module each: what a person may type after `manchette`, and which of them the shell has too.

To add a command, add a module with its `COMMAND`, and its promise to `search.messages.command`.
"""

from importlib import import_module

from search.commandline.command import Command
from search.messages.command import PROMISES

NAMES = tuple(PROMISES)
"""The commands, in the order of the help."""


def load(name: str) -> Command:
    """Return a command; its module is imported, and those of the others are not."""
    command: Command = import_module(f"search.commands.{name}").COMMAND
    return command
