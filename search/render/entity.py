"""Entities, laid out: a list of them, the page of one."""

from collections.abc import Iterator, Sequence

from index.names.aliases import Aliases
from search.entities.page import Companion, EntityPage, Row, Variant
from search.render.lines import EMPTY, Fragment, Line, Style, clip, columns, line, wrap
from search.render.notices import counted
from search.render.panel import table

COMPANIONS = 12
"""Companions of a page: those of the first that are sure, and no more than one looks at."""

YOURS = 20
"""Lines of the aliases that are told, the last ones, and rows of a screen that one of them takes at most."""

GAP = 2
LEAST = 8
"""Columns between two columns, and those that a name has at least."""


def listing(rows: Sequence[Row], most: int) -> list[Line]:
    """Return a line for each entity: its field, its name, the number of its articles, the names merged into it.

    Where there is no room for all of it, the field is left out.
    """
    digits = max((len(f"{row.articles:,}") for row in rows), default=0) + GAP
    kinds = max((columns(row.value.field) for row in rows), default=0) + GAP
    if most - kinds - digits < LEAST:
        kinds = 0
    room = max(1, most - kinds - digits)
    widest = max((columns(clip(row.value.name, most)) for row in rows), default=0)
    names = min(widest, max(room * 2 // 3, min(room, LEAST)))
    return [_row(row, kinds, names, digits, room - names) for row in rows]


def _row(row: Row, kinds: int, names: int, digits: int, left: int) -> Line:
    """Return an entity in columns of these widths; what is `left` is for the names that are merged into it."""
    name = clip(row.value.name, names)
    told = f"{name}{' ' * (names - columns(name))}{row.articles:>{digits},}"
    others = ", ".join(_told(variant, row.value.field) for variant in row.variants if _differs(variant, row))
    also = f"{' ' * GAP}{clip(others, left - GAP)}" if others and left > LEAST else ""
    kind = f"{row.value.field:<{kinds}}" if kinds else ""
    return (Fragment(kind, Style.QUIET), Fragment(told), Fragment(also, Style.QUIET))


def yours(aliases: Aliases, most: int) -> list[Line]:
    """Return what the person decided, line by line, and the lines that decide nothing; no line where there is none."""
    told = [line(str(rule)) for rule in aliases.rules]
    told += [
        (Fragment(unread.strip()), Fragment(" (cannot be read)", Style.ERROR)) for unread in aliases.unread
    ]
    rules = [row for one in told[-YOURS:] for row in wrap(one, most, "  ", "    ")[:YOURS]]
    if len(told) > YOURS:
        rules.append(line(f"  and {len(told) - YOURS:,} more above them", Style.QUIET))
    return [EMPTY, *wrap(line("decided by you, in aliases.txt", Style.TITLE), most), *rules] if rules else []


def page(entity: EntityPage, most: int) -> list[Line]:
    """Return the page of an entity: its names, with whom it is named, and when."""
    dated = entity.dated
    dates = f", {dated[0]} to {dated[-1]}" if dated else ""
    lines = wrap(line(entity.value.name, Style.TITLE), most)
    told = f"{entity.value.field} · {counted(entity.articles, 'article')}{dates}"
    lines += wrap(line(told, Style.QUIET), most)
    for who, edited in (("in your aliases", True), ("in the articles", False)):
        names = [_told(one, entity.value.field) for one in entity.variants if one.edited is edited]
        if names:
            lines += wrap((Fragment(f"also {', '.join(names)} "), Fragment(f"({who})", Style.QUIET)), most)
    if entity.companions:
        lines += [EMPTY, line("named with", Style.TITLE), *_companions(entity.companions[:COMPANIONS], most)]
    if entity.days:
        lines += [EMPTY, line("when", Style.TITLE), *table("month", entity.timeline, most)]
    return lines


def _differs(variant: Variant, row: Row) -> bool:
    """Return whether a name is news: the same one, which the articles tell to be of this field, is none."""
    return variant.edited or variant.value.key.term != row.value.key.term


def _told(variant: Variant, field: str) -> str:
    """Return a name, with its field where this is not that of its entity."""
    return (
        variant.value.name if variant.value.field == field else f"{variant.value.field}:{variant.value.name}"
    )


def _companions(companions: Sequence[Companion], most: int) -> Iterator[Line]:
    lifts = [f"×{one.lift:.0f}" if one.lift >= 10 else f"×{one.lift:.1f}" for one in companions]
    last = max(map(len, lifts)) + 2
    rows = listing([Row(one.value, one.articles) for one in companions], most - last)
    for row, lift in zip(rows, lifts, strict=True):
        yield (*row, Fragment(f"{lift:>{last}}", Style.QUIET))
