"""The renderers of the comparison of two answers: what sets each of them apart, side by side."""

from collections.abc import Iterator
from itertools import chain

from search.messages import say
from search.render import TEXT, Renderers
from search.render.contrast import GUTTER_COLUMNS, Row, block, first_names, number
from search.render.lines import EMPTY, Line, Style, beside, line, wrap
from search.study.comparison import Comparison, Distinction, Side
from search.study.portrait import MAX_READ_ARTICLES, WORDS

_BESIDE_COLUMNS = 56
"""Columns from which on the two answers stand side by side."""

_MAX_COLUMNS = 100
"""Columns of a page at most: beyond, the eye loses the number of a name."""


def page(compared: Comparison, columns: int) -> list[Line]:
    """Return the page of a comparison in lines of `columns` columns at most."""
    first, second = compared.sides
    lines = wrap(line(say("contrast.both", count=compared.both), Style.QUIET), columns)
    if any(side.read == MAX_READ_ARTICLES < side.articles for side in compared.sides):
        read = say("contrast.read_two", first=first.read, second=second.read)
        lines += wrap(line(read, Style.QUIET), columns)
    if not any(chain.from_iterable(side.of_kind.values() for side in compared.sides)):
        first_rows = [row for side in compared.sides for row in _head(side, columns)]
        return [*first_rows, *lines, *wrap(line(say("contrast.nothing_between")), columns)]
    wide = min(columns, _MAX_COLUMNS)
    if wide < _BESIDE_COLUMNS:
        parts: Iterator[list[Line]] = chain(_parts(first, wide), _parts(second, wide))
    else:
        room = (wide - GUTTER_COLUMNS) // 2
        pairs = zip(_parts(first, room), _parts(second, room), strict=True)
        parts = (beside(left, right, room + GUTTER_COLUMNS) for left, right in pairs)
    return [*lines, *chain.from_iterable([EMPTY, *part] for part in parts if part)]


def _parts(side: Side, columns: int) -> Iterator[list[Line]]:
    """Yield the lines of an answer: its head, its words, its names; no line for what it has not."""
    yield _head(side, columns)
    heads = (say("contrast.here"), say("contrast.other"))
    words, names = side.of_kind.get(WORDS, ()), first_names(side.of_kind)
    for title, some in ((say("contrast.words"), words), (say("contrast.names"), names)):
        yield block(title, heads, list(map(_row, some)), columns) if some else []


def _head(side: Side, columns: int) -> list[Line]:
    lines = wrap(line(say("contrast.answer", query=side.line, count=side.articles), Style.TITLE), columns)
    return [*lines, *wrap(line(say("contrast.relaxed")), columns)] if side.relaxed else lines


def _row(one: Distinction) -> Row:
    return Row(one.text, "" if one.kind == WORDS else one.kind, (number(one.here), number(one.there)))


def _json(compared: Comparison, _: int) -> str:
    from search.render import json

    return json.written(
        {
            "version": json.FORMAT_VERSION,
            "both": compared.both,
            "answers": [
                {
                    "query": side.line,
                    "relaxed": side.relaxed,
                    "count": side.articles,
                    "read": side.read,
                    "distinctions": [
                        {
                            "field": one.kind,
                            "value": one.text,
                            "count": one.here,
                            "other": one.there,
                            "score": round(one.score, 2),
                        }
                        for one in chain.from_iterable(side.of_kind.values())
                    ],
                }
                for side in compared.sides
            ],
        }
    )


def _csv(compared: Comparison, _: int) -> str:
    from search.render import csv

    rows = (
        (side.line, one.kind, one.text, one.here, one.there, round(one.score, 2))
        for side in compared.sides
        for one in chain.from_iterable(side.of_kind.values())
    )
    return csv.written(("query", "field", "value", "count", "other", "score"), rows)


RENDERERS: Renderers = {TEXT: page, "json": _json, "csv": _csv}
