"""The renderers of the lines that recur and are left out of an index."""

from collections.abc import Sequence

from search.messages import say
from search.overview import RecurringLines
from search.render import TEXT, Renderers
from search.render.counted import MARGIN_COLUMNS, counted
from search.render.lines import Line, wrap


def _text(left_out: RecurringLines, columns: int) -> Sequence[Line]:
    rows = (counted(one.articles, _said(one.source, one.line)) for one in left_out.lines)
    return [wrapped for row in rows for wrapped in wrap(row, columns, rest=" " * MARGIN_COLUMNS)]


def _said(source: str, recurring: str) -> str:
    return say("page.line_of_source", source=source, line=recurring) if source else recurring


RENDERERS: Renderers = {TEXT: _text}
