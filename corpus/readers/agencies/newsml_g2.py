"""NewsML-G2 of the IPTC: a `newsItem`, or a `newsMessage` with several; the story stands in it as NITF, XHTML or plain text.

https://www.iptc.org/std/NewsML-G2/guidelines/
"""

from collections.abc import Iterator
from functools import partial

from corpus.article import Rejected
from corpus.clipping import Bundle, Clipping
from corpus.dates.values import parse_date
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers import markup
from corpus.readers.agencies import nitf, story
from corpus.readers.authors import authors
from corpus.readers.record import Record, clipping
from corpus.source import Source

_ROOTS = frozenset(("newsItem", "newsMessage", "packageItem"))
_SUMMARY = "summary"


def recognises(head: Head) -> bool:
    """Return whether a file is of NewsML-G2."""
    return head.root in _ROOTS


def articles(source: Source) -> Iterator[Bundle]:
    """Yield the file, to be cut into its items."""
    yield Bundle(source.name, partial(_items, source))


def _items(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the items of text; pictures, videos and packages are counted.

    Raises:
        Unreadable: the file cannot be read, or has no item.
    """
    root = markup.xml_of(source)
    items = [*story.at(root, "newsItem")]
    packages = [*story.at(root, "packageItem")]
    of_text = [item for item in items if _is_text(item)]
    others = len(items) - len(of_text) + len(packages)
    if not items and not packages:
        raise Unreadable("reading.no_record")
    for item in of_text:
        where = message("reading.line", line=item.sourceline) if of_text[1:] else None
        yield clipping(_record(item), path=source.name, where=where)
    if others:
        yield Rejected(source.name, message("reading.other_media", count=others))


def _is_text(item: markup.Element) -> bool:
    """Return whether an item is a text: its class says so, or says nothing."""
    kind = story.attribute(item, "itemMeta/itemClass", "qcode", "uri") or "text"
    return kind.endswith("text") or (kind.endswith("composite") and bool([*story.at(item, "inlineXML")]))


def _record(item: markup.Element) -> Record:
    """Return the record of an item; what a story in NITF says of itself counts where the item says nothing."""
    lines = _lines(item)
    inside = next(story.at(item, "nitf"), None)
    own = nitf.record(inside) if inside is not None and lines else Record(raw="", text="")
    heading = next(
        (
            story.first(found, "description")
            for found in story.at(item, "description")
            if _SUMMARY in found.get("role", "")
        ),
        "",
    )
    title = story.first(item, "contentMeta/headline", "contentMeta/title", "itemMeta/title") or own.title
    text = "\n".join(lines)
    return Record(
        raw=markup.written(item),
        text=text,
        title=title or story.first(item, "contentMeta/slugline"),
        heading=heading or own.heading,
        date=parse_date(
            story.first(
                item,
                "contentMeta/contentCreated",
                "itemMeta/firstCreated",
                "itemMeta/versionCreated",
                "newsMessage/sent",
            )
        )
        or own.date,
        source=_party(item, "itemMeta/provider")
        or own.source
        or _party(item, "contentMeta/infoSource", "rightsInfo/copyrightHolder"),
        section=own.section,
        authors=authors(story.first(item, "contentMeta/by")) or _creators(item) or own.authors,
        language=story.attribute(item, "contentMeta/language", "tag") or item.get(markup.XML_LANG, ""),
        place=story.places(story.first(item, "contentMeta/located/name")) or own.place,
        id=item.get("guid", ""),
    )


def _lines(item: markup.Element) -> list[str]:
    """Return the paragraphs of the first content of an item that has some."""
    for name in ("contentSet/inlineXML", "contentSet/inlineData"):
        for content in story.at(item, name):
            body = next(
                (found for body in ("body.content", "body", "article") for found in story.at(content, body)),
                content,
            )
            if lines := [line for line in story.paragraphs(body) if line.strip()]:
                return lines
    return []


def _party(item: markup.Element, *paths: str) -> str:
    """Return the name of a person or an organisation, else its code without the vocabulary: `nprov:AFP`."""
    for path in paths:
        name = story.first(item, f"{path}/name")
        code = story.attribute(item, path, "literal", "qcode").rpartition(":")[2]
        if name or code:
            return name or code
    return ""


def _creators(item: markup.Element) -> tuple[str, ...]:
    """Return the names of those who made the story."""
    return tuple(
        dict.fromkeys(
            name
            for found in story.at(item, "contentMeta/creator")
            if (name := story.first(found, "creator/name"))
        )
    )
