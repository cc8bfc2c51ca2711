"""The command line as data: the words that each command takes, for the completion of the shells and for the manual.

They are read from the parsers of the commands, so that nothing is listed twice.
"""

import argparse
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from search.commandline.command import Command, promise
from search.commandline.names import names, shown
from search.commandline.options import Parser, top_parser
from search.counts.facets import FACETS
from search.messages import Language, say, speaking


class Values(Enum):
    """What completes a value."""

    NOTHING = auto()
    CHOICES = auto()
    FILES = auto()
    FOLDERS = auto()


_BY_PLACEHOLDER = {
    "DIR": Values.FOLDERS,
    "FILE": Values.FILES,
    "PATH": Values.FILES,
}
"""What completes the values that the help calls so."""

_FIELD_PLACEHOLDER = "FIELD"


class Form(NamedTuple):
    """An option, or an argument without `names`: what it is for, what stands for its value, and what completes that.

    A switch has no `placeholder`.  A `many` may be typed again and again.
    """

    names: tuple[str, ...]
    help: str
    placeholder: str
    values: Values
    choices: tuple[str, ...] = ()
    many: bool = False


class CommandForm(NamedTuple):
    """A command: its names, those that are offered first, what it does, its options and arguments.

    Its English name is offered, and the French one where French is spoken.
    """

    offered: tuple[str, ...]
    names: tuple[str, ...]
    promise: str
    usage: str
    options: tuple[Form, ...]
    arguments: tuple[Form, ...]


def form(command: Command) -> CommandForm:
    """Return the words that a command takes, as the language that is spoken shows them."""
    with speaking(Language.ENGLISH):
        in_english = command.parser()
    spoken = command.parser()
    every = tuple(forms(spoken, in_english))
    return CommandForm(
        offered=tuple(dict.fromkeys((shown(command.name), command.name))),
        names=names(command.name),
        promise=promise(command.name),
        usage=" ".join(spoken.format_usage().removeprefix(say("command.usage")).split()),
        options=tuple(one for one in every if one.names),
        arguments=tuple(one for one in every if not one.names),
    )


def general() -> tuple[Form, ...]:
    """Return the options that stand before the command."""
    with speaking(Language.ENGLISH):
        in_english = top_parser()
    return tuple(forms(top_parser(), in_english))


def forms(spoken: Parser, in_english: Parser) -> Iterator[Form]:
    """Yield the options and arguments of a parser; that in English says what a value is."""
    for action, english in zip(spoken._actions, in_english._actions, strict=True):  # noqa: SLF001 - argparse has no list of them
        placeholder = "" if action.nargs == 0 else str(action.metavar or action.dest)
        choices = tuple(shown(str(choice)) for choice in action.choices or ())
        if not choices and english.metavar == _FIELD_PLACEHOLDER:
            choices = FACETS
        values = _BY_PLACEHOLDER.get(str(english.metavar), Values.NOTHING)
        yield Form(
            names=tuple(action.option_strings),
            help=action.help or "",
            placeholder=placeholder,
            values=Values.CHOICES if choices else values,
            choices=choices,
            many=action.nargs in ("*", "+") or isinstance(action, argparse._AppendAction),  # noqa: SLF001 - it has no other name
        )
