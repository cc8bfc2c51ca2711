"""From an expression of time, `2025-11`, `lundi dernier` or `>=2025`, to its first and last day."""

import re
from datetime import date, timedelta

from corpus.message import Message
from search.language.days.cycle import Days, EmptyCycleError, until
from search.language.days.distances import is_unit_alone
from search.language.days.error import (
    TYPE_A_DATE,
    TYPE_A_DAY,
    DateError,
    as_typed,
    cut,
    mended,
    not_a_date,
    type_instead,
)
from search.language.days.ranges import BOUNDS, span
from search.language.days.tokens import folded, tokens
from search.language.days.vocabulary import Kind, Unit
from search.language.lex import plain

_UNDATED = (0, 0)
"""The bounds of the articles that have no date."""

_NO_DATE = ("none", "aucune", "sans", "sans date", "undated")

_LONG_AGO_AND_LATER = (date(1000, 1, 1), date(9000, 1, 1))
"""Two days between which every person lives: a range that is reversed on both is reversed on every day."""

_TYPED = ("text", "first", "second")
"""The values of an error that were typed."""

_MAX_TOKENS = 24
"""Tokens of an expression: twice those of `du samedi 28 février 2020 au dimanche 1er mars 2020 à 18h`."""

_COMPARISON = re.compile(r"(>=|<=|>|<|=)\s*(.*)")
_DISTANCE = re.compile(
    r"(?!(?:[0-9]{4}|[6-9]0) ?s\Z)"
    r"([0-9]{1,5}) ?(j|d|s|w|m|a|y|jours?|days?|semaines?|weeks?|mois|months?|ans?|annees?|years?)|"
    r"(2[4-9]|[3-9][0-9]|[1-9][0-9]{2,4}) ?(heures|hours)"
)
"""A number and a unit, of which the first letter counts; fewer hours than 24 are a time of day.

`12s` is twelve weeks.  `1990s` is a decade, and so are `60s` to `90s`, more weeks than a year has.
"""

_UNITS = {
    "j": Unit.DAY, "d": Unit.DAY, "s": Unit.WEEK, "w": Unit.WEEK, "m": Unit.MONTH, "a": Unit.YEAR, "y": Unit.YEAR,
    "h": Unit.HOUR,
}  # fmt: skip


def period(expression: str, today: date) -> tuple[int, int]:
    """Return the first and the last day of an expression as numbers, yyyymmdd; both are 0 for undated articles.

    A distance counts back from `today`, its last day (`7j` has seven days); as an end of a range it is its first day.  Where a year, a month or
    a week is not said, the period is the nearest one that has begun: a newspaper is of the past.

    Raises:
        DateError: a day does not exist, a range ends before it begins, or the expression is not a date.

    >>> period("nov. 2025", date(2025, 12, 5)), period(">2024", date(2025, 12, 5))
    ((20251101, 20251130), (20250101, 99991231))
    >>> period("7j", date(2025, 12, 5)), period("..7j", date(2025, 12, 5)), period("sans", date(2025, 12, 5))
    ((20251129, 20251205), (10101, 20251129), (0, 0))
    >>> period("la semaine dernière", date(2025, 12, 5)), period("le 2 mars", date(2025, 12, 5))
    ((20251124, 20251130), (20250302, 20250302))
    """
    text = folded(expression)
    if text in _NO_DATE:
        return _UNDATED
    try:
        low, high = _bounds(text, today)
    except DateError as error:
        raise _meant(error, expression) from None
    if low > high:
        raise _reversed(expression)
    return _number(low), _number(high)


def check(expression: str) -> None:
    """Check that an expression is a period on some day.

    `2025..hier` is a range from some day on, and `hier..2030` until some day: both pass.

    Raises:
        DateError: the expression is not a period, whatever day is today.
    """
    try:
        check_as_typed(expression)
    except DateError as error:
        raise _meant(error, expression) from None


def check_as_typed(expression: str) -> None:
    """Check an expression as `check` does, and do not look for what was meant.

    Raises:
        DateError: the expression is not a period, whatever day is today.
    """
    text = folded(expression)
    if text not in _NO_DATE and all(
        low > high for low, high in (_bounds(text, today) for today in _LONG_AGO_AND_LATER)
    ):
        raise _reversed(expression)


def is_period(expression: str) -> bool:
    """Return whether an expression is a period on some day."""
    try:
        check_as_typed(expression)
    except DateError:
        return False
    return True


def is_bound(expression: str) -> bool:
    """Return whether an expression is a period that begins or ends at a day that is said.

    >>> is_bound("since lundi dernier"), is_bound("avant 2019"), is_bound("mars 2020"), is_bound("après Macron")
    (True, True, False, False)
    """
    said = tokens(folded(expression))
    return bool(said) and said[0].kind in BOUNDS and is_period(expression)


def _meant(error: DateError, expression: str) -> DateError:
    """Return the error with what was typed, accents and all, and with the expression that was meant, if that can be found."""
    code = error.message.code
    values = {
        name: as_typed(value, expression) if name in _TYPED and isinstance(value, str) else value
        for name, value in error.message.values.items()
    }
    meant = as_typed(error.meant, expression) if error.meant else None
    if code == "query.not_a_date" and not meant and error.mend != TYPE_A_DAY:
        meant = mended(expression, is_period)
    elif code == "query.wrong_weekday":
        name = re.compile(rf"\b{values['weekday']}\b\.?", re.IGNORECASE)
        meant = name.sub(meant or "", expression, count=1)
    elif code == "query.how_many":
        meant = f"3 {values['text']}"
    if code == "query.two_dates" and not all(is_period(str(values[name])) for name in ("first", "second")):
        return not_a_date(" ".join(plain(expression).split()))
    if meant:
        return DateError(code, mend=type_instead(meant) if is_period(meant) else TYPE_A_DATE, **values)
    return DateError(code, mend=error.mend, **values)


def _reversed(expression: str) -> DateError:
    """Return the error for a range that ends before it begins; it shows the range the other way round."""
    text = " ".join(plain(expression).split())
    low, dots, high = text.partition("..")
    turned = f"{high.strip()}..{low.strip()}"
    if dots and is_period(turned):
        return DateError("query.reversed_dates", text=cut(text), mend=type_instead(turned))
    return DateError("query.reversed_dates", text=cut(text))


def _bounds(text: str, today: date) -> Days:
    """Return the first and the last day, which may be reversed."""
    comparison = _COMPARISON.fullmatch(text)
    if comparison:
        return _compared(comparison[1], comparison[2], today)
    low, dots, high = (part.strip() for part in text.partition(".."))
    if not dots:
        return _period(text, today)
    if not low and not high:
        raise DateError("query.range_without_ends")
    return _first(low, today)[0] if low else date.min, _last(high, today)[1] if high else date.max


def _compared(sign: str, text: str, today: date) -> Days:
    if sign == "=":
        return _period(text, today)
    low, high = (_first if sign in ("<", ">=") else _last)(text, today)
    try:
        return {
            ">": lambda: (high + timedelta(1), date.max),
            ">=": lambda: (low, date.max),
            "<": lambda: (date.min, low - timedelta(1)),
            "<=": lambda: (date.min, high),
        }[sign]()
    except OverflowError:
        raise DateError("query.no_day_beyond", sign=sign, text=text) from None


def _first(text: str, today: date) -> Days:
    """Return the days of the end that a range begins with.

    Raises:
        DateError: they have no first day: `avant 2019`.
    """
    found = _end(text, today)
    if found[0] == date.min and tokens(text)[0].kind in (Kind.BEFORE, Kind.UNTIL):
        raise DateError("query.no_first_day", text=text, mend=_without_bound(text))
    return found


def _last(text: str, today: date) -> Days:
    """Return the days of the end that a range ends with.

    Raises:
        DateError: they have no last day: `depuis 2019`.
    """
    found = _end(text, today)
    if found[1] == date.max and tokens(text)[0].kind in (Kind.SINCE, Kind.AFTER, Kind.FROM):
        raise DateError("query.no_last_day", text=text, mend=_without_bound(text))
    return found


def _without_bound(text: str) -> Message:
    """Return what to type instead of a bound in the wrong direction: the period that it is a bound of."""
    rest = " ".join(token.text for token in tokens(text)[1:])
    return type_instead(rest) if is_period(rest) else TYPE_A_DAY


def _end(text: str, today: date) -> Days:
    """Return the days of one end of a range: those of the expression; of a distance, its first day."""
    if text in _NO_DATE:
        raise DateError("query.not_a_date", text=text, mend=TYPE_A_DAY)
    low, high = _period(text, today)
    is_distance = _DISTANCE.fullmatch(text) or is_unit_alone(tokens(text))
    return low, low if is_distance else high


def _period(text: str, today: date) -> Days:
    if distance := _DISTANCE.fullmatch(text):
        number, unit = filter(None, distance.groups())
        return until(today, int(number), _UNITS[unit[0]])
    said = tokens(text)
    if not 0 < len(said) <= _MAX_TOKENS or any(token.kind == Kind.UNKNOWN for token in said):
        raise not_a_date(text)
    try:
        found = span(said, today)
    except EmptyCycleError:
        found = None
    if not found:
        raise not_a_date(text)
    return found


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
