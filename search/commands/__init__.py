"""What a person may type after `manchette`: a module for each command, which declares its options and runs it."""

from importlib import import_module

from search.commandline.parser import Command

NAMES = (
    "index",
    "query",
    "batch",
    "shell",
    "show",
    "facets",
    "entities",
    "status",
    "check",
    "demo",
)
"""The commands, as the help tells them."""


def load(name: str) -> Command:
    """Return a command; its module is imported, and those of the others are not."""
    command: Command = import_module(f"search.commands.{name}").COMMAND
    return command
