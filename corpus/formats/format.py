"""A format that is read, and how its reader is called."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from corpus.clipping import Piece, guarded
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.records import record
from corpus.source import Source


class Gives(StrEnum):
    """What a file of a format gives, which decides how its reader is called."""

    ARTICLES = "articles"
    """One article or several, whose fields the reader finds: `articles(source)`."""

    RECORDS = "records"
    """Records with columns or keys, which a person may map to fields: `articles(source, columns)`."""


@record
class Extra:
    """What must be installed beside Manchette for a format: `manchette[name]`, which has the `module`."""

    name: str
    module: str


@record
class Format:
    """A format that is read.

    `name` is shown to people.  `suffixes` are in lower case; "" is that of a name without suffix.  `reader` is the module
    below `corpus.readers`: its function `recognises` says of the `Head` of a file whether it is of this format, where the
    content shows that, and its function `articles` yields what a file is cut into.  `firsts` are the signs with one of which
    the text of a file begins that `recognises` knows, "" where it may be any: the readers of the others are not imported.  `fields` are those of an article that
    such files give beside a text.  `extra` is what must be installed for it, None where nothing more is needed.  The pieces
    of a `guarded` format are read in a process that may end: its parser is one of those that a file can disturb.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    gives: Gives
    fields: tuple[str, ...]
    extra: Extra | None = None
    guarded: bool = True
    firsts: str = ""

    @property
    def is_installed(self) -> bool:
        """Whether all that reads this format is installed."""
        return self.extra is None or find_spec(self.extra.module) is not None

    def recognises(self, head: Head) -> bool:
        """Return whether the content of a file shows that it is of this format."""
        if self.firsts and head.text[:1] not in self.firsts:
            return False
        return bool(_module(self.reader).recognises(head))

    def cut(self, source: Source, columns: Mapping[str, str]) -> Iterator[Piece]:
        """Yield what a file of this format is cut into; `columns` are those that a person mapped to fields.

        Raises:
            Unreadable: the file, or what is left of it, cannot be read; or what reads this format is not installed.
        """
        if self.extra and not self.is_installed:
            raise Unreadable("reading.extra_missing", extra=self.extra.name)
        articles = _module(self.reader).articles
        pieces: Iterator[Piece] = (
            articles(source, columns) if self.gives is Gives.RECORDS else articles(source)
        )
        return map(guarded, pieces) if self.guarded else pieces


@cache
def _module(reader: str) -> Any:  # noqa: ANN401 - a module
    """Return the module of a reader; asked of the system for each file and format, it takes 30 us a file."""
    return import_module(f"corpus.readers.{reader}")
