"""The columns that a person names: a name that no file has is a slip of the hand, and is said before anything is read."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from itertools import chain
from pathlib import Path

from corpus.article import Rejected
from corpus.clean import clean_line
from corpus.errors import BadColumn, Unreadable
from corpus.formats import Gives, recognise
from corpus.message import Message, message
from corpus.readers.usual import label
from corpus.source import Source

_MAX_NAMES_SHOWN = 20


def check(files: Iterable[Path | Rejected], chosen: Mapping[str, str]) -> None:
    """Check that each column that is mapped to a field is one of a file at least.

    Files are looked into until every column is found: the names of a table stand in its header, those of a file in
    JSON anywhere.

    Raises:
        BadColumn: no file has a column.
    """
    missing = {label(name.rpartition(".")[2]) or name: name for name in chosen.values()}
    seen: dict[str, None] = {}
    for name in chain.from_iterable(_names(path) for path in files if isinstance(path, Path)):
        if len(seen) < _MAX_NAMES_SHOWN:
            seen[name] = None
        missing.pop(label(name.rpartition(".")[2]) or name, None)
        if not missing:
            return
    shown: str | Message = ", ".join(clean_line(name[:40]) for name in seen) or message("reading.no_columns")
    raise BadColumn("reading.no_such_column", column=next(iter(missing.values())), columns=shown)


def _names(path: Path) -> Iterator[str]:
    """Yield the names of the columns of a file; none of a file that cannot be read, which the build reports."""
    source = Source(path, path.name)
    try:
        format_ = recognise(source)
        if format_ and format_.gives is Gives.RECORDS:
            yield from import_module(f"corpus.readers.{format_.reader}").names(source)
    except Unreadable:
        return
