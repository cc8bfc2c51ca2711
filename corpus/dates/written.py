"""The dates in a text, in French and in English, in words and in figures."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.clean import bare
from corpus.dates.print_date import PrintDate, existing, full_year
from corpus.expression import expression
from corpus.months import MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS

_WEEKDAY = rf"(?:\b(?P<weekday>{'|'.join([*WEEKDAYS, *WEEKDAY_ABBREVIATIONS])})\b\.?,? ?(?:le )?)?"
_MONTH_NAME = r"[^\W\d_]{3,9}"
_ORDINAL = r"(?: ?(?:er|ᵉʳ|st|nd|rd|th)\b)?"
_NUMBERS = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt "
    "vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente trente-et-un"
)
_DAYS_IN_WORDS = {"premier": 1} | {word: number for number, word in enumerate(_NUMBERS.split(), start=1)}
_DAY_IN_WORDS = "|".join(sorted(_DAYS_IN_WORDS, key=len, reverse=True)).replace("-", "[ -]")
_IN_TEXT = expression(
    rf"{_WEEKDAY}(?<![\d/.-])(?:"
    r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})(?:er)?(?P<sep2>[-/.])(?P<m2>\d{1,2})(?P=sep2)(?P<y2>\d{4})"
    r"|(?P<d3>\d{1,2})/(?P<m3>\d{1,2})/(?P<y3>\d{2})"
    rf"|(?P<d4>\d{{1,2}}|\bpremier){_ORDINAL}(?: (?:of )?|-)(?P<m4>{_MONTH_NAME})(?:\.?,? |-)(?P<y4>\d{{4}})"
    rf"|(?P<m5>{_MONTH_NAME})\.? (?P<d5>\d{{1,2}}){_ORDINAL},? (?P<y5>\d{{4}})"
    r")(?![\d/])",
    re.IGNORECASE,
)
"""The ways to write a day that cannot be taken for anything else in the middle of a sentence."""

_YEAR = r"(?:\d{4}|['’]?\d{2}(?! ?h|\w|:|[-/.]\d| [^\W\d_]{3,9}\.? \d{4}))"
"""A year of four digits, or of two that are no hour, "3 mars 18h02", and no day, "1er mars, 15 avril 2021"."""

_APART = expression(
    rf"{_WEEKDAY}(?<![\d/.°º-])(?<![°º] )(?:"
    r"(?P<y>\d{4})(?P<sep>[-/._ ]|, |\. )(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})"
    rf"|(?P<d2>\d{{1,2}})(?:er)?(?P<sep2> ?[-/.] ?| )(?P<m2>\d{{1,2}})(?P=sep2)(?P<y2>{_YEAR})"
    rf"|(?P<d3>\d{{1,2}}|\b(?:{_DAY_IN_WORDS})\b){_ORDINAL}(?:[èe]me|e)?(?:\. ?| (?:of )?|)(?P<m3>{_MONTH_NAME})\.?,? ?(?P<y3>{_YEAR})"
    rf"|(?P<d4>\d{{1,2}})(?P<sep4>[-/.])(?P<m4>{_MONTH_NAME})(?P=sep4)(?P<y4>{_YEAR})"
    rf"|(?P<m5>{_MONTH_NAME})\.?[ -](?P<d5>\d{{1,2}}){_ORDINAL},?[ -](?P<y5>{_YEAR})"
    rf"|(?P<y6>\d{{4}})(?:[- ]|, )(?P<m6>{_MONTH_NAME})[- ](?P<d6>\d{{1,2}})"
    r")(?![\d/])",
    re.IGNORECASE,
)
"""The ways to write a day where nothing else is expected, on a line of its own or in a column."""

_WITHOUT_YEAR = expression(
    rf"(?<![\d/.:])(?:(?P<d>\d{{1,2}}|\bpremier){_ORDINAL} (?P<m>{_MONTH_NAME})|(?P<d2>\d{{1,2}})[/.](?P<m2>\d{{1,2}})(?![/.:\d]))",
    re.IGNORECASE,
)
_ISSUE = r"(?:vol(?:ume)?\.? ?\d{1,4},? )?(?:n(?:°|º|os?|um(?:éro|ero)?)\.? ?\d{1,6}(?: ?[,:|–—-] ?| (?:de |d['’])?))?"
_PERIOD = expression(
    rf"{_ISSUE}(?:(?:publié|paru|mis en ligne)e?s? )?(?:en |date ?:? )?(?:"
    rf"(?P<m>{_MONTH_NAME})\.?(?: (?P<y2>\d{{4}}))?(?:(?: ?[-–—/&,] ?| (?:et|à) )(?P<m2>{_MONTH_NAME})\.?)?(?:,? |-|)(?P<y>\d{{4}})"
    rf"|(?P<y3>\d{{4}})[- ]?(?P<m3>{_MONTH_NAME}))",
    re.IGNORECASE,
)
_PART_OF_YEAR = r"(?:printemps|été|ete|automne|hiver|spring|summer|autumn|fall|winter)"
_SEASON = expression(
    rf"{_ISSUE}(?:{_PART_OF_YEAR}(?: ?[-–/&] ?{_PART_OF_YEAR})?|[tq][1-4]|[1-4](?:er|e|ème|eme)? (?:trimestre|semestre))"
    r"(?: de)?[ -](?P<y>\d{4})|(?P<y2>\d{4})-?[tq][1-4]",
    re.IGNORECASE,
)
_IN_NAME = expression(
    r"(?<!\d)(?:(?P<y>\d{4})(?P<sep>[-_. ]?)(?P<m>\d{2})(?P=sep)(?P<d>\d{2})"
    r"|(?P<d2>\d{2})(?P<sep2>[-_. ])(?P<m2>\d{2})(?P=sep2)(?P<y2>\d{4}))(?!\d)"
)
_YEAR_IN_TEXT = expression(r"\d{4}|\d/\d\d?/\d")
"""What each day in a text has: a search for it costs a tenth of one for the day."""


class Written(NamedTuple):
    """A date in a text: its offsets, half-open, and the weekday written before it ("" if none)."""

    date: PrintDate
    start: int
    end: int
    weekday: str


def written(text: str) -> Iterator[Written]:
    """Yield the days that a cleaned text names, in order, of the years 1600 to 2100.

    >>> [found.date.isoformat() for found in written("du 1er sept. 2024 au 31/02/25, puis mardi 4.3.2025")]
    ['2024-09-01', '2025-03-04']
    """
    return _found(_IN_TEXT, text) if _YEAR_IN_TEXT.search(text) else iter(())


def written_apart(text: str) -> Iterator[Written]:
    """Yield the days of a line or of a value that has hardly more than days: short forms are dates there.

    >>> [found.date.isoformat() for found in written_apart("mer. 3 mars 21, MAJ 08.03.21 - 3-mars-2021, 18 h 02")]
    ['2021-03-03', '2021-03-08', '2021-03-03']
    """
    return _found(_APART, text)


def day_of_year(text: str, later: PrintDate) -> PrintDate | None:
    """Return the last day that a text names without a year, in the year that ends with `later`; None if it names no day.

    >>> day_of_year("publié le 28 décembre à 9h, mis à jour le", PrintDate(2021, 1, 3))
    PrintDate(year=2020, month=12, day=28)
    """
    found = None
    for match in _WITHOUT_YEAR.finditer(text):
        day, month = _day(match["d"] or match["d2"]), _month(match["m"] or match["m2"])
        if day and month and (of_year := existing(later.year, month, day)):
            found = of_year if of_year <= later else existing(later.year - 1, month, day)
    return found


def period_of_issue(text: str) -> PrintDate | None:
    """Return the month, or the year, that a line or a value states without a day; None if it says anything else.

    Of an issue of several months the first counts, in which it came out; of a quarter or a season the year alone, for
    nobody agrees in which month a season begins.

    >>> period_of_issue("n° 12, mars-avril 2021"), period_of_issue("Printemps 2021")
    (PrintDate(year=2021, month=3, day=0), PrintDate(year=2021, month=0, day=0))
    """
    match = _PERIOD.fullmatch(text)
    if match and (month := MONTHS.get(bare(match["m"] or match["m3"]))):
        last = MONTHS.get(bare(match["m2"] or ""), month)
        year = int(match["y2"] or match["y"] or match["y3"])
        return existing(year - (last < month and not match["y2"]), month)
    match = _SEASON.fullmatch(text)
    return existing(int(match["y"] or match["y2"])) if match else None


def file_date(name: str) -> PrintDate | None:
    """Return the date in a file name, or None.

    >>> file_date("LeMonde_20250314_12.txt"), file_date("14-03-2025 port")
    (PrintDate(year=2025, month=3, day=14), PrintDate(year=2025, month=3, day=14))
    """
    return next((day for match in _IN_NAME.finditer(name) if (day := _of_groups(match))), None)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Written]:
    for match in pattern.finditer(text):
        day = _of_groups(match)
        if day:
            yield Written(day, match.start(), match.end(), bare(match["weekday"] or ""))


def _of_groups(match: re.Match[str]) -> PrintDate | None:
    """Return the date of a match whose groups are named y, m and d, or y2, m2 and d2, and so on; None if no such day is.

    A day of the month is in figures or in words, a month in figures or a name.
    """
    parts = {name[0]: text for name, text in match.groupdict().items() if text and name[0] in "ymd"}
    day = _day(parts["d"])
    month = _month(parts["m"])
    year = full_year(parts["y"].lstrip("'’"))
    return existing(year, month, day) if day and month else None


def _day(text: str) -> int:
    """Return the number of a day of the month, in figures or in words."""
    return int(text) if text.isdecimal() else _DAYS_IN_WORDS[bare(text).replace(" ", "-")]


def _month(text: str) -> int:
    """Return the number of a month, in figures or by its name; 0 if there is no such name."""
    return int(text) if text.isdecimal() else MONTHS.get(bare(text), 0)
