"""The renderers of the lines that recur and are left out of an index."""

from collections.abc import Sequence

from search.messages import say
from search.overview import RecurringLines
from search.render import TEXT, Renderers
from search.render.lines import Line, line, wrap

_MARGIN = " " * 11


def _text(left_out: RecurringLines, columns: int) -> Sequence[Line]:
    rows = (
        line(f"  {say('page.number', number=one.articles):>7}  {_said(one.source, one.line)}")
        for one in left_out.lines
    )
    return [wrapped for row in rows for wrapped in wrap(row, columns, rest=_MARGIN)]


def _said(source: str, recurring: str) -> str:
    return say("page.line_of_source", source=source, line=recurring) if source else recurring


RENDERERS: Renderers = {TEXT: _text}
