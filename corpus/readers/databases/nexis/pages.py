"""The articles of a page of the older services of Nexis, whose classes are numbered anew in each file."""

import re
from collections.abc import Iterator

from corpus.article import Article
from corpus.expression import expression
from corpus.readers import markup
from corpus.readers.databases.nexis.fields import compose_parts
from corpus.readers.databases.nexis.labels import COUNT
from corpus.readers.databases.nexis.parts import parts
from corpus.readers.slices import slices

_DOCUMENT = expression(r"<DOC NUMBER=\d{1,6}>")
_COUNT = expression(rf"(?<=>)\s*{COUNT}\s*(?=<)")
_ANNOUNCED = expression(r"<META TOPIC=[^<>]{0,100}\bDOCUMENTS=\"(\d{1,6})\"", re.IGNORECASE)
_COMMENT = expression(r"<!--|</?DOC(?:FULL)?\b[^<>]*>|-->")
_BREAK = expression(r"<br\b[^<>]{0,100}>", re.IGNORECASE)
_LINE = "\ue000"
"""A sign of private use in the place of a break: a paragraph of several lines is one."""


def cut(text: str) -> Iterator[str]:
    """Yield the slices of a page with one document each."""
    yield from (found.text for found in slices(text, _DOCUMENT, _COUNT))


def announced(text: str) -> int:
    """Return the number of documents that a page says to have, 0 if it says nothing."""
    found = _ANNOUNCED.search(text)
    return int(found[1]) if found else 0


def article(raw: str, name: str) -> Article:
    """Return the article of a slice.

    Raises:
        Unreadable: it has no text, the database could not show it, or it is nested too deep.
    """
    text = _BREAK.sub(_LINE, _COMMENT.sub(" ", raw))
    lines = markup.lines(markup.html(text)).split("\n")
    paragraphs = [line.replace(_LINE, "\n") for line in lines]
    return compose_parts(parts(paragraphs), raw, name)
