"""The renderers of an article to read."""

import re
from bisect import bisect_left, bisect_right
from pathlib import PurePosixPath

from corpus import Article, Found
from index.storage.stories import Printing
from search.messages import say
from search.render import TEXT, Renderers
from search.render.kept import kept_lines
from search.render.lines import EMPTY, Fragment, Line, Style, cell_width, line, marked, over, wrap
from search.render.page import READABLE_COLUMNS
from search.render.period import date_name
from search.results import Reading
from search.snippet import Highlighter, Snippet

_DATE_ORIGINS = {
    Found.LINE: "page.from_line",
    Found.DATELINE: "page.from_dateline",
    Found.FILE_NAME: "page.from_file_name",
    Found.TEXT: "page.from_text",
}
"""The part of the text in which a date was found, shown if the record itself states no date."""

_FRENCH = "fr"
_MESSAGE_ID = re.compile(r"<?[^\s<>@]+@[^\s<>@]+>?")
"""The Message-ID of a mail (RFC 5322, section 3.6.4)."""


def reading(read: Reading, columns: int = 80) -> list[Line]:
    """Return an article in lines of `columns` columns at most, with marks on the entities and on what the query matches.

    A headline is bold as it is: the names in it are not marked.
    """
    article, columns = read.article, min(columns, READABLE_COLUMNS)
    highlighter = Highlighter(read.asked)
    title = highlighter.whole(article.title, headline=True)
    lines = wrap(marked(title, Style.TITLE, Style.TITLE_MATCH), columns)
    for printed in _printed(article):
        lines += wrap(printed, columns)
    lines += kept_lines(read.kept, columns)
    above = len(article.title) + 1
    named = Snippet(article.text, tuple((start - above, end - above) for start, end in read.entities))
    for paragraph, names in zip(paragraphs(highlighter.whole(article.text)), paragraphs(named), strict=True):
        lines += [EMPTY, *wrap(over(marked(paragraph), names.spans, Style.ENTITY), columns)]
    below = _below(read, columns)
    return [*lines, EMPTY, *below] if below else lines


def _below(read: Reading, columns: int) -> list[Line]:
    """Return the persons, organisations and places of an article, and the other articles that print its story."""
    article = read.article
    fields = (
        (say("page.persons"), article.person),
        (say("page.organisations"), article.org),
        (say("page.places"), article.place),
        (say("page.reprints_label"), tuple(map(_reprint, read.duplicates))),
    )
    margin = max(cell_width(label) for label, _ in fields) + 2
    rows = [
        wrap(
            (Fragment(f"{label:<{margin}}", Style.QUIET), Fragment(", ".join(names))),
            columns,
            rest=" " * margin,
        )
        for label, names in fields
        if names
    ]
    return [row for wrapped in rows for row in wrapped]


def _reprint(printing: Printing) -> str:
    """Return the source and the date of a reprint; the name of its file, if it has no source."""
    source = printing.source or PurePosixPath(printing.path).name
    return f"{source} ({printing.date.isoformat()})" if printing.date else source


def _printed(article: Article) -> list[Line]:
    """Return the date, the source and the authors of the article, its address, its file and its id."""
    date = date_name(article.date)
    origin = _DATE_ORIGINS.get(article.date_found)
    when = f"{date} ({say(origin)})" if article.date and origin else date
    issue = [
        say("page.on_page", page=article.page) if article.page else "",
        _edition(article.edition),
        say("page.also_in", sources=", ".join(article.also_in)) if article.also_in else "",
        _reference(article),
        _language(article.language),
    ]
    authors = say("page.by", authors=", ".join(article.authors)) if article.authors else ""
    printed = " · ".join(part for part in (when, article.source, article.section) if part)
    texts = (printed, " · ".join(filter(None, issue)), authors)
    url = Fragment(article.url, Style.QUIET, article.url)
    where = (
        Fragment(article.path, Style.QUIET, article.path),
        Fragment(say("page.behind_file", id=article.id), Style.QUIET),
    )
    return [*(line(text, Style.QUIET) for text in texts if text), *([(url,)] if url.text else []), where]


def _reference(article: Article) -> str:
    """Return the reference of an article as it is shown; "" for that of a mail, which says nothing to a person."""
    if article.doi:
        return say("page.doi", doi=article.doi)
    return "" if _MESSAGE_ID.fullmatch(article.reference) else article.reference


def _language(language: str) -> str:
    """Return a language as it is shown; "" for French, in which nearly all articles are."""
    return say("page.in_language", language=language) if language and language != _FRENCH else ""


def _edition(edition: str) -> str:
    """Return an edition as it is shown: `Rennes` alone does not say what it is."""
    is_named = not edition or "dition" in edition.casefold()
    return edition if is_named else say("page.of_edition", edition=edition)


def paragraphs(text: Snippet) -> list[Snippet]:
    """Return the paragraphs of a text, each with the spans in it."""
    found: list[Snippet] = []
    starts, ends = ([span[side] for span in text.spans] for side in (0, 1))
    start = 0
    for paragraph in text.text.split("\n"):
        end = start + len(paragraph)
        inside = text.spans[bisect_right(ends, start) : bisect_left(starts, end)]
        if paragraph:
            spans = tuple((max(left, start) - start, min(right, end) - start) for left, right in inside)
            found.append(Snippet(paragraph, spans))
        start = end + 1
    return found


def _json(read: Reading, _: int) -> str:
    from search.render import json

    return json.article(read.article, read.kept)


def _bibtex(read: Reading, _: int) -> str:
    from search.render import bibtex

    return bibtex.entries([(read.article, read.kept)])


RENDERERS: Renderers = {TEXT: reading, "json": _json, "jsonl": _json, "bibtex": _bibtex}
