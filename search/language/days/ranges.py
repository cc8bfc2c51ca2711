"""From the tokens of one period or of two ends to the first and the last day."""

from collections.abc import Sequence
from datetime import date, timedelta

from search.language.days.calendar import Calendar, calendar, dated, days
from search.language.days.cycle import Cycle, Days, Meaning, moved
from search.language.days.error import DateError
from search.language.days.periods import SMALL_WORDS, back, meaning
from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import Kind, Unit

_BOUNDS = (Kind.SINCE, Kind.AFTER, Kind.BEFORE, Kind.UNTIL)
_CONNECTORS = (Kind.TO, Kind.AT, Kind.UNTIL, Kind.AND)


def span(some: Sequence[Token], today: date) -> Days | None:
    """Return the first and the last day of tokens; None if they say no date.

    Raises:
        DateError: the tokens say a date that does not exist.
    """
    first = some[0]
    if some[-1].kind in SMALL_WORDS:
        return None
    if first.kind in _BOUNDS:
        return _between(some[1:], today) or _bounded(first, some[1:], today)
    if kinds(some).lstrip(SMALL_WORDS) == "QY-Y" and (winter := _one(some, today)):
        return winter  # of 2019-2020
    return _between(some, today) or _one(some, today)


def _one(some: Sequence[Token], today: date) -> Days | None:
    if some[0].kind == Kind.FROM and some[0].value:
        return _bounded(some[0], some[1:], today)  # `from March 2020`
    found = meaning(some, today)
    return back(found, today) if found else None


def _bounded(bound: Token, rest: Sequence[Token], today: date) -> Days | None:
    """Return the days since, after, before or until a period."""
    if not rest:
        return None
    if kinds(rest) in ("nU", ".nU"):  # depuis 3 mois
        ago = moved(today, -rest[-2].value, Unit(rest[-1].value))
        found: Meaning | None = (ago, ago)
    else:
        found = meaning(rest, today, is_after_word=True)
    if not found:
        return None
    low, high = back(found, today)
    try:
        match bound.kind:
            case Kind.AFTER:
                return high + timedelta(1), date.max
            case Kind.BEFORE:
                return date.min, low - timedelta(1)
            case Kind.UNTIL:
                return date.min, high
            case _:
                return low, date.max
    except OverflowError:
        sign = ">" if bound.kind == Kind.AFTER else "<"
        raise DateError(
            "query.no_day_beyond", sign=sign, text=(high if sign == ">" else low).isoformat()
        ) from None


def _between(some: Sequence[Token], today: date) -> Days | None:
    """Return the days from one end to the other: `du 3 au 7 mars`, `entre mars et juin`, `2019-2021`."""
    opening = some[0].kind if some else ""
    has_opening = opening in (Kind.BETWEEN, Kind.FROM)
    inner = some[1:] if has_opening else some
    for number, token in enumerate(inner):
        left, right = inner[:number], inner[number + 1 :]
        if token.kind not in _CONNECTORS or not left or not right:
            continue
        found = _ends(left, right, today, has_opening=has_opening)
        if found and token.kind == Kind.AND and opening != Kind.BETWEEN:
            _check_adjacent(left, right, today)
        if found:
            return found
    return None


def _check_adjacent(left: Sequence[Token], right: Sequence[Token], today: date) -> None:
    """Check that two dates with `et` between them follow one another, so that they are one period.

    Raises:
        DateError: other days lie between them.
    """
    start, end = _calendar(left, today), _calendar(right, today)
    if start and end:
        start, end = _completed(start, end)
    last = days(end) if end else meaning(right, today)
    first = days(start) if start else meaning(left, today)
    if first is None or last is None:
        return
    if isinstance(last, Cycle):
        before = back(first, today)
        after = last.coming(before[0])
    else:
        after = last
        before = first.begun(after[0]) if isinstance(first, Cycle) else first
    if (after[0] - before[1]).days != 1:
        shown = (" ".join(token.text for token in side) for side in (left, right))
        raise DateError("query.two_dates", first=next(shown), second=next(shown))


def _ends(left: Sequence[Token], right: Sequence[Token], today: date, *, has_opening: bool) -> Days | None:
    start = _calendar(left, today)
    end = _day_and_year(right, start) or _calendar(right, today)
    if start and end:
        if not (has_opening or start.month or end.month or start.year or start.day_name):
            return None  # `5 à 7` may be anything
        if start.day is None and start.day_name is None and end.day is not None and end.month is None:
            return None  # `2020 - 12`
        start, end = _completed(start, end)
        if end.year is None and end.day is not None and end.day_name:
            return _with_weekdays(start, end, today)
    first = days(start) if start else meaning(left, today)
    last = days(end) if end else meaning(right, today)
    if first is None or last is None:
        return None
    return _joined(first, last, today)


def _joined(first: Meaning, last: Meaning, today: date) -> Days:
    """Return the days from one period to the other; where no year is said, the nearest that has begun."""
    if isinstance(last, Cycle):
        start = back(first, today)
        return start[0], last.coming(start[0])[1]
    start = first.begun(last[0]) if isinstance(first, Cycle) else first
    return start[0], last[1]


def _with_weekdays(start: Calendar, end: Calendar, today: date) -> Days:
    """Return the days up to an end whose weekday is said, and with which the weekday of the start must agree."""
    if not start.day_name:
        last = back(days(end), today)
        first = days(start)
        return (first.begun(last[0]) if isinstance(first, Cycle) else first)[0], last[1]
    low = back(days(start), today)[0]
    unnamed = days(end._replace(day_name=None))
    high = unnamed.coming(low) if isinstance(unnamed, Cycle) else unnamed
    return low, back(days(dated(end, high[0])), today)[1]


def _completed(start: Calendar, end: Calendar) -> tuple[Calendar, Calendar]:
    """Return two ends with the month that one of them leaves to the other: `du 3 au 7 mars`, `March 3 to 7`."""
    if start.day is not None and start.month is None and end.month is not None and end.day is not None:
        is_before = start.day > end.day  # du 28 au 3 mars
        year = end.year - 1 if end.year and is_before and end.month == 1 else end.year
        month = (end.month - 2) % 12 + 1 if is_before else end.month
        return start._replace(month=month, year=start.year or year), end
    return start, end


def _day_and_year(right: Sequence[Token], start: Calendar | None) -> Calendar | None:
    """Return the end of `March 3 to 7, 2024`, which has the month of the start."""
    if kinds(right) != "nY" or not start or start.day is None:
        return None
    return Calendar(day=right[0].value, month=start.month, year=right[1].value)


def _calendar(some: Sequence[Token], today: date) -> Calendar | None:
    said = [token for token in some if token.kind not in SMALL_WORDS]
    return calendar(said, today) if said else None
