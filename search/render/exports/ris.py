"""Articles as RIS, for programs that manage references: UTF-8, a line for each tag, `ER` behind each article.

Zotero, Mendeley and EndNote read it.  The tags are those that Zotero's importer gives a newspaper article (RIS
specification of 2011): a value stands on one line, so that no text begins a line, and none ends its article.
"""

from collections.abc import Iterable, Iterator

from corpus import Article, PrintDate
from search.planning.kept import Kept
from search.render.exports.address import address
from search.render.exports.authors import author
from search.render.inert import inert
from search.results import Result

_LINE_END = "\r\n"
"""The end of a line in the specification."""


def entries(results: Iterable[Result]) -> Iterator[str]:
    """Yield the lines of each article, an empty line behind them."""
    for result in results:
        lines = [f"{tag}  - {inert(value)}" for tag, value in _tags(result.article, result.kept) if value]
        yield _LINE_END.join([*lines, "ER  - ", "", ""])


def _tags(article: Article, kept: Kept) -> Iterator[tuple[str, str]]:
    """Yield the tags of an article with their values; "" for what the article lacks.

    `KW` is a tag of the person, and `N1` a note.
    """
    yield "TY", "NEWS"
    yield "TI", article.title
    for name in article.authors:
        family, given = author(inert(name))
        yield "AU", f"{family}, {given}" if given else family
    yield "T2", article.source
    yield "PY", f"{article.date.year:04}" if article.date else ""
    yield "DA", _day(article.date) if article.date else ""
    yield "SE", article.section
    yield "SP", article.page
    yield "ET", article.edition
    yield "LA", article.language
    yield "DO", article.doi
    yield "AN", "" if article.doi else article.reference
    yield "UR", address(article.url)
    yield "AB", article.heading
    yield from (("KW", tag) for tag in kept.tags)
    yield from (("N1", note) for note in kept.notes)
    yield "ID", article.id


def _day(date: PrintDate) -> str:
    """Return a date as RIS writes it, a slash behind each part.

    >>> _day(PrintDate(2017, 3, 20)), _day(PrintDate(2017, 3))
    ('2017/03/20/', '2017/03//')
    """
    parts = date.isoformat().split("-")
    return "/".join([*parts, *[""] * (4 - len(parts))])
