"""From an expression of time, `2025-11`, `hier` or `>=2025`, to its first and last day."""

import re
from datetime import date, timedelta

from corpus.message import Message, Value, message
from corpus.months import MONTHS
from search.errors import SearchError
from search.language.lex import plain

_UNDATED = (0, 0)
"""The bounds of the articles that have no date."""

EXAMPLES = message("query.date_examples")
"""Expressions of each kind, which an error shows."""

_TYPE_ONE = message("query.type_date", examples=EXAMPLES)

_DISTANCES = {
    "aujourd'hui": "0j", "today": "0j", "semaine": "7j", "week": "7j", "mois": "1m", "month": "1m",
    "annee": "1a", "an": "1a", "year": "1a",
}  # fmt: skip
"""Periods up to today, as distances back."""

_EVES = {"hier": 1, "yesterday": 1, "avant-hier": 2}
_NO_DATE = ("none", "aucune", "sans")

_LONG_AGO_AND_LATER = (date(1000, 1, 1), date(9000, 1, 1))
"""Two days between which every person lives: a range that is reversed on both is reversed on every day."""

_COMPARISON = re.compile(r"(>=|<=|>|<|=)\s*(.*)")
_DISTANCE = re.compile(r"([0-9]{1,5})([jdswmay])")
_DAY = re.compile(r"([0-9]{1,2})(?:er|st|nd|rd|th)?")
_MONTH_NUMBER = re.compile(r"[0-9]{1,2}")
_YEAR = re.compile(r"[0-9]{4}")
_SEPARATOR = re.compile(r"[-/]|[.,]? +|\.")
"""The signs between the parts of a date: `2025-11-20`, `25/11/2025`, `25.11.2025`, `nov. 2025`."""


class DateError(SearchError, ValueError):
    """An expression that names no day; `mend` shows expressions that do."""

    def __init__(self, code: str, /, *, mend: Message | None = _TYPE_ONE, **values: Value) -> None:
        super().__init__(code, mend=mend, **values)


def period(expression: str, today: date) -> tuple[int, int]:
    """Return the first and the last day of an expression as numbers, yyyymmdd; both are 0 for undated articles.

    A distance counts back from `today` and includes today; as an end of a range it is one day.

    Raises:
        DateError: a day does not exist, a range ends before it begins, or the expression is not a date.

    >>> period("nov. 2025", date(2025, 12, 5)), period(">2024", date(2025, 12, 5))
    ((20251101, 20251130), (20250101, 99991231))
    >>> period("7j", date(2025, 12, 5)), period("..7j", date(2025, 12, 5)), period("sans", date(2025, 12, 5))
    ((20251128, 20251205), (10101, 20251128), (0, 0))
    """
    text = _folded(expression)
    if text in _NO_DATE:
        return _UNDATED
    low, high = _bounds(text, today)
    if low > high:
        raise DateError("query.reversed_dates", text=_cut(text))
    return _number(low), _number(high)


def check(expression: str) -> None:
    """Check that an expression is a period on some day.

    `2025..hier` is a range from some day on, and `hier..2030` until some day: both pass.

    Raises:
        DateError: the expression is not a period, whatever day is today.
    """
    text = _folded(expression)
    if text not in _NO_DATE and all(
        low > high for low, high in (_bounds(text, today) for today in _LONG_AGO_AND_LATER)
    ):
        raise DateError("query.reversed_dates", text=_cut(text))


def _folded(expression: str) -> str:
    """Return the expression in small letters, without accents, with single blanks."""
    from corpus.clean import bare  # 1 ms, and most queries have no date

    return " ".join(bare(plain(expression)).split())


def _bounds(text: str, today: date) -> tuple[date, date]:
    """Return the first and the last day, which may be reversed."""
    comparison = _COMPARISON.fullmatch(text)
    if comparison:
        return _compared(comparison[1], comparison[2], today)
    low, dots, high = (part.strip() for part in text.partition(".."))
    if not dots:
        return _period(text, today)
    if not low and not high:
        raise DateError("query.range_without_ends")
    return _end(low, today)[0] if low else date.min, _end(high, today)[1] if high else date.max


def _compared(sign: str, text: str, today: date) -> tuple[date, date]:
    if sign == "=":
        return _period(text, today)
    low, high = _end(text, today)
    try:
        return {
            ">": lambda: (high + timedelta(1), date.max),
            ">=": lambda: (low, date.max),
            "<": lambda: (date.min, low - timedelta(1)),
            "<=": lambda: (date.min, high),
        }[sign]()
    except OverflowError:
        raise DateError("query.no_day_beyond", sign=sign, text=text) from None


def _end(text: str, today: date) -> tuple[date, date]:
    """Return the days of one end of a range: those of the expression; of a distance, the day that it leads to."""
    low, high = _period(text, today)
    return low, low if _distance(text) else high


def _period(text: str, today: date) -> tuple[date, date]:
    if text in _EVES:
        eve = today - timedelta(_EVES[text])
        return eve, eve
    distance = _distance(text)
    return (_back(today, int(distance[1]), distance[2]), today) if distance else _calendar(text)


def _distance(text: str) -> re.Match[str] | None:
    return _DISTANCE.fullmatch(_DISTANCES.get(text, text))


def _back(today: date, count: int, unit: str) -> date:
    """Return the day that is `count` days, weeks, months or years before; the last day of a month that is too short."""
    if unit in "jdsw":
        days = count * (7 if unit in "sw" else 1)
        return today - timedelta(min(days, (today - date.min).days))
    year, month = divmod(today.year * 12 + today.month - 1 - count * (1 if unit == "m" else 12), 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(today.day, _last(year, month + 1).day))


def _calendar(text: str) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day of the calendar."""
    parts = _SEPARATOR.split(text)
    year, *rest = parts if _YEAR.fullmatch(parts[0]) else reversed(parts)
    if len(rest) == 2 and rest[1] in MONTHS:
        rest.reverse()  # November 20, 2025
    if year in MONTHS and not rest:
        raise DateError("query.month_without_year", month=year)
    if not _YEAR.fullmatch(year) or len(rest) > 2:
        raise DateError("query.not_a_date", text=_cut(text))
    if not int(year):
        raise DateError("query.no_year_zero")
    if not rest:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    month = _month(rest[0], text)
    last = _last(int(year), month)
    if len(rest) == 1:
        return last.replace(day=1), last
    day = _DAY.fullmatch(rest[1])
    if not day:
        raise DateError("query.not_a_date", text=_cut(text))
    if not 1 <= int(day[1]) <= last.day:
        raise DateError("query.no_day_in_month", month=f"{year}-{month:02}", day=int(day[1]))
    return (last.replace(day=int(day[1])),) * 2


def _month(part: str, text: str) -> int:
    if part not in MONTHS and not _MONTH_NUMBER.fullmatch(part):
        raise DateError("query.not_a_date", text=_cut(text))
    month = MONTHS.get(part) or int(part)
    if not 1 <= month <= 12:
        raise DateError("query.no_month", month=month)
    return month


def _last(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1)


def _cut(text: str) -> str:
    """Return the text, cut where it is too long to be a date."""
    return text if len(text) <= 40 else f"{text[:40]}…"


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
