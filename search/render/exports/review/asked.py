"""What was asked, for a reader who did not ask it: the dates as days that stay the same days, the other filters as typed."""

from collections.abc import Iterator, Sequence
from datetime import date

from corpus import PrintDate
from search.language import Tree, days, tree
from search.messages import say
from search.render.clauses import clause_text
from search.render.exports.review.days import in_words, with_weekday

_FIRST_DAY, _LAST_DAY = 1_01_01, 9999_12_31
"""The days, yyyymmdd, of a period that has no beginning or no end."""


def filters(clauses: Sequence[Tree], today: date) -> list[str]:
    r"""Return the lines that say what an answer was narrowed to; `today` is the day of relative dates.

    >>> filters((tree.Dates(">=2025-11-03"), tree.Dates("<=2025-11-09"), tree.Word("rabat", "place")), date(2025, 12, 1))
    ['Period: 3\xa0November 2025 to 9\xa0November 2025', 'Filters: place:rabat']
    """
    dates = [days.period(clause.expression, today) for clause in clauses if isinstance(clause, tree.Dates)]
    others = [clause_text(clause) for clause in clauses if not isinstance(clause, tree.Dates)]
    return [*_period(dates), *([say("review.filters", filters=" · ".join(others))] if others else [])]


def _period(dates: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the days that all the periods have in common; nothing where there is no period, or no such day."""
    if not dates:
        return
    first, last = max(first for first, _ in dates), min(last for _, last in dates)
    if not last:
        yield say("review.period_undated")
    elif first == last:
        yield say("review.period_of_day", day=with_weekday(PrintDate.fromnumber(first)))
    elif first <= _FIRST_DAY:
        yield say("review.period_until", last=in_words(PrintDate.fromnumber(last)))
    elif last >= _LAST_DAY:
        yield say("review.period_since", first=in_words(PrintDate.fromnumber(first)))
    elif first < last:
        yield say(
            "review.period_from_to",
            first=in_words(PrintDate.fromnumber(first)),
            last=in_words(PrintDate.fromnumber(last)),
        )
