"""The options of a command: how they are declared and read."""

import argparse
import re
from collections.abc import Sequence
from functools import partial
from typing import NoReturn, TypeVar

from search.commandline import screen, verbosity
from search.commandline.names import named, shown
from search.errors import SearchError
from search.messages import Language, say, speaking
from search.messages.argparse import placeholder, translation
from search.render import SHELL, renderers

INDEX_OPTION = ("-i", "--index")
LANGUAGE_OPTION = "--lang"

_Action = TypeVar("_Action", bound=argparse.Action)

_MARGIN_COLUMNS = 2
"""Columns at the right of the help, as argparse has them."""

_NOT_AN_OPTION = "\x00"
"""Put before a word that argparse would take for an option; no argument of a process can hold it."""

argparse._ = translation  # type: ignore[attr-defined] # argparse asks gettext; our sentences are in one table


class UsageError(SearchError):
    """A command line that Manchette cannot read."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Lays the help out, its usage under the name of the language; argparse makes one for each option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=screen.size().columns - _MARGIN_COLUMNS)

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - as argparse has it
        # `parse_intermixed_args` takes the first 7 letters off a usage that it has laid out: "usage: " in English alone
        super().add_usage(usage and usage.lstrip(), actions, groups, prefix or say("command.usage"))

    def _metavar_formatter(self, action, default_metavar):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - as argparse has it
        if action.metavar is None and action.choices is not None:
            default_metavar = f"{{{','.join(map(shown, map(str, action.choices)))}}}"
            return lambda number: (default_metavar,) * number
        return super()._metavar_formatter(action, default_metavar)


class LineParser(argparse.ArgumentParser):
    """A parser of the words of a line, that raises an error of one line for words that it cannot read."""

    def __init__(self, *, prog: str, description: str = "") -> None:
        super().__init__(
            prog=prog, description=description, allow_abbrev=False, add_help=False, formatter_class=_Help
        )

    def error(self, message: str) -> NoReturn:
        """Raise UsageError: argparse would print its usage over several lines, and exit."""
        raise UsageError("command.usage_error", problem=message, command=self.prog)

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Return the options of the words of a command line.

        A word that begins with one minus and is not an option is a word of the query: `manchette query maroc -rabat`.

        Raises:
            UsageError: an option or its value is wrong.
        """
        if not any(word.startswith("-") and "h" in word for word in words):  # `--help`, or `-vh`
            self.usage = ""  # argparse would lay it out for an error, which shows none here
        if not any(action.dest == "words" for action in self._actions):
            return self.parse_intermixed_args(words)
        options = self.parse_intermixed_args(self._shielded(words))
        options.words = [word.removeprefix(_NOT_AN_OPTION) for word in options.words]
        return options

    def _add_action(self, action: _Action) -> _Action:
        """Add an option; what stands for its value in the help is in the language that is spoken.

        A value that is chosen goes by its French names as well, whatever its capitals and accents.
        """
        if action.option_strings and action.nargs != 0 and action.choices is None:
            action.metavar = action.metavar or action.dest.upper()
        if isinstance(action.metavar, str):
            action.metavar = placeholder(action.metavar)
        if action.choices is not None and action.type is None:
            action.type = partial(chosen, tuple(action.choices))
        if action.nargs == "*":  # argparse lists these among the arguments that are missing
            action.required = False
        return super()._add_action(action)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Raise ArgumentError for a value that is none of the choices, with their names in the language that is spoken."""
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(map(shown, map(str, action.choices)))
            raise argparse.ArgumentError(action, say("command.no_choice", word=str(value), choices=choices))

    def _shielded(self, words: Sequence[str]) -> list[str]:
        option_names = tuple(self._option_string_actions)
        shielded, plain = [], False
        for word in words:
            plain = plain or word == "--"
            option = word.startswith("--") or word in option_names or re.fullmatch(r"-n[0-9]+", word)
            shielded.append(
                _NOT_AN_OPTION + word
                if word.startswith("-") and word not in ("-", "--") and (plain or not option)
                else word
            )
        return [word for word in shielded if word != "--"]


class Parser(LineParser):
    """A parser of a command line, with the options that every command has; `index` is the index named before the command."""

    def __init__(self, *, prog: str, description: str, index: str | None = None) -> None:
        super().__init__(prog=prog, description=description)
        self._positionals.title = say("command.arguments")
        self._optionals.title = say("command.options")
        self.set_defaults(defaulted={})
        self.add_argument("-h", "--help", action="help", help=say("option.help"))
        self.add_argument(*INDEX_OPTION, metavar="DIR", default=index, help=say("option.index_option"))
        self.add_argument(
            LANGUAGE_OPTION,
            choices=[language.value for language in Language],
            help=say("option.language_option"),
        )


def chosen(choices: Sequence[str], typed: str) -> str:
    """Return the choice that a word names, in English or in French; another word as it is."""
    return named(typed, choices) or typed


def nothing(_: Parser) -> None:
    """Add no option."""


def add_words(parser: LineParser) -> None:
    """Add the words of a query."""
    parser.add_argument("words", nargs="*", metavar="WORDS", help=say("option.words"))


def add_limit(parser: LineParser, default: int, help_: str) -> None:
    """Add the option for the number of articles, values or entities to show."""
    parser.add_argument("-n", "--limit", type=number, default=default, help=help_)


def add_fields(parser: Parser) -> None:
    """Add the option that chooses the fields of a format for programs."""
    parser.add_argument("--fields", default="", metavar="NAME,NAME", help=say("option.fields"))


def is_typed(options: argparse.Namespace, name: str) -> bool:
    """Return whether the person typed an option that is off, or empty, without that.

    A default of the settings, which stand in `options.defaulted`, is for the command lines that it fits: one that it
    does not fit does without it.
    """
    value = getattr(options, name)
    return bool(value) and options.defaulted.get(name) != value


def check_fields(options: argparse.Namespace) -> None:
    """Let go of the fields of the settings for a format that has its own.

    Raises:
        UsageError: the person typed fields for such a format.
    """
    from search.render.chosen_fields import DATA_FORMATS  # for commands that answer

    if options.format in DATA_FORMATS:
        return
    if is_typed(options, "fields"):
        raise UsageError("export.fields_need_data")
    options.fields = ""


def add_format(parser: Parser, *kinds: type) -> None:
    """Add the options for the format of the values that a command shows, and for the colours of its text."""
    formats = dict.fromkeys(name for kind in kinds for name in renderers(kind) if name != SHELL)
    if len(formats) > 1:
        parser.add_argument(
            "--format", choices=tuple(formats), default=next(iter(formats)), help=say("option.format")
        )
    add_color(parser)


def add_color(parser: Parser) -> None:
    """Add the option for the colours of a text."""
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help=say("option.color")
    )
    parser.add_argument(
        "--pager", action=argparse.BooleanOptionalAction, default=True, help=say("option.pager")
    )


def add_forced(parser: Parser, help_: str, *others: str) -> None:
    """Add the option that names the format of files, or one of some `others` words."""
    parser.add_argument(
        "--format",
        dest="forced",
        type=partial(format_name, others=others),
        default="",
        metavar="NAME",
        help=help_,
    )


def format_name(text: str, *, others: Sequence[str] = ()) -> str:
    """Return the name of a format that is read, or one of the `others`; "" where none is named.

    The name may be typed in any capitals and in any language that shows it.
    """
    from corpus.formats.table import FORMATS  # no query asks for a format
    from search.render.format_list import format_name as shown

    names = {name.casefold(): name for name in (*(known.name for known in FORMATS), *others)}
    for language in Language:
        with speaking(language):
            names |= {shown(known.name).casefold(): known.name for known in FORMATS}
    if not text or text.casefold() in names:
        return names.get(text.casefold(), "")
    from difflib import get_close_matches  # 0.6 ms to import, for an error

    near = get_close_matches(text.casefold(), names, n=1)
    mend = say("command.near_format", name=names[near[0]]) if near else say("command.all_formats")
    raise argparse.ArgumentTypeError(say("command.no_format", name=text, mend=mend))


def number(text: str) -> int:
    """Return a number, 0 or more."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(say("command.not_a_number", word=text.removeprefix(_NOT_AN_OPTION)))
    return int(text)


def top_parser() -> Parser:
    """Return the parser of the words before the command."""
    top = Parser(prog="manchette", description=say("command.manchette"))
    top.usage = say("command.top_usage")
    top.add_argument("--version", action="store_true", help=say("option.version"))
    verbosity.add(top)
    top.set_defaults(command=None)
    return top
