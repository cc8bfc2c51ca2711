"""A date of the calendar, whole or in part: `lundi 2 mars 2020`, `2 mars`, `mars 2020`, `lundi`, `le 3`."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from corpus.months import WEEKDAY_NAMES
from search.language.days import cycle
from search.language.days.cycle import Cycle, Days, day_of, months
from search.language.days.error import DateError, type_instead
from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import Kind

_DAY, _MONTH, _YEAR, _SHORT_YEAR = "d", "m", "y", "s"

_FORMS = {
    "n": "d", "M": "m", "Y": "y", "nM": "dm", "Mn": "md", "MY": "my", "YM": "ym", "My": "ms",
    "nMY": "dmy", "nMy": "dms", "nMn": "dms", "MnY": "mdy", "YMn": "ymd", "YnM": "ydm",
    "nn": "dm", "nY": "my", "Yn": "ym", "nnY": "dmy", "nnn": "dms", "Ynn": "ymd",
}  # fmt: skip
"""The parts of a date by the kinds of its tokens: 2 mars 2020, mars 2020, March 2, 2 3 2020."""

_DIGITS_ALONE = {"nn", "nY", "Yn", "nnY", "nnn", "Ynn"}
"""The forms whose month is a number: `2 3 2020` is a date, `deux trois` is not."""

_YEARS_AHEAD = 10
"""Years from now on that two digits may mean: `20/02/31` is of 2031 in 2026, `mai 68` of 1968."""


class Calendar(NamedTuple):
    """The parts of a date that are said; `day_name` is the token of a weekday."""

    day_name: Token | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None


def calendar(some: Sequence[Token], today: date) -> Calendar | None:
    """Return the parts of a date; None if the tokens are not a date.

    Raises:
        DateError: there is no such month or year.
    """
    names = [token for token in some if token.kind == Kind.WEEKDAY]
    rest = [token for token in some if token.kind != Kind.WEEKDAY]
    if len(names) > 1 or (names and names[0] not in (some[0], some[-1])):
        return None
    form = kinds(rest).replace(Kind.ORDINAL, Kind.NUMBER)
    fields = _FORMS.get(form, "")
    if form in _DIGITS_ALONE and not all(token.text[0].isdigit() for token in rest):
        return None
    if form == "Mn" and rest[1].value > 31 and rest[1].text[0].isdigit():
        fields = "ms"  # `mai 68`
    if not (fields or names) or (names and rest and _DAY not in fields):
        return None
    return _checked(Calendar(names[0] if names else None), dict(zip(fields, rest, strict=True)), today)


def is_day(found: Calendar) -> bool:
    """Return whether the parts are of a day, not of a month or a year."""
    return found.day is not None or found.day_name is not None


def days(found: Calendar) -> Days | Cycle:
    """Return the days of a date whose year is said; else the cycle in which they come again.

    Raises:
        DateError: there is no such day, or it has another weekday.
    """
    if found.year is None:
        return _cycle(found)
    if found.month is None:
        return date(found.year, 1, 1), date(found.year, 12, 31)
    if found.day is None:
        return _month(found.year, found.month)
    day = day_of(found.year, found.month, found.day)
    if not day:
        raise DateError("query.no_day_in_month", month=f"{found.year}-{found.month:02}", day=found.day)
    check_weekday(found, day[0])
    return day


def check_weekday(found: Calendar, day: date) -> None:
    """Check that a day has the weekday that is said.

    Raises:
        DateError: it has another weekday.
    """
    if found.day_name and not _has_name(day, found.day_name):
        raise _wrong_weekday(found.day_name, day)


def whole_year(some: Sequence[Token], today: date) -> int | None:
    """Return the year of a token that says a year and no more."""
    found = calendar(some, today)
    return found.year if found and found == Calendar(year=found.year) else None


def full_year(digits: int, today: date) -> int:
    """Return the year that two digits mean: the latest one, at most ten years from now.

    >>> full_year(68, date(2025, 12, 5)), full_year(20, date(2025, 12, 5))
    (1968, 2020)
    """
    last = min(today.year + _YEARS_AHEAD, 9999)
    return last - (last - digits) % 100


def _checked(found: Calendar, fields: dict[str, Token], today: date) -> Calendar:
    day, month, year = (fields[name].value if name in fields else None for name in (_DAY, _MONTH, _YEAR))
    if _SHORT_YEAR in fields:
        if len(fields[_SHORT_YEAR].text) != 2 and fields[_SHORT_YEAR].text[0].isdigit():
            raise DateError("query.not_a_date", text=" ".join(token.text for token in fields.values()))
        year = full_year(fields[_SHORT_YEAR].value, today)
    if month is not None and not 1 <= month <= 12:
        raise DateError("query.no_month", month=month)
    if year is not None and year < 1:
        raise DateError("query.no_year_zero")
    longest = 31 if month is None else _month(2000, month)[1].day  # 2000 has a 29 February
    if day is not None and not 1 <= day <= longest:
        shown = "" if month is None else fields[_MONTH].text
        if year is not None:
            shown = f"{year}-{month:02}"
        raise (
            DateError("query.no_day_in_month", month=shown, day=day)
            if shown
            else DateError("query.no_day", day=day)
        )
    return found._replace(day=day, month=month, year=year)


def _cycle(found: Calendar) -> Cycle:
    day_name, day, month, _ = found
    if day is None:
        if day_name:
            return cycle.weekday(day_name.value)
        return cycle.each_year(lambda year: months(year * 12 + (month or 1) - 1, 1))

    def _named(days: Days | None) -> Days | None:
        return days if days and (not day_name or _has_name(days[0], day_name)) else None

    if month is None:
        return cycle.each_month(lambda year, month: _named(day_of(year, month, day)))
    return cycle.each_year(lambda year: _named(day_of(year, month, day)))


def _month(year: int, month: int) -> Days:
    last = date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1)
    return last.replace(day=1), last


def _has_name(day: date, name: Token) -> bool:
    return day.weekday() == name.value


def _wrong_weekday(name: Token, day: date) -> DateError:
    """Return the error for a day that has another weekday; its example is the right one, in the language of the name."""
    language = next(of for of, weekdays in WEEKDAY_NAMES.items() if name.text in weekdays[name.value].split())
    right, *_ = WEEKDAY_NAMES[language][day.weekday()].split()
    return DateError("query.wrong_weekday", day=day.isoformat(), weekday=name.text, mend=type_instead(right))
