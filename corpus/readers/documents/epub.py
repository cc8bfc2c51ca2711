"""EPUB (EPUB 3.3, W3C): one article for each chapter or article of an issue, as the table of contents has them.

A file of the reading order (`spine`) begins an article if the table of contents leads to it, or if there is no such
table; any other continues the one before, for programs cut long chapters.  Covers, titles and contents have fewer words
than an article: they are counted, not read.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from corpus.article import Article, Rejected
from corpus.clean import bare, clean_line
from corpus.clipping import Clipping
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.months import MONTH_WORDS
from corpus.readers import markup
from corpus.readers.documents.contents import Entry, contents
from corpus.readers.documents.document import Line, article
from corpus.readers.markup import Element, local
from corpus.readers.record import Record
from corpus.records import replace
from corpus.source import Source

_MIMETYPE = "application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_LOCKED_PAGE = expression(rb"""\bURI\s*=\s*["'][^"']{1,500}\.x?html?["']""", re.IGNORECASE)
"""A page that is encrypted; fonts may be, in a book that is not (EPUB 3.3, section 4.2.6.3)."""
_MIN_WORDS = 40
"""Words of an article; a cover, a title, a colophon have fewer."""
_MIN_LINE_WORDS = 8
"""Words of a line that is not an entry of a table of contents."""
_PAGE_TYPES = expression(
    r"\b(?:toc|landmarks|cover|titlepage|halftitlepage|copyright-page|colophon|index|page-list|loi)\b"
)
"""What a file says of itself that is no article (EPUB 3 Structural Semantics Vocabulary)."""
_TYPE = expression(
    r"""<(?:body|section|nav)\b[^<>]{0,500}?\bepub:type\s*=\s*["']([^"']{1,100})["']""", re.IGNORECASE
)
_TAG = expression(r"<[^<>]*>")
_BETWEEN_PAGES = "\f"
_DECLARATION = expression(r"^\s*<\?xml[^<>]*\?>")
"""lxml takes no text that declares the encoding of bytes."""
_LINK = expression(r"""<a\b[^<>]{0,500}?\bhref\s*=\s*["']([^"'#:]{1,500})["'#]""", re.IGNORECASE)
"""A link to another file of the EPUB."""
_MIN_LINKS = 5
_BLOCK_END = expression(r"</(?:p|li|h[1-6]|div|td|blockquote|dd)>|<br", re.IGNORECASE)
_HEADING_TAG = expression(r"<h[1-3]\b", re.IGNORECASE)
_NOTE = expression(
    r"\b(?:noteref|footnotes?|endnotes?|rearnotes?|pagebreak|doc-noteref|doc-footnote|doc-endnotes?)\b"
)
_MAX_PAGE_CHARACTERS = 20
_EVENT = "{http://www.idpf.org/2007/opf}event"
_EVENTS = frozenset(("publication", "original-publication", "ops-publication", "issued"))
"""What a day may be of; others are those of the file."""
_HEADING = expression(r"h([1-6])")
_ISSUE = expression(
    r"[ ,:|–—-]*(?:\b(?:n[°ºo]\.? ?\d|num[ée]ro\b|issue\b|vol(?:ume)?\.? ?\d|hors-s[ée]rie\b|(?:du |de |d['’])?(?:\d{1,2}(?:er)? )?"
    rf"(?:{'|'.join(MONTH_WORDS)}|printemps|[ée]t[ée]|automne|hiver)"
    r"(?:[ /–-]+\w{3,10})? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2})).*$",
    re.IGNORECASE,
)
"""The number or the date of an issue, behind the name of the paper."""
_ISSUE_IN_BRACKETS = expression(r"[ ,:|–—-]*[\[(][^\[\]()]{0,40}\b(?:1[6-9]|20)\d\d\b[^\[\]()]{0,20}[\])]$")
"""The date that Calibre writes behind the name of the paper: `Le Fanal [ven., 05 sept. 2025]`."""
_NOT_PERSONS = frozenset(
    ("collectif", "various", "unknown", "inconnu", "calibre", "redaction", "la redaction", "divers")
)


class _Issue(NamedTuple):
    """What an EPUB says of itself: the paper, its issue, its day, its language, its authors."""

    source: str
    edition: str
    date: PrintDate | None
    language: str
    authors: tuple[str, ...]


def recognises(head: Head) -> bool:
    """Return whether a file is an EPUB."""
    return head.mimetype == _MIMETYPE or (
        _CONTAINER in head.members and any(name.endswith(".opf") for name in head.members)
    )


def articles(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the articles of an EPUB, in the order in which it is read.

    Raises:
        Unreadable: the EPUB is damaged, encrypted, or has no text.
    """
    package = _package(source)
    root = markup.xml(source.member(package).content())
    names = {*source.members()}
    if _LOCKS in names and _LOCKED_PAGE.search(source.member(_LOCKS).content()):
        raise Unreadable("reading.encrypted")
    files = {
        item.get("id", ""): normpath(join(dirname(package), unquote(item.get("href", ""))))
        for item in root.iter("{*}item")
    }
    order = [files[ref] for one in root.iter("{*}itemref") if (ref := one.get("idref", "")) in files]
    entries = contents(source, root, files)
    found: dict[str, list[str]] = {}
    passed = 0
    for name in filter(names.__contains__, dict.fromkeys(order)):
        try:
            with source.member(name).open_text() as stream:
                page = stream.read(markup.MAX_CHARACTERS)
        except Unreadable as error:
            yield Rejected(source.name, error.message, message("reading.member", name=name))
            continue
        if found and entries and name not in entries and not _HEADING_TAG.search(page):
            found[next(reversed(found))].append(page)
        elif _is_article(page, len({*_LINK.findall(page)})):
            found[name] = [page]
        else:
            passed += 1
    if not found:
        raise Unreadable("reading.no_text")
    issue = _issue(root)
    for number, (name, pages) in enumerate(found.items(), start=1):
        where = message("reading.chapter", number=number)
        entry = entries.get(name, Entry())
        if entry.page_of_section in found or bare(entry.section) in {bare(issue.source), bare(issue.edition)}:
            entry = Entry(entry.title)
        yield Clipping(_BETWEEN_PAGES.join(pages), where, source.name, partial(_of_chapter, issue, entry))
    if passed:
        yield Rejected(source.name, message("reading.covers", count=passed))


def _package(source: Source) -> str:
    """Return the name of the member that describes the EPUB.

    Raises:
        Unreadable: there is none.
    """
    with suppress(Unreadable):
        for element in markup.xml(source.member(_CONTAINER).content()).iter("{*}rootfile"):
            return normpath(str(element.get("full-path", "")))
    found = next((name for name in source.members() if name.endswith(".opf")), None)
    if found is None:
        raise Unreadable("reading.no_text")
    return found


def _is_article(page: str, links: int) -> bool:
    """Return whether a page has the text of an article: enough words in lines that are no entries of a table of contents.

    `links` is the number of other files that it leads to: the page of a section has a link and an abstract for each article.
    """
    kind = _TYPE.search(page)
    if kind and _PAGE_TYPES.search(kind[1]):
        return False
    body = page[max(0, page.find("<body")) :]
    blocks = (_TAG.sub(" ", block).split() for block in _BLOCK_END.split(body))
    words = sum(len(words) for words in blocks if len(words) >= _MIN_LINE_WORDS)
    return words >= _MIN_WORDS and (links < _MIN_LINKS or words >= _MIN_WORDS * links)


def _of_chapter(issue: _Issue, entry: Entry, raw: str, name: str) -> Article:
    """Return the article of the pages of a chapter.

    Raises:
        Unreadable: a page has too many tags, or there is no text.
    """
    lines: list[Line] = []
    page = ""
    for written in raw.split(_BETWEEN_PAGES):
        tree = markup.html(_DECLARATION.sub("", written))
        page = page or _printed_page(tree)
        _drop_notes(tree)
        lines += _lines(tree)
    record = Record(
        raw="", text="", title=entry.title, source=issue.source, edition=issue.edition, date=issue.date,
        section=entry.section, language=issue.language, page=page,
    )  # fmt: skip
    found = article(lines, record, path=name)
    return found if found.authors else replace(found, authors=issue.authors)


def _lines(tree: Element) -> Iterator[Line]:
    headings = {
        " ".join("".join(element.itertext()).split()): int(heading[1])
        for element in tree.iter()
        if (heading := _HEADING.fullmatch(local(element)))
    }
    for line in markup.lines(tree).split("\n"):
        yield Line(line, headings.get(line))


def _drop_notes(tree: Element) -> None:
    """Remove the notes, the signs that lead to them, the numbers of printed pages, and links to other articles."""
    for element in [*tree.iter()]:
        said = f"{element.get('epub:type', '')} {element.get('role', '')}" if local(element) else ""
        is_menu = local(element) == "nav" or (said and "navbar" in element.get("class", ""))
        if is_menu or _NOTE.search(said):
            element.drop_tree()


def _printed_page(tree: Element) -> str:
    """Return the number of the first printed page that begins in a file, "" if none is marked."""
    for element in tree.iter():
        if local(element) and "pagebreak" in f"{element.get('epub:type', '')} {element.get('role', '')}":
            number = element.get("title") or element.get("aria-label") or "".join(element.itertext())
            return clean_line(number) if len(number) <= _MAX_PAGE_CHARACTERS else ""
    return ""


def _issue(root: Element) -> _Issue:
    """Return what the description of an EPUB says of the paper and its issue."""
    said: dict[str, list[Element]] = {}
    for metadata in root.iter("{*}metadata"):
        for element in metadata.iter():
            said.setdefault(local(element), []).append(element)

    def texts(name: str) -> list[str]:
        return [text for element in said.get(name, ()) if (text := clean_line(element.text or ""))]

    title = next(iter(texts("title")), "")
    publisher = next(iter(texts("publisher")), "")
    paper = _ISSUE.sub("", _ISSUE_IN_BRACKETS.sub("", title)).strip() or title
    if publisher and bare(publisher) in bare(title):
        paper = publisher
    days = [
        day
        for element in said.get("date", ())
        if (element.get(_EVENT) or "publication") in _EVENTS
        and (day := parse_date(clean_line(element.text or "")))
    ]
    names = {bare(paper), bare(publisher), *_NOT_PERSONS}
    return _Issue(
        source=paper or publisher,
        edition=title if title != paper else "",
        date=next(iter(days), None),
        language=next(iter(texts("language")), "").partition("-")[0],
        authors=tuple(dict.fromkeys(name for name in texts("creator") if bare(name) not in names)),
    )
