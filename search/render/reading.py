"""An article, laid out to be read."""

from collections.abc import Sequence

from corpus import Article, Found
from index.query import Everything, Query
from search.render.lines import EMPTY, Fragment, Line, Style, line, marked, over, wrap
from search.render.page import READABLE
from search.snippet import Highlighter, Snippet

ORIGINS = {
    Found.LINE: "from a line of the text",
    Found.DATELINE: "from the dateline",
    Found.FILE_NAME: "from the file name",
    Found.TEXT: "from the text",
}
"""Where a date was found, told where it is not the record's own."""


def reading(
    article: Article,
    most: int = 80,
    asked: Query = Everything(),
    entities: Sequence[tuple[int, int]] = (),
) -> list[Line]:
    """Return an article in lines of at most `most` columns, what the query asked for and the entities marked in it.

    `entities` are offsets in the title, a line feed and the text: sorted, disjoint.  A headline is bold as it is:
    the names in it are not marked.
    """
    most = min(most, READABLE)
    highlighter = Highlighter(asked)
    title = highlighter.whole(article.title, headline=True)
    lines = wrap(marked(title, Style.TITLE, Style.TITLE_MATCH), most)
    for printed in _printed(article):
        lines += wrap(line(printed, Style.QUIET), most)
    above = len(article.title) + 1
    named = Snippet(article.text, tuple((start - above, end - above) for start, end in entities))
    for paragraph, names in zip(
        _paragraphs(highlighter.whole(article.text)), _paragraphs(named), strict=True
    ):
        lines += [EMPTY, *wrap(over(marked(paragraph), names.spans, Style.ENTITY), most)]
    found = (("persons", article.person), ("organisations", article.org), ("places", article.place))
    told = [
        wrap((Fragment(f"{kind:<15}", Style.QUIET), Fragment(", ".join(names))), most, rest=" " * 15)
        for kind, names in found
        if names
    ]
    return [*lines, EMPTY, *(row for rows in told for row in rows)] if told else lines


def _printed(article: Article) -> list[str]:
    """Return when, where and by whom the article was printed, and where it was read."""
    date = article.date.isoformat() if article.date else "undated"
    origin = ORIGINS.get(article.date_found)
    when = f"{date} ({origin})" if article.date and origin else date
    authors = f"by {', '.join(article.authors)}" if article.authors else ""
    where = f"{article.path} · id {article.id}"
    printed = " · ".join(filter(None, (when, article.source, article.section)))
    return [told for told in (printed, authors, article.url, where) if told]


def _paragraphs(text: Snippet) -> list[Snippet]:
    """Return the paragraphs of a text, each with the spans that are in it."""
    paragraphs: list[Snippet] = []
    start = 0
    for paragraph in text.text.split("\n"):
        end = start + len(paragraph)
        inside = [(max(left, start), min(right, end)) for left, right in text.spans]
        spans = tuple((left - start, right - start) for left, right in inside if left < right)
        if paragraph:
            paragraphs.append(Snippet(paragraph, spans))
        start = end + 1
    return paragraphs
