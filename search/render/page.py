"""The layout of a page of an answer: the number of articles, the headline and passage of each, the facets."""

from collections.abc import Sequence

from corpus import Found, PrintDate
from search.messages import say
from search.render.kept import tags_line
from search.render.lines import (
    EMPTY,
    Fragment,
    Line,
    Style,
    beside,
    clip,
    line,
    line_width,
    marked,
    part,
    wrap,
)
from search.render.other_names import other_names
from search.render.panel import panel
from search.render.period import date_name
from search.results import Original, Result, Results, elsewhere
from search.snippet import ELLIPSIS

READABLE_COLUMNS = 100
"""Columns of running text at most, however wide the terminal: beyond, the eye misses the next line."""

WIDE_COLUMNS = 110
"""Columns from which on the facets stand beside the articles."""

PANEL_COLUMNS = 34
GUTTER_COLUMNS = 3
"""Columns of the facets, and those between the facets and the articles."""

_MAX_NAMES = 3
"""Persons of an article that are shown, and as many organisations, places, and dates of a source that printed it as well."""

_KEPT_ROWS = 2
"""Rows of the tags of an article, and of its note, of which the reader has the rest."""

_ALSO_IN_ROWS = 3
"""Rows of the other sources that printed an article: the names of ten papers."""


def page(results: Results, columns: int = 80) -> list[Line]:
    """Return a page in lines of `columns` columns at most."""
    facets = results.facets
    room = articles_columns(columns) if facets else min(READABLE_COLUMNS, columns)
    lines = articles(results, room)
    if not facets:
        return lines
    if columns < WIDE_COLUMNS:
        return [*lines, EMPTY, *panel(facets, columns)]
    return beside(lines, [EMPTY, EMPTY, *panel(facets, PANEL_COLUMNS)], room + GUTTER_COLUMNS)


def articles_columns(columns: int) -> int:
    """Return the columns of the articles, beside facets where the screen is wide."""
    return min(
        READABLE_COLUMNS, columns - PANEL_COLUMNS - GUTTER_COLUMNS if columns >= WIDE_COLUMNS else columns
    )


def articles(results: Results, columns: int) -> list[Line]:
    """Return the lines of the articles of a page, below the line that counts the articles."""
    lines = above(results, heading(results), columns)
    for result in results.results:
        lines += [EMPTY, *article(result, columns)]
    return lines


def above(results: Results, head: str, columns: int) -> list[Line]:
    """Return the lines above the articles: a `head` that counts them, the other names of what was typed, the originals.

    Where there is no article, they end with what to type instead.
    """
    lines = wrap(line(head), columns)
    if results.other_names:
        lines += wrap(line(other_names(results), Style.QUIET), columns)
    for original in results.originals:
        lines += _like(original, columns)
    if not results.total.count:
        lines += wrap(line(say("page.no_article_advice"), Style.QUIET), columns)
    return lines


def _like(original: Original, columns: int) -> list[Line]:
    """Return the headline of the article that those of the page are like, its source and date, and where else it is printed."""
    article = original.article
    parts = [
        say("page.like", title=clip(article.title, READABLE_COLUMNS)),
        article.source,
        date_name(article.date),
    ]
    also = _also_in(_sources(original), _ALSO_IN_ROWS * columns)
    return wrap(line(" · ".join(filter(None, (*parts, also))), Style.QUIET), columns)


def heading(results: Results) -> str:
    """Return the number of articles that were found, and the ranks that the page shows.

    It is said how many articles are reprints: of all, on the page with the last result; of those shown, on the others.
    """
    shown = results.results
    if not results.total.count:
        return say("page.no_article")
    articles = found(results, counted(results))
    if not shown or len(shown) == results.last:
        return articles
    first, last = shown[0].rank, shown[-1].rank
    reprints = (
        sum(len(result.duplicates) for result in shown) if results.folded and results.stories is None else 0
    )
    if reprints:
        return say("page.ranks_and_reprints", articles=articles, first=first, last=last, count=reprints)
    return say("page.ranks", articles=articles, first=first, last=last)


def counted(results: Results) -> str:
    """Return the number of articles that were found."""
    total = results.total
    return say("page.articles" if total.exact else "page.articles_at_least", count=total.count)


def found(results: Results, articles: str) -> str:
    """Return the articles with what else is known of them: how many have all of the words, how many are reprints."""
    total, together = results.total.count, results.together
    if results.relaxed:
        articles = say("page.relaxed", articles=articles)
    elif together is not None and together < total:
        articles = say("page.together", articles=articles, count=together)
    if results.last < total:
        articles = say("page.reprints", articles=articles, count=total - results.last)
    return articles


def article(result: Result, columns: int) -> list[Line]:
    """Return the lines of an article: its source and date, its headline, its passage, its names."""
    article = result.article
    rank = f"{result.rank:>3}  "
    margin = " " * len(rank)
    printed = f"{date_name(article.date):<10}  {clip(article.source, READABLE_COLUMNS // 2)}"
    head: Line = (Fragment(rank, Style.RANK), Fragment(printed))
    room = columns - line_width(head) - line_width(line(article.id))
    if room >= 2:
        lines = [(*head, Fragment(" " * room + article.id, Style.QUIET))]
    else:
        lines = wrap((*head, Fragment(f"  {article.id}", Style.QUIET)), columns, rest=margin)
    for text in texts(result):
        lines += wrap(text, columns, margin, margin)
    lines += names(result, columns, margin)
    if any(result.kept):
        lines += wrap(tags_line(result.kept), columns, margin, margin)[:_KEPT_ROWS]
    return [*lines, *also_in(result, columns, margin)]


def names(result: Result, columns: int, margin: str) -> list[Line]:
    """Return the names in an article, as many as one line holds; no line if it has none."""
    shown = _names(result, columns - len(margin))
    return [(Fragment(margin), Fragment(shown, Style.QUIET))] if shown else []


def also_in(result: Result, columns: int, margin: str) -> list[Line]:
    """Return the other sources that print an article; no line if there are none."""
    also = _also_in(_sources(result), _ALSO_IN_ROWS * (columns - len(margin)))
    return wrap(line(also, Style.QUIET), columns, margin, margin) if also else []


def _sources(printed: Result | Original) -> list[str]:
    """Return the other sources that printed an article, with their dates where these differ from its own."""
    others = elsewhere(printed.article, printed.duplicates)
    return [_printed(name, dates, printed.article.date) for name, dates in others.items()]


def _printed(name: str, dates: Sequence[PrintDate | None], own: PrintDate | None) -> str:
    """Return a source with the number of its printings, and with their dates, but for that of the article itself."""
    others = [date.isoformat() for date in sorted({date for date in dates if date and date != own})]
    times = say("page.printed_times", source=name, count=len(dates)) if len(dates) > 1 else name
    if len(others) > _MAX_NAMES:
        others = [say("page.from_to", first=others[0], last=others[-1])]
    return f"{times} ({', '.join(others)})" if others else times


def _also_in(sources: Sequence[str], columns: int) -> str:
    """Return as many of the sources, at least one, as so many columns hold, and the number of the others; "" for no sources."""
    for shown in range(len(sources), 0, -1):
        names, more = ", ".join(sources[:shown]), len(sources) - shown
        also = (
            say("page.also_in_and_more", sources=names, count=more)
            if more
            else say("page.also_in", sources=names)
        )
        if shown == 1 or line_width(line(also)) <= columns:
            return also
    return ""


def texts(result: Result) -> list[Line]:
    """Return the headline and the passage; both in one if the headline is only the start of the passage."""
    cut = result.title.text.rstrip(ELLIPSIS)
    if result.article.title_found is Found.TEXT and result.snippet.text.startswith(cut):
        head = part(marked(result.snippet, Style.TITLE, Style.TITLE_MATCH), 0, len(cut))
        return [(*head, *part(marked(result.snippet), len(cut), len(result.snippet.text)))]
    return [marked(result.title, Style.TITLE, Style.TITLE_MATCH), marked(result.snippet)]


def _names(result: Result, columns: int) -> str:
    """Return as many persons, organisations and places of an article as one line holds."""
    fields = (result.article.person, result.article.org, result.article.place)
    for number in range(_MAX_NAMES, 0, -1):
        names = " · ".join(", ".join(field[:number]) for field in fields if field)
        if line_width(line(names)) <= columns:
            return names
    return clip(names, columns)
