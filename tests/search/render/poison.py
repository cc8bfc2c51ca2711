"""Values whose every text is hostile: what a renderer makes of them shows whether it lets any text through."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from corpus.message import Message
from corpus.records import names
from index.fields import BY_NAME
from search.snippet import Snippet

LONG_WORD = "x" * 10_000

_MAX_PATH_CHARACTERS = 200
"""A name that a file system takes."""

_KEPT = re.compile(r"[0-9]{4}(-[0-9Q]+){0,2}|none|words|json|pdf|", re.ASCII)
"""The texts that no stranger writes: periods, the value of undated articles, kinds of words, extras."""

_READ = ("index.query", "search.language.tree", "index.names.aliases", "corpus.formats.format")
"""The modules of values that are read from a text, and print back as what can be typed: queries, aliases, formats."""


def poisoned(value: Any, poison: str) -> Any:  # noqa: ANN401 - any value, and another of its type
    """Return a value with a text in the place of each text that a stranger could have written."""
    match value:
        case Enum() | bool() | int() | float() | None:
            return value
        case str():
            return value if value in BY_NAME or _KEPT.fullmatch(value) else poison
        case Path():
            return Path(poison.replace("\0", "")[:_MAX_PATH_CHARACTERS])
        case Snippet():
            return Snippet(f"{poison} mot", ((len(poison) + 1, len(poison) + 4),))
        case Message():
            return Message(value.code, {name: poisoned(one, poison) for name, one in value.values.items()})
        case Counter():
            return Counter({poisoned(one, poison): count for one, count in value.items()})
        case Mapping():
            return {name: poisoned(one, poison) for name, one in value.items()}
    if type(value).__module__ in _READ:
        return value
    if hasattr(value, "_fields"):
        return type(value)(*(poisoned(one, poison) for one in value))
    if isinstance(value, tuple | list):
        return type(value)(poisoned(one, poison) for one in value)
    kept = [one.name for one in fields(value)] if is_dataclass(value) else names(type(value))
    made = {name: poisoned(getattr(value, name), poison) for name in kept}
    return type(value)(**made)
