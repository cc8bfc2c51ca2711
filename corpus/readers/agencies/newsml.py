"""NewsML 1, as Agence France-Presse delivered it for twenty years: news items, each of components with headlines and a story.

https://www.iptc.org/std/NewsML/1.2/
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
from corpus.readers.agencies import story
from corpus.readers.authors import authors
from corpus.readers.record import Record, clipping
from corpus.source import Source

_OTHER_MEDIA = frozenset(
    ("photo", "picture", "graphic", "video", "audio", "animation", "image", "infographic")
)


def recognises(head: Head) -> bool:
    """Return whether a file is of NewsML 1."""
    return head.root == "NewsML"


def articles(source: Source) -> Iterator[Bundle]:
    """Yield the file, to be cut into its items."""
    yield Bundle(source.name, partial(_items, source))


def _items(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the items that have a story; those of pictures alone are counted.

    Raises:
        Unreadable: the file cannot be read, or has no item.
    """
    root = markup.xml_of(source)
    items = [*story.at(root, "NewsItem")]
    if not items:
        raise Unreadable("reading.no_record")
    sent = story.first(root, "NewsEnvelope/DateAndTime")
    others = 0
    for item in items:
        contents = [*story.at(item, "ContentItem")]
        if contents and not any(map(_is_text, contents)):
            others += 1
            continue
        where = message("reading.line", line=item.sourceline) if items[1:] else None
        yield clipping(_record(item, contents, sent), path=source.name, where=where)
    if others:
        yield Rejected(source.name, message("reading.other_media", count=others))


def _is_text(content: markup.Element) -> bool:
    """Return whether a content is a text: it has data, and its media type is none of the other media."""
    kind = story.attribute(content, "ContentItem/MediaType", "FormalName").lower()
    return kind not in _OTHER_MEDIA and bool([*story.at(content, "DataContent")])


def _record(item: markup.Element, contents: list[markup.Element], sent: str) -> Record:
    """Return the record of an item: its headline and its first story; captions of pictures are left out."""
    lines: list[str] = []
    for content in contents:
        if _is_text(content) and not lines:
            data = next(story.at(content, "DataContent"))
            body = next((found for name in ("body.content", "body") for found in story.at(data, name)), data)
            lines = [line for line in story.paragraphs(body) if line.strip()]
    text = "\n".join(lines)
    date = story.first(
        item, "NewsManagement/FirstCreated", "NewsIdentifier/DateId", "NewsManagement/ThisRevisionCreated"
    )
    return Record(
        raw=markup.written(item),
        text=text,
        title=story.first(item, "NewsLines/HeadLine", "hedline/hl1")
        or story.first(item, "NewsLines/SlugLine", "NameLabel"),
        heading=story.first(item, "NewsLines/SubHeadLine"),
        date=parse_date(date or sent),
        source=_agency(item),
        authors=authors(story.first(item, "NewsLines/ByLine", "byline")),
        language=story.attribute(item, "DescriptiveMetadata/Language", "FormalName")
        or item.get(markup.XML_LANG, ""),
        place=story.places(_city(item)),
        id=story.first(item, "NewsIdentifier/PublicIdentifier", "NewsIdentifier/NewsItemId"),
    )


def _agency(item: markup.Element) -> str:
    """Return the agency: the provider or the source that the item names, else the address of its maker."""
    for party in ("Provider/Party", "Source/Party", "Creator/Party"):
        if name := story.attribute(item, party, "FormalName"):
            return name
    return story.first(item, "NewsLines/CreditLine", "NewsIdentifier/ProviderId")


def _city(item: markup.Element) -> str:
    """Return the city that a dispatch comes from, "" if the item does not name it."""
    cities = (
        found.get("Value", "")
        for found in story.at(item, "Location/Property")
        if found.get("FormalName") == "City"
    )
    return next(cities, "")
