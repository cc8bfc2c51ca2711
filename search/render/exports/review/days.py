"""Days, months and years in words, as a newspaper writes them under its name."""

from corpus import PrintDate
from search.counts.periods import UNDATED, Step
from search.messages import say
from search.render.period import period_name

_WEEKDAYS = (
    "review.monday",
    "review.tuesday",
    "review.wednesday",
    "review.thursday",
    "review.friday",
    "review.saturday",
    "review.sunday",
)
_MONTHS = (
    "review.january",
    "review.february",
    "review.march",
    "review.april",
    "review.may",
    "review.june",
    "review.july",
    "review.august",
    "review.september",
    "review.october",
    "review.november",
    "review.december",
)


def with_weekday(date: PrintDate) -> str:
    r"""Return a date with its weekday, if the day is known.

    >>> with_weekday(PrintDate(2017, 3, 20)), with_weekday(PrintDate(2017, 3))
    ('Monday 20\xa0March 2017', 'March 2017')
    """
    return (
        say("review.with_weekday", weekday=say(_WEEKDAYS[date.weekday]), day=in_words(date))
        if date.day
        else in_words(date)
    )


def in_words(date: PrintDate) -> str:
    r"""Return a date in words, without its weekday.

    >>> from search.messages import Language, speaking
    >>> with speaking(Language.FRENCH):
    ...     in_words(PrintDate(2017, 3, 1)), in_words(PrintDate(2017))
    ('1er\xa0mars 2017', '2017')
    """
    if not date.month:
        return str(date.year)
    month = say("review.month_of_year", month=say(_MONTHS[date.month - 1]), year=str(date.year))
    if not date.day:
        return month
    return say("review.day_of_month", day=_day(date), month=month)


def within(date: PrintDate, step: Step) -> str:
    r"""Return what a heading of its day, month or year leaves to say of a date.

    >>> day = PrintDate(2017, 3, 20)
    >>> [within(day, step) for step in (Step.DAY, Step.MONTH, Step.YEAR)]
    ['', 'Monday 20', '20\xa0March']
    >>> within(PrintDate(2017, 3), Step.YEAR)
    'March'
    """
    if step is Step.DAY or not date.month or (step is Step.MONTH and not date.day):
        return ""
    month = say(_MONTHS[date.month - 1])
    if not date.day:
        return month
    if step is Step.MONTH:
        return say("review.with_weekday", weekday=say(_WEEKDAYS[date.weekday]), day=_day(date))
    return say("review.day_of_month", day=_day(date), month=month)


def _day(date: PrintDate) -> str:
    return say("review.first_of_month") if date.day == 1 else str(date.day)


def period(name: str) -> str:
    """Return a period, by its ISO name, in words; that of the undated too.

    >>> period("2017-03"), period("1970s"), period("none")
    ('March 2017', '1970s', 'undated')
    """
    if name == UNDATED:
        return say("page.undated")
    if name.endswith("s"):
        return period_name(name)
    return in_words(PrintDate.fromisoformat(name))
