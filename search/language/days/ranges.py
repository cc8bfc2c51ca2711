"""From one end to the other, or from one end on: `du 3 au 7 mars`, `mars et avril 2020`, `depuis janvier`, `avant 2019`."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from search.language.days.calendar import Calendar, calendar, check_weekday, days
from search.language.days.cycle import Cycle, Days, EmptyCycleError, Meaning, moved
from search.language.days.error import DateError
from search.language.days.periods import SMALL_WORDS, back, meaning
from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import Kind, Unit

BOUNDS = (Kind.SINCE, Kind.AFTER, Kind.BEFORE, Kind.UNTIL)
"""The words before a day from which or up to which a period goes."""

_CONNECTORS = (Kind.TO, Kind.AT, Kind.UNTIL, Kind.AND)

_LIST = re.compile(r"([nYMW])\1+&\1")
"""The kinds of a list: three or more alike."""

_FIRST_OF_RANGE = (Kind.NUMBER, Kind.ORDINAL, Kind.WEEKDAY, Kind.MONTH)
"""What begins a range that a unit is said of: `semaine du 2 au 8 mars`, `mois de mars et avril`."""


def span(some: Sequence[Token], today: date) -> Days | None:
    """Return the first and the last day of tokens; None if they say no date.

    Raises:
        DateError: the tokens say a date that does not exist.
    """
    if some[-1].kind in SMALL_WORDS:
        return None
    some = _without_frame(some)
    first = some[0]
    if first.kind in BOUNDS:
        return _between(some[1:], today) or _bounded(first, some[1:], today)
    if kinds(some).lstrip(SMALL_WORDS) == "QY-Y" and (winter := _one(some, today)):
        return winter  # of 2019-2020
    return _between(some, today) or _one(some, today)


def _without_frame(some: Sequence[Token]) -> Sequence[Token]:
    """Return the range in `la semaine du 2 au 8 mars` or `la nuit du 2 au 3 mars`, without what it calls the range."""
    frame = 0
    while frame < len(some) - 1 and some[frame].kind in (Kind.ARTICLE, Kind.IN):
        frame += 1
    is_frame = some[frame].kind in (Kind.UNIT, Kind.CLOCK)
    rest = some[frame + 1 :]
    is_opened = bool(rest) and (rest[0].text == "of" or (rest[0].kind == Kind.FROM and not rest[0].value))
    if not is_frame or not is_opened:
        return some
    said = kinds(rest)
    has_range = any(token.kind in _CONNECTORS for token in rest)
    return rest if has_range and Kind.UNIT not in said and said[1:2] in _FIRST_OF_RANGE else some


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
    inner = _listed(some[1:] if has_opening else some)
    for number, token in enumerate(inner):
        left, right = inner[:number], inner[number + 1 :]
        if token.kind not in _CONNECTORS or not left or not right:
            continue
        ends = _ends(left, right, today, has_opening=has_opening)
        if not ends:
            continue
        if token.kind == Kind.AND and opening != Kind.BETWEEN and (ends[1][0] - ends[0][1]).days != 1:
            raise DateError("query.two_dates", first=_said(left, right, ends[0], today), second=_text(right))
        return ends[0][0], ends[1][1]
    return None


def _said(left: Sequence[Token], right: Sequence[Token], first: Days, today: date) -> str:
    """Return the first of two dates with the words that the second leaves to it: of `7 et 12 mars`, `7 mars`."""
    for start in range(len(right), 0, -1):
        try:
            if _one([*left, *right[start:]], today) == first:
                return _text([*left, *right[start:]])
        except (DateError, EmptyCycleError):
            continue
    return _text(left)


def _text(some: Sequence[Token]) -> str:
    return " ".join(token.text for token in some)


def _listed(some: Sequence[Token]) -> Sequence[Token]:
    """Return a range instead of a list of neighbours: `mars, avril et mai`, `les 2, 3 et 4 mars`."""
    found = _LIST.search(kinds(some))
    if not found:
        return some
    start, end = found.span()
    *firsts, connector, last = some[start:end]
    values = [*(token.value for token in firsts), last.value]
    turn = 12 if last.kind == Kind.MONTH else 10_000
    if any((later - value) % turn != 1 for value, later in pairwise(values)):
        return some
    return [*some[:start], firsts[0], connector._replace(kind=Kind.TO), last, *some[end:]]


def _with_unit(left: Sequence[Token], right: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return both ends, each with the unit that one of them has: `années 80 et 90`, `XIXe et XXe siècles`."""
    first = [token for token in left if token.kind not in SMALL_WORDS]
    last = [token for token in right if token.kind not in SMALL_WORDS]
    if kinds(first) == "UY" and kinds(last) == Kind.YEAR and (first[1].value % 10 or last[0].value % 10):
        return first[1:], last  # `les années 2019 et 2020` are no decades
    if kinds(first) in ("Un", "UY") and kinds(last) in ("n", "Y", "nY"):
        return left, [first[0], *last]
    if kinds(first) == Kind.ORDINAL and kinds(last[:2]) == Kind.ORDINAL + Kind.UNIT:
        return [*left, *last[1:]], right
    return left, right


def _ends(
    left: Sequence[Token], right: Sequence[Token], today: date, *, has_opening: bool
) -> tuple[Days, Days] | None:
    """Return the periods at both ends; where no year is said, the nearest that have begun."""
    left, right = _with_unit(left, right)
    start = _calendar(left, today)
    end = _day_and_year(right, start) or _calendar(right, today)
    if start and end:
        if not (has_opening or start.month or end.month or start.year or start.day_name):
            return None  # `5 à 7` may be anything
        if start.day is None and start.day_name is None and end.day is not None and end.month is None:
            return None  # `2020 - 12`
        return _dated_ends(_completed(start, end), end, today)
    first = days(start) if start else meaning(left, today)
    last = days(end) if end else meaning(right, today)
    if first is None or last is None:
        return None
    if isinstance(last, Cycle):
        begun = back(first, today)
        return begun, last.coming(begun[0])
    return (first.begun(last[0]) if isinstance(first, Cycle) else first), last


def _dated_ends(start: Calendar, end: Calendar, today: date) -> tuple[Days, Days]:
    """Return two ends of the calendar: one of them has a year, or a weekday, or has begun; the other stands next to it."""
    is_end_named = end.day is not None and end.day_name is not None and start.day_name is None
    if end.year or (is_end_named and not start.year):
        last = back(days(end), today)
        return _near(start, lambda cycle: cycle.begun(last[0])), last
    first = back(days(start), today)
    return first, _near(end, lambda cycle: cycle.coming(first[0]))


def _near(part: Calendar, choose: Callable[[Cycle], Days]) -> Days:
    """Return the days of an end, chosen without its weekday, which is then checked.

    Raises:
        DateError: the day has another weekday.
    """
    found = days(part if part.day is None else part._replace(day_name=None))
    chosen = choose(found) if isinstance(found, Cycle) else found
    if part.day is not None:
        check_weekday(part, chosen[0])
    return chosen


def _completed(start: Calendar, end: Calendar) -> Calendar:
    """Return the start with the month that the end leaves to it: `du 3 au 7 mars`, `du 28 au 3 mars`."""
    if start.day is None or start.month is not None or end.month is None or end.day is None:
        return start
    is_month_before = start.day > end.day
    return start._replace(month=(end.month - 2) % 12 + 1 if is_month_before else end.month)


def _day_and_year(right: Sequence[Token], start: Calendar | None) -> Calendar | None:
    """Return the end of `March 3 to 7, 2024`, which has the month of the start."""
    if kinds(right) != "nY" or not start or start.day is None:
        return None
    return Calendar(day=right[0].value, month=start.month, year=right[1].value)


def _calendar(some: Sequence[Token], today: date) -> Calendar | None:
    said = [token for token in some if token.kind not in SMALL_WORDS]
    return calendar(said, today) if said else None
