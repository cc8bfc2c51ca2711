"""Texts in TEI, and in the XML of TXM and trafilatura: one article a text, several in a `teiCorpus` or a root with many `<text>`.

TEI P5 (https://tei-c.org/guidelines/p5/), P4 and files without a namespace are alike here: names are compared without it.
"""

import re
from collections.abc import Iterator
from functools import partial

from corpus.article import Article
from corpus.clean import clean_line
from corpus.clipping import Bundle, Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers import elements, markup
from corpus.readers.record import Record, clipping, compose
from corpus.readers.textometry import header, variables
from corpus.readers.textometry.prose import prose
from corpus.records import replace
from corpus.source import Source, whole

_ROOTS = frozenset(("TEI", "TEI.2", "teiCorpus", "teiCorpus.2"))
_TEI_TAGS, _TEXT_TAGS = r"TEI(?:\.2)?", "text|doc"
"""The elements of a text of TEI, and of one whose attributes say what it is: of TXM, of trafilatura."""
_WITH_ATTRIBUTES = expression(
    r"<(?:[\w-]{1,20}:)?(?:text|doc)\s(?:[^<>]{0,4000}?\s)?(?:date|ann[eé]e|titre|title|journal|source|auteur|author|id|sitename)"
    r"\s?=\s?[\"']",
    re.IGNORECASE,
)
_DIVISIONS = frozenset(("div", "div1", "div2", "div3"))
_ARTICLE = expression(
    r"""<(?:[\w-]{1,20}:)?(?:div[1-3]?\s[^<>]{0,400}?\btype\s?=\s?["'](?:newspaper)?article["']|text\b)""",
    re.IGNORECASE,
)
"""What an issue with its articles has more than once: divisions of this type, or texts in a group."""
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
    return compose(variables.record(header.attributes_of(element), raw=text or raw, text=text), path=name)


def _text_of_tei(prefixes: str, above: str, raw: str, name: str) -> Article:
    """Return the article of a text of TEI.

    Raises:
        Unreadable: it has no text, or is nested too deep.
    """
    tei = _parsed(raw, prefixes)
    text = header.child(tei, "text")
    body = None if text is None else header.child(text, "body")
    written = "" if text is None else prose(text if body is None else body)
    known = header.described(tei, above)
    return compose(
        replace(known, raw=written or raw, text=written, id=tei.get(markup.XML_ID) or ""), path=name
    )


def _issue(prefixes: str, above: str, raw: str, name: str) -> Iterator[Clipping]:
    """Yield the articles of an issue, which are divisions of one text, or texts of a group.

    Raises:
        Unreadable: the issue is nested too deep.
    """
    tei = _parsed(raw, prefixes)
    known, divisions = header.described(tei, above), _divisions(tei)
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


def _of_division(div: markup.Element, issue: Record) -> Record:
    """Return the record of an article of an issue; its first heading is its title."""
    head = header.child(div, "head")
    title = clean_line(prose(head)) if head is not None else ""
    text = prose(div)
    authors = tuple(filter(None, (clean_line(prose(name)) for name in header.descendants(div, "docAuthor"))))
    below = "\n".join(line for line in text.split("\n") if line not in {title, *authors})
    return replace(issue, raw=text, text=below, title=title, authors=authors or issue.authors)


def _is_article(div: markup.Element) -> bool:
    """Return whether an element is a division that is an article, or a text in a group of texts."""
    name = markup.local(div)
    if name == "text":
        return markup.local(div.getparent()) == "group"
    return name in _DIVISIONS and (div.get("type") or "").lower() in _ARTICLES
