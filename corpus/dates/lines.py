"""The lines that say when an article was published: above it, below it, and in its first sentences."""

import re
from itertools import pairwise
from typing import NamedTuple

from corpus.clean import bare
from corpus.dates.beside import CITY, NUMBERED, PAGE, RIGHTS, is_beside_hyphen, sides
from corpus.dates.print_date import PrintDate, existing
from corpus.dates.sayings import CLOCK_OR_VERB, MAX_LINE_CHARACTERS, PUBLISHED, UPDATED, only_says_when
from corpus.dates.written import Written, day_of_year, file_date, period_of_issue, written, written_apart
from corpus.expression import expression
from corpus.months import WEEKDAYS

_DIGIT = expression(r"\d")
_LEADING = expression(r"date ?:? ?(\d{4})-(\d{2})-(\d{2})(?!\d)[ ,:–-]*", re.IGNORECASE)
_DASH = expression(r"(?: ?\([^()]{1,20}\)|, [\w’']{2,30})?(?: ?[.,:])? ?[–—-] ?")
_ADDRESS = expression(r"https?://(?P<host>[^\s/]+)/(?:[\w-]+/){0,4}(?P<day>\d{4}/\d{2}/\d{2})(?:/\S*)?")
_BRACKET = expression(r"[^()]{0,20}\(([^()]*)\)")
_MAX_LEAD_CHARACTERS = 40


class DateLine(NamedTuple):
    """The date on a line that only says when an article was published, or when its text was changed, an update.

    `labels` are what stands before and behind a bar on the line, the names of a section, a paper or an author; `signed`
    what stands before a comma, a town or a name, "" if nothing does.  `is_bare` is true of a line without an hour and a verb.
    """

    date: PrintDate
    is_update: bool = False
    labels: tuple[str, ...] = ()
    signed: str = ""
    is_bare: bool = False


def date_line(line: str) -> DateLine | None:
    """Return the date of a line that only says when (and where) an article was published, or None.

    >>> date_line("Mis à jour le 8 mars 2021 à 09h10 - Publié le mercredi 3 mars 2021 à 18h02").date.isoformat()
    '2021-03-03'
    >>> date_line("Rabat, le 3 décembre 2025").date.isoformat(), date_line("Société | 3 mars 2021").labels
    ('2025-12-03', ('Société',))
    >>> date_line("Le 25 novembre 2025, la ville a fêté son port")
    """
    if len(line) > MAX_LINE_CHARACTERS or not _DIGIT.search(line):
        return None
    if line[:1] in "([" and line[-1:] in ")]":
        line = line[1:-1].strip()
    if "droits réservés" in line:
        line = RIGHTS.sub("", line, count=1)
    days = list(written_apart(line))
    if not days:
        return _without_day(line)
    between = [line[first.end : second.start] for first, second in pairwise(days)]
    if not only_says_when(" ; ".join(between)):
        return None
    names = sides(line[: days[0].start], line[days[-1].end :])
    if not (only_says_when(names.before) and only_says_when(names.behind)):
        return None
    said = bare(" ; ".join([names.before, *between, names.behind]))
    if not (all(map(is_beside_hyphen, names.hyphened)) or PUBLISHED.search(said) or PAGE.search(said)):
        return None  # "Conseil municipal - 3 mars 2021" is a headline
    found, is_update = _of_publication(days, [names.before, *between], names.behind)
    is_bare = not (names.signed or names.labels or CLOCK_OR_VERB.search(said))
    return DateLine(found, is_update, names.labels, names.signed, is_bare)


def introduces_date(line: str) -> bool:
    """Return whether a line says that the next one says when: "Publié le", "Date de publication :".

    >>> introduces_date("Mis à jour le"), introduces_date("Publié"), introduces_date("Le port")
    (True, True, False)
    """
    if len(line) > _MAX_LEAD_CHARACTERS or _DIGIT.search(line):
        return False
    said = bare(line)
    return bool(PUBLISHED.search(said) or UPDATED.search(said)) and only_says_when(line)


def _without_day(line: str) -> DateLine | None:
    """Return the date of a line that has none of the usual forms of a day: the month of an issue, an address, a number."""
    if match := _ADDRESS.fullmatch(line):
        day = file_date(match["day"].replace("/", "-"))
        return DateLine(day, signed=match["host"]) if day else None
    if len(line) == len("20210303") and line.isdecimal():
        day = file_date(line)
        return DateLine(day, is_bare=True) if day else None
    match = NUMBERED.match(line)
    issue = period_of_issue(line[match.end() :] if match else line)
    return (
        DateLine(issue, labels=(match["label"].rstrip(" ,–—-"),) if match else (), is_bare=True)
        if issue
        else None
    )


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
    if first is None or not CITY.fullmatch(paragraph, 0, first.start):
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


def _of_publication(days: list[Written], leads: list[str], behind: str) -> tuple[PrintDate, bool]:
    """Return the first day that is not that of an update, else the first day; and whether it is that of an update.

    `leads` are what stands before each day; `behind`, what stands behind the last.  A bracket behind a day may
    say what the day is, "8 mars 2021 (mise à jour)"; the day of the publication may have no year: that of the update counts.
    """
    tails = [*leads[1:], behind]
    rest = leads[0]
    for day, tail in zip(days, tails, strict=True):
        said, rest = bare(rest), tail
        bracket = _BRACKET.match(tail)
        if bracket and not said.strip(" .,;/|-–—"):
            said, rest = bare(bracket[1]), tail[bracket.end() :]
        elif not said.strip() and day is days[-1]:
            said = bare(tail)
        update = UPDATED.search(said)
        if (
            update
            and PUBLISHED.search(before := said[: update.start()])
            and (first := day_of_year(before, day.date))
        ):
            return first, False
        if not update or PUBLISHED.search(said):
            return day.date, False
    return days[0].date, True
