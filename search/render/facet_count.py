"""The renderers of the values of a facet."""

from collections import Counter
from collections.abc import Sequence

from corpus.message import message
from index.fields import BY_NAME
from search.counts.facets import TIME_FACETS
from search.messages import say
from search.render import SHELL, TEXT, Renderers
from search.render.inert import inert
from search.render.lines import EMPTY, Fragment, Line, Style, clip, line, wrap
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
    return [
        *lines,
        *numbered(_text(counted, columns - margin(len(counted.values)))),
        *_whole(counted, columns),
    ]


def _whole(counted: FacetCount, columns: int) -> list[Line]:
    """Return how to keep exactly the articles of a value, where its word stands in the name of another value too."""
    values = [inert(bucket.value) for bucket in counted.values]
    bearers = Counter(word for value in values for word in set(value.split()))
    shared = next((value for value in values if bearers[value] > 1), "")
    if not shared:
        return []
    field = BY_NAME[counted.facet].name
    hint = say("page.whole_name", name=f'{field}:"{shared}"', word=f"{field}:{shared}")
    return [EMPTY, *wrap(line(hint, Style.QUIET), columns)]


def _json(counted: FacetCount, _: int) -> str:
    from search.render import json

    return json.facet(counted.facet, counted.values)


def _csv(counted: FacetCount, _: int) -> str:
    from search.render import csv

    return csv.facet(counted.values)


RENDERERS: Renderers = {TEXT: _text, SHELL: _shell, "json": _json, "csv": _csv}
