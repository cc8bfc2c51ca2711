"""What is doubtful about an article that would be read: each doubt is a message."""

import re
from collections.abc import Iterator
from datetime import date

from corpus import Article, PrintDate
from corpus.formats.format import Format
from corpus.message import Message, message

_FIRST_YEAR_OF_PAGES = 1990
"""The year before the first page of the web: an older date is that of another thing."""

_PAYWALL = re.compile(
    r"""isAccessibleForFree["']?\s{0,4}:\s{0,4}["']?false"""
    r"|(?:réservée?s? aux|exclusi(?:f|ve) pour (?:les|nos)) abonnés|il vous reste [^\n]{1,40} à (?:lire|découvrir)",
    re.IGNORECASE,
)
"""How a page says that its text is for those who pay; the key is that of schema.org."""

_PAGES = "pages."
"""Where the readers of pages of the web are, below `corpus.readers`."""


def doubts(article: Article, format_: Format, today: date) -> Iterator[Message]:
    """Yield the doubts about an article that a reader of the format gave, beside those that the article notes."""
    if article.date and article.date > PrintDate(today.year, today.month, today.day):
        yield message("doubt.future")
    if format_.reader.startswith(_PAGES):
        if article.date and article.date.year < _FIRST_YEAR_OF_PAGES:
            yield message("doubt.too_early", year=str(_FIRST_YEAR_OF_PAGES))
        if _PAYWALL.search(article.raw):
            yield message("doubt.paywall")
