"""The renderers of the values of a facet."""

from collections.abc import Sequence

from corpus.message import message
from search.counts.facets import TIME_FACETS
from search.messages import say
from search.render import SHELL, TEXT, Renderers
from search.render.lines import Fragment, Line, Style, clip
from search.render.panel import field_label, margin, numbered, table
from search.results import FacetCount


def _text(counted: FacetCount, columns: int) -> Sequence[Line]:
    return table(counted.facet, counted.values, columns)


def _shell(counted: FacetCount, columns: int) -> Sequence[Line]:
    """Return the values below the name of their facet, with the numbers that a person types for names."""
    head = say(
        "page.facet_of",
        field=field_label(counted.facet),
        articles=message("page.articles", count=counted.answer.total.count),
        query=str(counted.answer.parsed),
    )
    lines = [(Fragment(clip(head, columns), Style.TITLE),)]
    if not counted.values or counted.facet in TIME_FACETS:
        return [*lines, *_text(counted, columns)]
    return [*lines, *numbered(_text(counted, columns - margin(len(counted.values))))]


def _json(counted: FacetCount, _: int) -> str:
    from search.render import json

    return json.facet(counted.facet, counted.values)


def _csv(counted: FacetCount, _: int) -> str:
    from search.render import csv

    return csv.facet(counted.values)


RENDERERS: Renderers = {TEXT: _text, SHELL: _shell, "json": _json, "csv": _csv}
