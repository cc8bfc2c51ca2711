"""The layout of a page of an answer: the number of articles, the headline and passage of each, the facets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus import Article, Found, PrintDate
from index.storage.stories import Printing
from search.counts.facets import Bucket
from search.messages import say
from search.render.explanation import other_names
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
from search.render.panel import panel, strip
from search.results import Result, Results, elsewhere
from search.snippet import ELLIPSIS, Highlighter, Snippet

READABLE_COLUMNS = 100
"""Columns of running text at most, however wide the terminal: beyond, the eye misses the next line."""

WIDE_COLUMNS = 110
"""Columns from which on the facets stand beside the articles."""

_PANEL_COLUMNS = 34
_GUTTER_COLUMNS = 3
"""Columns of the facets, and those between the facets and the articles."""

_TERSE_ROWS = 28
"""Rows below which articles are terse: a terminal of 24 rows then shows three articles and the facets, instead of two."""

_ARTICLE_ROWS = 10
"""Rows that an article needs below the line that counts the articles: the facets give way to the article."""

_MARGIN_COLUMNS = 24
"""Columns of two lines that a passage leaves to their margins and to the words that do not fit at their ends."""

_MAX_NAMES = 3
"""Persons of an article that are shown, and as many organisations, places, and dates of a source that printed it as well."""

_ALSO_IN_ROWS = 3
"""Rows of the other sources that printed an article: the names of ten papers."""


def page(results: Results, columns: int = 80) -> list[Line]:
    """Return a page in lines of `columns` columns at most."""
    room = _room(results.facets, columns)
    lines, facets = articles(results, room), results.facets
    if not facets:
        return lines
    if columns < WIDE_COLUMNS:
        return [*lines, EMPTY, *panel(facets, columns)]
    return beside(lines, [EMPTY, EMPTY, *panel(facets, _PANEL_COLUMNS)], room + _GUTTER_COLUMNS)


def _room(facets: Mapping[str, Sequence[Bucket]], columns: int) -> int:
    """Return the columns of the articles."""
    beside_facets = facets and columns >= WIDE_COLUMNS
    return min(READABLE_COLUMNS, columns - _PANEL_COLUMNS - _GUTTER_COLUMNS if beside_facets else columns)


def screenful(results: Results, columns: int, rows: int) -> tuple[Results, list[Line]]:
    """Return as many articles, at least one, as the rows hold with the facets, and the lines of the page.

    The facets stand beside the articles on a wide screen, and below them, a line for each facet, on any other.
    """
    if columns >= WIDE_COLUMNS:
        facets = dict(results.facets)
        while facets and len(panel(facets, _PANEL_COLUMNS)) + 2 > rows:
            facets.popitem()
        shown = _fitting(replace(results, facets=facets), columns, rows)
        lines = page(shown, columns)
    else:
        below = [EMPTY, *strip(results.facets, columns)] if results.results and results.facets else []
        below = below if rows - len(below) >= _ARTICLE_ROWS else []
        shown = _fitting(replace(results, facets={}), columns, rows - len(below))
        lines = [*articles(shown, columns), *below]
    return replace(results, results=results.results[: len(shown.results)]), lines


def _fitting(results: Results, columns: int, rows: int) -> Results:
    """Return as many articles, at least one, as the rows hold; they are terse if the rows are few."""
    shown, room = results.results, _room(results.facets, columns)
    if rows < _TERSE_ROWS:
        passage = Highlighter(results.asked).passage
        shown = tuple(
            _terse(result, passage(result.article.text, 2 * columns - _MARGIN_COLUMNS)) for result in shown
        )
    while len(shown) > 1 and len(articles(replace(results, results=shown), room)) > rows:
        shown = shown[:-1]
    return replace(results, results=shown)


def _terse(result: Result, passage: Snippet) -> Result:
    """Return a result with a shorter passage and without its names: articles can still be compared on 24 rows."""
    return replace(result, snippet=passage, article=replace(result.article, person=(), org=(), place=()))


def articles(results: Results, columns: int) -> list[Line]:
    """Return the lines of the articles of a page, below the line that counts the articles."""
    lines = wrap(line(heading(results)), columns)
    if results.other_names:
        lines += wrap(line(other_names(results), Style.QUIET), columns)
    if not results.total.count:
        return [*lines, *wrap(line(say("page.no_article_advice"), Style.QUIET), columns)]
    for result in results.results:
        lines += [EMPTY, *article(result, columns)]
    return lines


def heading(results: Results) -> str:
    """Return the number of articles that were found, and the ranks that the page shows.

    It is said how many articles are reprints: of all, on the page with the last result; of those shown, on the others.
    """
    total, together, shown = results.total.count, results.together, results.results
    if not total:
        return say("page.no_article")
    articles = say("page.articles" if results.total.exact else "page.articles_at_least", count=total)
    if results.relaxed:
        articles = say("page.relaxed", articles=articles)
    elif together is not None and together < total:
        articles = say("page.together", articles=articles, count=together)
    if results.last < total:
        articles = say("page.reprints", articles=articles, count=total - results.last)
    if not shown or len(shown) == results.last:
        return articles
    first, last = shown[0].rank, shown[-1].rank
    reprints = (
        sum(len(result.duplicates) for result in shown) if results.folded and results.stories is None else 0
    )
    if reprints:
        return say("page.ranks_and_reprints", articles=articles, first=first, last=last, count=reprints)
    return say("page.ranks", articles=articles, first=first, last=last)


def article(result: Result, columns: int) -> list[Line]:
    """Return the lines of an article: its source and date, its headline, its passage, its names."""
    article = result.article
    rank = f"{result.rank:>3}  "
    margin = " " * len(rank)
    date = article.date.isoformat() if article.date else say("page.undated")
    printed = f"{date:<10}  {clip(article.source, READABLE_COLUMNS // 2)}"
    head: Line = (Fragment(rank, Style.RANK), Fragment(printed))
    room = columns - line_width(head) - line_width(line(article.id))
    if room >= 2:
        lines = [(*head, Fragment(" " * room + article.id, Style.QUIET))]
    else:
        lines = wrap((*head, Fragment(f"  {article.id}", Style.QUIET)), columns, rest=margin)
    for text in _texts(result):
        lines += wrap(text, columns, margin, margin)
    names = _names(result, columns - len(margin))
    if names:
        lines.append((Fragment(margin), Fragment(names, Style.QUIET)))
    also = _also_in(_sources(result.article, result.duplicates), _ALSO_IN_ROWS * (columns - len(margin)))
    return [*lines, *wrap(line(also, Style.QUIET), columns, margin, margin)] if also else lines


def _sources(own: Article, duplicates: Sequence[Printing]) -> list[str]:
    """Return the other sources that printed an article, with their dates where these differ from its own."""
    return [_printed(name, dates, own.date) for name, dates in elsewhere(own, duplicates).items()]


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


def _texts(result: Result) -> list[Line]:
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
