"""The table of contents of an EPUB: the title of each file, and of the section that it stands in.

EPUB 3.3, section 7 (`nav`), and the one of EPUB 2 (NCX, ANSI/NISO Z39.86-2005, section 8).
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from corpus.clean import bare, clean_line
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.readers import markup
from corpus.readers.markup import Element, local
from corpus.source import Source

_NCX = "application/x-dtbncx+xml"
_PART = expression(
    r"(?:\w{1,12} )?(?:partie|part|livre|tome|chapitre|chapter|section|acte|volume)\b.{0,200}|[ivxlc\d]{1,6}\b.{0,200}"
)
"""The name of a part of a book, in small letters without accents: it is no section of a paper."""


class Entry(NamedTuple):
    """An entry of the table of contents: its title, and the title and the file of the entry that it stands below, "" without one."""

    title: str = ""
    section: str = ""
    page_of_section: str = ""


def contents(source: Source, root: Element, files: Mapping[str, str]) -> dict[str, Entry]:
    """Return the entry of each file to which the table of contents leads, by its name; empty where there is no table.

    `root` describes the EPUB, `files` has its members by their ids.
    """
    found: dict[str, Entry] = {}
    for item in root.iter("{*}item"):
        name = files.get(item.get("id", ""), "")
        is_table = "nav" in item.get("properties", "").split() or item.get("media-type") == _NCX
        if found or not is_table:
            continue
        with suppress(Unreadable):
            for title, address, above in _points(markup.xml(source.member(name).content())):
                section = _label(above) if above is not None else ""
                page = _member(_address(above), name) if above is not None else ""
                is_part = _PART.fullmatch(bare(section))
                found.setdefault(
                    _member(address, name), Entry(title) if is_part else Entry(title, section, page)
                )
    return found


def _points(table: Element) -> Iterator[tuple[str, str, Element | None]]:
    """Yield the title and the address of each entry of a table, and the entry that it stands below."""
    for link in table.iter("{*}a"):
        items = link.iterancestors("{*}li")
        next(items, None)
        yield clean_line("".join(link.itertext())), link.get("href", ""), next(items, None)
    for point in table.iter("{*}navPoint"):
        yield _label(point), _address(point), next(point.iterancestors("{*}navPoint"), None)


def _label(point: Element) -> str:
    """Return the title of an entry: the first link of it, or the line without a link."""
    labels = ("".join(label.itertext()) for label in point.iter("{*}a", "{*}span", "{*}navLabel"))
    return clean_line(next(labels, ""))


def _address(point: Element) -> str:
    """Return where an entry leads; "" for a line without a link."""
    for child in point:
        if local(child) in {"a", "content"}:
            return str(child.get("href") or child.get("src") or "")
    return ""


def _member(address: str, name: str) -> str:
    """Return the member that an address in the member `name` leads to; "" without an address."""
    path = unquote(address.partition("#")[0])
    return normpath(join(dirname(name), path)) if path else ""
