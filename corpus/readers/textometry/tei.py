"""Texts in TEI, and in the XML of TXM and trafilatura: one article a text, several in a `teiCorpus` or a root with many `<text>`.

TEI P5 (https://tei-c.org/guidelines/p5/), P4 and files without a namespace are alike here: names are compared without it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from corpus.article import Article
from corpus.clean import clean_line
from corpus.clipping import Bundle, Clipping
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers import elements, markup
from corpus.readers.record import Record, clipping, compose
from corpus.readers.textometry import variables
from corpus.readers.textometry.prose import prose
from corpus.source import Source, whole

_ROOTS = frozenset(("TEI", "TEI.2", "teiCorpus", "teiCorpus.2"))
_TEI_TAGS, _TEXT_TAGS = r"TEI(?:\.2)?", "text|doc"
"""The elements of a text of TEI, and of one whose attributes say what it is: of TXM, of trafilatura."""
_WITH_ATTRIBUTES = re.compile(
    r"<(?:[\w-]{1,20}:)?(?:text|doc)\s(?:[^<>]{0,4000}?\s)?(?:date|ann[eé]e|titre|title|journal|source|auteur|author|id|sitename)"
    r"\s?=\s?[\"']",
    re.IGNORECASE,
)
_DIVISIONS = frozenset(("div", "div1", "div2", "div3"))
_ARTICLE = re.compile(
    r"""<(?:[\w-]{1,20}:)?(?:div[1-3]?\s[^<>]{0,400}?\btype\s?=\s?["'](?:newspaper)?article["']|text\b)""",
    re.IGNORECASE,
)
"""What an issue with its articles has more than once: divisions of this type, or texts in a group."""
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MAX_TOP_CHARACTERS = 1 << 13
_PAGES = frozenset("html head body div article section main table p span svg rss feed".split())
"""First elements of pages, in which a `<text>` is one of a drawing."""
_ARTICLES = frozenset(("article", "newspaperarticle"))
"""The types of a division that is an article of an issue."""


def recognises(head: Head) -> bool:
    """Return whether a file is of TEI, or of XML whose texts have attributes that say what they are."""
    if head.root in _ROOTS:
        return True
    is_of_page = not head.root or head.root.lower() in _PAGES
    return not is_of_page and _WITH_ATTRIBUTES.search(head.text, 0, _MAX_TOP_CHARACTERS) is not None


def articles(source: Source) -> Iterator[Bundle | Clipping]:
    """Yield the texts of a file, cut out by their tags; one that may hold the articles of an issue is a bundle.

    Raises:
        Unreadable: the file cannot be read, or has no text.
    """
    with source.open_text() as stream:
        text = whole(stream)
    prefixes = elements.declared(text[:_MAX_TOP_CHARACTERS])
    found = [*elements.cuts(text, _TEI_TAGS)]
    if found:
        above = text[: found[0].start]
        for tei in found:
            where = tei.where if found[1:] else None
            if len(_ARTICLE.findall(tei.raw)) > 1:
                yield Bundle(source.name, partial(_issue, prefixes, above, tei.raw, source.name))
            else:
                yield Clipping(tei.raw, where, source.name, partial(_text_of_tei, prefixes, above))
        return
    described = [cut for cut in elements.cuts(text, _TEXT_TAGS) if _WITH_ATTRIBUTES.match(cut.raw)]
    if not described:
        raise Unreadable("reading.unknown_xml")
    for cut in described:
        where = cut.where if described[1:] else None
        yield Clipping(cut.raw, where, source.name, partial(_text_with_attributes, prefixes))


def _text_with_attributes(prefixes: str, raw: str, name: str) -> Article:
    """Return the article of a text of TXM or trafilatura.

    Raises:
        Unreadable: it has no text, or is nested too deep.
    """
    element = _parsed(raw, prefixes)
    text = prose(element)
    return compose(variables.record(_attributes(element), raw=text or raw, text=text), path=name)


def _text_of_tei(prefixes: str, above: str, raw: str, name: str) -> Article:
    """Return the article of a text of TEI.

    Raises:
        Unreadable: it has no text, or is nested too deep.
    """
    tei = _parsed(raw, prefixes)
    text = _child(tei, "text")
    body = None if text is None else _child(text, "body")
    written = "" if text is None else prose(text if body is None else body)
    known = _of_header(tei, above)
    return compose(replace(known, raw=written or raw, text=written, id=tei.get(_ID) or ""), path=name)


def _issue(prefixes: str, above: str, raw: str, name: str) -> Iterator[Clipping]:
    """Yield the articles of an issue, which are divisions of one text, or texts of a group.

    Raises:
        Unreadable: the issue is nested too deep.
    """
    tei = _parsed(raw, prefixes)
    known, divisions = _of_header(tei, above), _divisions(tei)
    if not divisions:
        yield Clipping(raw, None, name, partial(_text_of_tei, prefixes, above))
    for div in divisions:
        yield clipping(
            _of_division(div, known), path=name, where=message("reading.line", line=div.sourceline or 0)
        )


def _divisions(tei: markup.Element) -> list[markup.Element]:
    """Return the divisions that are articles, and those beside them that have another type: a serial, a column."""
    marked = dict.fromkeys(div for div in tei.iter() if _is_article(div))
    parents = dict.fromkeys(div.getparent() for div in marked)
    beside = {
        div
        for parent in parents
        for div in parent
        if markup.local(div) in _DIVISIONS and not any(inner in marked for inner in div.iterdescendants())
    }
    return [div for div in tei.iter() if div in marked or div in beside]


def _parsed(raw: str, prefixes: str) -> markup.Element:
    element = elements.tree(raw, prefixes)
    if element is None:
        raise Unreadable("reading.no_text")
    return element


def _attributes(element: markup.Element) -> dict[str, str]:
    """Return the attributes of an element that no other vocabulary has, `xml:id`, by their names."""
    return {str(name): str(value) for name, value in element.attrib.items() if "}" not in str(name)}


def _of_header(tei: markup.Element, above: str) -> Record:
    """Return the record of a text as its header describes it, and the header of its corpus, which stands `above`."""
    corpus = markup.xml_of_text(above) if "teiHeader" in above else None
    header, text = _child(tei, "teiHeader"), _child(tei, "text")
    shared = _child(corpus, "teiHeader") if corpus is not None else None
    return _described(header, shared, {} if text is None else _attributes(text))


def _of_division(div: markup.Element, issue: Record) -> Record:
    """Return the record of an article of an issue; its first heading is its title."""
    head = _child(div, "head")
    title = clean_line(prose(head)) if head is not None else ""
    text = prose(div)
    authors = tuple(filter(None, (clean_line(prose(name)) for name in _all(div, "docAuthor"))))
    below = "\n".join(line for line in text.split("\n") if line not in {title, *authors})
    return replace(issue, raw=text, text=below, title=title, authors=authors or issue.authors)


def _described(
    header: markup.Element | None, above: markup.Element | None, attributes: dict[str, str]
) -> Record:
    """Return the record of a text as its header describes it, and the header of its corpus where its own says nothing.

    The paper is the journal of the source (`title level="j"`), or another title of the source, or its publisher; then
    the attributes of the text count, which TXM writes; the publisher and the date of the file itself are mostly those of
    a laboratory, and count last.
    """
    headers = [found for found in (header, above) if found is not None]
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
    return name in _DIVISIONS and (div.get("type") or "").lower() in _ARTICLES


def _child(element: markup.Element, name: str) -> markup.Element | None:
    return next((child for child in element if markup.local(child) == name), None)


def _all(element: markup.Element, name: str) -> Iterator[markup.Element]:
    return (found for found in element.iter() if markup.local(found) == name)
