"""The defaults that a person gives to options: where they stand, and how the parser of a command gets them.

The command line wins over the file of the index, and that one over the file of the person.
"""

import argparse
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.message import Message, message
from index import layout
from index.errors import IndexFailure
from index.storage import manifest
from search.commandline.home import named_home
from search.commandline.names import named
from search.commandline.options import Parser
from search.errors import SearchError
from search.notebook import settings
from search.notebook.settings import EVERY_COMMAND, Setting, Settings

_OF_EVERY_COMMAND = ("lang", "color", "pager", "quiet", "verbose")
"""The options that may stand before the first table; a command that does not have one ignores it."""

_NEVER = ("help", "index", "lang", "version")
"""Options of a command line alone: what they say must be known before a table is read."""


def paths(index: str | None) -> tuple[Path, ...]:
    """Return the files that may hold settings, the one that wins last: of the person, of the named or nearest index."""
    return tuple(path for path in (_of_person(), _of_index(index)) if path)


def _of_person() -> Path | None:
    try:
        folder = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    except RuntimeError:  # nobody's process has no home
        return None
    return Path(folder) / "manchette" / layout.settings(Path()).name


def _of_index(index: str | None) -> Path | None:
    try:
        home = named_home(argparse.Namespace(index=index))
        return layout.settings(home or manifest.find(Path.cwd()))
    except IndexFailure:
        return None


def read(files: Iterable[Path], commands: Sequence[str]) -> Settings:
    """Return the settings of some files, of which a later one wins; `commands` are the names of all commands.

    Raises:
        SearchError: a file is not TOML, or has a table for no command or a key of no option before the first one.
    """
    every = [_checked(setting, commands) for path in files for setting in settings.read(path)]
    return Settings(tuple(files), settings.merged(every))


def _checked(setting: Setting, commands: Sequence[str]) -> Setting:
    """Return a setting with the English name of its command."""
    path, key = str(setting.path), setting.command
    if key == EVERY_COMMAND:
        if setting.key not in _OF_EVERY_COMMAND:
            mend = message("settings.in_a_table", keys=", ".join(_OF_EVERY_COMMAND))
            raise SearchError("settings.no_option", path=path, key=setting.key, mend=mend)
        return setting
    command = named(key, commands)
    if not command:
        raise SearchError("settings.no_command", path=path, key=key, mend=_near(key, commands))
    return setting._replace(command=command)


def language(found: Settings) -> str:
    """Return the language of the settings, "" where they name none.

    Raises:
        SearchError: it is a language that Manchette does not speak.
    """
    chosen = next((one for one in found.settings if (one.command, one.key) == (EVERY_COMMAND, "lang")), None)
    if chosen is None:
        return ""
    option = next(action for action in Parser(prog="", description="")._actions if action.dest == "lang")  # noqa: SLF001 - argparse has no list of them
    return str(_converted(chosen, option, chosen.value))


def apply(found: Settings, command: str, parser: Parser) -> None:
    """Give the options of the parser of a command the defaults of the settings; a setting of the command wins.

    Raises:
        SearchError: the command has no such option, or the value is none of this option.
    """
    options = {
        name.removeprefix("--"): action
        for action in parser._actions  # noqa: SLF001 - argparse has no list of them
        for name in action.option_strings
        if name.startswith("--")
        and not name.startswith("--no-")  # collapse = false, where one types --no-collapse
    }
    defaulted = {}
    for setting in sorted(found.settings, key=lambda setting: setting.command != EVERY_COMMAND):
        if setting.command not in (EVERY_COMMAND, command):
            continue
        action = None if setting.key in _NEVER else options.get(setting.key)
        if action:
            defaulted[action.dest] = _default(setting, action)
        elif setting.command != EVERY_COMMAND:
            names = [name for name in options if name not in _NEVER]
            mend = _near(setting.key, names)
            raise SearchError("settings.no_option", path=str(setting.path), key=setting.name, mend=mend)
    parser.set_defaults(**defaulted, defaulted=defaulted)


def _default(setting: Setting, action: argparse.Action) -> object:
    """Return the default of an option that a setting gives it."""
    value = setting.value
    if action.nargs == 0 or isinstance(action, argparse.BooleanOptionalAction):
        if not isinstance(value, bool):
            raise _wrong(setting, message("settings.takes_boolean"))
        if isinstance(action, argparse.BooleanOptionalAction):
            return value
        return action.const if value else action.default
    if isinstance(action, argparse._AppendAction):  # noqa: SLF001 - it has no other name
        return [_converted(setting, action, one) for one in (value if isinstance(value, list) else [value])]
    return _converted(setting, action, value)


def _converted(setting: Setting, action: argparse.Action, value: object) -> object:
    """Return a value as the command line would read it."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _wrong(setting, message("settings.takes_text"))
    convert = action.type if callable(action.type) else str
    try:
        converted = convert(str(value))
    except argparse.ArgumentTypeError as error:
        raise _wrong(setting, message("settings.problem", problem=str(error))) from None
    if action.choices is not None and converted not in action.choices:
        raise _wrong(setting, message("settings.takes_one_of", choices=", ".join(map(str, action.choices))))
    return converted


def _wrong(setting: Setting, mend: Message) -> SearchError:
    return SearchError(
        "settings.bad_value",
        path=str(setting.path),
        key=setting.name,
        value=setting.written,
        mend=mend,
    )


def _near(key: str, known: Sequence[str]) -> Message:
    from difflib import get_close_matches  # 0.6 ms to import, for an error

    near = get_close_matches(key, known, n=1)
    if near:
        return message("settings.did_you_mean", name=near[0])
    return message("settings.type_one_of", names=", ".join(known))
