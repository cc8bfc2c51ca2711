"""The days of a feast, and the holidays, of a year: `Noël`, `Pâques`, `fête des mères`, `Thanksgiving`, `vacances de Noël`."""

from datetime import MAXYEAR, date, timedelta

from search.language.days.cycle import Days, day_of, months, nth, weekday

_FIRST_OF_WEEKDAYS = 1000
"""The first value of a feast that moves with the weekdays."""

_MOTHERS_DAY = 5060
"""The last Sunday of May, but the first of June where that is Pentecost (Code de l'action sociale et des familles, D215-1)."""


def feast(value: int, year: int) -> Days | None:
    """Return the day of a feast that is on the same day every year, by its value in the vocabulary (`Kind.FEAST`)."""
    return day_of(year, *divmod(value, 100))


def movable_feast(value: int, year: int) -> Days | None:
    """Return the day of a feast that moves with Easter or with the weekdays, by its value (`Kind.MOVABLE_FEAST`)."""
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


def christmas_holidays(_: int, year: int) -> Days | None:
    """Return the holidays of French schools at Christmas: 16 days from the Saturday of 17 to 23 December on.

    So they were in the school years 2019 to 2024 (ministère de l'Éducation nationale, calendrier scolaire).
    """
    if not 1 <= year < MAXYEAR:
        return None
    saturday = weekday(5).coming(date(year, 12, 17))[0]
    return saturday, saturday + timedelta(15)


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
