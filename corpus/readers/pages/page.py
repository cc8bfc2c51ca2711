"""One page of the web, as a browser or a program saved it: one article, or the reason why it has none."""

import re
from collections.abc import Iterator
from functools import partial

from corpus.article import Article
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.readers import markup
from corpus.readers.pages.body import body
from corpus.readers.pages.charset import decoded_page
from corpus.readers.pages.linked_data import LinkedData
from corpus.readers.pages.listing import is_listing
from corpus.readers.pages.metadata import metadata
from corpus.readers.pages.statements import Statements, words_of
from corpus.readers.record import MAX_TEXT_CHARACTERS, Record, compose
from corpus.records import replace
from corpus.source import Source

_ROOTS = frozenset(("html", "head", "body", "meta", "title", "link", "script", "base", "frameset"))
"""The elements with which a page begins; a text that begins with `<p>` or `<div>` is one of an article with its tags."""
_LONG_TEXT = expression(rf"(?<=<)[^<]{{{MAX_TEXT_CHARACTERS},}}")
_SCRIPTS = ("<script", "<style", "<SCRIPT", "<STYLE")
_SILENT = ("script", "style", "svg", "template")
_DOCTYPE = expression(r"<!doctype\s++html\b", re.IGNORECASE)
_SAVED = expression(
    r"<!--\s{0,9}(?:(?:Page\ssaved\swith\sSingleFile|Archive\sprocessed\sby\sSingleFile)\b.{0,200}?\burl:"
    r"|saved\sfrom\surl=\(\d{1,6}\)|Mirrored\sfrom)\s{0,9}(?P<url>[^\s>]{4,2000})",
    re.IGNORECASE | re.DOTALL,
)
"""Where a page was, as SingleFile, browsers (`saved from url=(0031)https://…`) and HTTrack note it in a comment."""
_HEAD_CHARACTERS = 1 << 13
_MAX_LINES_ABOVE = 2
"""The headline and the name of the section, above a text."""


def recognises(head: Head) -> bool:
    """Return whether a file begins as a page of the web does."""
    return head.root.lower() in _ROOTS or _DOCTYPE.match(head.text) is not None


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the article of a page, which is not opened before the article is read."""
    yield Clipping("", None, source.name, partial(_of_file, source))


def _of_file(source: Source, _unopened: str, name: str) -> Article:
    """Return the article of a page.

    Raises:
        Unreadable: the file cannot be read, or has no article.
    """
    return compose(record_of_page(source.content()), path=name)


def record_of_page(data: bytes, url: str = "") -> Record:
    """Return the record of the article of a page, by the bytes of its HTML and, if known, where it was read.

    What the page says of itself counts before `url`.  `Record.raw` is the page, decoded, without the pictures in it.

    Raises:
        Unreadable: the bytes are no page, or the page has no article: a home page, a section, a search.
    """
    text = markup.without_data(decoded_page(data))
    if not text.strip():
        raise Unreadable("reading.only_blanks" if text else "reading.empty")
    _check_length(text)
    tree = markup.html(text)
    linked = LinkedData(
        script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()
    )
    _bare(tree)
    if tree.xpath("string-length(string(.))") > MAX_TEXT_CHARACTERS:
        raise Unreadable("reading.too_long", limit=MAX_TEXT_CHARACTERS)
    said = metadata(Statements(tree, linked), _saved_from(text) or url)
    if is_listing(tree, linked, said):
        raise Unreadable("reading.page_of_links")
    found = body(tree, said)
    known = said.known
    return replace(
        known,
        raw=text,
        text=_below_section(found.text, known.title, known.section),
        heading=found.heading,
    )


def _below_section(text: str, title: str, section: str) -> str:
    r"""Return a text without the name of its section, where this is printed alone above it, under or over the headline.

    >>> _below_section("RÉGION\nLe port rouvre.", "Le port", "Région"), _below_section("Région", "Le port", "Région")
    ('Le port rouvre.', 'Région')
    """
    key, lines = words_of(section), text.split("\n")
    for number, line in enumerate(lines[:_MAX_LINES_ABOVE]):
        if key and words_of(line) == key and lines[number + 1 :]:
            return "\n".join((*lines[:number], *lines[number + 1 :]))
        if words_of(line) != words_of(title):
            break
    return text


def _check_length(text: str) -> None:
    """Raise Unreadable if a paragraph is too long: libxml2 drops a text of 10 million characters without a word."""
    for long in _LONG_TEXT.finditer(text):
        if not text.startswith(_SCRIPTS, text.rfind("<", 0, long.start())):
            raise Unreadable("reading.too_long", limit=MAX_TEXT_CHARACTERS)


def _bare(tree: markup.Element) -> None:
    """Take out of a page what is no text, and its comments: trafilatura takes the text behind one for another paragraph.

    Pages are read a third faster without their scripts: what looks for the text copies the tree several times.
    """
    from lxml import etree

    etree.strip_elements(tree, *_SILENT, with_tail=False)
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)


def _saved_from(text: str) -> str:
    r"""Return the address that the program which saved a page wrote into it; "" without one.

    >>> _saved_from("<html><!--\n Page saved with SingleFile \n url: https://exemple.fr/port \n saved date: Mon -->")
    'https://exemple.fr/port'
    """
    found = _SAVED.search(text, 0, _HEAD_CHARACTERS)
    return found["url"] if found else ""
