"""Feeds that were saved: RSS 0.9 to 2.0, RDF and Atom, one article an item, whatever its length.

Items are cut out by a search for their tags, and each is parsed by itself: one that is broken harms no other.
https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec, RFC 4287.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import NamedTuple

from corpus.article import Article
from corpus.clean import clean_line
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.readers import elements, markup
from corpus.readers.columns import fields, naming
from corpus.readers.record import compose
from corpus.records import replace
from corpus.source import Source, whole

_ROOTS = frozenset(("rss", "feed"))
_RDF = expression(r"""purl\.org/rss/1\.0/["']|netscape\.com/rdf/simple/0\.9""")
"""The namespaces of RSS 1.0 and 0.9; those of its modules stand in any RDF, as in a library of Zotero."""
_ITEMS = "item|entry"
_MAX_TOP_CHARACTERS = 1 << 16
"""Characters above the first item in which the channel is described."""
_NAME_IN_BRACKETS = expression(r"[^\s@]{1,200}@[^\s@()]{1,200}\s{0,9}\(([^()]{1,200})\)")
"""The author of an item of RSS: `roy@exemple.fr (Anne Roy)`."""
_APPEARED = expression(
    r"(?:^|(?<=[.…!?»)\]]\s))"
    r"(?:(?:L['’]|Cet )(?:article|actualité)\s.{1,400}\s(?:est apparue?|apparaît) (?:en premier|d['’]abord) sur\s.{1,200}"
    r"|The post\s.{1,400}\s(?:first appeared|appeared first) on\s.{1,200})$",
    re.IGNORECASE,
)
"""What WordPress writes at the end of the text and of the abstract of each item."""
_MAX_APPEARED_CHARACTERS = 700
_MIN_COMMON_CHARACTERS = 30
_CUT = expression(r"\s*(?:\[?(?:…|\.\.\.)\]?|\(…\))?\s*$")

_TITLES = ("title", "dc:title", "media:title")
_TEXTS = ("content:encoded", "content", "xhtml:body", "body", "fulltext", "yandex:full-text")
_HEADINGS = (
    "description",
    "summary",
    "excerpt:encoded",
    "dc:description",
    "itunes:summary",
    "media:description",
    "abstract",
)
_DATES = ("pubDate", "published", "dc:date", "date", "issued", "dcterms:issued", "dcterms:created", "created")
_UPDATES = ("updated", "modified", "dcterms:modified", "lastBuildDate")
_AUTHORS = ("dc:creator", "author", "itunes:author", "creator")
_SOURCES = ("source", "dc:source", "dc:publisher", "News:Source")
_SECTIONS = ("category", "dc:subject")
_LINKS = ("feedburner:origLink", "link", "origLink")
_IDS = ("guid", "id", "dc:identifier")


class _Channel(NamedTuple):
    """What a feed says of all its items; `declared` are the prefixes of its first element, for a parser."""

    title: str
    link: str
    language: str
    declared: str


def recognises(head: Head) -> bool:
    """Return whether a file is a feed."""
    return head.root.lower() in _ROOTS or (head.root == "RDF" and _RDF.search(head.text) is not None)


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the items of a feed.

    Raises:
        Unreadable: the file cannot be read, or has no item.
    """
    with source.open_text() as stream:
        text = whole(stream)
    items = elements.cuts(text, _ITEMS)
    first = next(items, None)
    if not first:
        raise Unreadable("reading.no_record")
    make = partial(_article, _channel(text[: first.start]))
    for item in chain([first], items):
        yield Clipping(item.raw, item.where, source.name, make)


def _channel(top: str) -> _Channel:
    """Return what stands above the first item; what cannot be parsed says nothing."""
    declared = elements.declared(top)
    with suppress(Unreadable):
        root = markup.xml_of_text(top[:_MAX_TOP_CHARACTERS])
        channel = root
        for child in root:
            if markup.local(child) == "channel":
                channel = child
        said = _named(channel)
        return _Channel(
            title=_first(said, "title", "dc:title"),
            link=_link(said),
            language=_first(said, "language", "dc:language") or root.get(markup.XML_LANG, ""),
            declared=declared,
        )
    return _Channel("", "", "", declared)


def _article(channel: _Channel, raw: str, name: str) -> Article:
    """Return the article of an item.

    Raises:
        Unreadable: the item says nothing, or has too many tags.
    """
    item = elements.tree(raw, channel.declared)
    if item is None:
        raise Unreadable("reading.no_text")
    said = _named(item)
    text, heading = _text(said), _without_appeared(_first(said, *_HEADINGS))
    if not text or _begins(text, heading):
        text, heading = text or heading, ""
    authors = [_author(element) for name in _AUTHORS for element in said.get(name, ())]
    read: dict[str, object] = {
        "titre": clean_line(_first(said, *_TITLES)),
        "texte": text,
        "chapo": heading,
        "date de publication": _first(said, *_DATES),
        "updated": _first(said, *_UPDATES),
        "source": _source(said) or channel.title,
        "host": channel.link,
        "auteur": [*filter(None, authors)],
        "rubrique": _section(said),
        "url": _link(said),
        "guid": _first(said, *_IDS),
    }
    record = fields.record(read, naming.columns(tuple(read), ()), raw=raw, dates={})
    return compose(
        replace(record, language=_first(said, "dc:language", "language") or channel.language), path=name
    )


def _named(element: markup.Element) -> dict[str, list[markup.Element]]:
    """Return the children of an element by their names, with the prefix of another vocabulary: `dc:creator`."""
    named: dict[str, list[markup.Element]] = {}
    own = element.prefix or "atom"
    for child in element:
        local = markup.local(child)
        prefix, _, name = local.rpartition(":")
        prefix = child.prefix or prefix
        named.setdefault(f"{prefix}:{name}" if prefix and prefix != own else name, []).append(child)
    return named


def _first(said: Mapping[str, list[markup.Element]], *names: str) -> str:
    """Return the text of the first element of these names that has one."""
    texts = (_value(element) for name in names for element in said.get(name, ()))
    return next(filter(None, texts), "")


def _text(said: Mapping[str, list[markup.Element]]) -> str:
    """Return the longest text of an item."""
    texts = [_value(element) for name in _TEXTS for element in said.get(name, ())]
    return _without_appeared(max(texts, key=len, default=""))


def _without_appeared(text: str) -> str:
    """Return a text without what WordPress writes at its end, on a line of its own or behind the last sentence.

    >>> _without_appeared("Le port rouvre […] The post Le port appeared first on Le Fanal.")
    'Le port rouvre […]'
    """
    text = text.rstrip()
    start = max(text.rfind("\n") + 1, len(text) - _MAX_APPEARED_CHARACTERS)
    found = _APPEARED.search(text, start)
    return text[: found.start()].rstrip() if found else text


def _value(element: markup.Element) -> str:
    """Return the text of an element in lines: of XHTML, of the HTML that is escaped in it, or as it is."""
    if len(element):
        return markup.lines(element)
    text = (element.text or "").strip()
    return markup.lines(markup.html(text)) if "<" in text else text


def _begins(text: str, heading: str) -> bool:
    """Return whether an abstract is no more than the beginning of its text."""
    short = " ".join(_CUT.sub("", heading).split())
    if len(short) < _MIN_COMMON_CHARACTERS:
        return not short
    return " ".join(text[: 2 * len(heading) + 200].split()).startswith(short[:-1])


def _link(said: Mapping[str, list[markup.Element]]) -> str:
    """Return the address of the page: of several links of Atom, that of the page itself."""
    for name in _LINKS:
        for element in said.get(name, ()):
            address = element.get("href") if element.get("rel", "alternate") == "alternate" else ""
            if found := address or ("" if element.get("href") else (element.text or "").strip()):
                return str(found)
    return next((text for text in (_first(said, "guid"), _first(said, "id")) if text.startswith("http")), "")


def _author(element: markup.Element) -> str:
    """Return the name of an author: of Atom, of RSS behind an address, or alone."""
    for child in element:
        if markup.local(child) == "name":
            return clean_line(child.text or "")
    written = clean_line(_value(element))
    match = _NAME_IN_BRACKETS.fullmatch(written)
    return match[1] if match else "" if "@" in written else written


def _source(said: Mapping[str, list[markup.Element]]) -> str:
    """Return the paper that an item is of, where the feed gathers those of several papers."""
    for name in _SOURCES:
        for element in said.get(name, ()):
            titles = [child for child in element if markup.local(child) == "title"]
            if found := clean_line(_value(titles[0] if titles else element)):
                return found
    return ""


def _section(said: Mapping[str, list[markup.Element]]) -> str:
    """Return the first category of an item."""
    categories = (element for name in _SECTIONS for element in said.get(name, ()))
    named = (
        clean_line(element.get("label") or element.get("term") or _value(element)) for element in categories
    )
    return next(filter(None, named), "")
