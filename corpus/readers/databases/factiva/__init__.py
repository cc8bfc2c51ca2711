"""Articles in an export of Factiva: pages with the codes of its fields or without them, XML, the lines of an RTF or a text."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.databases.factiva import fields, pages, rows, run, trees
from corpus.readers.slices import broken_off, slices
from corpus.source import Source, whole

_MARK = expression(
    r"<title>\s*Factiva\b|\bid\s*=\s*[\"']?article-[A-Z0-9]{8,20}\d{8}|\bclass\s*=\s*[\"']article [a-z]{2,5}Article\b"
    r"|global\.factiva\.com|<(?:[\w-]{1,20}:)?(?:ppsArticleResponse|accessionNo)\b",
    re.IGNORECASE,
)
"""The name of its pages, the numbers and the classes of its articles, the name space and the elements of its XML.

Above the first article of a page stand up to 100 kB of styles.
"""
_IN_XML = expression(r"<(?:[\w-]{1,20}:)?accessionNo\b")
_ARTICLE_IN_XML = expression(r"<(?:[\w-]{1,20}:)?article[\s>]")
_ARTICLES = (
    expression(r"<div\b[^<>]{0,300}\bid\s*=\s*[\"']?article-\w", re.IGNORECASE),
    expression(r"<div\b[^<>]{0,300}\bclass\s*=\s*[\"']?article [a-z]{2,5}Article\b", re.IGNORECASE),
)
"""The beginning of an article, by its number, and where no article has one by its class.

A class with `article` is also that of a wrapper: there are twice as many as articles.
"""
_MAX_LINES_OF_MARKS = 400
_DOCUMENT = ("ocument ", "okument ")
"""What the line has with which an article ends in a text: found in 64 kB in 10 microseconds, the line in 200."""
_TOP_CHARACTERS = 1500
"""Characters in which the lines above a text stand."""
_NUMBER_IN_A_TEXT = expression(
    rf"^(?:AN[ \t\u00a0|]{{1,9}})?(?:Documento?|Dokument) {fields.NUMBER}[ \t|]*\r?$",
    re.MULTILINE,
)
"""The line with which an article ends."""
_OTHERS = ("<", "{", "[", "*", '"', "---")
"""How pages, JSON, corpora of IRaMuTeQ, tables and fields above a text begin, which may have texts of Factiva below."""
_PAGE = expression(r"\s*Page \d{1,5} (?:of|de|sur) \d{1,5}\s{1,9}©.{0,80}\bFactiva\b.{0,80}", re.IGNORECASE)
"""The foot of a printed page."""


def recognises(head: Head) -> bool:
    """Return whether a file is a page, the XML or a text of Factiva."""
    if head.text.startswith("<"):
        return _MARK.search(head.text) is not None
    if head.text.startswith(_OTHERS) or not _is_text(head.text):
        return False
    from corpus.readers.mail.box import (
        is_mail,  # takes 25 ms to import, and few files that are no mail get so far
    )

    return not is_mail(head)


def _is_text(text: str) -> bool:
    """Return whether a file has the number of an article on a line, or begins with the lines above an article.

    In a cell of a table an article is not the whole.
    """
    has_word = any(word in text for word in _DOCUMENT)
    found = _NUMBER_IN_A_TEXT.search(text) if has_word else None
    if not found and not run.is_top(text[:_TOP_CHARACTERS].split("\n")):
        return False
    return not found or text.count('"', 0, found.start()) % 2 == 0


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the articles of an export.

    Raises:
        Unreadable: the file cannot be read, or has no article.
    """
    with source.open_text() as stream:
        text = whole(stream)
    if not text.lstrip("\ufeff \r\n\t").startswith("<"):
        yield from of_lines(text.splitlines(), source.name)
        return
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
    if any(map(rows.is_end, first)) or run.is_top(first):
        return True
    return rows.has_codes(first) and any(map(rows.is_number, first))


def of_lines(lines: Iterable[str], name: str) -> Iterator[Clipping]:
    """Yield the articles in the lines of a document; each ends with the line of its number, `Document PHARE000…`.

    An article without a number, whose last line is no sentence, is the last of a file that breaks off.
    """
    held: list[str] = []
    number = 0
    for line in lines:
        if _PAGE.fullmatch(line):
            continue
        held.append(line)
        if rows.is_end(line):
            number += 1
            yield Clipping("\n".join(held), message("reading.nth_article", number=number), name, rows.article)
            held = []
    if any(map(str.strip, held)) and (not number or rows.has_codes(held) or run.is_top(held)):
        is_whole = any(map(rows.is_number, held)) or _ends_in_a_sentence(held)
        make = rows.article if is_whole else partial(broken_off, rows.article)
        yield Clipping("\n".join(held), message("reading.nth_article", number=number + 1), name, make)


def _ends_in_a_sentence(lines: Iterable[str]) -> bool:
    last = [line for line in lines if line.strip()][-1]
    return last.rstrip(' |"”»)\u00a0\u202f').endswith((".", "!", "?", "…"))
