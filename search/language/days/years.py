"""Periods that a year is said of, or many years: `été 2023`, `T1 2024`, `Noël 2023`, `années 1990`, `XIXe siècle`."""

from collections.abc import Sequence
from datetime import MAXYEAR, date, timedelta

from search.language.days.calendar import full_year, whole_year
from search.language.days.cycle import Days, Meaning, day_of, each_year, months, nth, unit, weekday
from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import Kind, Unit

_FIRST_OF_WEEKDAYS = 1000
"""The first value of a feast that moves with the weekdays."""

_MOTHERS_DAY = 5060
"""The last Sunday of May, but the first of June where that is Pentecost (Code de l'action sociale et des familles, D215-1)."""


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


def _feast_of(value: int, year: int) -> Days | None:
    return day_of(year, *divmod(value, 100))


def _movable_feast_of(value: int, year: int) -> Days | None:
    if not 1 <= year <= MAXYEAR:
        return None
    if value < _FIRST_OF_WEEKDAYS:
        return (easter(year) + timedelta(value),) * 2
    month, of_month = divmod(value, 1000)
    whole = months(year * 12 + month - 1, 1)
    day = nth(weekday(of_month // 10), of_month % 10, whole) if whole else None
    if day and value == _MOTHERS_DAY and day[0] == easter(year) + timedelta(49):
        return (day[0] + timedelta(7),) * 2
    return day


def _christmas_holidays_of(_: int, year: int) -> Days | None:
    """Return the holidays of French schools at Christmas: 16 days from the Saturday of 17 to 23 December on.

    So they were in the school years 2019 to 2024 (ministère de l'Éducation nationale, calendrier scolaire).
    """
    if not 1 <= year < MAXYEAR:
        return None
    saturday = weekday(5).coming(date(year, 12, 17))[0]
    return saturday, saturday + timedelta(15)


_OF_YEAR = {
    Kind.MONTHS: _months_of, Kind.FEAST: _feast_of, Kind.MOVABLE_FEAST: _movable_feast_of,
    Kind.HOLIDAYS: _christmas_holidays_of,
}  # fmt: skip


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
