"""The renderers of the companions of a query: its words, and its names."""

from collections.abc import Sequence
from itertools import chain

from search.messages import say
from search.render import TEXT, Renderers
from search.render.contrast import GUTTER_COLUMNS, Row, block, first_names, lifted, number
from search.render.lines import EMPTY, Line, Style, beside, line, wrap
from search.study.companions import Companion, Companions
from search.study.portrait import MAX_READ_ARTICLES, WORDS

_BESIDE_COLUMNS = 70
"""Columns from which on the names stand beside the words."""

_MAX_BLOCK_COLUMNS = 60
_MAX_COLUMNS = 2 * _MAX_BLOCK_COLUMNS + GUTTER_COLUMNS
"""Columns of a block and of a page at most: beyond, the eye loses the number of a name."""


def page(found: Companions, columns: int) -> list[Line]:
    """Return the page of the companions of a query in lines of `columns` columns at most."""
    head = say("contrast.articles_of", query=found.line, count=found.articles, total=found.total)
    lines = wrap(line(head, Style.TITLE), columns)
    if found.relaxed:
        lines += wrap(line(say("contrast.relaxed")), columns)
    if found.read == MAX_READ_ARTICLES < found.articles and found.of_kind.get(WORDS):
        lines += wrap(line(say("contrast.read", count=found.read), Style.QUIET), columns)
    words = found.of_kind.get(WORDS, ())
    names = first_names(found.of_kind)
    blocks = [(say("contrast.words"), words), (say("contrast.names"), names)]
    shown = [(title, companions) for title, companions in blocks if companions]
    if not shown:
        return [*lines, *wrap(line(say("contrast.nothing")), columns)]
    wide = min(columns, _MAX_COLUMNS)
    room = (wide - GUTTER_COLUMNS) // 2
    if len(shown) == 2 and wide >= _BESIDE_COLUMNS:
        left, right = (_block(title, companions, room) for title, companions in shown)
        return [*lines, EMPTY, *beside(left, right, room + GUTTER_COLUMNS)]
    return [
        *lines,
        *chain.from_iterable(
            [EMPTY, *_block(title, some, min(wide, _MAX_BLOCK_COLUMNS))] for title, some in shown
        ),
    ]


def _block(title: str, companions: Sequence[Companion], columns: int) -> list[Line]:
    heads = (say("contrast.here"), say("contrast.everywhere"), say("contrast.times"))
    rows = [
        Row(
            one.text,
            "" if one.kind == WORDS else one.kind,
            (number(one.articles), number(one.everywhere), lifted(one.lift)),
        )
        for one in companions
    ]
    return block(title, heads, rows, columns)


def _json(found: Companions, _: int) -> str:
    from search.render import json

    return json.written(
        {
            "version": json.FORMAT_VERSION,
            "query": found.line,
            "relaxed": found.relaxed,
            "count": found.articles,
            "total": found.total,
            "read": found.read,
            "companions": [
                {
                    "field": one.kind,
                    "value": one.text,
                    "count": one.articles,
                    "total": one.everywhere,
                    "lift": round(one.lift, 2),
                    "score": round(one.score, 2),
                }
                for one in chain.from_iterable(found.of_kind.values())
            ],
        }
    )


def _csv(found: Companions, _: int) -> str:
    from search.render import csv

    rows = (
        (one.kind, one.text, one.articles, one.everywhere, round(one.lift, 2), round(one.score, 2))
        for one in chain.from_iterable(found.of_kind.values())
    )
    return csv.written(("field", "value", "count", "total", "lift", "score"), rows)


RENDERERS: Renderers = {TEXT: page, "json": _json, "csv": _csv}
