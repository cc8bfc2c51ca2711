"""A command: its options on the command line, and its lines in the shell.

A command shows a value, which the same function makes for both faces; `search.render` has its renderers.
"""

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from corpus.records import record
from search.commandline import verbosity
from search.commandline.names import shown
from search.commandline.options import Parser
from search.commandline.status import ExitStatus
from search.messages import say

if TYPE_CHECKING:
    from search.commandline.face import Face  # most commands have none, and its making takes 2 ms


def promise(name: str) -> str:
    """Return what a command does, in a few words; the list of all commands shows it without importing one of them."""
    return say(f"command.{name}")


@record
class Command:
    """A command of the command line: its options, its action, and its faces in the shell."""

    name: str
    options: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], ExitStatus]
    faces: "tuple[Face, ...]" = ()

    def read(self, words: Sequence[str], index: str | None = None) -> argparse.Namespace:
        """Return the options of the words after the name; `index` is the index that was named before it.

        Raises:
            UsageError: an option or its value is wrong.
        """
        return self.parser(index).read(words)

    def parser(self, index: str | None = None) -> Parser:
        """Return the parser of the words after the name; its help is in the language that is spoken."""
        promised = promise(self.name)
        parser = Parser(
            prog=f"manchette {shown(self.name)}",
            description=f"{promised[0].upper()}{promised[1:]}.",
            index=index,
        )
        self.options(parser)
        verbosity.add(parser)
        return parser
