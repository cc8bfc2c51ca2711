"""Parts of a period: its beginning, its nth unit, its first units: `mi-mars`, `1er trimestre 2024`, `six premiers mois de 2020`.

Each rule takes the tokens that count, and a function that returns the meaning of those that say the whole.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from search.language.days import cycle
from search.language.days.cycle import Cycle, Days, Meaning, half, nth, part, run
from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import PLURALS, Kind, Part, Unit

Meant: TypeAlias = Callable[[Sequence[Token]], Meaning | None]
"""From the tokens of the whole to its meaning; a unit alone is one of its cycle."""


def inside(found: Meaning | None, of: Callable[[Days], Days | None]) -> Meaning | None:
    """Return what `of` makes of a period, or of each period of a cycle."""
    if found is None:
        return None
    return found.each(of) if isinstance(found, Cycle) else of(found)


def part_of(some: Sequence[Token], meant: Meant) -> Meaning | None:
    """Return the beginning, the middle or the end of a period: `début 2024`, `mi-mars`, `fin de semaine`."""
    if some[0].kind != Kind.PART:
        return None
    which = Part(some[0].value)
    return inside(meant(some[1:]), lambda whole: part(which, whole))


def nth_of(some: Sequence[Token], meant: Meant) -> Meaning | None:
    """Return the first, second or last of a period: `1er trimestre 2024`, `dernier week-end de mars`."""
    if len(some) < 2:
        return None
    if kinds(some[:2]) == Kind.UNIT + Kind.NUMBER and some[0].value in (Unit.QUARTER, Unit.HALF):
        some = [some[1]._replace(kind=Kind.ORDINAL), some[0], *some[2:]]  # `trimestre 3`
    if some[0].kind not in (Kind.ORDINAL, Kind.LAST, Kind.NUMBER):
        return None
    number = some[0].value
    inner = some[1]
    if inner.kind == Kind.WEEKDAY:
        of = cycle.weekday(inner.value)
    elif inner.kind == Kind.UNIT and some[0].kind != Kind.NUMBER:
        of = cycle.unit(Unit(inner.value))
    else:
        return None
    rest = some[2:]
    if not rest:
        is_of_year = inner.kind == Kind.UNIT and inner.value in (Unit.QUARTER, Unit.HALF)
        return inside(cycle.unit(Unit.YEAR), lambda whole: nth(of, number, whole)) if is_of_year else None
    if inner.value == Unit.HALF and inner.kind == Kind.UNIT:
        return inside(meant(rest), lambda whole: half(number, whole))
    return inside(meant(rest), lambda whole: nth(of, number, whole))


def several_of(some: Sequence[Token], meant: Meant) -> Meaning | None:
    """Return the first or last units of a period: `les six premiers mois de 2020`, `premiers jours de mars`.

    Without a number they are its beginning or its end.
    """
    size = 3 if kinds(some[:3]) in ("noU", "onU", "nLU", "LnU") else 2
    if size == 2 and kinds(some[:2]) not in ("oU", "LU"):
        return None
    by_kind = {token.kind: token for token in some[:size]}
    which = by_kind.get(Kind.ORDINAL) or by_kind[Kind.LAST]
    if which.value not in (0, 1):
        return None
    inner, rest, is_last = by_kind[Kind.UNIT], some[size:], which.kind == Kind.LAST
    found = meant(rest) if rest else None
    if Kind.NUMBER not in by_kind:
        is_plural = inner.text in PLURALS or which.text in PLURALS
        end = Part.END if is_last else Part.BEGINNING
        return inside(found, lambda days: part(end, days)) if is_plural else None
    number, of = by_kind[Kind.NUMBER].value, Unit(inner.value)
    if not rest and not is_last and of in (Unit.MONTH, Unit.QUARTER, Unit.HALF):
        found = cycle.unit(Unit.YEAR)
    return inside(found, lambda days: run(cycle.unit(of), number, days, is_last=is_last))
