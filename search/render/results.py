"""The renderers of a page of an answer."""

from collections.abc import Sequence

from search.render import TEXT, Renderers
from search.render.inert import inert
from search.render.lines import Line
from search.results import Results


def _text(results: Results, columns: int) -> Sequence[Line]:
    from search.render.page import page

    return page(results, columns)


def _json(results: Results, _: int) -> str:
    from search.render import json

    return json.results(results)


def _jsonl(results: Results, _: int) -> str:
    from search.render import json

    return "".join(json.lines(results.results))


def _csv(results: Results, _: int) -> str:
    from search.render import csv

    return csv.results(results)


def _bibtex(results: Results, _: int) -> str:
    from search.render import bibtex

    return bibtex.entries((result.article, result.kept) for result in results.results)


def _ids(results: Results, _: int) -> str:
    return "".join(f"{inert(result.article.id)}\n" for result in results.results)


RENDERERS: Renderers = {
    TEXT: _text,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "bibtex": _bibtex,
    "ids": _ids,
}
