"""The names of times on the lines of a page: that of a date, of a period, of a length of time."""

from corpus import PrintDate
from search.counts.periods import Step
from search.messages import say

_STEP_CODES = {
    Step.DAY: "page.day_step",
    Step.WEEK: "page.week_step",
    Step.MONTH: "page.month_step",
    Step.QUARTER: "page.quarter_step",
    Step.YEAR: "page.year_step",
    Step.DECADE: "page.decade_step",
    Step.CENTURY: "page.century_step",
}


def date_name(date: PrintDate | None) -> str:
    """Return the date of an article as a line shows it.

    >>> date_name(PrintDate(2017, 3)), date_name(None)
    ('2017-03', 'undated')
    """
    return date.isoformat() if date else say("page.undated")


def step_name(step: Step) -> str:
    """Return the name of a length of time, as it stands behind `articles by` or `per`."""
    return say(_STEP_CODES[step])


def period_name(iso: str) -> str:
    """Return the name of a period as a line shows it, by its ISO name.

    >>> from search.messages import Language, speaking
    >>> with speaking(Language.FRENCH):
    ...     [period_name(iso) for iso in ("2020-01-05", "2020-W01", "2020-Q1", "2020", "2020s")]
    ['2020-01-05', '2020-S01', '2020-T1', '2020', 'années 2020']
    """
    if iso.endswith("s"):
        return say("page.decade", decade=iso.removesuffix("s"))
    year, _, part = iso.partition("-")
    match part[:1]:
        case "W":
            return say("page.week", year=year, week=part[1:])
        case "Q":
            return say("page.quarter", year=year, quarter=part[1:])
        case _:
            return iso
