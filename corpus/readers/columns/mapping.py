"""The mapping of fields to columns that a person types: a slip of the hand is reported before anything is read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from itertools import chain
from pathlib import Path

from corpus.article import Rejected
from corpus.errors import BadColumn, Unreadable
from corpus.formats import recognition
from corpus.formats.format import Gives
from corpus.readers.columns.naming import shown
from corpus.readers.columns.usual import USUAL_COLUMNS, label
from corpus.source import Source

_MAX_NAMES_KEPT = 100
"""Names of columns that are kept for the error: the keys of a file in JSON may be a million."""


def check_fields(chosen: Mapping[str, str]) -> None:
    """Check a mapping of fields to columns.

    Raises:
        BadColumn: the mapping has a field that articles do not have.

    >>> check_fields({"titre": "Manchette"})
    Traceback (most recent call last):
    corpus.errors.BadColumn: reading.no_field (field=titre, fields=text, title, heading, date, source, ...
    """
    for field in chosen:
        if field not in USUAL_COLUMNS:
            raise BadColumn("reading.no_field", field=field, fields=", ".join(USUAL_COLUMNS))


def check_columns(
    files: Iterable[Path | Rejected], chosen: Mapping[str, str], forced: Callable[[Path], str] = lambda _: ""
) -> None:
    """Check that each column that is mapped to a field is one of a file at least.

    `forced` returns the name of the format that a person named for a file, "" for one to recognise.

    Files are looked into until every column is found: the names of a table stand in its header, those of a file in
    JSON anywhere.

    Raises:
        BadColumn: no file has a column.
    """
    missing = {label(name.rpartition(".")[2]) or name: name for name in chosen.values()}
    seen: dict[str, None] = {}
    for name in chain.from_iterable(
        names_of(Source(path, path.name), forced(path)) for path in files if isinstance(path, Path)
    ):
        if len(seen) < _MAX_NAMES_KEPT:
            seen[name] = None
        missing.pop(label(name.rpartition(".")[2]) or name, None)
        if not missing:
            return
    raise BadColumn("reading.no_such_column", column=next(iter(missing.values())), columns=shown([*seen]))


def names_of(source: Source, forced: str) -> Iterator[str]:
    """Yield the names of the columns of a file; none of a file that cannot be read, which the build reports."""
    try:
        known = recognition(source, forced)
        if known and known.format.gives is Gives.RECORDS:
            yield from import_module(f"corpus.readers.{known.format.reader}").names(source)
    except Unreadable:
        return
