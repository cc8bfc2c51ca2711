"""A page of an answer, laid out: how many articles, each one's headline and passage, the facets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus import Found
from search.facets import Bucket
from search.render.lines import (
    CUT,
    EMPTY,
    Fragment,
    Line,
    Style,
    beside,
    clip,
    line,
    marked,
    part,
    width,
    wrap,
)
from search.render.panel import panel, strip
from search.results import Result, Results
from search.snippet import Highlighter, Snippet

READABLE = 100
"""Columns of running text at most, however wide the terminal: beyond, the eye misses the next line."""

PANEL = 34
GUTTER = 3
WIDE = 110
"""Columns of the facets, those between them and the articles, and from how many on they stand side by side."""

LOW = 28
"""Rows below which articles are told tersely: three of them and the facets on a terminal of 24, where they were two."""

ROOM = 10
"""Rows that an article needs under the line that counts them: the facets give way to it."""

MARGIN = 24
"""Columns of two lines that a passage leaves to their margins and to the words that do not fit at their ends."""

NAMES = 3
"""Persons, organisations and places of an article that are told at most, of each."""


def page(results: Results, most: int = 80) -> list[Line]:
    """Return a page in lines of at most `most` columns."""
    room = _room(results.facets, most)
    told, facets = articles(results, room), results.facets
    if not facets:
        return told
    if most < WIDE:
        return [*told, EMPTY, *panel(facets, most)]
    return beside(told, [EMPTY, EMPTY, *panel(facets, PANEL)], room + GUTTER)


def _room(facets: Mapping[str, Sequence[Bucket]], most: int) -> int:
    """Return how many columns the articles have."""
    return min(READABLE, most - PANEL - GUTTER if facets and most >= WIDE else most)


def screenful(results: Results, most: int, rows: int) -> tuple[Results, list[Line]]:
    """Return as many of the articles, one at least, and of the facets as so many rows hold, and these laid out.

    The facets stand beside the articles where the screen is wide, and in a line each below them where it is not.
    """
    if most >= WIDE:
        facets = dict(results.facets)
        while facets and len(panel(facets, PANEL)) + 2 > rows:
            facets.popitem()
        told = _fitting(replace(results, facets=facets), most, rows)
        lines = page(told, most)
    else:
        below = [EMPTY, *strip(results.facets, most)] if results.results and results.facets else []
        below = below if rows - len(below) >= ROOM else []
        told = _fitting(replace(results, facets={}), most, rows - len(below))
        lines = [*articles(told, most), *below]
    return replace(results, results=results.results[: len(told.results)]), lines


def _fitting(results: Results, most: int, rows: int) -> Results:
    """Return as many of the articles as so many rows hold, one at least; terse where the rows are few."""
    shown, room = results.results, _room(results.facets, most)
    if rows < LOW:
        passage = Highlighter(results.asked).passage
        shown = tuple(_terse(result, passage(result.article.text, 2 * most - MARGIN)) for result in shown)
    while len(shown) > 1 and len(articles(replace(results, results=shown), room)) > rows:
        shown = shown[:-1]
    return replace(results, results=shown)


def _terse(result: Result, passage: Snippet) -> Result:
    """Return a result with a shorter passage and without its names: articles can still be compared on 24 rows."""
    return replace(result, snippet=passage, article=replace(result.article, person=(), org=(), place=()))


def articles(results: Results, most: int) -> list[Line]:
    """Return the articles of a page, under the line that counts them."""
    lines = wrap(line(heading(results)), most)
    if not results.total.count:
        advice = "Type fewer words or other ones; ~ after a word finds spellings close by."
        return [*lines, *wrap(line(advice, Style.QUIET), most)]
    shown = {result.article.id for result in results.results}
    for result in results.results:
        elsewhere = tuple(twin for twin in result.duplicates if twin.id not in shown)
        lines += [EMPTY, *article(replace(result, duplicates=elsewhere), most)]
    return lines


def heading(results: Results) -> str:
    """Return how many articles were found, and which of them these are."""
    total, together, shown = results.total.count, results.together, results.results
    if not total:
        return "no article"
    bound = "" if results.total.exact else "at least "
    if results.relaxed:
        have = "have" if total > 1 else "has"
        found = f"no article has these words together; {bound}{total:,} {have} some of them"
    else:
        found = f"{bound}{total:,} article{'s' if total > 1 else ''}"
        if together is not None and together < total:
            found += f", {together:,} with all of these words"
    if not shown or len(shown) == total:
        return found
    return f"{found} ({shown[0].rank} to {shown[-1].rank})"


def article(result: Result, most: int) -> list[Line]:
    """Return an article of a page: where and when it was printed, its headline, its passage, who is in it."""
    told = result.article
    rank = f"{result.rank:>3}  "
    margin = " " * len(rank)
    date = told.date.isoformat() if told.date else "undated   "
    printed = f"{date}  {clip(told.source, READABLE // 2)}"
    head: Line = (Fragment(rank, Style.RANK), Fragment(printed))
    room = most - width(head) - width(line(told.id))
    if room >= 2:
        lines = [(*head, Fragment(" " * room + told.id, Style.QUIET))]
    else:
        lines = wrap((*head, Fragment(f"  {told.id}", Style.QUIET)), most, rest=margin)
    for text in _texts(result):
        lines += wrap(text, most, margin, margin)
    names = _names(result, most - len(margin))
    if names:
        lines.append((Fragment(margin), Fragment(names, Style.QUIET)))
    if result.duplicates:
        lines += wrap(line(_duplicates(result), Style.QUIET), most, margin, margin)
    return lines


def _duplicates(result: Result) -> str:
    """Return where else the same story was printed."""
    told = [f"{twin.source or twin.path} ({twin.id})" for twin in result.duplicates[:NAMES]]
    more = len(result.duplicates) - len(told)
    return "also in " + ", ".join(told) + (f" and {more} more" if more else "")


def _texts(result: Result) -> list[Line]:
    """Return the headline and the passage; in one where the headline is only the start of the passage."""
    cut = result.title.text.rstrip(CUT)
    if result.article.title_found is Found.TEXT and result.snippet.text.startswith(cut):
        head = part(marked(result.snippet, Style.TITLE, Style.TITLE_MATCH), 0, len(cut))
        return [(*head, *part(marked(result.snippet), len(cut), len(result.snippet.text)))]
    return [marked(result.title, Style.TITLE, Style.TITLE_MATCH), marked(result.snippet)]


def _names(result: Result, most: int) -> str:
    """Return the persons, organisations and places of an article that one line holds."""
    found = (result.article.person, result.article.org, result.article.place)
    for number in range(NAMES, 0, -1):
        told = " · ".join(", ".join(names[:number]) for names in found if names)
        if width(line(told)) <= most:
            return told
    return clip(told, most)
