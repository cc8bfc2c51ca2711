"""The commands, a module each: the words that a person may type after `manchette`, some of which the shell has too.

To add a command, add a module with its `COMMAND` to a room, its name to `_ROOMS` and `GROUPS`, and its promise,
a row of its name, to `search.messages.command`.
"""

from importlib import import_module

from search.commandline.command import Command

_ROOMS = {
    "indexing": ("index", "inspect", "formats", "status", "check", "demo"),
    "answers": ("query", "batch", "shell", "show", "facets", "export"),
    "study": ("entities", "kwic", "timeline", "similar", "companions", "compare"),
    "notebook": ("save", "saved", "run", "news", "tag", "tags", "note", "undo"),
    "setup": ("config", "completion", "man"),
}
"""The folders of the commands: what is indexed, answered, studied and kept, and what makes the command comfortable."""

_MODULES = {name: f"search.commands.{room}.{name}" for room, names in _ROOMS.items() for name in names}

GROUPS = {
    "command.to_build": ("index", "inspect", "formats", "status", "check", "demo"),
    "command.to_search": ("query", "batch", "shell", "show", "facets"),
    "command.to_study": ("kwic", "timeline", "similar", "companions", "compare", "entities"),
    "command.to_take_away": ("export",),
    "command.to_keep": ("save", "saved", "run", "news", "tag", "tags", "note", "undo"),
    "command.to_set_up": ("config", "completion", "man"),
}
"""The titles of the help, as codes, and the commands under each, as a newcomer needs them."""

COMMAND_NAMES = tuple(name for group in GROUPS.values() for name in group)
"""The commands, in the order of the help."""


def load(name: str) -> Command:
    """Return a command; only the module of this command is imported."""
    command: Command = import_module(_MODULES[name]).COMMAND
    return command


def room(name: str) -> str:
    """Return the room of a command."""
    return next(room for room, names in _ROOMS.items() if name in names)
