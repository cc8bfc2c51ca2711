"""The settings of a person: defaults of options, in a file of TOML for every index and in one of an index.

A table bears the name of a command, and its keys are the long options of the command; the keys before the first table
are options that every command has.

    color = "never"
    [query]
    limit = 20
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from search.errors import SearchError

EVERY_COMMAND = ""
"""Stands for the command of a setting before the first table."""


class Setting(NamedTuple):
    """A default of an option, for a command or for every one, and the file that it stands in."""

    command: str
    key: str
    value: object
    path: Path

    @property
    def name(self) -> str:
        """The option, behind its command."""
        return f"{self.command}.{self.key}" if self.command else self.key

    @property
    def written(self) -> str:
        """The value as a file has it."""
        match self.value:
            case bool():
                return str(self.value).lower()
            case list():
                return ", ".join(map(str, self.value))
            case _:
                return str(self.value)


class Settings(NamedTuple):
    """The files that may hold settings, the one that wins last, and the settings in force."""

    files: tuple[Path, ...]
    settings: tuple[Setting, ...]


def read(path: Path) -> Iterator[Setting]:
    """Yield the settings of a file, in its order; none where there is no file, or where its folder is somebody else's.

    Raises:
        SearchError: the file is not TOML.
    """
    try:
        if not path.is_file():
            return
    except PermissionError:  # the home of another person, as under sudo -u
        return
    for key, value in _tables(path).items():
        if isinstance(value, Mapping):
            for option, default in value.items():
                yield Setting(key, _as_typed(option), default, path)
        else:
            yield Setting(EVERY_COMMAND, _as_typed(key), value, path)


def merged(settings: Iterable[Setting]) -> tuple[Setting, ...]:
    """Return the settings of which a later one of the same option wins.

    >>> here, there = Path("a"), Path("b")
    >>> [setting.value for setting in merged([Setting("query", "limit", 1, here), Setting("query", "limit", 2, there)])]
    [2]
    """
    return tuple({(setting.command, setting.key): setting for setting in settings}.values())


def _tables(path: Path) -> Mapping[str, object]:
    import tomllib  # 5 ms, for those who have a file

    text = ""
    try:
        text = path.read_text("utf-8")
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        where = re.search(r"at line ([0-9]+)", str(error))
        line = where[1] if where else str(max(1, len(text.splitlines())))
        raise SearchError("settings.not_toml", path=str(path), line=line) from None


def _as_typed(key: str) -> str:
    """Return a key as the command line writes it: `left_out` is `left-out`."""
    return key.replace("_", "-")
