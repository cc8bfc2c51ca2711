"""The date in a value of a column or of a key, in the forms that databases, spreadsheets and programs write."""

import re
from datetime import UTC, date, datetime, timedelta

from corpus.clean import bare
from corpus.dates.lines import published
from corpus.dates.print_date import PrintDate, existing
from corpus.dates.written import period_of_issue
from corpus.expression import expression
from corpus.months import MONTHS

MAX_VALUE_CHARACTERS = 200
"""Characters of a value that are looked at."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FRACTIONS_OF_A_SECOND = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 15: 10**6, 16: 10**6, 18: 10**9, 19: 10**9}
"""The unit of a time since 1970 by the number of its digits: seconds, milli-, micro- and nanoseconds.

The shorter number of each unit is of 1973 to 2001, the longer of 2001 to 2286.
"""

_WRAPPED = expression(
    r"""(?:(?:ISODate|new\ Date|Date|Timestamp|NumberLong|datetime(?:\.date(?:time)?)?|/Date)\s*\(\s*
    |\{\s*"\$date"\s*:\s*(?:\{\s*"\$numberLong"\s*:)?\s*) ["']? (?P<value>[^"'(){}]{4,60}) ["']? [\s(){}/]*""",
    re.VERBOSE,
)
"""A value as the shell of MongoDB, JavaScript, pandas, .NET and Python print it: `ISODate("2021-03-03T18:02:00Z")`."""

_NUMBER = expression(r"(?P<sign>-?)(?P<digits>\d{4,19})(?:[.,]\d{0,9})?(?:(?<=\d{8})[+-]\d{4})?")
_POWER = expression(r"\d[.,]\d{6,12}[eE]\+?0?\d{1,2}")
"""A number as spreadsheets shorten it; with fewer digits its day is in doubt."""

_ISO = expression(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.,+Z -]{0,40})?")
_COMPACT = expression(r"(?:D:)?(\d{4})(\d{2})(\d{2})[T _-]?\d{2}[:h]?\d{2}.{0,30}")
_DAY_OF_YEAR = expression(r"(\d{4})-(\d{3})(?!\d).{0,30}")
_DAY_OF_WEEK = expression(r"(\d{4})-?W(\d{2})-?([1-7])(?!\d).{0,30}")
_WEEK = expression(r"(\d{4})-?W(\d{2})")
_MONTH = expression(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})|(?P<m2>\d{1,2})[-/.](?P<y2>\d{4})")
_YEAR_LAST = expression(
    r"(?P<m>[^\W\d_]{3,9})\.?\ (?P<d>\d{1,2}),?\ \d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?:\ [ap]m)?"
    r"(?:\ [a-z]{1,5})?(?:\ ?[+-]\d{1,2}:?\d{2})?\ (?P<y>\d{4})",
    re.IGNORECASE | re.VERBOSE,
)
"""The hour between the day and the year, as Twitter, Java and C write it: `Wed Mar 03 18:02:00 +0000 2021`."""


def parse_date(text: str) -> PrintDate | None:
    """Return the date of a metadata value, or None.

    It may be written as in ISO 8601, in French or in English, in figures with the day first, in one of the forms of
    programs, or as a time since 1970.  The day is the one that is written: no time zone moves it, for that of the paper
    is not known.  A month or a year stays one.  Of a publication and an update, the publication counts.

    >>> parse_date("2025-11-25T23:30:00Z"), parse_date("Tue, 25 Nov 2025 10:00:00 +0100")
    (PrintDate(year=2025, month=11, day=25), PrintDate(year=2025, month=11, day=25))
    >>> parse_date("31 juin 2025")
    >>> parse_date("1614793500.0").isoformat(), parse_date("2021-062").isoformat(), parse_date("03/2021").isoformat()
    ('2021-03-03', '2021-03-03', '2021-03')
    """
    text = text[:MAX_VALUE_CHARACTERS].strip(" \t\n\"'[]")
    if match := _WRAPPED.fullmatch(text):
        text = match["value"].strip()
    if match := _ISO.fullmatch(text):  # what nearly all files have; MySQL writes 2021-03-00 for a month
        return existing(*map(int, match.groups()))
    if match := _MONTH.fullmatch(text):
        month = int(match["m"] or match["m2"])
        if found := existing(int(match["y"] or match["y2"]), month):
            return found
    if number := _NUMBER.fullmatch(text):
        return _of_digits(number["sign"], number["digits"])
    if _POWER.fullmatch(text):
        return _since_1970(f"{float(text.replace(',', '.')):.0f}", "")
    return _of_program(text) or published(text) or period_of_issue(text)


def _of_program(text: str) -> PrintDate | None:
    """Return the date of a value in a form that programs alone write, or None."""
    if match := _COMPACT.fullmatch(text):
        return existing(*map(int, match.groups()))
    if match := _DAY_OF_YEAR.fullmatch(text):
        year, day = map(int, match.groups())
        return _day_of_year(year, day)
    if match := _DAY_OF_WEEK.fullmatch(text):
        return _day_of_week(*map(int, match.groups()))
    if match := _WEEK.fullmatch(text):
        return _of_week(*map(int, match.groups()))
    if match := _YEAR_LAST.search(text):
        month = MONTHS.get(bare(match["m"]), 0)
        return existing(int(match["y"]), month, int(match["d"])) if month else None
    return None


def _of_digits(sign: str, digits: str) -> PrintDate | None:
    """Return the date of a number: a year, a month (202103), a day (20210303), with an hour or not; else since 1970."""
    if not sign:
        year, month, day = int(digits[:4]), int(digits[4:6] or 0), int(digits[6:8] or 0)
        match len(digits):
            case 4 | 6 | 8 if found := existing(year, month, day):
                return found
            case 12 | 14 | 17 if day and digits[8:10] < "24" and (found := existing(year, month, day)):
                return found
            case 10 if (
                "19" <= digits[:2] <= "20" and digits[8:] < "24" and (found := existing(year, month, day))
            ):
                return found  # with an hour; as seconds it is later than 2030
            case 8:
                return existing(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    return _since_1970(digits, sign)


def _since_1970(digits: str, sign: str) -> PrintDate | None:
    """Return the day of a time since 1970, in UTC as pandas and Elasticsearch export it, or None."""
    unit = _FRACTIONS_OF_A_SECOND.get(len(digits))
    if not unit:
        return None
    try:
        moment = _EPOCH + timedelta(seconds=int(sign + digits) // unit)
    except OverflowError:
        return None
    return existing(moment.year, moment.month, moment.day)


def _day_of_year(year: int, number: int) -> PrintDate | None:
    """Return the day of the year with this number, 1 to 366."""
    if not existing(year) or not number:
        return None
    day = date(year, 1, 1) + timedelta(number - 1)
    return existing(day.year, day.month, day.day) if day.year == year else None


def _day_of_week(year: int, week: int, weekday: int) -> PrintDate | None:
    """Return the day of a week of ISO 8601, Monday being 1."""
    try:
        day = date.fromisocalendar(year, week, weekday)
    except ValueError:
        return None
    return existing(day.year, day.month, day.day)


def _of_week(year: int, week: int) -> PrintDate | None:
    """Return the month of a week of ISO 8601; the year where the week is of two months, None where it is of two years."""
    first, last = _day_of_week(year, week, 1), _day_of_week(year, week, 7)
    if not first or not last or first.year != last.year:
        return None
    return PrintDate(first.year, first.month if first.month == last.month else 0)
