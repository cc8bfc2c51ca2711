"""The renderers of a problem of an index."""

from collections.abc import Sequence

from index.check import Problem
from search.render import TEXT, Renderers
from search.render.error import mended
from search.render.lines import Line, line


def _text(problem: Problem, _: int) -> Sequence[Line]:
    """Return what is wrong, and what mends it."""
    return [line(mended(problem.what, problem.mend))]


RENDERERS: Renderers = {TEXT: _text}
