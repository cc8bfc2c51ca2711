"""The renderers of the first values of several facets."""

from collections.abc import Sequence

from search.render import TEXT, Renderers
from search.render.lines import Line
from search.render.panel import panel
from search.results import FacetPanel


def _text(first: FacetPanel, columns: int) -> Sequence[Line]:
    return panel(first.facets, columns)


RENDERERS: Renderers = {TEXT: _text}
