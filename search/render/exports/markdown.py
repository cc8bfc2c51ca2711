r"""Clippings in Markdown, one below the other: the headline, what is known of the article, its text, its address.

Signs that Markdown obeys get a backslash (CommonMark 0.31, section 2.4), so that a text is shown as it was printed.
"""

import re
from collections.abc import Iterable, Iterator

from corpus import Article
from search.messages import say
from search.planning.kept import Kept
from search.render.exports.address import address, link
from search.render.inert import inert
from search.render.period import date_name
from search.results import Result

_OBEYED = re.compile(r"[\\`*_\[\]<>#~]|&(?=#?\w+;)")
_AT_THE_START = re.compile(r"(?:(?P<number>\d{1,9})(?P<point>[.)])|(?P<sign>[-+=]))(?=\s|$|[-+=])")
"""What makes a list, a rule or a headline at the start of a line."""
_LINE_BREAK = "  \n"
"""Two blanks at the end of a line break it."""
_RULE = "\n---\n\n"


def clippings(results: Iterable[Result]) -> Iterator[str]:
    """Yield each clipping, a rule between two."""
    between = ""
    for result in results:
        yield between + _clipping(result.article, result.kept)
        between = _RULE


def _clipping(article: Article, kept: Kept) -> str:
    paragraphs = [plain(line) for line in article.text.split("\n") if line.strip()]
    followed = [f"<{url}>"] if (url := link(address(article.url))) else []
    return "\n\n".join([f"# {plain(article.title)}", _known(article, kept), *paragraphs, *followed]) + "\n"


def _known(article: Article, kept: Kept) -> str:
    """Return the lines between the headline and the text; the id stands last, below which our reader looks for the text."""
    issue = {
        "export.source": article.source,
        "export.date": date_name(article.date),
        "export.section": article.section,
        "export.author": ", ".join(article.authors),
        "export.page": article.page,
        "export.edition": article.edition,
        "export.reference": article.reference,
        "export.also_in": ", ".join(article.also_in),
        "export.tags": ", ".join(kept.tags),
        "export.notes": " ".join(kept.notes),
        "export.id": article.id,
    }
    return _LINE_BREAK.join(say(code, value=plain(value)) for code, value in issue.items() if value)


def plain(text: str) -> str:
    r"""Return a text on one line in which Markdown obeys nothing.

    >>> plain("*gras* [lien](x) <b> 1. un"), plain("- tiret"), plain("1. un"), plain("R&amp;D")
    ('\\*gras\\* \\[lien\\](x) \\<b\\> 1. un', '\\- tiret', '1\\. un', 'R\\&amp;D')
    """
    escaped = _OBEYED.sub(lambda sign: f"\\{sign[0]}", inert(text).strip())
    return _AT_THE_START.sub(_harmless, escaped, count=1) if _AT_THE_START.match(escaped) else escaped


def _harmless(start: re.Match[str]) -> str:
    return f"\\{start['sign']}" if start["sign"] else f"{start['number']}\\{start['point']}"
