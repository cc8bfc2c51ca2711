"""The renderers of the formats that are read."""

from collections.abc import Sequence

from corpus.formats.format import Format
from corpus.message import message
from search.inspection.format_list import FormatList
from search.messages import say
from search.render import TEXT, Renderers
from search.render.counted import counted
from search.render.lines import Fragment, Line, Style, cell_width, wrap
from search.render.page import READABLE_COLUMNS
from search.render.panel import field_label

_LABELS = {
    "title": "page.title",
    "heading": "page.heading",
    "authors": "page.author",
    "url": "page.address",
    "page": "page.page",
    "edition": "page.edition",
    "language": "page.language",
    "reference": "page.reference",
    "also_in": "page.other_sources",
    "person": "page.persons",
    "org": "page.organisations",
    "place": "page.places",
    "id": "page.id",
}
"""The fields of an article that no facet counts, or that it names otherwise, as the table of formats names them."""


_FORMAT_NAMES = {
    "feed": "page.feed",
    "text": "page.text",
    "web archive": "page.web_archive",
    "web page": "page.web_page",
}
"""The formats whose names are words of a language."""


def format_name(name: str) -> str:
    """Return the name of a format as a page shows it."""
    return say(_FORMAT_NAMES[name]) if name in _FORMAT_NAMES else name


def field_name(field: str) -> str:
    """Return the name of a field that a format gives."""
    return say(_LABELS[field]) if field in _LABELS else field_label(field)


def format_line(name: str, files: int, articles: int) -> Line:
    """Return a line with the number of articles of a format, and of the files that have them."""
    said = say("page.format_read", format=format_name(name), files=message("page.files", count=files))
    return counted(articles, said)


def _text(listed: FormatList, columns: int) -> Sequence[Line]:
    columns = min(columns, READABLE_COLUMNS)
    margin = max(cell_width(format_name(known.name)) for known in listed.formats) + 2
    lines: list[Line] = []
    for known in sorted(listed.formats, key=lambda known: format_name(known.name).casefold()):
        name = Fragment(format_name(known.name).ljust(margin), Style.TITLE)
        lines += wrap((name, Fragment(_given(known))), columns, rest=" " * margin)
    return lines


def _given(known: Format) -> str:
    """Return the suffixes of a format, the fields that it gives, and what is to be installed for it."""
    suffixes = " ".join(suffix or say("page.no_suffix") for suffix in known.suffixes)
    fields = ", ".join(dict.fromkeys(map(field_name, known.fields)))
    given = say("page.gives", suffixes=suffixes, fields=fields) if suffixes else fields
    if known.extra is None:
        return given
    if known.is_installed:
        return say("page.with_extra", given=given, extra=known.extra.name)
    return say("page.without_extra", given=given, extra=known.extra.name)


def _json(listed: FormatList, _: int) -> str:
    from search.render import json_of_files

    return json_of_files.formats(listed)


RENDERERS: Renderers = {TEXT: _text, "json": _json}
