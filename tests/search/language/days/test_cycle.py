from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from search.language.days.cycle import Cycle, moved, unit, weekday
from search.language.days.vocabulary import Unit

CYCLES = st.sampled_from([*(unit(of) for of in Unit), *map(weekday, range(7))])
DAYS = st.dates(date(1500, 1, 1), date(2500, 1, 1))


@given(CYCLES, DAYS)
def test_what_ended_comes_before_what_has_begun_and_before_what_is_coming(cycle: Cycle, today: date) -> None:
    ended, begun, coming = cycle.ended(today), cycle.begun(today), cycle.coming(today + timedelta(1))
    assert ended[0] <= ended[1] < today
    assert ended[0] <= begun[0] <= today < coming[0]


@given(st.sampled_from(Unit), st.integers(-999, 999), st.dates())
def test_a_day_is_moved_forward_or_back_and_never_out_of_the_calendar(
    of: Unit, number: int, day: date
) -> None:
    there = moved(day, number, of)
    assert (there > day) == (number > 0 and day < date.max) or there == day
    assert (there < day) == (number < 0 and day > date.min) or there == day
