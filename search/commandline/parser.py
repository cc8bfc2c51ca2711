"""How a command declares its options, and how they are read."""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from search.commandline.status import ExitStatus
from search.errors import SearchError

COLORS = ("auto", "always", "never")

INDEX_OPTION = ("-i", "--index")


class UsageError(SearchError):
    """The command line is not one; its text says what to type."""


class Parser(argparse.ArgumentParser):
    """A parser that raises what is wrong, in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError: argparse would print its usage over several lines, and exit."""
        raise UsageError(f"{message}: type {self.prog} --help")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it promises, what adds its options to its parser, what it does."""

    name: str
    promise: str
    options: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], ExitStatus]

    def read(self, words: Sequence[str], index: str | None) -> argparse.Namespace:
        """Return the options of what was typed after the name; `index` is the index that was named before it.

        A word that begins with one minus and is no option is a word of the query: `manchette query maroc -rabat`.

        Raises:
            UsageError: an option or its value is wrong.
        """
        parser = self._parser(index)
        takes_words = any(action.dest == "words" for action in parser._actions)  # noqa: SLF001 - told nowhere else
        options = parser.parse_intermixed_args(_shield(words, parser) if takes_words else words)
        if takes_words:
            options.words = [word.removeprefix(SHIELD) for word in options.words]
        return options

    def _parser(self, index: str | None) -> Parser:
        promise = self.promise.capitalize() + "."
        parser = Parser(prog=f"manchette {self.name}", description=promise, allow_abbrev=False)
        parser.add_argument(
            *INDEX_OPTION, metavar="DIR", default=index, help="the index (default: .manchette here or above)"
        )
        self.options(parser)
        return parser


def nothing(_: Parser) -> None:
    """Add no option."""


def color(parser: Parser) -> None:
    """Add the option of what has a look on a terminal."""
    parser.add_argument("--color", choices=COLORS, default="auto", help="auto, always or never")


def number(text: str) -> int:
    """Return a number of articles, 0 or more."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        text = text.removeprefix(SHIELD)
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of articles")
    return int(text)


SHIELD = "\x00"
"""Stands before a word that argparse would take for an option; no argument of a process can hold it."""


def _shield(words: Sequence[str], parser: Parser) -> list[str]:
    known = tuple(parser._option_string_actions)  # noqa: SLF001 - argparse tells its options nowhere else
    shielded, plain = [], False
    for word in words:
        plain = plain or word == "--"
        option = word.startswith("--") or word in known or re.fullmatch(r"-n[0-9]+", word)
        shielded.append(
            SHIELD + word if word.startswith("-") and word != "--" and (plain or not option) else word
        )
    return [word for word in shielded if word != "--"]
