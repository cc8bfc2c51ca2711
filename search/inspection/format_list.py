"""The formats that are read, as `manchette formats` lists them."""

from typing import NamedTuple

from corpus.formats.format import Format
from corpus.formats.table import FORMATS


class FormatList(NamedTuple):
    """Every format that is read, in the order of their names."""

    formats: tuple[Format, ...]


def format_list() -> FormatList:
    """Return the formats that are read."""
    return FormatList(tuple(sorted(FORMATS, key=lambda known: known.name.casefold())))
