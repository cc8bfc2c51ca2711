"""One page of the web, as a browser or a program saved it: one article, or none."""

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.readers.pages.body import body
from corpus.readers.pages.charset import decoded_page
from corpus.readers.pages.linked_data import LinkedData
from corpus.readers.pages.metadata import metadata
from corpus.readers.record import Record, compose
from corpus.source import Source, whole

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the article of a page, which is not opened before the article is read."""
    yield Clipping("", None, source.name, partial(_of_file, source))


def _of_file(source: Source, _unopened: str, name: str) -> Article:
    with source.open_bytes() as file:
        data = whole(file)
    return compose(record_of_page(data), path=name)


def record_of_page(data: bytes, url: str = "") -> Record:
    """Return the record of the article of a page, by the bytes of its HTML and, if known, where it was read.

    What the page says of itself counts before `url`.  `Record.raw` is the page, decoded.

    Raises:
        Unreadable: the bytes are no page, or the page has no article: a home page, a section, a search.
    """
    text = decoded_page(data)
    tree = _tree(text)
    linked = LinkedData(
        script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()
    )
    said = metadata(tree, linked, url)
    return Record(
        raw=text,
        text=body(tree, said.declared),
        title=said.title,
        date=said.date,
        source=said.source,
        section=said.section,
        authors=said.authors,
        url=said.url,
    )


def _tree(text: str) -> "HtmlElement":
    from trafilatura.utils import load_html
    return load_html(text)
