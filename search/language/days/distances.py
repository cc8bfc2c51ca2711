"""Times that count from today: `hier`, `semaine`, `3 derniers mois`, `il y a trois semaines`."""

from collections.abc import Sequence
from datetime import date

from search.language.days.cycle import Days, moved, unit, until
from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import PLURALS, Kind, Unit

_UNITS_ALONE = (Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE)
"""The units that alone are a distance up to today: `semaine` is the last seven days."""


def eve(some: Sequence[Token], today: date) -> Days | None:
    """Return the day of `hier`, `aujourd'hui` or `après-demain`."""
    if kinds(some) != Kind.EVE:
        return None
    return (moved(today, some[0].value, Unit.DAY),) * 2


def is_unit_alone(some: Sequence[Token]) -> bool:
    """Return whether tokens are a unit that alone is a distance up to today."""
    return kinds(some) == Kind.UNIT and some[0].value in _UNITS_ALONE and some[0].text not in PLURALS


def distance(some: Sequence[Token], today: date) -> Days | None:
    """Return the days from a unit back until today: `semaine`, `mois`, `an`."""
    if kinds(some) == Kind.UNIT and some[0].value == Unit.WEEKEND and some[0].text not in PLURALS:
        return unit(Unit.WEEKEND).begun(today)
    return until(today, 1, Unit(some[0].value)) if is_unit_alone(some) else None


def so_far(some: Sequence[Token], today: date) -> Days | None:
    """Return the days of `year to date`: from the beginning of the year to today."""
    return (unit(Unit(some[0].value)).begun(today)[0], today) if kinds(some) == Kind.SO_FAR else None


def window(some: Sequence[Token], today: date) -> Days | None:
    """Return the days of `3 derniers mois`, until today, or of `3 prochains mois`, from tomorrow on."""
    said = [token for token in some if token.kind != Kind.THIS]
    if len(said) != 3:
        return None
    by_kind = {token.kind: token for token in said}
    if not {Kind.NUMBER, Kind.UNIT} < by_kind.keys():
        return None
    number, of = by_kind[Kind.NUMBER].value, Unit(by_kind[Kind.UNIT].value)
    if Kind.LAST in by_kind:
        if by_kind[Kind.LAST].value:
            return None  # `trois avant-derniers mois`
        return until(today, number, of)
    if Kind.NEXT in by_kind:
        return moved(today, 1, Unit.DAY), moved(today, number, of)
    return None


def ago(some: Sequence[Token], today: date) -> Days | None:
    """Return the day of `il y a 3 semaines` or `dans 3 semaines`; of years, the month, for nobody counts them to the day."""
    form = kinds(some)
    if form not in ("BnU", "nUA", "UA", "FnU") or (form == "FnU" and some[0].value):
        return None
    number = next((token.value for token in some if token.kind == Kind.NUMBER), 1)
    of = Unit(next(token.value for token in some if token.kind == Kind.UNIT))
    day = moved(today, number if form == "FnU" else -number, of)
    return unit(Unit.MONTH).begun(day) if of >= Unit.YEAR else (day, day)
