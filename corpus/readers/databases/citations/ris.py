"""Articles in RIS, the format of bibliographies with a tag of two letters on each line."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.article import Article, Rejected
from corpus.clipping import Clipping
from corpus.dates.print_date import PrintDate, existing
from corpus.dates.values import parse_date
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.columns import values
from corpus.readers.record import Record, compose
from corpus.readers.slices import slices
from corpus.source import Source, whole

_BEGINNING = expression(r"TY  ?- ?[A-Z]{3,8}[ \t]*[\r\n]")
_ENTRY = expression(r"^TY  ?- ?", re.MULTILINE)
_FIELD = expression(r"(?P<tag>[A-Z][A-Z0-9])  ?-(?: (?P<text>.*))?")
_END = "ER"
_DATE = expression(r"(?P<y>\d{4})(?:/(?P<m>\d{1,2})?(?:/(?P<d>\d{1,2})?(?:/.*)?)?)?")
"""`2021/03/25/printemps`, of which only the year must be there."""
_TITLES, _SOURCES = ("TI", "T1", "CT"), ("T2", "JF", "JO", "JA", "J2", "BT", "PB")
_DATES, _TEXTS, _AUTHORS = ("DA", "PY", "Y1"), ("AB", "N2"), ("AU", "A1")
"""The tags of each field, the surest first (RIS specification of 2001, and that of 2011)."""


def recognises(head: Head) -> bool:
    """Return whether a file is a bibliography in RIS."""
    return _BEGINNING.match(head.text) is not None


def articles(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the articles of the entries that have an abstract; the number of the others is yielded in one Rejected.

    Raises:
        Unreadable: the file cannot be read, or has no entry.
    """
    with source.open_text() as stream:
        text = whole(stream).replace("\r\n", "\n").replace("\r", "\n")
    if not _ENTRY.search(text):
        raise Unreadable("reading.no_record")
    without_text = 0
    for start, raw in slices(text, _ENTRY):
        if _first(_fields(raw), _TEXTS):
            where = message("reading.line", line=text.count("\n", 0, start) + 1)
            yield Clipping(raw, where, source.name, _article)
        else:
            without_text += 1
    if without_text:
        yield Rejected(source.name, message("reading.entries_without_text", count=without_text))


def _article(raw: str, name: str) -> Article:
    """Return the article of an entry.

    Raises:
        Unreadable: it has no text.
    """
    fields = _fields(raw)
    pages = [page for page in (_first(fields, ("SP",)), _first(fields, ("EP",))) if page]
    record = Record(
        raw=raw,
        text=_first(fields, _TEXTS),
        title=_first(fields, _TITLES),
        date=next(filter(None, (_date(text) for tag in _DATES for text in fields.get(tag, ()))), None),
        source=_first(fields, _SOURCES),
        section=next(iter(values.names([_first(fields, ("SE",))])), ""),
        authors=values.names([_in_order(author) for tag in _AUTHORS for author in fields.get(tag, ())]),
        url=_first(fields, ("UR", "L2")),
        id=_first(fields, ("AN", "ID")),
        page="-".join(dict.fromkeys(pages)),
        edition=_first(fields, ("ET",)),
        language=_first(fields, ("LA",)),
        reference=_first(fields, ("DO", "AN")),
    )
    return compose(record, path=name)


def _fields(raw: str) -> dict[str, list[str]]:
    """Return the texts of each tag; a line without a tag goes on with the one above it."""
    fields: dict[str, list[str]] = {}
    last: list[str] = []
    for line in raw.split("\n"):
        if field := _FIELD.fullmatch(line.rstrip()):
            if field["tag"] == _END:
                break
            last = fields.setdefault(field["tag"], [])
            last.append(field["text"] or "")
        elif last:
            last[-1] += f"\n{line.strip()}"
    return fields


def _first(fields: Mapping[str, Sequence[str]], tags: Sequence[str]) -> str:
    """Return the first text that says something, of the tags in their order."""
    return next((text.strip() for tag in tags for text in fields.get(tag, ()) if text.strip()), "")


def _date(text: str) -> PrintDate | None:
    found = _DATE.fullmatch(text.strip())
    if found:
        return existing(int(found["y"]), int(found["m"] or 0), int(found["d"] or 0))
    return parse_date(text)


def _in_order(author: str) -> str:
    """Return an author in the order in which people write the name.

    >>> _in_order("Roy, Anne"), _in_order("de La Tour, Jean, Jr"), _in_order("Service Mer")
    ('Anne Roy', 'Jean de La Tour Jr', 'Service Mer')
    """
    family, given, suffix = (part.strip() for part in (*author.split(",", 2), "", "")[:3])
    return " ".join(filter(None, (given, family, suffix)))
