"""A mail that was sent on inside another one: the lines that name its sender, its day and its subject, and its text.

Outlook, Thunderbird, Gmail and Apple Mail write these lines above the text, in the language of who sends it on.
"""

import re
from typing import NamedTuple

from corpus.dates.lines import date_line
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.expression import expression

_HEADER_NAMES = {
    "from": "from", "de": "from", "expéditeur": "from",
    "date": "date", "sent": "date", "envoyé": "date", "envoyé le": "date",
    "subject": "subject", "objet": "subject", "sujet": "subject",
    "to": "to", "à": "to", "pour": "to", "destinataire": "to", "cc": "cc", "bcc": "cc", "cci": "cc",
    "reply-to": "cc", "répondre à": "cc", "importance": "cc", "pièces jointes": "cc", "attachments": "cc",
}  # fmt: skip
"""The headers as programs of mail print them, in French and in English."""
_LINE = expression(r"\*?([\w -]{1,16}?)\s?:\*?\s{0,4}\*?(.{0,500}?)\*?")
_MARK = expression(
    r"[-_*\s]{0,60}(?:(?:message\s(?:d['’]origine|original|transféré|forwardé)|original\smessage|forwarded\smessage"
    r"|courriel\soriginal|e-?mail\stransféré)[-_*\s]{0,60}"
    r"|(?:début\sdu\s(?:message|courriel|e-mail)\s(?:réexpédié|transféré)|begin forwarded\smessage)\s?:?)|[-_*]{5,80}",
    re.IGNORECASE,
)
"""The line above the headers."""
_QUOTED = expression("^> ?", re.MULTILINE)
_MAX_LINES_ABOVE = 20
_MAX_TIMES = 10
_MIN_HEADERS = 3
_MAX_HEADERS = 12
_MIN_TIMES_LONGER = 2
"""Times that the text of a mail is longer than what is written above it by who sends it on: an answer is not."""


class Forwarded(NamedTuple):
    """A mail inside another one: its sender, a name or an address, its subject, its day, its text."""

    sender: str
    subject: str
    date: PrintDate | None
    text: str


def forwarded(text: str) -> Forwarded | None:
    r"""Return the mail that a text sends on, None if it sends on none.

    A mail that was sent on several times is the innermost.

    >>> forwarded("À lire.\n\nDe : Le Fanal <a@exemple.fr>\nDate : 3 mars 2025\nObjet : Le port\n\nLe port de Sète rouvre.")
    Forwarded(sender='Le Fanal <a@exemple.fr>', subject='Le port', date=..., text='Le port de Sète rouvre.')
    """
    found = None
    for _ in range(_MAX_TIMES):
        inside = _next(text)
        if not inside:
            break
        found, text = inside, inside.text
    return found


def _next(text: str) -> Forwarded | None:
    """Return the mail whose headers stand among the first lines of a text; None without them."""
    lines = [line.strip() for line in text.split("\n")]
    written = [number for number, line in enumerate(lines) if line]
    for place, number in enumerate(written[:_MAX_LINES_ABOVE]):
        said, count = _headers([lines[each] for each in written[place : place + _MAX_HEADERS]])
        if not said:
            continue
        rest = written[place + count :]
        below = "\n".join(text.split("\n")[rest[0] :]) if rest else ""
        above = "".join(line for line in lines[:number] if not _MARK.fullmatch(line))
        if len(below) < _MIN_TIMES_LONGER * len(above) or not below:
            return None
        if lines[number].startswith(">"):
            below = _QUOTED.sub("", below).lstrip("\n")
        return Forwarded(said["from"], said.get("subject", ""), _day(said.get("date", "")), below)
    return None


def _headers(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the headers with which some lines begin, and their number; none if they are not those of a mail."""
    said: dict[str, str] = {}
    count = 0
    for line in lines:
        found = _LINE.fullmatch(line.removeprefix(">").strip())
        name = _HEADER_NAMES.get(found[1].strip().lower(), "") if found else ""
        if not found or not name:
            break
        said.setdefault(name, found[2].strip())
        count += 1
    is_mail = count >= _MIN_HEADERS and said.get("from") and said.keys() & {"date", "subject"}
    return (said, count) if is_mail else ({}, 0)


def _day(written: str) -> PrintDate | None:
    """Return the day of a header: `mercredi 10 septembre 2025 18:02`, `Wed, Sep 10, 2025 at 6:02 PM`."""
    if day := parse_date(written):
        return day
    line = date_line(written)
    return line.date if line else None
