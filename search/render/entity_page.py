"""The renderers of the page of an entity: its names, the entities that are named with it, its articles by month."""

from collections.abc import Iterator, Sequence

from search.entities.page import Companion, EntityPage, Row
from search.messages import say
from search.render import TEXT, Renderers
from search.render.contrast import lifted
from search.render.entity_list import listing, variant_name
from search.render.lines import EMPTY, Fragment, Line, Style, line, wrap
from search.render.panel import field_label, table

_MAX_COMPANIONS = 12
"""Companions on a page at most: as many as a person looks at."""


def page(entity: EntityPage, columns: int) -> list[Line]:
    """Return the page of an entity in lines of `columns` columns at most."""
    dated = entity.dated
    lines = wrap(line(entity.value.name, Style.TITLE), columns)
    articles = say("page.articles", count=entity.articles)
    dates = say("page.dates", articles=articles, first=dated[0], last=dated[-1]) if dated else articles
    lines += wrap(line(f"{field_label(entity.value.field)} · {dates}", Style.QUIET), columns)
    for who, edited in ((say("page.in_aliases"), True), (say("page.in_articles"), False)):
        names = [
            variant_name(variant, entity.value.field)
            for variant in entity.variants
            if variant.edited is edited
        ]
        if names:
            also = say("page.also", names=", ".join(names))
            lines += wrap((Fragment(f"{also} "), Fragment(f"({who})", Style.QUIET)), columns)
    if entity.companions:
        companions = _companions(entity.companions[:_MAX_COMPANIONS], columns)
        lines += [EMPTY, line(say("page.named_with"), Style.TITLE), *companions]
    if entity.days:
        lines += [EMPTY, line(say("page.when"), Style.TITLE), *table("month", entity.timeline, columns)]
    return lines


def _companions(companions: Sequence[Companion], columns: int) -> Iterator[Line]:
    lifts = [lifted(companion.lift) for companion in companions]
    last = max(map(len, lifts)) + 2
    rows = listing([Row(companion.value, companion.articles) for companion in companions], columns - last)
    for row, lift in zip(rows, lifts, strict=True):
        yield (*row, Fragment(f"{lift:>{last}}", Style.QUIET))


def _json(entity: EntityPage, _: int) -> str:
    from search.render import json

    return json.entity(entity)


RENDERERS: Renderers = {TEXT: page, "json": _json}
