"""How much a command says beside its answer: errors alone, what helps, or what it does and how long that takes."""

import argparse
from enum import Enum, auto

from search.messages import say


class Verbosity(Enum):
    """What a command says on standard error."""

    QUIET = auto()
    """Errors alone."""
    USUAL = auto()
    VERBOSE = auto()
    """What was asked, of which index and engine, and how long each stage took."""


_verbosity = Verbosity.USUAL


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--quiet", action="store_true", help=say("option.quiet"))
    either.add_argument("--verbose", action="store_true", help=say("option.verbose"))


def choose(options: argparse.Namespace) -> None:
    """Say from now on as much as the options ask for: a process does one command."""
    global _verbosity  # noqa: PLW0603 - passed along, it would be a parameter of every function that says something
    if options.quiet:
        _verbosity = Verbosity.QUIET
    else:
        _verbosity = Verbosity.VERBOSE if options.verbose else Verbosity.USUAL


def is_quiet() -> bool:
    """Return whether only errors are said."""
    return _verbosity is Verbosity.QUIET


def is_verbose() -> bool:
    """Return whether each stage is said."""
    return _verbosity is Verbosity.VERBOSE
