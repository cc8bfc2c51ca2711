"""The formats that a person named for the files of some roots, instead of having them recognised."""

import os
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from corpus.formats import named

AUTO = "auto"
"""Named as a format, it has the formats of the files recognised again."""


def after(
    before: Mapping[str, str], roots: Iterable[str], forced: str, *, kept: Iterable[str]
) -> dict[str, str]:
    """Return the formats by root, where `forced` is now named for some roots, and the roots that are `kept` keep theirs.

    >>> after({"presse": "CSV"}, ["lots"], "json", kept=["presse", "lots"])
    {'presse': 'CSV', 'lots': 'JSON'}
    >>> after({"presse": "CSV"}, ["presse"], AUTO, kept=["presse"]), after({"presse": "CSV"}, [], "", kept=["lots"])
    ({}, {})
    """
    name = "" if forced in ("", AUTO) else named(forced).name
    chosen = {**before, **({shown(root): name for root in roots} if forced else {})}
    known = {*map(shown, kept)}
    return {root: name for root, name in chosen.items() if name and root in known}


def of(formats: Mapping[str, str], path: str) -> str:
    """Return the format that was named for a path, by the nearest root; "" where none was.

    >>> of({"presse": "CSV", "presse/web": "JSON"}, "presse/web/a.txt"), of({".": "CSV"}, "a.txt")
    ('JSON', 'CSV')
    >>> of({"presse": "CSV"}, "presse2/a.txt")
    ''
    """
    above = [root for root in formats if PurePosixPath(path).is_relative_to(root)]
    return formats[max(above, key=lambda root: len(PurePosixPath(root).parts))] if above else ""


def changed(paths: Iterable[str], before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return those of some paths for which another format is named now.

    >>> changed(["presse/a.txt", "lots/b.txt"], {"presse": "CSV"}, {"presse": "CSV", "lots": "CSV"})
    ['lots/b.txt']
    """
    return [path for path in paths if of(before, path) != of(now, path)] if before != now else []


def shown(root: str) -> str:
    """Return a root as the index shows the paths below it: bytes that are not UTF-8 are written as escapes."""
    return os.fsencode(root).decode("utf-8", "backslashreplace")
