"""The lines that say when an article was published: above it, below it, and in its first sentences."""

import re
from itertools import pairwise
from typing import NamedTuple

from corpus.clean import bare
from corpus.dates.print_date import PrintDate, existing
from corpus.dates.sayings import CLOCK_OR_VERB, MAX_LINE_CHARACTERS, PUBLISHED, UPDATED, only_says_when
from corpus.dates.written import Written, day_of_year, file_date, period_of_issue, written, written_apart
from corpus.months import WEEKDAYS
from corpus.sections import is_of_press, is_section

_DIGIT = re.compile(r"\d")
_LEADING = re.compile(r"date ?:? ?(\d{4})-(\d{2})-(\d{2})(?!\d)[ ,:–-]*", re.IGNORECASE)
_CITY = re.compile(r"(?:[^\W\d_][^,;:.!?\d()–—]{1,40}(?: \([^()]{1,30}\))?, )?(?:le )?", re.IGNORECASE)
_DASH = re.compile(r"(?: ?\([^()]{1,20}\)|, [\w’']{2,30})?(?: ?[.,:])? ?[–—-] ?")
_BAR = r" ?[|•·›»] ?"
_LABEL = r"[A-ZÀ-ÖØ-ÞŒ][\w’'&.-]{0,20}(?: [\w’'&.-]{1,20}){0,4}"
_HYPHEN = r" [–—-] "
_PERSON = re.compile(
    r"[A-ZÀ-ÖØ-ÞŒ](?:\.|[^\W\d_A-Z]{1,20})(?:[ -][A-ZÀ-ÖØ-ÞŒ](?:[^\W\d_A-Z]{1,20}|[A-ZÀ-ÖØ-ÞŒ]{1,20})){1,2}"
)
_NAME_BEFORE = re.compile(rf"(?P<label>{_PERSON.pattern})(?P<hyphen>),? (?=[Pp]ubli|[Mm]is |[Pp]ost)")
_WHERE_BEHIND = re.compile(
    r"(?:^| )(?:à|dans|sur|par) (?:la |le |les |l['’])?[^\W\d][\w’'-]{0,20}(?: [\w’'-]{1,20}){0,2}$"
)
"""Where, or by whom: "Publié le 3 mars 2021 dans Société", "à Sète", "par la rédaction"."""
_LABEL_BEFORE = re.compile(rf"(?P<label>{_LABEL})(?: \([^()]{{2,30}}\))?(?:{_BAR}|(?P<hyphen>{_HYPHEN}))")
_MAX_LABELS = 3
_NAMES = (
    r"[A-ZÀ-ÖØ-ÞŒ][\w’'-]{0,20}(?: (?:[A-ZÀ-ÖØ-ÞŒ][\w’'-]{0,20}|de|du|des|la|le|les|en|et|avec|sur)){0,4}"
)
_VERB = r"(?:Publi|Mise? (?:à|en) |Post|Paru|PUBLI|MISE? )"
_LEAD_IN = re.compile(
    rf"(?!(?:[^.]{{1,30}} )?d(?:e|u|es) ){_NAMES}\. ?(?={_VERB})|\({_NAMES}\) ?(?={_VERB})"
    rf"|{_NAMES} ?\((?:AFP|ATS|ats|afp|awp|Belga|belga|Reuters|AP|MAP|APS|TAP)\)[ ,:–—-]*$"
)
"""Names before what a line says: "Sète. Publié le", "(Sète) Publié le", "Sète (ats) 3.3.2021"."""
_RIGHTS = re.compile(rf"(?:©|\([cC]\)|[Cc]opyright) ?(?:\d{{4}} )?{_NAMES},? ")
"""Before the day where all rights are reserved, "© Le Phare, 3.3.2021. Tous droits réservés"; else it is a credit."""
_PAPER = re.compile(_NAMES)
_WITH_AGENCY = re.compile(r"(?:^| (?:avec|et) )(?:l['’])?(?:AFP|ATS|Belga|AP|Reuters|Keystone-ATS)$")
_LAW = r"(?:Loi|Décret|Arrêté|Ordonnance|Circulaire|Avis|Décision|Règlement|Directive|Projet|Procès|Affaire|Arrêt)"
_NUMBERED = re.compile(
    rf"(?!(?:L[ae] |L['’])?(?i:{_LAW})\b)(?P<label>{_NAMES}),?(?P<hyphen>{_HYPHEN})? ?(?=(?:[Nn](?:[°º]|o\.?)|[Nn]uméro) ?\d)"
)
"""The name of a paper before the number of an issue, "Le Phare, n° 12, mars 2021"; laws are numbered as well."""
_PAGE = re.compile(r"\bp(?:p|ages?)?\.? ?\d")
_ADDRESS = re.compile(r"https?://(?P<host>[^\s/]+)/(?:[\w-]+/){0,4}(?P<day>\d{4}/\d{2}/\d{2})(?:/\S*)?")
_BRACKET = re.compile(r"[^()]{0,20}\(([^()]*)\)")
_MAX_LEAD_CHARACTERS = 40
_LABEL_BEHIND = re.compile(rf"(?:{_BAR}|(?P<hyphen>{_HYPHEN}))(?P<label>{_LABEL})$")


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
        line = _RIGHTS.sub("", line, count=1)
    days = list(written_apart(line))
    if not days:
        return _without_day(line)
    between = [line[first.end : second.start] for first, second in pairwise(days)]
    if not only_says_when(" ; ".join(between)):
        return None
    sides = _sides(line[: days[0].start], line[days[-1].end :])
    if not (only_says_when(sides.before) and only_says_when(sides.behind)):
        return None
    said = bare(" ; ".join([sides.before, *between, sides.behind]))
    if not (all(map(_is_beside_hyphen, sides.hyphened)) or PUBLISHED.search(said) or _PAGE.search(said)):
        return None  # "Conseil municipal - 3 mars 2021" is a headline
    found, is_update = _of_publication(days, [sides.before, *between], sides.behind)
    is_bare = not (sides.signed or sides.labels or CLOCK_OR_VERB.search(said))
    return DateLine(found, is_update, sides.labels, sides.signed, is_bare)


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
    match = _NUMBERED.match(line)
    issue = period_of_issue(line[match.end() :] if match else line)
    return (
        DateLine(issue, labels=(match["label"].rstrip(" ,–—-"),) if match else (), is_bare=True)
        if issue
        else None
    )


class _Sides(NamedTuple):
    """What stands before the first day of a line and behind the last, and the names that stood there.

    `hyphened` are those of the labels that only a hyphen sets apart.
    """

    before: str
    behind: str
    labels: tuple[str, ...] = ()
    signed: str = ""
    hyphened: tuple[str, ...] = ()


def _sides(before: str, behind: str) -> _Sides:
    """Return the two sides of the days of a line, the names on them apart."""
    labels: list[str] = []
    hyphened: list[str] = []
    signed = ""

    def take(match: re.Match[str]) -> None:
        label = _WITH_AGENCY.sub("", match["label"].rstrip(" –—-"))
        labels.extend([label] if label else [])
        hyphened.extend([match["label"]] if match["hyphen"] else [])

    if lead := _LEAD_IN.match(before):
        before = before[lead.end() :]
    if not only_says_when(before):
        if match := _NUMBERED.match(before) or _LABEL_BEFORE.match(before) or _NAME_BEFORE.match(before):
            take(match)
            before = before[match.end() :]
        elif _CITY.fullmatch(before):
            signed, before = before, ""
    while (
        len(labels) < _MAX_LABELS and not only_says_when(behind) and (match := _LABEL_BEHIND.search(behind))
    ):
        take(match)
        behind = behind[: match.start()]
    if PUBLISHED.search(bare(before)):
        behind = _WHERE_BEHIND.sub("", behind)
    name = signed.rstrip(", ")
    if name and (_PAGE.search(behind) or (is_of_press(name) and _PAPER.fullmatch(name))):
        labels.append(name)
        signed = "" if _PAGE.search(behind) else signed
    return _Sides(before, behind, tuple(labels), signed, tuple(hyphened))


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
    """Return whether a label may stand beside a day with no more than a hyphen between: a section, a paper, a first and last name."""
    is_paper = is_of_press(label) and _PAPER.fullmatch(label)
    return is_section(label) or bool(is_paper or _PERSON.fullmatch(label) or _WITH_AGENCY.search(label))


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
