"""Articles in an export of Nexis: the documents of Nexis Uni and Lexis+, the pages and the texts of its older services, an RTF."""

from collections.abc import Iterable, Iterator
from functools import partial

from corpus.article import Rejected
from corpus.clipping import Bundle, Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.databases.nexis import documents, pages, texts, word
from corpus.readers.databases.nexis.labels import COUNT, END, label, of_count
from corpus.source import Source, whole

_DOCUMENT = "word/document.xml"
_MARK_IN_PAGE = expression(rf">\s*{COUNT}\s*<|<DOCFULL>|<!-- LXNComment ")
_WORDS_OF_MARKS = ("DOCUMENT", "DOKUMENT", "ocument", "okument")
"""What every mark has: found in 5 microseconds of 64 kB, the marks in 500."""
_MAX_LINES_OF_MARKS = 2000


def recognises(head: Head) -> bool:
    """Return whether a file is an export of Nexis."""
    if _DOCUMENT in head.members:
        return word.is_export(head.source.member(_DOCUMENT).head)
    if head.is_html:
        return _MARK_IN_PAGE.search(head.text) is not None
    if not any(word in head.text for word in _WORDS_OF_MARKS):
        return False
    is_text = texts.LINE_OF_COUNT.search(head.text) is not None or _is_of_marks(head.text.split("\n"))
    if not is_text:
        return False
    from corpus.readers.mail.box import (
        is_mail,  # takes 25 ms to import, and few files that are no mail get so far
    )

    return not is_mail(head)


def articles(source: Source) -> Iterator[Bundle | Clipping | Rejected]:
    """Yield the articles of an export; a document of a word processor is cut where its articles are read.

    Raises:
        Unreadable: the file cannot be read, or has no article.
    """
    if source.head.startswith(b"PK"):
        yield Bundle(source.name, partial(_of_document, source))
        return
    with source.open_text() as stream:
        text = whole(stream)
    is_page = text.lstrip().startswith("<")
    if not is_page and not texts.LINE_OF_COUNT.search(text):
        yield from of_lines(text.split("\n"), source.name)
        return
    cut, make = (pages.cut, pages.article) if is_page else (texts.cut, texts.article)
    number = 0
    for number, raw in enumerate(cut(text), 1):
        yield Clipping(raw, message("reading.nth_article", number=number), source.name, make)
    if not number:
        raise Unreadable("reading.no_article")
    yield from _missing(pages.announced(text), number, source.name)


def is_export(lines: Iterable[str]) -> bool:
    """Return whether the first lines of a document are those of an export of Nexis."""
    return _is_of_marks([line for line, _ in zip(lines, range(_MAX_LINES_OF_MARKS), strict=False)])


def of_lines(lines: Iterable[str], name: str) -> Iterator[Clipping | Rejected]:
    """Yield the articles in the lines of a document, a paragraph each.

    Raises:
        Unreadable: there is none.
    """
    export = documents.cut(list(lines))
    number = 0
    for number, held in enumerate(export.articles, 1):
        where = message("reading.nth_article", number=number)
        yield Clipping("\n\n".join(held), where, name, documents.article)
    if not number:
        raise Unreadable("reading.no_article")
    yield from _missing(export.announced, number, name)


def _of_document(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the articles of a document; of a damaged one, those before the damage.

    Raises:
        Unreadable: there is none.
    """
    held: list[str] = []
    damage: Unreadable | None = None
    try:
        held.extend(word.lines(source.member(_DOCUMENT)))
    except Unreadable as error:
        damage = error
    if damage and not documents.cut(held).articles:
        raise damage
    yield from of_lines(held, source.name)
    if damage:
        yield Rejected(source.name, message("reading.nothing_after", reason=damage.message))


def _missing(announced: int, found: int, name: str) -> Iterator[Rejected]:
    """Yield how many of the articles that an export announces were not found; nothing where all were."""
    if announced > found:
        yield Rejected(
            name, message("reading.articles_missing", count=announced - found, announced=announced)
        )


def _is_of_marks(lines: list[str]) -> bool:
    stripped = [line.strip() for line in lines]
    return any(map(of_count, stripped)) or (
        any(line.lower() in END for line in stripped) and any(map(_is_length, stripped))
    )


def _is_length(line: str) -> bool:
    found = label(line)
    return found is not None and found.field == "length"
