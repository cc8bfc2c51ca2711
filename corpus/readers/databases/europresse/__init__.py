"""Articles in an export of Europresse, in any of its three layouts: since 2019, of 2014 to 2018, and before."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from corpus.article import Rejected
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.databases.europresse import layouts, tables
from corpus.readers.slices import broken_off, slices
from corpus.source import Source, whole

_MARK = expression(
    r"DocPublicationName|titreArticleVisu|docOcurrContainer|\brdp__|publiC[_-]lbl|cedrom-sni\.com/schema",
    re.IGNORECASE,
)
"""Classes of its three layouts, which no other page has, and the name space of the oldest."""
_ARTICLE = expression(r"<article\b", re.IGNORECASE)
_ARTICLE_END = expression(r"</article\s*>", re.IGNORECASE)
_END = expression(r"</(?:article|body|html)\s*>", re.IGNORECASE)
"""What stands behind the last article of a file, unless the file breaks off in it."""
_PUBLICATION = expression(r"<span\b[^<>]{0,200}\bDocPublicationName\b", re.IGNORECASE)
_PARAGRAPH = expression(r"<p\b", re.IGNORECASE)
_SECTION = expression(r"<section\b[^<>]{0,400}>", re.IGNORECASE)
_SECTION_END = expression(r"</section\s*>|<aside\b|<footer\b", re.IGNORECASE)
_TAG = expression(r"<[^<>]*>")
_MIN_TEXT_CHARACTERS = 200
"""Characters of a section with a link to another site that is an article nevertheless."""
_CLASS = r"\bclass\s{0,9}=\s{0,9}[\"']?(?:[\w-]{1,60}\s){0,5}"
_KINDS = (
    ("reading.social_posts", expression(_CLASS + r"(?:twitter|socialNetworkPost)(?![\w-])", re.IGNORECASE)),
    ("reading.database_reports", expression(r"DocPublicationName\b[^<>]{0,100}>\s{0,99}(?:Rapports?|Reports?)\s{0,9}[-–—]", re.IGNORECASE)),
    ("reading.links_alone", expression(r"\blink-not-hosted\b", re.IGNORECASE)),
    ("reading.transcripts", expression(_CLASS + r"transcripts?(?![\w-])|<pre\b", re.IGNORECASE)),
)  # fmt: skip
"""What such an export has beside articles, and how each is known."""


def recognises(head: Head) -> bool:
    """Return whether a file is an export of Europresse."""
    return head.is_html and _MARK.search(head.text) is not None


def articles(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the articles of an export; then, in a line for each kind, how many posts, reports, links and transcripts it has.

    Raises:
        Unreadable: the file cannot be read, or has none of these.
    """
    with source.open_text() as stream:
        text = whole(stream)
    make = layouts.article if _ARTICLE.search(text) else tables.article
    skipped: Counter[str] = Counter()
    number = 0
    for number, (start, raw) in enumerate(slices(text, _ARTICLE, _PUBLICATION), 1):
        if kind := _kind(raw):
            skipped[kind] += 1
            continue
        is_whole = start + len(raw) < len(text) or _END.search(raw)
        of_slice = make if is_whole else partial(broken_off, make)
        yield Clipping(_ended(raw), message("reading.nth_article", number=number), source.name, of_slice)
    if not number:
        raise Unreadable("reading.no_article")
    for kind, _ in _KINDS:
        if skipped[kind]:
            yield Rejected(source.name, message(kind, count=skipped[kind]))


def _ended(raw: str) -> str:
    """Return an article without what stands behind its end tag."""
    end = _ARTICLE_END.search(raw)
    return raw[: end.end()] if end else raw


def _kind(raw: str) -> str:
    """Return the code of what is no article; "" for an article, also one that has a table in `pre` or a link beside its text."""
    for code, mark in _KINDS:
        if found := mark.search(raw):
            if code == "reading.links_alone" and len(_text(raw)) >= _MIN_TEXT_CHARACTERS:
                continue
            if found[0].lower() == "<pre" and _PARAGRAPH.search(_section(raw)):
                continue
            return code
    return ""


def _section(raw: str) -> str:
    """Return the section of an article, where its text stands; all of it where it has none."""
    start = _SECTION.search(raw)
    if not start:
        return raw
    end = _SECTION_END.search(raw, start.end())
    return raw[start.end() : end.start() if end else len(raw)]


def _text(raw: str) -> str:
    return " ".join(_TAG.sub(" ", _section(raw)).split())
