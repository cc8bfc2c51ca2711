"""Periods, their parts, and the cycles in which they come again: a weekday, a month of the year, a feast."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count, islice
from typing import TypeAlias

from corpus.records import record
from search.language.days.vocabulary import Part, Unit

Days: TypeAlias = tuple[date, date]
"""A first and a last day."""

_MAX_TURNS = 60
"""Turns in which a cycle is sought: a Monday that is a 29 February comes within 40 years."""

_STEPS = {
    Unit.DAY: (1, 0), Unit.WEEKEND: (7, 0), Unit.WEEK: (7, 0), Unit.FORTNIGHT: (14, 0), Unit.MONTH: (0, 1),
    Unit.QUARTER: (0, 3), Unit.HALF: (0, 6), Unit.YEAR: (0, 12), Unit.DECADE: (0, 120), Unit.CENTURY: (0, 1200),
}  # fmt: skip
"""The days and the months from one unit to the next."""

_MONTHS_OF_YEAR = {Part.BEGINNING: (0, 3), Part.MIDDLE: (4, 4), Part.END: (9, 3)}
"""The first month of a part of a year, and its months: `début 2024` is January to March, `mi-2024` May to August."""

_DAYS_OF_MONTH = {Part.BEGINNING: (1, 10), Part.MIDDLE: (11, 20), Part.END: (21, 31)}

_DAYS_OF_WEEK = {Part.BEGINNING: (0, 2), Part.MIDDLE: (2, 4), Part.END: (4, 7)}
"""Half-open: `fin de semaine` begins on Friday."""


class EmptyCycleError(LookupError):
    """A cycle that has no period near a day: `la cinquième semaine de février`."""


@record
class Cycle:
    """A period that comes again.

    `turn` returns the number of the turn that a day stands in, and `period` the days of a turn; None if the turn has no
    such period, as 2025 has no 29 February.
    """

    turn: Callable[[date], int]
    period: Callable[[int], Days | None]

    def begun(self, day: date) -> Days:
        """Return the latest period that has begun on a day."""
        return _first(days for days in self._back(day) if days[0] <= day)

    def ended(self, day: date) -> Days:
        """Return the latest period that ended before a day."""
        return _first(days for days in self._back(day) if days[1] < day)

    def coming(self, day: date) -> Days:
        """Return the first period that begins on a day or later."""
        ahead = (self.period(turn) for turn in count(self.turn(day) - 1))
        return _first(days for days in islice(ahead, _MAX_TURNS) if days and days[0] >= day)

    def within(self, days: Days) -> list[Days]:
        """Return the periods that lie within some days."""
        turns = range(self.turn(days[0]), self.turn(days[1]) + 1)
        found = (self.period(turn) for turn in turns)
        return [inner for inner in found if inner and days[0] <= inner[0] and inner[1] <= days[1]]

    def each(self, of: Callable[[Days], Days | None]) -> "Cycle":
        """Return the cycle of a part of each period."""
        return Cycle(self.turn, lambda turn: of(days) if (days := self.period(turn)) else None)

    def _back(self, day: date) -> Iterator[Days]:
        for turn in islice(count(self.turn(day) + 1, -1), _MAX_TURNS):
            if days := self.period(turn):
                yield days


Meaning: TypeAlias = Days | Cycle
"""What an expression says: days, or a period that comes again."""


def each_month(period: Callable[[int, int], Days | None]) -> Cycle:
    """Return the cycle whose turns are the months; `period` takes a year and a month."""
    return Cycle(_month_number, lambda turn: period(turn // 12, turn % 12 + 1))


def each_year(period: Callable[[int], Days | None]) -> Cycle:
    """Return the cycle whose turns are the years."""
    return Cycle(lambda day: day.year, period)


def weekday(number: int) -> Cycle:
    """Return the cycle of a day of the week, 0 for Monday."""
    return Cycle(_week_number, lambda turn: _of_ordinals(turn * 7 + 1 + number, 1))


def unit(of: Unit) -> Cycle:
    """Return the cycle of a unit of the calendar; a week begins on Monday, a century with its year 1."""
    match of:
        case Unit.HOUR | Unit.DAY:
            return Cycle(date.toordinal, lambda turn: _of_ordinals(turn, 1))
        case Unit.WEEK:
            return Cycle(_week_number, lambda turn: _of_ordinals(turn * 7 + 1, 7))
        case Unit.WEEKEND:
            return Cycle(_week_number, lambda turn: _of_ordinals(turn * 7 + 6, 2))
        case Unit.FORTNIGHT:
            return Cycle(lambda day: _month_number(day) * 2 + (day.day > 15), _half_month)
        case _:
            size = _STEPS[of][1]
            offset = 12 if of is Unit.CENTURY else 0
            return Cycle(
                lambda day: (_month_number(day) - offset) // size,
                lambda turn: months(turn * size + offset, size),
            )


def months(first: int, size: int) -> Days | None:
    """Return the days of `size` months from a month on, which is 12 times its year plus 0 to 11."""
    start, end = _first_of_month(first), _first_of_month(first + size)
    return (start, end - timedelta(1) if end else date.max) if start and first + size <= 120_000 else None


def _month_number(day: date) -> int:
    """Return 12 times the year of a day, plus its month less 1."""
    return day.year * 12 + day.month - 1


def day_of(year: int, month: int, day: int) -> Days | None:
    """Return a day as a period; None if there is no such day."""
    try:
        return (date(year, month, day),) * 2
    except ValueError:
        return None


def part(which: Part, whole: Days) -> Days | None:
    """Return a part of a period.

    A month has its three spans of ten days (French: décades), a year its first and last quarter; any other period but a
    week, whole years or days, is cut into thirds.
    """
    first, last = whole
    if (last - first).days == 6:
        start, end = _DAYS_OF_WEEK[which]
        return first + timedelta(start), first + timedelta(end - 1)
    size = _month_number(last) - _month_number(first) + 1
    if (first, last) == months(_month_number(first), 1):
        start, end = _DAYS_OF_MONTH[which]
        return first.replace(day=start), last.replace(day=min(end, last.day))
    if (first, last) == months(first.year * 12, 12):
        start, count = _MONTHS_OF_YEAR[which]
        return months(_month_number(first) + start, count)
    if size % 12 == 0:
        start, end = _thirds(which, size // 12)
        return months(_month_number(first) + start * 12, (end - start) * 12)
    start, end = _thirds(which, (last - first).days + 1)
    return (first + timedelta(start), first + timedelta(end - 1)) if start < end else whole


def half(number: int, whole: Days) -> Days | None:
    """Return the first or the second half of a period; of an odd number of days, the second half has one more."""
    first, last = whole
    size = _month_number(last) - _month_number(first) + 1
    if whole == months(_month_number(first), size) and size % 2 == 0:
        middle = _first_of_month(_month_number(first) + size // 2) or last
    else:
        middle = first + timedelta(((last - first).days + 1) // 2)
    if middle == first:
        return None
    return {1: (first, middle - timedelta(1)), 2: (middle, last), 0: (middle, last)}.get(number)


def nth(of: Cycle, number: int, whole: Days) -> Days | None:
    """Return the period of a cycle that is the `number`th one within a longer period; 0 is the last one, -1 the one before."""
    found = of.within(whole)
    return found[number - 1] if -len(found) < number <= len(found) else None


def run(of: Cycle, number: int, whole: Days, *, is_last: bool) -> Days | None:
    """Return the first or the last periods of a cycle within a longer period, as many as `number`, from end to end."""
    found = of.within(whole)
    if not 0 < number <= len(found):
        return None
    return (found[-number][0], found[-1][1]) if is_last else (found[0][0], found[number - 1][1])


def moved(day: date, number: int, of: Unit) -> date:
    """Return the day that is a number of units later; the last day of a month that is too short.

    Beyond the years 1 to 9999, it is the first or the last day of them.
    """
    if of is Unit.HOUR:  # 48 hours back are two days, 30 hours as well
        number, of = -(-abs(number) // 24) * (1 if number > 0 else -1), Unit.DAY
    days, size = _STEPS[of]
    if days:
        ordinal = day.toordinal() + number * days
        return _of_ordinal(ordinal) or (date.min if number < 0 else date.max)
    there = months(_month_number(day) + number * size, 1)
    if not there:
        return date.min if number < 0 else date.max
    return there[0].replace(day=min(day.day, there[1].day))


def until(today: date, number: int, of: Unit) -> Days:
    """Return a number of units up to today, which is their last day: seven days are today and six days before it.

    Hours go back to the day in which the first of them lies.
    """
    start = moved(today, -number, of)
    if of is not Unit.HOUR and start != date.min:
        start = min(moved(start, 1, Unit.DAY), today)
    return start, today


def _first(found: Iterator[Days | None]) -> Days:
    days = next(found, None)
    if not days:
        raise EmptyCycleError
    return days


def _week_number(day: date) -> int:
    return (day.toordinal() - 1) // 7  # 1 January of the year 1 is a Monday


def _half_month(turn: int) -> Days | None:
    days = months(turn // 2, 1)
    if not days:
        return None
    return (days[0].replace(day=16), days[1]) if turn % 2 else (days[0], days[0].replace(day=15))


def _first_of_month(number: int) -> date | None:
    return date(number // 12, number % 12 + 1, 1) if 12 <= number < 120_000 else None


def _of_ordinals(first: int, size: int) -> Days | None:
    start, end = _of_ordinal(first), _of_ordinal(first + size - 1)
    return (start, end) if start and end else None


def _of_ordinal(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _thirds(which: Part, size: int) -> tuple[int, int]:
    """Return the start and the end of a third, half-open; the middle is the longest where they differ."""
    third = size // 3
    return {Part.BEGINNING: (0, third), Part.MIDDLE: (third, size - third), Part.END: (size - third, size)}[
        which
    ]
