"""The commands, a module each: the words that a person may type after `manchette`, some of which the shell has too.

To add a command, add a module with its `COMMAND`, and its promise to `search.messages.command`.
"""

from importlib import import_module

from search.commandline.command import Command
from search.messages.command import PROMISES

COMMAND_NAMES = tuple(PROMISES)
"""The commands, in the order of the help."""


def load(name: str) -> Command:
    """Return a command; only the module of this command is imported."""
    command: Command = import_module(f"search.commands.{name}").COMMAND
    return command
