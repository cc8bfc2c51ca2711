"""What a person may type after `manchette`: the commands and their options, each declared once."""

import argparse
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from index.engine import Sort
from index.engines import AUTO, NAMES
from search.errors import SearchError
from search.plan import Matching

FORMATS = ("text", "json", "jsonl", "csv", "ids")
COLORS = ("auto", "always", "never")

ACTIONS = ("list", "show", "merge", "drop", "split")
"""What `entities` does."""


class UsageError(SearchError):
    """The command line is not one; its text says what to type."""


class Parser(argparse.ArgumentParser):
    """A parser that raises what is wrong, in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError: argparse would print its usage over several lines, and exit."""
        raise UsageError(f"{message}: type {self.prog} --help")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it promises, and what adds its options to its parser."""

    name: str
    promise: str
    options: Callable[[Parser], None]


def number(text: str) -> int:
    """Return a number of articles, 0 or more."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        text = text.removeprefix(SHIELD)
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of articles")
    return int(text)


def column(text: str) -> dict[str, str]:
    """Return the columns of `title=Titre,date=Jour`."""
    pairs = [pair.partition("=") for pair in text.split(",")]
    if not all(field.strip() and name.strip() for field, _, name in pairs):
        raise argparse.ArgumentTypeError(f"{text!r} is not FIELD=COLUMN,FIELD=COLUMN")
    return {field.strip(): name.strip() for field, _, name in pairs}


def _index(parser: Parser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; without any, those of last time"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="make the index anew, beside the one that answers"
    )
    parser.add_argument("--engine", choices=(AUTO, *NAMES), default=AUTO, help="which engine keeps the index")
    parser.add_argument(
        "--map",
        type=column,
        metavar="FIELD=COLUMN,…",
        help="columns of your CSV or JSON: title=Titre,date=Jour",
    )
    parser.add_argument(
        "--entities",
        choices=("modern", "historical", "none"),
        default="",
        help="the press whose names are looked for: modern, historical or none; without it, that of last time",
    )
    parser.add_argument(
        "--vectors",
        action=argparse.BooleanOptionalAction,
        help="rerank by what articles are about (they do, from 1,000 articles on); without it, as last time",
    )
    parser.add_argument("--json", action="store_true", help="end with a report in JSON on standard output")


def _query(parser: Parser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the query; every article without any")
    parser.add_argument("-n", "--limit", type=number, default=10, help="articles on the page (10)")
    parser.add_argument("--offset", type=number, default=0, help="articles to pass over (0)")
    parser.add_argument(
        "--sort",
        choices=[order.value for order in Sort],
        default=Sort.RELEVANCE.value,
        help="the order of the answer",
    )
    parser.add_argument("--since", metavar="DATE", help="from this day, month or year on: 2025-11, hier, 7j")
    parser.add_argument("--until", metavar="DATE", help="up to this day, month or year")
    parser.add_argument(
        "--facet", action="append", default=[], metavar="FIELD", help="count its values (repeatable)"
    )
    words = parser.add_mutually_exclusive_group()
    for matching in (Matching.ALL, Matching.ANY):
        words.add_argument(f"--{matching}", dest="matching", action="store_const", const=matching,
                           default=Matching.MOST, help=f"articles that have {matching} of the words")  # fmt: skip
    parser.add_argument("--format", choices=FORMATS, default="text", help="text, json, jsonl, csv or ids")
    parser.add_argument("--count", action="store_true", help="the number of articles alone")
    parser.add_argument("--explain", action="store_true", help="how the query was read, on standard error")
    _color(parser)


def _show(parser: Parser) -> None:
    parser.add_argument("id", help="the id of an article, as a query shows it")
    parser.add_argument("--raw", action="store_true", help="as it was in its file")
    _color(parser)


def _facets(parser: Parser) -> None:
    parser.add_argument(
        "field", metavar="FIELD", help="person, org, place, source, section, author, year, month, day"
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="a query; every article without any")
    parser.add_argument("-n", "--limit", type=number, default=20, help="values to show (20), 0 for all")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="text, json or csv")


def _entities(parser: Parser) -> None:
    parser.add_argument(
        "action",
        metavar="ACTION",
        choices=ACTIONS,
        help="list [FIELD], show NAME, merge NAME OTHER..., drop NAME..., split NAME...",
    )
    parser.add_argument(
        "words",
        nargs="*",
        metavar="NAME",
        help='as the facets show it, with its field where that tells: "org:ONU"',
    )
    parser.add_argument("-n", "--limit", type=number, default=20, help="entities to list (20), 0 for all")
    parser.add_argument(
        "--format",
        choices=("text", "json", "csv"),
        default="text",
        help="of list and show: text, json; of list: csv",
    )
    _color(parser)


def _color(parser: Parser) -> None:
    parser.add_argument("--color", choices=COLORS, default="auto", help="auto, always or never")


def _nothing(_: Parser) -> None:
    """Add no option."""


COMMANDS = {
    command.name: command
    for command in (
        Command("index", "build an index of articles, or bring it up to date", _index),
        Command("query", "answer one query", _query),
        Command("shell", "search interactively", _nothing),
        Command("show", "show one article, whole", _show),
        Command("facets", "count the values of a facet", _facets),
        Command("entities", "list entities, show one, merge, drop and split names", _entities),
        Command("status", "tell what is indexed", _nothing),
        Command("check", "verify the index", _nothing),
        Command("demo", "index the sample corpus and search it", _nothing),
    )
}

INDEX_OPTION = ("-i", "--index")


def read(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options of a command line, `command` and `index` among them.

    A word that begins with one minus and is no option is a word of the query: `manchette query maroc -rabat`.

    Raises:
        UsageError: an option or its value is wrong.
    """
    before, after = _at_command(argv)
    top = Parser(
        prog="manchette",
        description="Full-text search for a French press corpus.",
        usage="manchette [-i DIR] COMMAND ...",
        epilog=_epilog(),
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="show the version")
    top.add_argument(*INDEX_OPTION, metavar="DIR", help="the index (default: .manchette here or above)")
    top.set_defaults(command=None)
    first = top.parse_args(before)
    if not after:
        return first
    name, *rest = after
    if name not in COMMANDS:
        raise UsageError(f"there is no command {name!r}: type one of {', '.join(COMMANDS)}")
    parser = _parser(COMMANDS[name], first.index or os.environ.get("MANCHETTE_INDEX"))
    takes_words = any(action.dest == "words" for action in parser._actions)  # noqa: SLF001 - told nowhere else
    options = parser.parse_intermixed_args(_shield(rest, parser) if takes_words else rest)
    if takes_words:
        options.words = [word.removeprefix(SHIELD) for word in options.words]
    options.command, options.version = name, first.version
    return options


def _at_command(argv: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return what stands before the command, and the command with what follows it."""
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 2 if argv[place] in INDEX_OPTION else 1
    return argv[:place], argv[place:]


def _parser(command: Command, index: str | None) -> Parser:
    """Return the parser of a command; `index` is the index that was named before it."""
    promise = command.promise.capitalize() + "."
    parser = Parser(prog=f"manchette {command.name}", description=promise, allow_abbrev=False)
    parser.add_argument(
        *INDEX_OPTION, metavar="DIR", default=index, help="the index (default: .manchette here or above)"
    )
    command.options(parser)
    return parser


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


def _epilog() -> str:
    lines = [f"  {command.name:<8}{command.promise}" for command in COMMANDS.values()]
    return "\n".join(["commands:", *lines, "", "type manchette COMMAND --help for its options"])
