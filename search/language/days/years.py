"""Periods that a year is said of, or many years: `été 2023`, `T1 2024`, `Noël 2023`, `années 1990`, `XIXe siècle`."""

from collections.abc import Sequence
from datetime import MAXYEAR, date, timedelta

from search.language.days.calendar import full_year, whole_year
from search.language.days.cycle import Days, Meaning, day_of, each_year, months, unit
from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import Kind, Unit


def of_year(some: Sequence[Token], today: date) -> Meaning | None:
    """Return a season, a quarter or a feast, of a year or of every year."""
    first, *rest = some if some[0].kind != Kind.YEAR else [*some[1:], some[0]]
    of = {Kind.MONTHS: _months_of, Kind.FEAST: _feast_of, Kind.MOVABLE_FEAST: _movable_feast_of}.get(
        first.kind
    )
    if not of:
        return None
    value = first.value
    if not rest:
        return each_year(lambda year: of(value, year))
    if kinds(rest) == "Y-Y" and value < 100 and rest[2].value == rest[0].value + 1:
        return of(value, rest[2].value)  # the winter of 2019-2020
    year = _year(rest, today)
    return of(value, year) if year is not None else None


def _year(some: Sequence[Token], today: date) -> int | None:
    if kinds(some) == Kind.NUMBER and len(some[0].text) == 2 and some[0].text.isdigit():
        return full_year(some[0].value, today)
    return whole_year(some, today)


def _months_of(value: int, year: int) -> Days | None:
    first, size = divmod(value, 100)
    return months(year * 12 + first - 1, size)


def _feast_of(value: int, year: int) -> Days | None:
    return day_of(year, *divmod(value, 100))


def _movable_feast_of(value: int, year: int) -> Days | None:
    if not 1 <= year <= MAXYEAR:
        return None
    return (easter(year) + timedelta(value),) * 2


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    The rule is that of the anonymous correspondent of *Nature* (1876), as in Jean Meeus, *Astronomical Algorithms*, chapter 8.

    >>> easter(2021), easter(2024)
    (datetime.date(2021, 4, 4), datetime.date(2024, 3, 31))
    """
    golden = year % 19
    century, years = divmod(year, 100)
    leap_centuries, of_four = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leap_years, rest = divmod(years, 4)
    weekday = (32 + 2 * of_four + 2 * leap_years - epact - rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


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
