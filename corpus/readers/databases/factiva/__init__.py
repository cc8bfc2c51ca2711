"""Articles in an export of Factiva: pages with the codes of its fields or without them, XML, and the lines of an RTF."""

import re
from collections.abc import Iterable, Iterator

from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.databases.factiva import pages, rows, trees
from corpus.readers.databases.slices import slices
from corpus.source import Source, whole

_MARK = re.compile(
    r"<title>\s*Factiva\b|\bid\s*=\s*[\"']?article-[A-Z0-9]{8,20}\d{8}|\bclass\s*=\s*[\"']article [a-z]{2,5}Article\b"
    r"|global\.factiva\.com|<(?:[\w-]{1,20}:)?(?:ppsArticleResponse|accessionNo)\b",
    re.IGNORECASE,
)
"""The name of its pages, the numbers and the classes of its articles, the name space and the elements of its XML.

Above the first article of a page stand up to 100 kB of styles.
"""
_IN_XML = re.compile(r"<(?:[\w-]{1,20}:)?accessionNo\b")
_ARTICLE_IN_XML = re.compile(r"<(?:[\w-]{1,20}:)?article[\s>]")
_ARTICLES = (
    re.compile(r"<div\b[^<>]{0,300}\bid\s*=\s*[\"']?article-\w", re.IGNORECASE),
    re.compile(r"<div\b[^<>]{0,300}\bclass\s*=\s*[\"']?article [a-z]{2,5}Article\b", re.IGNORECASE),
)
"""The beginning of an article, by its number, and where no article has one by its class.

A class with `article` is also that of a wrapper: there are twice as many as articles.
"""
_MAX_LINES_OF_MARKS = 400


def recognises(head: Head) -> bool:
    """Return whether a file is a page or the XML of Factiva."""
    return head.text.startswith("<") and _MARK.search(head.text) is not None


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the articles of an export.

    Raises:
        Unreadable: the file cannot be read, or has no article.
    """
    with source.open_text() as stream:
        text = whole(stream)
    is_xml = _IN_XML.search(text) is not None
    marks = (_ARTICLE_IN_XML,) if is_xml else _ARTICLES
    make = trees.article if is_xml else pages.article
    number = 0
    for number, (_, raw) in enumerate(slices(text, *marks), 1):
        yield Clipping(raw, message("reading.nth_article", number=number), source.name, make)
    if not number:
        raise Unreadable("reading.no_article")


def is_export(lines: Iterable[str]) -> bool:
    """Return whether the first lines of a document are those of an export of Factiva.

    >>> is_export(["Titre", "80 mots", "5 octobre 2013", "Le Phare", "PHARE", "Document PHARE00020131005ea500001"])
    True
    """
    first = [line for line, _ in zip(lines, range(_MAX_LINES_OF_MARKS), strict=False)]
    return any(map(rows.is_end, first)) or (rows.has_codes(first) and any(map(rows.is_number, first)))


def of_lines(lines: Iterable[str], name: str) -> Iterator[Clipping]:
    """Yield the articles in the lines of a document; each ends with the line of its number, `Document PHARE000…`."""
    held: list[str] = []
    number = 0
    for line in lines:
        held.append(line)
        if rows.is_end(line):
            number += 1
            yield Clipping("\n".join(held), message("reading.nth_article", number=number), name, rows.article)
            held = []
    if any(map(str.strip, held)) and (not number or rows.has_codes(held)):
        yield Clipping("\n".join(held), message("reading.nth_article", number=number + 1), name, rows.article)
