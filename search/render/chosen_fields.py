"""The renderers of a page of an answer with the fields that a person chose."""

from typing import TYPE_CHECKING

from corpus.records import record
from search.render import Renderers
from search.results import Results

if TYPE_CHECKING:
    from search.render.fields import OutputField  # most queries choose no field


@record
class ChosenFields:
    """A page of an answer, and the fields of it to write, in their order."""

    answer: Results
    fields: "tuple[OutputField, ...]"


def _json(chosen: ChosenFields, _: int) -> str:
    from search.render import json

    return json.results(chosen.answer, chosen.fields)


def _jsonl(chosen: ChosenFields, _: int) -> str:
    from search.render import json

    return "".join(json.lines(chosen.answer.results, chosen.fields))


def _csv(chosen: ChosenFields, _: int) -> str:
    from search.render import csv

    return csv.results(chosen.answer, chosen.fields)


def chosen(answer: Results, names: str) -> Results | ChosenFields:
    """Return a page with the fields that a person typed; as it is if the person typed none.

    Raises:
        SearchError: there is no such field.
    """
    if not names:
        return answer
    from search.render.fields import typed

    return ChosenFields(answer, typed(names))


RENDERERS: Renderers = {"json": _json, "jsonl": _jsonl, "csv": _csv}
DATA_FORMATS = tuple(RENDERERS)
"""The formats whose fields a person may choose."""
