"""The renderers of a list of entities."""

from collections.abc import Sequence

from index.names.aliases import Aliases
from search.entities.listing import EntityList
from search.entities.page import Row, Variant
from search.messages import say
from search.render import SHELL, TEXT, Renderers
from search.render.lines import EMPTY, Fragment, Line, Style, cell_width, clip, line, wrap
from search.render.panel import field_label, margin, numbered

_MAX_ALIAS_LINES = 20
"""Aliases that are shown at most, the last ones, and rows of a screen that an alias takes at most."""

_GAP_COLUMNS = 2
_MIN_NAME_COLUMNS = 8


def _text(listed: EntityList, columns: int) -> Sequence[Line]:
    return [*listing(listed.rows, columns), *decided(listed.aliases, columns)]


def _shell(listed: EntityList, columns: int) -> Sequence[Line]:
    """Return the list with the numbers that a person types, and the number of the entities that are left out."""
    lines = numbered(listing(listed.rows, columns - margin(len(listed.rows))))
    if listed.more:
        commands = ", ".join(say("page.facets_line", field=field) for field in listed.fields)
        more = say("page.more_entities", count=listed.more, commands=commands)
        lines += wrap(line(more, Style.QUIET), columns)
    if not listed.rows:
        fields = ", ".join(map(field_label, listed.fields))
        lines = wrap(line(say("command.no_entity", fields=fields)), columns)
    return [*lines, *decided(listed.aliases, columns)]


def listing(rows: Sequence[Row], columns: int) -> list[Line]:
    """Return a line for each entity: its field, its name, the number of its articles, the names merged into it.

    The field is left out if there is no room for all of the line.
    """
    digits = max((len(_number(row.articles)) for row in rows), default=0) + _GAP_COLUMNS
    fields = max((cell_width(field_label(row.value.field)) for row in rows), default=0) + _GAP_COLUMNS
    if columns - fields - digits < _MIN_NAME_COLUMNS:
        fields = 0
    room = max(1, columns - fields - digits)
    widest = max((cell_width(clip(row.value.name, columns)) for row in rows), default=0)
    names = min(widest, max(room * 2 // 3, min(room, _MIN_NAME_COLUMNS)))
    return [_row(row, fields, names, digits, room - names) for row in rows]


def _row(row: Row, fields: int, names: int, digits: int, left: int) -> Line:
    """Return an entity in columns of these widths; the names that are merged into it have the columns that are `left`."""
    name = clip(row.value.name, names)
    counted = f"{name}{' ' * (names - cell_width(name))}{_number(row.articles):>{digits}}"
    others = ", ".join(
        variant_name(variant, row.value.field) for variant in row.variants if _differs(variant, row)
    )
    also = (
        f"{' ' * _GAP_COLUMNS}{clip(others, left - _GAP_COLUMNS)}"
        if others and left > _MIN_NAME_COLUMNS
        else ""
    )
    field = f"{field_label(row.value.field):<{fields}}" if fields else ""
    return (Fragment(field, Style.QUIET), Fragment(counted), Fragment(also, Style.QUIET))


def decided(aliases: Aliases, columns: int) -> list[Line]:
    """Return the decisions of the person, line by line, and the lines that are not rules; nothing if there is no line."""
    rules = [line(str(rule)) for rule in aliases.rules]
    rules += [
        (Fragment(unread.strip()), Fragment(f" {say('page.unread_alias')}", Style.ERROR))
        for unread in aliases.unread
    ]
    rows = [
        row
        for rule in rules[-_MAX_ALIAS_LINES:]
        for row in wrap(rule, columns, "  ", "    ")[:_MAX_ALIAS_LINES]
    ]
    if len(rules) > _MAX_ALIAS_LINES:
        more = say("page.more_aliases", count=len(rules) - _MAX_ALIAS_LINES)
        rows.append(line(f"  {more}", Style.QUIET))
    return [EMPTY, *wrap(line(say("page.decided"), Style.TITLE), columns), *rows] if rows else []


def variant_name(variant: Variant, field: str) -> str:
    """Return a name, with its field if its entity has another field."""
    return (
        variant.value.name if variant.value.field == field else f"{variant.value.field}:{variant.value.name}"
    )


def _differs(variant: Variant, row: Row) -> bool:
    """Return whether a name is new to the reader: the name of the entity in another field is not."""
    return variant.edited or variant.value.key.term != row.value.key.term


def _number(articles: int) -> str:
    return say("page.number", number=articles)


def _json(listed: EntityList, _: int) -> str:
    from search.render import json

    return json.entities(listed.rows, listed.aliases)


def _csv(listed: EntityList, _: int) -> str:
    from search.render import csv

    return csv.entities(listed.rows)


RENDERERS: Renderers = {TEXT: _text, SHELL: _shell, "json": _json, "csv": _csv}
