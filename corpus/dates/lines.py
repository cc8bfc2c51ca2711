"""The lines that say when an article was published: above it, below it, and in its first sentences."""

import re
from itertools import pairwise
from typing import NamedTuple

from corpus.clean import bare
from corpus.dates.print_date import PrintDate, existing
from corpus.dates.sayings import CLOCK_OR_VERB, MAX_LINE_CHARACTERS, PUBLISHED, UPDATED, only_says_when
from corpus.dates.written import Written, period_of_issue, written, written_apart
from corpus.months import WEEKDAYS
from corpus.sections import is_section

_DIGIT = re.compile(r"\d")
_LEADING = re.compile(r"date ?:? ?(\d{4})-(\d{2})-(\d{2})(?!\d)[ ,:–-]*", re.IGNORECASE)
_CITY = re.compile(r"(?:[^\W\d_][^,;:.!?\d()–—]{1,40}(?: \([^()]{1,30}\))?, )?(?:le )?", re.IGNORECASE)
_DASH = re.compile(r"(?: ?\([^()]{1,20}\)|, [\w’']{2,30})?(?: ?[.,:])? ?[–—-] ?")
_BAR = r" ?[|•·›»] ?"
_LABEL = r"[A-ZÀ-ÖØ-ÞŒ][\w’'&.-]{0,20}(?: [\w’'&.-]{1,20}){0,4}"
_HYPHEN = r" [–—-] "
_PERSON = re.compile(r"[A-ZÀ-ÖØ-ÞŒ][^\W\d_A-Z]{1,20}(?:[ -][A-ZÀ-ÖØ-ÞŒ][^\W\d_A-Z]{1,20}){1,2}")
_NAME_BEFORE = re.compile(rf"(?P<label>{_PERSON.pattern})(?P<hyphen>),? (?=[Pp]ubli|[Mm]is |[Pp]ost)")
_WHERE_BEHIND = re.compile(
    r"(?:^| )(?:à|dans|sur|par) (?:la |le |les |l['’])?[^\W\d][\w’'-]{0,20}(?: [\w’'-]{1,20}){0,2}$"
)
"""Where, or by whom: "Publié le 3 mars 2021 dans Société", "à Sète", "par la rédaction"."""
_LABEL_BEFORE = re.compile(rf"(?P<label>{_LABEL})(?:{_BAR}|(?P<hyphen>{_HYPHEN}))")
_LABEL_BEHIND = re.compile(rf"(?:{_BAR}|(?P<hyphen>{_HYPHEN}))(?P<label>{_LABEL})$")


class DateLine(NamedTuple):
    """The date on a line that only says when an article was published, or when its text was changed, an update.

    `label` is what stands before or behind a bar on the line, the name of a section or of a paper; `signed` what stands
    before a comma, a town or a name; both are "" if nothing does.  `is_bare` is true of a line without an hour and a verb.
    """

    date: PrintDate
    is_update: bool = False
    label: str = ""
    signed: str = ""
    is_bare: bool = False


def date_line(line: str) -> DateLine | None:
    """Return the date of a line that only says when (and where) an article was published, or None.

    >>> date_line("Mis à jour le 8 mars 2021 à 09h10 - Publié le mercredi 3 mars 2021 à 18h02").date.isoformat()
    '2021-03-03'
    >>> date_line("Rabat, le 3 décembre 2025").date.isoformat(), date_line("Société | 3 mars 2021").label
    ('2025-12-03', 'Société')
    >>> date_line("Le 25 novembre 2025, la ville a fêté son port")
    """
    if len(line) > MAX_LINE_CHARACTERS or not _DIGIT.search(line):
        return None
    if line[:1] in "([" and line[-1:] in ")]":
        line = line[1:-1].strip()
    days = list(written_apart(line))
    if not days:
        month = period_of_issue(line)
        return DateLine(month, is_bare=True) if month and month.month else None
    start, end = days[0].start, days[-1].end
    before, behind = line[:start], line[end:]
    between = [line[first.end : second.start] for first, second in pairwise(days)]
    if not only_says_when(" ; ".join(between)):
        return None
    label, signed, match = "", "", None
    if not only_says_when(before):
        if match := _LABEL_BEFORE.match(before) or _NAME_BEFORE.match(before):
            label, before = match["label"], before[match.end() :]
        elif _CITY.fullmatch(before):
            signed, before = before, ""
    elif not only_says_when(behind) and (match := _LABEL_BEHIND.search(behind)):
        label, behind = match["label"], behind[: match.start()]
    elif PUBLISHED.search(bare(before)):
        behind = _WHERE_BEHIND.sub("", behind)
    if not (only_says_when(before) and only_says_when(behind)):
        return None
    said = bare(" ; ".join([before, *between, behind]))
    if match and match["hyphen"] and not (_is_beside_hyphen(label) or PUBLISHED.search(said)):
        return None  # "Conseil municipal - 3 mars 2021" is a headline
    found, is_update = _of_publication(days, [before, *between], behind)
    is_bare = not (signed or label or CLOCK_OR_VERB.search(said))
    return DateLine(found, is_update, label, signed, is_bare)


def published(text: str) -> PrintDate | None:
    """Return the day of a text that says when an article was published, and perhaps when it was changed; or None.

    >>> published("maj 08/03/21, mis en ligne 03/03/21").isoformat()
    '2021-03-03'
    """
    days = list(written_apart(text))
    if not days:
        return None
    leads = [
        text[: days[0].start],
        *(text[first.end : second.start] for first, second in pairwise(days)),
    ]
    return _of_publication(days, leads, text[days[-1].end :])[0]


def leading_date(line: str) -> tuple[PrintDate, str] | None:
    """Return the date of a line that begins as scrapers write it, `date 2025-12-01`, and the rest of the line.

    >>> leading_date("date 2025-12-01 Le port de Sète")
    (PrintDate(year=2025, month=12, day=1), 'Le port de Sète')
    """
    match = _LEADING.match(line)
    day = match and existing(*map(int, match.groups()))
    return (day, line[match.end() :]) if match and day else None


def dateline(paragraph: str) -> tuple[PrintDate, str] | None:
    """Return the date of a paragraph that opens as those of agencies do, and the paragraph without that opening.

    >>> dateline("RABAT, 3 décembre 2025 (MAP) – Le port a rouvert.")
    (PrintDate(year=2025, month=12, day=3), 'Le port a rouvert.')
    """
    first = next(written(paragraph[:120]), None)
    if first is None or not _CITY.fullmatch(paragraph, 0, first.start):
        return None
    dash = _DASH.match(paragraph, first.end)
    return (first.date, paragraph[dash.end() :]) if dash else None


def spoken_date(text: str) -> PrintDate | None:
    """Return the first date of a text that stands with its weekday, if that is the right one; or None.

    The press gives the news of the day with its weekday, "ce matin, mardi 25 novembre 2025", a past event without.  In the
    first 300 characters of Orange Actu's articles, the day is within three of the printed one 120 times in 161.

    >>> spoken_date("Né le 3 mars 1970, il a été reçu mardi 25 novembre 2025.")
    PrintDate(year=2025, month=11, day=25)
    """
    return next((found.date for found in written(text) if _has_its_weekday(found)), None)


def _has_its_weekday(found: Written) -> bool:
    """Return whether a date stands with its weekday, written in full: "mar" and "sun" are words too."""
    return WEEKDAYS.get(found.weekday) == found.date.weekday


def _is_beside_hyphen(label: str) -> bool:
    """Return whether a label may stand beside a day with no more than a hyphen between: a section, a first and last name."""
    return is_section(label) or _PERSON.fullmatch(label) is not None


def _of_publication(days: list[Written], leads: list[str], behind: str) -> tuple[PrintDate, bool]:
    """Return the first day that is not that of an update, else the first day; and whether it is that of an update.

    `leads` are what stands before each day; `behind`, what stands behind the last: "8 mars 2021 (mise à jour)".
    """
    for number, (day, lead) in enumerate(zip(days, leads, strict=True)):
        said = bare(lead)
        if not said.strip() and number == len(days) - 1:
            said = bare(behind)
        if PUBLISHED.search(said) or not UPDATED.search(said):
            return day.date, False
    return days[0].date, True
