"""Seasons, quarters and feasts, of a year or of every year, decades and centuries: `été 2023`, `T1 2024`, `années 1990`, `XIXe siècle`."""

from collections.abc import Sequence
from datetime import date

from search.language.days.calendar import full_year, whole_year
from search.language.days.cycle import Days, Meaning, each_year, months, unit
from search.language.days.feasts import christmas_holidays, feast, movable_feast
from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import Kind, Unit


def of_year(some: Sequence[Token], today: date) -> Meaning | None:
    """Return a season, a quarter or a feast, of a year or of every year."""
    first, *rest = some if some[0].kind != Kind.YEAR else [*some[1:], some[0]]
    of = _OF_YEAR.get(first.kind)
    if not of:
        return None
    value = first.value
    if not rest:
        return each_year(lambda year: of(value, year))
    if kinds(rest) == "Y-Y" and rest[2].value == rest[0].value + 1 and first.kind == Kind.MONTHS:
        if _is_of_two_years(value):
            return of(value, rest[0].value)  # the school year 2019-2020
        return of(value, rest[2].value) if value < 100 else None  # the winter of 2019-2020
    if first.kind == Kind.MONTHS and _is_of_two_years(value):
        return None  # the season 2020 may be of any two years
    year = _year(rest, today)
    return of(value, year) if year is not None else None


def _is_of_two_years(months: int) -> bool:
    return months % 100 == 12


def _year(some: Sequence[Token], today: date) -> int | None:
    if kinds(some) == Kind.NUMBER and len(some[0].text) == 2 and some[0].text.isdigit():
        return full_year(some[0].value, today)
    return whole_year(some, today)


def _months_of(value: int, year: int) -> Days | None:
    first, size = divmod(value, 100)
    return months(year * 12 + first - 1, size)


_OF_YEAR = {
    Kind.MONTHS: _months_of, Kind.FEAST: feast, Kind.MOVABLE_FEAST: movable_feast,
    Kind.HOLIDAYS: christmas_holidays,
}  # fmt: skip
"""The days of a year, by the kind of what is said and its value."""


def long_time(some: Sequence[Token], today: date) -> Days | None:
    """Return a decade, `années 1990`, `années 90`, `1990s`, or a century, `XIXe siècle`."""
    form = kinds(some)
    if form == "oU" and some[1].value == Unit.CENTURY:
        return months((some[0].value * 100 - 99) * 12, 1200)
    if (form in ("UY", "Un") and some[0].text == "annees") or (form == "UY" and some[0].value == Unit.DECADE):
        return _decade(some[1].value, today)
    return _decade(some[0].value, today) if form == Kind.DECADE else None


def _decade(year: int, today: date) -> Days | None:
    """Return ten years; of two digits, the latest decade that is over."""
    if year % 10:
        return None
    if year >= 100:
        return months(year * 12, 120)
    decade = unit(Unit.DECADE)
    over = decade.ended(today)[0].year
    return months((over - (over - year) % 100) * 12, 120)
