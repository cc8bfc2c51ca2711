"""The page of an answer in the shell: a list that fills the screen, between the time above it and the facets below.

Each result is one line.  Where there are fewer results than rows, the first ones unfold: their passages, or all that is
known of them where all have room.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from corpus.records import replace
from index.engine import Sort
from index.names.aliases import Name
from search.counts.facets import Bucket
from search.counts.share import shares
from search.language import Tree
from search.messages import say
from search.render import choices
from search.render.clauses import clause_text
from search.render.lines import (
    EMPTY,
    Fragment,
    Line,
    Style,
    beside,
    cell_width,
    clip,
    clipped,
    line,
    marked,
    wrap,
)
from search.render.page import (
    GUTTER_COLUMNS,
    PANEL_COLUMNS,
    READABLE_COLUMNS,
    WIDE_COLUMNS,
    above,
    also_in,
    articles_columns,
    counted,
    found,
    names,
)
from search.render.panel import PANEL_VALUES
from search.render.rows import Grid, grid, row
from search.render.sparkline import max_bars, max_numbers, numbers, sparkline
from search.results import Result, Results
from search.snippet import ELLIPSIS, PASSAGE_CHARACTERS, Highlighter

ORDER_CODES = {
    Sort.RELEVANCE: "page.by_relevance",
    Sort.NEWEST: "page.newest_first",
    Sort.OLDEST: "page.oldest_first",
}
"""The codes of the names of the orders."""

_SEPARATOR = " · "

_PASSAGE_ROWS = 2
_CUT_COLUMNS = 12
"""Columns of a row of a passage that the words which do not fit at its ends leave free."""

_MIN_FILTER_COLUMNS = 12

_ROWS_FOR_STRIP = 4
"""Rows of the list and its facets for each line of facets: on a low screen the facets give way to the results."""


class View(NamedTuple):
    """What the shell shows of an answer.

    `printed` are the articles of each month in the whole index, `facets` the values to pick from, counted in the whole
    index if they are `of_corpus`, else in the answer.  `is_kept` says whether a value is among the filters.  `marks` are
    ids of articles.  A `plain` page draws nothing: it has numbers for bars.
    """

    results: Results
    order: Sort = Sort.RELEVANCE
    filters: tuple[Tree, ...] = ()
    printed: Mapping[str, int] = {}
    facets: Mapping[str, Sequence[Bucket]] = {}
    of_corpus: bool = False
    is_kept: Callable[[Name], bool] = lambda _: False
    marks: Sequence[str] = ()
    plain: bool = False


class Screenful(NamedTuple):
    """The results that a screen shows, the lines of the screen, and the value that each letter on it picks."""

    results: tuple[Result, ...]
    lines: list[Line]
    names: tuple[Name, ...] = ()


def screenful(view: View, columns: int, rows: int) -> Screenful:
    """Return as many results, at least one, as the rows hold with the time and the facets, and their page."""
    head = _head(view, columns)
    if not view.results.results:
        return Screenful((), head)
    arranged = _beside_panel if columns >= WIDE_COLUMNS else _above_strip
    while True:
        page = arranged(view, columns, rows - len(head))
        above = _head(view._replace(results=replace(view.results, results=page.results)), columns)
        if len(above) <= len(head):
            return page._replace(lines=[*above, *page.lines])
        head = above  # the ranks made the line longer


def _above_strip(view: View, columns: int, rows: int) -> Screenful:
    """Return the page of a narrow screen below its head: a line for each facet stands below the list."""
    facets = _telling(view)
    while len(facets) > max(0, rows // _ROWS_FOR_STRIP):
        facets.popitem()
    values = choices.strip(facets, columns, view.is_kept)
    below = [_counts_line(view, columns), *values.lines] if facets else []
    shown, listed = _results_list(view, columns, rows - len(below) - 1)
    has_room = below and 1 + len(listed) + 1 + len(below) <= rows
    return Screenful(shown, [EMPTY, *listed, *([EMPTY] if has_room else []), *below], values.names)


def _beside_panel(view: View, columns: int, rows: int) -> Screenful:
    """Return the page of a wide screen below its head: the facets stand beside the list."""
    facets = _telling(view)
    while facets and _panel_rows(facets) > rows - 1:
        facets.popitem()
    values = choices.panel(facets, PANEL_COLUMNS, view.is_kept)
    width = articles_columns(columns) if facets else min(READABLE_COLUMNS, columns)
    shown, listed = _results_list(view, width, rows - 1)
    side = [_counts_line(view, PANEL_COLUMNS), EMPTY, *values.lines] if facets else []
    return Screenful(shown, [EMPTY, *beside(listed, side, width + GUTTER_COLUMNS)], values.names)


def _telling(view: View) -> dict[str, Sequence[Bucket]]:
    """Return the facets that a letter can change the answer by: a value that not all articles have, or one that is kept."""
    total = view.results.total.count
    return {
        facet: values
        for facet, values in view.facets.items()
        if any(value.count != total or view.is_kept(Name(facet, value.value)) for value in values)
    }


def _panel_rows(facets: Mapping[str, Sequence[Bucket]]) -> int:
    """Return the rows of a panel and of the two lines above it."""
    return 1 + sum(2 + min(PANEL_VALUES, len(values)) for values in facets.values())


def _head(view: View, columns: int) -> list[Line]:
    """Return the lines above the list: the position, the other names of what was typed, the time."""
    results = view.results
    lines = above(results, _position(view, columns), columns)
    counts = {bucket.value: bucket.count for bucket in results.facets.get("month", ())}
    if not results.total.count or not counts:
        return lines
    if view.plain:
        return [*lines, *numbers(shares(counts, view.printed, max_numbers(columns)), columns)]
    return [*lines, *sparkline(shares(counts, view.printed, max_bars(columns)), columns)]


def _position(view: View, columns: int) -> str:
    """Return the ranks shown of how many articles, the order, and the filters if there is room for them."""
    results, shown = view.results, view.results.results
    if not results.total.count:
        return say("page.no_article")
    articles = counted(results)
    if shown and len(shown) < results.last:
        first, last = shown[0].rank, shown[-1].rank
        articles = (
            say("page.position_of_one", rank=first, articles=articles)
            if first == last
            else say("page.position", first=first, last=last, articles=articles)
        )
    text = _SEPARATOR.join((found(results, articles), say(ORDER_CODES[view.order])))
    filters = _SEPARATOR.join(map(clause_text, view.filters))
    room = columns - cell_width(text) - len(_SEPARATOR)
    return f"{text}{_SEPARATOR}{clip(filters, room)}" if filters and room >= _MIN_FILTER_COLUMNS else text


def _counts_line(view: View, columns: int) -> Line:
    """Return the line above the facets: what is counted, and what their letters do."""
    counts = say("page.in_all_articles" if view.of_corpus else "page.in_the_answer")
    text = say("page.counted_with_letters", counts=counts)
    return line(text if cell_width(text) <= columns else clip(counts, columns), Style.QUIET)


def _results_list(view: View, columns: int, rows: int) -> tuple[tuple[Result, ...], list[Line]]:
    """Return as many results, at least one, as the rows hold, and their lines; the first ones unfold if rows are left."""
    shown = view.results.results[: max(1, rows)]
    layout = grid(shown, columns)
    bodies = _bodies(view.results, shown, layout, max(0, rows - len(shown)))
    lines: list[Line] = []
    for number, result in enumerate(shown):
        body = bodies.get(number, [])
        title = Style.TITLE if body else Style.TEXT
        lines += [row(result, layout, is_marked=result.article.id in view.marks, title=title), *body]
    return shown, lines


def _bodies(results: Results, shown: Sequence[Result], layout: Grid, rows: int) -> dict[int, list[Line]]:
    """Return the lines below the rows that unfold, by the number of the row: whole if all have room, else short."""
    highlighter = Highlighter(results.asked)
    if rows >= len(shown) * _PASSAGE_ROWS:
        whole = [_whole(result, highlighter, layout) for result in shown]
        if sum(map(len, whole)) <= rows:
            return dict(enumerate(whole))
    bodies: dict[int, list[Line]] = {}
    for number, result in enumerate(shown):
        if rows < _PASSAGE_ROWS:
            break
        bodies[number] = short(result, highlighter, layout)
        rows -= len(bodies[number])
    return bodies


def _whole(result: Result, highlighter: Highlighter, layout: Grid) -> list[Line]:
    """Return the passage of an article, its names, the other sources that print it."""
    columns, margin = layout.columns, layout.margin
    passage = wrap(_passage(result, highlighter, PASSAGE_CHARACTERS), columns, margin, margin)
    return [*passage, *names(result, columns, margin), *also_in(result, columns, margin)]


def short(result: Result, highlighter: Highlighter, layout: Grid) -> list[Line]:
    """Return the passage of an article in two lines at most."""
    columns, margin = layout.columns, layout.margin
    room = _PASSAGE_ROWS * (columns - len(margin) - _CUT_COLUMNS)
    lines = wrap(_passage(result, highlighter, max(room, _CUT_COLUMNS)), columns, margin, margin)
    if len(lines) <= _PASSAGE_ROWS:
        return lines
    last = (*lines[_PASSAGE_ROWS - 1], Fragment(f" {ELLIPSIS}"))
    return [*lines[: _PASSAGE_ROWS - 1], clipped(last, columns)]


def _passage(result: Result, highlighter: Highlighter, width: int) -> Line:
    return marked(highlighter.passage(result.article.text, width))
