"""One period, by the first rule that knows its words: `lundi dernier`, `mai de l'année dernière`, `semaine du 2 mars`.

A rule takes the tokens that count (articles are left out); it returns days, or the cycle in which they come again, or
None for tokens that are not its own.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from search.language.days import cycle
from search.language.days.calendar import calendar, days, is_day
from search.language.days.clock import without_clock
from search.language.days.cycle import Cycle, Days, Meaning, moved, nth
from search.language.days.distances import ago, distance, eve, so_far, window
from search.language.days.error import DateError, type_instead
from search.language.days.parts import Meant, inside, nth_of, part_of, several_of
from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import PLURALS, Kind, Unit
from search.language.days.years import long_time, of_year

_Rule: TypeAlias = Callable[[Sequence[Token], date], Meaning | None]

SMALL_WORDS = Kind.ARTICLE + Kind.FROM + Kind.AT
"""The kinds of the words that may stand between others without a meaning of their own."""

_DAY_OF_UNIT = re.compile(r"\.?[no]d\.?U[LX]")
"""The kinds of `le 3 du mois dernier`; without `du` the number counts months."""


def meaning(some: Sequence[Token], today: date, *, is_after_word: bool = False) -> Meaning | None:
    """Return the days or the cycle of tokens; None if they are not a period.

    A day of the month alone needs an article, `le 3`, or a word before it, as in `depuis 3`.

    Raises:
        DateError: the tokens are a period that does not exist.
    """
    counting = without_clock([token for token in some if token.kind not in SMALL_WORDS])
    if not counting or some[-1].kind in SMALL_WORDS or kinds(some).endswith("nan"):
        return None  # `5 à 7` is no 5 July
    if counting[0].kind == Kind.ABOUT and len(counting) > 1:
        return meaning(counting[1:], today)  # `vers 2020`
    if len(counting) == 1 and counting[0].kind in (Kind.NUMBER, Kind.ORDINAL):
        has_article = some[0].kind in SMALL_WORDS or is_after_word
        return _date(counting, today) if has_article else None
    if _DAY_OF_UNIT.fullmatch(kinds(some)):
        return _of_qualified(counting, today)
    return _meaning(counting, today)


def _meaning(some: Sequence[Token], today: date) -> Meaning | None:
    if not some:
        return None
    if some[0].kind == Kind.IN:
        # `dans 3 jours` is a day; `dans les 10 derniers jours` says no more than the days.
        return ago(some, today) or _meaning(some[1:], today)
    return next((found for rule in _RULES if (found := rule(some, today)) is not None), None)


def back(found: Meaning, today: date) -> Days:
    """Return the days of a meaning; of a cycle, those that began last."""
    return found.begun(today) if isinstance(found, Cycle) else found


def _date(some: Sequence[Token], today: date) -> Meaning | None:
    found = calendar(some, today)
    return days(found) if found else None


def _calendar(some: Sequence[Token], today: date) -> Meaning | None:
    return _date(some, today) if len(some) > 1 or some[0].kind not in (Kind.NUMBER, Kind.ORDINAL) else None


def _qualified(some: Sequence[Token], today: date) -> Days | None:
    """Return the last, the next or this one of a cycle: `lundi dernier`, `la semaine prochaine`, `ce mois`."""
    if any(token.kind in (Kind.LAST, Kind.NEXT) for token in some):
        some = [token for token in some if token.kind != Kind.THIS]  # ces derniers jours
    is_before_last = kinds(some[-2:]) == Kind.BEFORE + Kind.LAST and some[-1].text == "last"
    if is_before_last:
        some = [*some[:-2], some[-1]]  # `the week before last`
    for qualifier, rest in ((some[0], some[1:]), (some[-1], some[:-1])):
        is_behind = qualifier is not some[0]
        if is_behind and len(some) > 2 and some[-2].kind == Kind.UNIT:
            return None  # the last of what is said before the unit, not of the unit
        if qualifier.kind == Kind.THIS and is_behind:
            return None
        if qualifier.kind in (Kind.LAST, Kind.NEXT, Kind.THIS) and not _is_qualified(rest):
            found = _cycle(rest, today)
            if not isinstance(found, Cycle):
                continue
            if kinds(rest) == Kind.UNIT and any(token.text in PLURALS for token in some):
                if qualifier.kind == Kind.THIS:
                    return None
                raise _without_number(some)
            match qualifier.kind:
                case Kind.LAST:
                    last = found.ended(today)
                    return found.ended(last[0]) if qualifier.value or is_before_last else last
                case Kind.NEXT:
                    return found.coming(moved(today, 1, Unit.DAY))
                case _:
                    return found.begun(today)
    return None


def _is_qualified(some: Sequence[Token]) -> bool:
    return any(token.kind in (Kind.LAST, Kind.NEXT, Kind.THIS) for token in some)


def _without_number(some: Sequence[Token]) -> DateError:
    shown = " ".join(token.text for token in some)
    return DateError("query.how_many", text=shown)


def _cycle(some: Sequence[Token], today: date) -> Meaning | None:
    """Return the meaning of tokens where a unit alone is one of its cycle."""
    return cycle.unit(Unit(some[0].value)) if kinds(some) == Kind.UNIT else _meaning(some, today)


def _of_qualified(some: Sequence[Token], today: date) -> Days | None:
    """Return what lies in the last, the next or this unit: `mai de l'année dernière`, `le 3 du mois dernier`."""
    if kinds(some[-2:]) not in ("UL", "UX", "CU", "LU", "XU") or len(some) < 3:
        return None
    head, unit = some[:-2], some[-2:]
    if _is_qualified(head) or head[0].kind == Kind.PART:
        return None
    whole = _qualified(unit, today)
    inner = (_date if kinds(head) in (Kind.NUMBER, Kind.ORDINAL) else _meaning)(head, today)
    if not whole or not isinstance(inner, Cycle):
        return None
    found = inner.within(whole)
    if not found and whole[0] <= (ended := inner.ended(moved(whole[1], 1, Unit.DAY)))[1]:
        found = [ended]  # the winter of a year began in the year before
    return found[0] if len(found) == 1 else None


def _from_another(some: Sequence[Token], today: date) -> Meaning | None:
    """Return the day that lies so far from another: `deux jours après le 3 mars`, `une semaine avant Noël`."""
    form = kinds(some)
    if form[:3] not in ("nU^", "nU<") or len(some) < 4:
        return None
    is_after = some[2].kind == Kind.AFTER
    number, of = some[0].value, Unit(some[1].value)

    def _there(days: Days) -> Days:
        return (moved(days[1], number, of) if is_after else moved(days[0], -number, of),) * 2

    return inside(_meaning(some[3:], today), _there)


def _weekday_of(some: Sequence[Token], today: date) -> Days | None:
    """Return a weekday of a week, `lundi de la semaine dernière`, or weeks on, `lundi en huit`."""
    if some[0].kind != Kind.WEEKDAY or len(some) < 2:
        return None
    of = cycle.weekday(some[0].value)
    if kinds(some) == "Ww":
        day = moved(of.coming(today)[0], some[1].value, Unit.WEEK)
        return day, day
    if some[1].kind not in (Kind.UNIT, Kind.THIS, Kind.LAST, Kind.NEXT):
        return None
    week = _meaning(some[1:], today)
    return nth(of, 1, week) if isinstance(week, tuple) and (week[1] - week[0]).days == 6 else None


def _unit_of(some: Sequence[Token], today: date) -> Meaning | None:
    """Return what a unit names: `mois de mars`, `année 2019`, `jour de Noël`, `semaine du 2 mars`, `semaine 12`."""
    if some[0].kind != Kind.UNIT or len(some) < 2:
        return None
    of, rest = Unit(some[0].value), some[1:]
    if of in (Unit.WEEK, Unit.WEEKEND):
        return _week_of(of, rest, today)
    named = {Unit.MONTH: Kind.MONTH, Unit.YEAR: Kind.YEAR, Unit.DAY: Kind.FEAST + Kind.MOVABLE_FEAST}.get(of)
    is_one = some[0].text not in PLURALS or rest[0].kind == Kind.YEAR  # `les années 2019 et 2020`
    return _meaning(rest, today) if named and rest[0].kind in named and is_one else None


def _week_of(of: Unit, rest: Sequence[Token], today: date) -> Meaning | None:
    if of is Unit.WEEK and kinds(rest) in ("n", "nY") and rest[0].text.isdigit() and len(rest[0].text) < 3:
        number = rest[0].value
        if len(rest) == 2:
            return _iso_week(rest[1].value, number)
        return cycle.each_year(lambda year: _iso_week(year, number))
    found = calendar(rest, today)
    inner = days(found) if found and is_day(found) else None
    if inner is None and kinds(rest)[:1] in (Kind.FEAST, Kind.MOVABLE_FEAST, Kind.EVE):
        inner = _meaning(rest, today)
    week = cycle.unit(Unit.WEEK)
    return inside(inner, lambda day: nth(cycle.unit(of), 1, week.begun(day[0])))


def _iso_week(year: int, number: int) -> Days | None:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return cycle.unit(Unit.WEEK).begun(monday)


def _beside(some: Sequence[Token], today: date) -> Meaning | None:
    """Return the day before or after another: `le lendemain du 3 mars`; alone, it counts from no day."""
    if some[0].kind != Kind.BESIDE:
        return None
    distance = some[0].value
    if len(some) == 1:
        said = {-2: "avant-hier", -1: "hier", 1: "demain", 2: "après-demain"}[distance]
        raise DateError("query.from_which_day", text=some[0].text, mend=type_instead(said))

    def _next(day: Days) -> Days | None:
        there = moved(day[0], distance, Unit.DAY)
        return (there, there) if day[0] == day[1] else None

    return inside(_meaning(some[1:], today), _next)


def _with_whole(rule: Callable[[Sequence[Token], Meant], Meaning | None]) -> _Rule:
    """Return the rule of a part of a whole."""
    return lambda some, today: rule(some, lambda rest: _cycle(rest, today))


_RULES: tuple[_Rule, ...] = (
    eve, distance, so_far, _calendar, of_year, window, ago, long_time, _with_whole(part_of), _from_another,
    _of_qualified, _with_whole(several_of), _qualified, _with_whole(nth_of), _weekday_of, _unit_of, _beside,
)  # fmt: skip
"""The rules, the first to go first."""
