"""The feasts that move with Easter."""

from datetime import date, timedelta


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


def movable(year: int, days: int) -> date | None:
    """Return the feast that falls some days after Easter Sunday (before, if negative); None outside the years 1 to 9999."""
    return easter(year) + timedelta(days) if 1 <= year <= 9999 else None
