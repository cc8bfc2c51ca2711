"""The fields of an article of Nexis, from the paragraphs above, of and below its text."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus.article import Article
from corpus.dates.print_date import PrintDate
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.readers.authors import authors
from corpus.readers.columns import values
from corpus.readers.databases.header import date, header
from corpus.readers.databases.nexis.labels import label
from corpus.readers.databases.nexis.parts import Parts, is_copyright, is_date
from corpus.readers.record import Record, compose

_ERROR = expression(
    r"We are sorry but there is an error in this document|Une erreur .{0,60} ce document", re.IGNORECASE
)
"""What the database prints in the place of an article that it cannot show."""
_CORRECTION = expression(r"\W*correction appended\W*", re.IGNORECASE)
_NO_HEADLINE = expression(
    r"\W*(?:no headline(?: in original)?|no title|sans titre|ohne titel)\W*", re.IGNORECASE
)
_EDITION = expression(r".{0,60}\b(?:edition|édition|ausgabe)\b.{0,40}", re.IGNORECASE)
_PAGE = expression(r"(?:pg|pages?|seiten?)\b\.?\s?(?P<page>\S.*)?|[ps]\.\s?(?P<number>\d.*)", re.IGNORECASE)
_NO_SECTION = expression(r"section|col(?:umn)?\b.{0,20}|version ?:.*", re.IGNORECASE)
_ADDRESS = expression(r"https?://[^\s/]{1,200}(?P<path>/\S{0,2000})?")
_ABSTRACT, _FULL_TEXT = "ABSTRACT", "FULL TEXT"
_KEPT = {"page": "page", "edition": "edition", "update": "loaded"}
_MAX_LINES_OF_ABSTRACT = 10


class _Top(NamedTuple):
    """What the paragraphs above the labels say."""

    title: str
    source: str
    edition: str
    date: PrintDate | None


def compose_parts(parts: Parts, raw: str, name: str) -> Article:
    """Return the article of its parts.

    Raises:
        Unreadable: it has no text, or the database could not show it.
    """
    if any(map(_ERROR.match, parts.top)) or any(map(_ERROR.match, parts.text)):
        raise Unreadable("reading.not_shown_by_database")
    said = _fields(parts.below) | _fields(parts.labels, with_abstract=True)
    top = _top(parts.top, has_body=parts.has_body)
    section, page = _section(said.get("section", ""))
    title, standfirst = _title(said.get("title") or top.title)
    abstract, text, url = _text(parts.text)
    heading = said.get("heading", "")
    record = Record(
        raw=raw,
        text=_lines(text),
        title=title,
        heading="\n".join(dict.fromkeys(filter(None, (standfirst, heading, abstract)))),
        date=top.date or date(said.get("loaded", "")),
        source=top.source,
        section=next(iter(values.names([section])), ""),
        authors=authors(said.get("byline", ""), top.source),
        url=said.get("url", "") or url,
        page=page or said.get("page", ""),
        edition=top.edition or said.get("edition", ""),
        language=said.get("language", ""),
    )
    return compose(record, path=name)


def _fields(paragraphs: Iterable[str], *, with_abstract: bool = False) -> dict[str, str]:
    """Return the texts of labels, the first of each field; `with_abstract`, an abstract has the paragraphs that follow it."""
    found: dict[str, str] = {}
    last = ""
    for line in paragraphs:
        opened = label(line)
        if opened:
            last = _name(opened.field, line)
            if last in found:
                last = ""
            elif last:
                found[last] = opened.text
        elif last == "heading" and with_abstract:
            found[last] += f"\n{line}"
    return found


def _name(field: str, line: str) -> str:
    """Return the name of a field; of those beside a text, the page, the edition and the day of an update are kept."""
    return field if field != "beside" else _KEPT.get(line.partition(":")[0].strip().lower(), "")


def _top(paragraphs: Sequence[str], *, has_body: bool) -> _Top:
    """Return the headline, the source, the edition and the date above the labels.

    The newer documents have headline, source and date in this order; the older ones source, date and headline.
    """
    lines = [line for line in paragraphs if not is_copyright(line) and not _CORRECTION.fullmatch(line)]
    day = next((at for at, line in enumerate(lines) if is_date(line)), -1)
    if day < 0:
        above, behind = lines, []
        said = header("")
    else:
        above, behind = lines[:day], lines[day + 1 :]
        said = header(" , ".join(lines[day].split("\n")))
    edition = ", ".join(part for part in said.rest.split(", ") if part and not _CORRECTION.fullmatch(part))
    if behind and _EDITION.fullmatch(behind[0]) and (len(behind) > 1 or not has_body):
        edition = edition or behind[0].strip(" -–")
        behind = behind[1:]
    if has_body or (day < 0 and len(above) > 1):
        title, *rest = [*above, ""] if above else ["", ""]
        source = rest[0]
    else:
        title = behind[0] if behind else ""
        source = above[0] if above else ""
        edition = edition or ", ".join(line.strip(" -–") for line in above[1:] if _EDITION.fullmatch(line))
    return _Top(title, " ".join(source.split("\n")), edition, said.date)


def _title(text: str) -> tuple[str, str]:
    r"""Return a headline and the lines below it; one that ends with a semicolon goes on in the next line.

    >>> _title("INTERNATIONAL;\nLe port gagne du terrain\nUn an de travaux s’achève.")
    ('INTERNATIONAL; Le port gagne du terrain', 'Un an de travaux s’achève.')
    """
    if _NO_HEADLINE.fullmatch(text):
        return "", ""
    title, *below = text.split("\n")
    while below and title.rstrip().endswith((";", ":", ",")):
        title = f"{title.rstrip()} {below.pop(0)}"
    return title, "\n".join(below)


def _section(text: str) -> tuple[str, str]:
    """Return the section and the page of a label, which has both and more between semicolons.

    >>> _section("Section B; Column 0; Business/Financial Desk; Pg. 1")
    ('Section B; Business/Financial Desk', '1')
    """
    page = ""
    kept: list[str] = []
    for part in (part.strip() for part in text.replace(", Column", "; Column").replace("\n", ";").split(";")):
        if found := _PAGE.fullmatch(part):
            page = page or (found["page"] or found["number"] or "").strip(" .")
        elif part and not _NO_SECTION.fullmatch(part):
            kept.append(part)
    return "; ".join(dict.fromkeys(kept)), page


def _lines(paragraphs: Sequence[str]) -> str:
    """Return a text in lines, without empty lines between paragraphs that may be lines: `corpus.paragraphs` then joins them.

    Transcripts of broadcasts are exported with a paragraph for each line.  Of 338 texts of the samples this changes the
    five transcripts, of 95 to 182 paragraphs that are lines of 78 characters.
    """
    return ("\n\n" if any("\n" in line for line in paragraphs) else "\n").join(paragraphs)


def _text(paragraphs: Sequence[str]) -> tuple[str, list[str], str]:
    """Return the abstract above a text, its paragraphs, and the address that stands alone below them."""
    text = [line for line in paragraphs if not _ADDRESS.fullmatch(line)]
    addresses = (found for line in paragraphs if (found := _ADDRESS.fullmatch(line)))
    url = next((found[0] for found in addresses if (found["path"] or "/") != "/"), "")
    abstract = ""
    if text[:1] == [_ABSTRACT] and _FULL_TEXT in text[:_MAX_LINES_OF_ABSTRACT]:
        at = text.index(_FULL_TEXT)
        abstract, text = "\n".join(text[1:at]), text[at + 1 :]
    return abstract, text, url
