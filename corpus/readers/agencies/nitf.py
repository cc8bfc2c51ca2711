"""NITF, the News Industry Text Format of the IPTC: one article a file; agencies and archives of newspapers have it.

https://www.iptc.org/std/NITF/3.6/documentation/nitf.html
"""

from collections.abc import Iterator
from functools import partial

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

_FULL = "full_text"
"""The class of a block in the archive of The New York Times: that of the whole text, whose lead stands in another one as well."""


def recognises(head: Head) -> bool:
    """Return whether a file is of NITF."""
    return head.root.lower() == "nitf"


def articles(source: Source) -> Iterator[Bundle]:
    """Yield the file, to be parsed."""
    yield Bundle(source.name, partial(_stories, source))


def _stories(source: Source) -> Iterator[Clipping]:
    """Yield the story of a file, or the stories of a file that joins several.

    Raises:
        Unreadable: the file cannot be read, or has no story.
    """
    root = markup.xml_of(source)
    found = [element for element in root.iter() if markup.local(element) == "nitf"] or [root]
    for nitf in found:
        where = message("reading.line", line=nitf.sourceline) if found[1:] else None
        yield clipping(record(nitf), path=source.name, where=where)


def record(nitf: markup.Element) -> Record:
    """Return the record of a document of NITF, which may stand in one of NewsML.

    Raises:
        Unreadable: it has no body.
    """
    body = next((found for name in ("body.content", "body") for found in story.at(nitf, name)), None)
    if body is None:
        raise Unreadable("reading.no_text")
    head = next(story.at(nitf, "head"), None)
    title = story.first(nitf, "hedline/hl1", "head/title", "title")
    second = story.first(nitf, "abstract", "hedline/hl2")
    meta = {item.get("name", ""): item.get("content", "") for item in story.at(head, "meta")}
    lines = "\n".join(_lines(body))
    date = (
        story.attribute(nitf, "date.issue", "norm")
        or story.attribute(nitf, "pubdata", "date.publication")
        or story.attribute(nitf, "story.date", "norm")
        or story.attribute(nitf, "date.release", "norm")
        or story.first(nitf, "story.date")
    )
    return Record(
        raw=markup.written(nitf),
        text=lines,
        title=title,
        heading="" if second == title else second,
        date=parse_date(date),
        source=story.attribute(nitf, "pubdata", "name")
        or story.first(nitf, "distributor/org", "distributor")
        or story.attribute(nitf, "doc.copyright", "holder")
        or story.attribute(nitf, "doc-id", "regsrc"),
        section=story.attribute(nitf, "pubdata", "position.section")
        or meta.get("online_sections", "").partition(";")[0],
        authors=_authors(nitf),
        url=story.attribute(nitf, "pubdata", "ex-ref"),
        page=meta.get("print_page_number", "") or story.attribute(nitf, "pubdata", "position.sequence"),
        edition=story.attribute(nitf, "pubdata", "edition.name", "edition.area"),
        language=nitf.get(markup.XML_LANG, "") or story.attribute(body, "block", "lang"),
        place=story.places(story.first(nitf, "dateline/location")),
        id=story.attribute(nitf, "doc-id", "id-string"),
    )


def _lines(body: markup.Element) -> list[str]:
    """Return the paragraphs of a body; media and their captions are left out."""
    blocks = [block for block in body if markup.local(block) == "block"]
    if any(block.get("class") == _FULL for block in blocks):
        blocks = [block for block in blocks if block.get("class") == _FULL]
        return [line for block in blocks for line in story.paragraphs(block)]
    for media in [*story.at(body, "media")]:
        markup.remove(media)
    return story.paragraphs(body)


def _authors(nitf: markup.Element) -> tuple[str, ...]:
    """Return the authors of the byline: its persons, else its text without the titles of the authors."""
    for byline in story.at(nitf, "byline"):
        persons = tuple(
            filter(None, (story.first(person, "person") for person in story.at(byline, "person")))
        )
        if persons:
            return persons
        own = "".join([byline.text or "", *(child.tail or "" for child in byline)])
        if names := authors(own):
            return names
    return ()
