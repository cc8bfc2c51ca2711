"""The day an article was printed, as French newspapers, databases and file names write it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from corpus.clean import bare
from corpus.months import MONTHS

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ABOUT = frozenset(
    """a ajoute ajoutee apres archive at ce cest cet cree creee date de derniere dernier du edite en et gmt h heure
    heures hier jour la le lundi mardi mercredi jeudi vendredi samedi dimanche mais mis mise min mn modifie modifiee
    modification matin midi on paris paru parue parution post poste postee publie publiee publication published
    soir updated utc z t""".split()
)
"""The other words of a line that only says when an article was published, without accents."""

_DATE = re.compile(
    r"(?:(?P<weekday>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?(?<![\d/.-])(?:"
    r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})(?P<sep2>[-/.])(?P<m2>\d{1,2})(?P=sep2)(?P<y2>\d{4})"
    r"|(?P<d3>\d{1,2})/(?P<m3>\d{1,2})/(?P<y3>\d{2})"
    r"|(?P<d4>\d{1,2}) ?(?:er|ᵉʳ|st|nd|rd|th)? (?P<m4>[^\W\d_]{3,9})\.?,? (?P<y4>\d{4})"
    r"|(?P<m5>[^\W\d_]{3,9})\.? (?P<d5>\d{1,2})(?:st|nd|rd|th)?,? (?P<y5>\d{4})"
    r")(?![\d/])",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?")
_LEADING = re.compile(r"date ?:? ?(\d{4})-(\d{2})-(\d{2})(?!\d)[ ,:–-]*", re.IGNORECASE)
_CITY = re.compile(r"(?:[^\W\d_][^,;:.!?\d()–—]{1,40}(?: \([^()]{1,30}\))?, )?(?:le )?", re.IGNORECASE)
_DASH = re.compile(r"(?: ?\([^()]{1,20}\)|, [\w’']{2,30})?[.,:]? ?[–—-] ?")
_IN_NAME = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})(?P<sep>[-_. ]?)(?P<m>\d{2})(?P=sep)(?P<d>\d{2})"
    r"|(?P<d2>\d{2})(?P<sep2>[-_. ])(?P<m2>\d{2})(?P=sep2)(?P<y2>\d{4}))(?!\d)"
)


class Written(NamedTuple):
    """A date in a text: its offsets, half-open, and the weekday written before it ("" if none)."""

    day: date
    start: int
    end: int
    weekday: str


def written(text: str) -> Iterator[Written]:
    """Yield the dates of a cleaned text in order, of the years 1600 to 2100.

    >>> [found.day.isoformat() for found in written("du 1er sept. 2024 au 31/02/25, puis mardi 4.3.2025")]
    ['2024-09-01', '2025-03-04']
    """
    for match in _DATE.finditer(text):
        day = _of_groups(match)
        if day:
            yield Written(day, match.start(), match.end(), bare(match["weekday"] or ""))


def parse_date(text: str) -> date | None:
    """Return the date of a metadata value, or None.

    It may be written as in ISO 8601, in French or in English, in figures with the day first, or in seconds since 1970.
    The day is the one that is written: no time zone moves it, for that of the paper is not known.

    >>> parse_date("2025-11-25T23:30:00Z"), parse_date("Tue, 25 Nov 2025 10:00:00 +0100")
    (datetime.date(2025, 11, 25), datetime.date(2025, 11, 25))
    >>> parse_date("31 juin 2025")
    """
    text = text[:100].strip()
    if match := _COMPACT.fullmatch(text):
        return _day(*match.groups())
    if _EPOCH.fullmatch(text):  # what pandas and Elasticsearch export, in milliseconds, is UTC
        return datetime.fromtimestamp(int(text[:10]), UTC).date()
    return next((found.day for found in written(text)), None)


def leading_date(line: str) -> tuple[date, str] | None:
    """Return the date of a line that begins as scrapers write it, `date 2025-12-01`, and the rest of the line.

    >>> leading_date("date 2025-12-01 Le port de Sète")
    (datetime.date(2025, 12, 1), 'Le port de Sète')
    """
    match = _LEADING.match(line)
    day = match and _day(*match.groups())
    return (day, line[match.end() :]) if match and day else None


def date_line(line: str) -> date | None:
    """Return the date of a line that only says when (and where) an article was published, or None.

    >>> date_line("Publié le mardi 25 novembre 2025 à 10h32, mis à jour à 11h")
    datetime.date(2025, 11, 25)
    >>> date_line("Rabat, le 3 décembre 2025")
    datetime.date(2025, 12, 3)
    >>> date_line("Le 25 novembre 2025, la ville a fêté son port")
    """
    if len(line) > 120:
        return None
    dates = list(written(line))
    if not dates:
        return None
    first, last = dates[0], dates[-1]
    if last.end == len(line) and _CITY.fullmatch(line, 0, first.start):
        return first.day
    others = bare(_DATE.sub(" ", line))
    return first.day if _ABOUT.issuperset(re.findall(r"[^\W\d_]+", others)) else None


def dateline(paragraph: str) -> tuple[date, str] | None:
    """Return the date of a paragraph that opens as those of agencies do, and the paragraph without that opening.

    >>> dateline("RABAT, 3 décembre 2025 (MAP) – Le port a rouvert.")
    (datetime.date(2025, 12, 3), 'Le port a rouvert.')
    """
    first = next(written(paragraph[:120]), None)
    if first is None or not _CITY.fullmatch(paragraph, 0, first.start):
        return None
    dash = _DASH.match(paragraph, first.end)
    return (first.day, paragraph[dash.end() :]) if dash else None


def spoken_date(text: str) -> date | None:
    """Return the first date of a text that stands with its weekday, if that is the right one; or None.

    The press gives the news of the day with its weekday, "ce matin, mardi 25 novembre 2025", a past event without.  In the
    first 300 characters of Orange Actu's articles, the day is within three of the printed one 120 times in 161.

    >>> spoken_date("Né le 3 mars 1970, il a été reçu mardi 25 novembre 2025.")
    datetime.date(2025, 11, 25)
    """
    return next(
        (found.day for found in written(text) if found.weekday == _WEEKDAYS[found.day.weekday()]), None
    )


def file_date(name: str) -> date | None:
    """Return the date in a file name, or None.

    >>> file_date("LeMonde_20250314_12.txt"), file_date("14-03-2025 port")
    (datetime.date(2025, 3, 14), datetime.date(2025, 3, 14))
    """
    return next((day for match in _IN_NAME.finditer(name) if (day := _of_groups(match))), None)


def _of_groups(match: re.Match[str]) -> date | None:
    """Return the date of a match whose groups are named y, m and d, or y2, m2 and d2, and so on; or None."""
    parts = {name[0]: text for name, text in match.groupdict().items() if text and name[0] in "ymd"}
    return _day(parts["y"], parts["m"], parts["d"])


def _day(year: str, month: str, day: str) -> date | None:
    """Return the date, None if no such day exists; a year of two digits is of 1969 to 2068, as POSIX reads it."""
    number = int(month) if month.isdecimal() else MONTHS.get(bare(month), 0)
    full = int(year)
    if len(year) == 2:
        full += 1900 if full >= 69 else 2000
    if not 1600 <= full <= 2100:
        return None
    try:
        return date(full, number, int(day))
    except ValueError:
        return None
