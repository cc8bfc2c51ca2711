"""The renderers of something wrong with an index."""

from collections.abc import Sequence

from index.check import Problem
from search.messages import say, sentence
from search.render import TEXT, Renderers
from search.render.lines import Line, line


def _text(problem: Problem, _: int) -> Sequence[Line]:
    """Return what is wrong, and what mends it."""
    said = (
        say("error.mended", what=problem.what, mend=problem.mend) if problem.mend else sentence(problem.what)
    )
    return [line(said)]


RENDERERS: Renderers = {TEXT: _text}
