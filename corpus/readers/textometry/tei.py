"""Texts in TEI, and in the XML of TXM and trafilatura: one article a text, several in a `teiCorpus` or a root with many `<text>`.

TEI P5 (https://tei-c.org/guidelines/p5/), P4 and files without a namespace are alike here: names are compared without it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from corpus.article import Rejected
from corpus.clean import clean_line
from corpus.clipping import Bundle, Clipping
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers import markup
from corpus.readers.record import Record, clipping
from corpus.readers.textometry import variables
from corpus.readers.textometry.prose import prose
from corpus.source import Source

_ROOTS = frozenset(("TEI", "TEI.2", "teiCorpus", "teiCorpus.2"))
_TEXTS = frozenset(("text", "doc"))
"""The elements of a text whose attributes say what it is: of TXM, of trafilatura."""
_WITH_ATTRIBUTES = re.compile(
    r"<(?:\w{1,20}:)?(?:text|doc)\s[^<>]{0,4000}?\b(?:date|ann[eé]e|titre|title|journal|source|auteur|author|id|sitename)\s?=\s?[\"']",
    re.IGNORECASE,
)
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MAX_TOP_CHARACTERS = 1 << 13
_PAGES = frozenset("html head body div article section main table p span svg rss feed".split())
"""First elements of pages, in which a `<text>` is one of a drawing."""
_ARTICLES = frozenset(("article", "newspaperarticle", "news"))
"""The types of a division that is an article of an issue."""


def recognises(head: Head) -> bool:
    """Return whether a file is of TEI, or of XML whose texts have attributes that say what they are."""
    if head.root in _ROOTS:
        return True
    is_of_page = not head.root or head.root.lower() in _PAGES
    return not is_of_page and _WITH_ATTRIBUTES.search(head.text, 0, _MAX_TOP_CHARACTERS) is not None


def articles(source: Source) -> Iterator[Bundle]:
    """Yield the file, to be cut into its texts."""
    yield Bundle(source.name, partial(_texts, source))


def _texts(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the texts of a file.

    Raises:
        Unreadable: the file cannot be read, or has no text.
    """
    root = markup.xml_of(source)
    found = [*(_of_tei(root) if markup.local(root) in _ROOTS else _of_attributes(root))]
    if not found:
        raise Unreadable("reading.no_record" if markup.local(root) in _ROOTS else "reading.unknown_xml")
    for record, line in found:
        where = message("reading.line", line=line) if found[1:] else None
        yield clipping(record, path=source.name, where=where)


def _of_attributes(root: markup.Element) -> Iterator[tuple[Record, int]]:
    """Yield the record of each text of a file of TXM or trafilatura, and its line."""
    for element in root.iter():
        if markup.local(element) in _TEXTS and element.attrib:
            text = prose(element)
            values = {str(name).rpartition("}")[2]: value for name, value in element.attrib.items()}
            yield variables.record(values, raw=text, text=text), element.sourceline or 0


def _of_tei(root: markup.Element) -> Iterator[tuple[Record, int]]:
    """Yield the record of each article of a file of TEI, and its line."""
    texts = [element for element in root.iter() if markup.local(element) in {"TEI", "TEI.2"}] or [root]
    above = _child(root, "teiHeader") if root not in texts else None
    for tei in texts:
        text = _child(tei, "text")
        if text is None:
            continue
        header = _child(tei, "teiHeader")
        known = _described(header, above, text)
        divisions = [div for div in text.iter() if _is_article(div)]
        for div in divisions if divisions[1:] else ():
            yield _of_division(div, known), div.sourceline or 0
        if not divisions[1:]:
            body = _child(text, "body")
            written = prose(text if body is None else body)
            yield replace(known, raw=written, text=written, id=tei.get(_ID) or ""), tei.sourceline or 0


def _of_division(div: markup.Element, issue: Record) -> Record:
    """Return the record of an article of an issue; its first heading is its title."""
    head = _child(div, "head")
    title = clean_line(prose(head)) if head is not None else ""
    text = prose(div)
    authors = tuple(filter(None, (clean_line(prose(name)) for name in _all(div, "docAuthor"))))
    below = "\n".join(line for line in text.split("\n") if line not in {title, *authors})
    return replace(issue, raw=text, text=below, title=title, authors=authors or issue.authors)


def _described(header: markup.Element | None, above: markup.Element | None, text: markup.Element) -> Record:
    """Return the record of a text as its header describes it, and the header of its corpus where its own says nothing.

    The paper is the journal of the source (`title level="j"`), or another title of the source, or its publisher; then
    the attributes of the text count, which TXM writes; the publisher and the date of the file itself are mostly those of
    a laboratory, and count last.
    """
    headers = [found for found in (header, above) if found is not None]
    attributes = {str(name): str(value) for name, value in text.attrib.items() if "}" not in str(name)}
    said = variables.record(attributes, raw="", text="")

    def every(*paths: str) -> list[str]:
        return [found for of in headers for path in paths for found in _at(of, path)]

    def first(*paths: str) -> str:
        return next(iter(every(*paths)), "")

    def day(*paths: str) -> PrintDate | None:
        return next((found for written in every(*paths) if (found := parse_date(written))), None)

    title = first("sourceDesc//title[a]", "titleStmt/title[main]", "titleStmt/title")
    journals = (name for name in every("sourceDesc//title[j]", "sourceDesc//title") if name != title)
    own = headers[:1] if header is not None else []
    return Record(
        raw="",
        text="",
        title=title or said.title,
        heading=first("profileDesc//abstract"),
        date=day("sourceDesc//date", "creation/date") or said.date or day("publicationStmt/date"),
        source=next(journals, "")
        or first("sourceDesc//publisher")
        or said.source
        or first("publicationStmt/publisher", "publicationStmt/distributor"),
        section=first("textClass//term[categories]") or said.section,
        authors=tuple(
            dict.fromkeys(
                name for of in own for name in (*_at(of, "sourceDesc//author"), *_at(of, "titleStmt/author"))
            )
        )
        or said.authors,
        url=first("sourceDesc//ptr", "sourceDesc//ref") or said.url,
        page=first("sourceDesc//biblScope[page]", "sourceDesc//biblScope[pp]"),
        language=first("langUsage/language"),
        reference=next((number for of in own for number in _at(of, "publicationStmt/idno")), ""),
    )


def _at(header: markup.Element, path: str) -> list[str]:
    """Return what stands at a path, `sourceDesc//title[j]`: `//` at any depth, in brackets the level, type or unit.

    The day of a download, which trafilatura notes, is none of an article.
    """
    above, deep, last = path.partition("//") if "//" in path else path.partition("/")
    name, _, kind = last.partition("[")
    kind = kind.rstrip("]")
    places = ((_all(part, name) if deep == "//" else part) for part in _all(header, above))
    elements = (element for place in places for element in place if markup.local(element) == name)
    wanted = (
        element
        for element in elements
        if (not kind or kind in _kinds(element)) and "download" not in _kinds(element)
    )
    return [*filter(None, map(_value, wanted))]


def _kinds(element: markup.Element) -> set[str | None]:
    return {element.get("level"), element.get("type"), element.get("unit")}


def _value(element: markup.Element) -> str:
    """Return what an element of a header says: the machine's form of it (a date, an address, a code), else its text."""
    for name in ("when", "when-iso", "target", "ident"):
        if value := element.get(name):
            return clean_line(value)
    if markup.local(element) == "date" and (
        value := element.get("from") or element.get("notBefore") or element.get("value")
    ):
        return clean_line(value)
    return clean_line(prose(element))


def _is_article(div: markup.Element) -> bool:
    """Return whether an element is a division that is an article, or a text in a group of texts."""
    name = markup.local(div)
    if name == "text":
        return markup.local(div.getparent()) == "group"
    return name in {"div", "div1", "div2", "div3"} and (div.get("type") or "").lower() in _ARTICLES


def _child(element: markup.Element, name: str) -> markup.Element | None:
    return next((child for child in element if markup.local(child) == name), None)


def _all(element: markup.Element, name: str) -> Iterator[markup.Element]:
    return (found for found in element.iter() if markup.local(found) == name)
