"""The line of a database that says when and where a piece was printed: date, page, hour, words, section or edition."""

import re
from typing import NamedTuple

from corpus.clean import clean_line
from corpus.dates.print_date import PrintDate, existing
from corpus.dates.written import period_of_issue, written, written_apart
from corpus.expression import expression
from corpus.months import WEEKDAYS

_MAX_CHARACTERS = 400
"""Characters of a line that are looked at; the longest of the samples has 90."""
_IDEOGRAPHS = expression(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
"""A day in Chinese or Japanese."""
_GERMAN = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
_WEEKDAY = rf"(?:{'|'.join([*WEEKDAYS, *_GERMAN.split()])})"
_WEEKDAY_BEHIND = expression(rf"[\s,]*{_WEEKDAY}\b", re.IGNORECASE)
_WEEKDAY_BEFORE = expression(rf"\b{_WEEKDAY},?\s*$", re.IGNORECASE)
_WORDS = expression(
    r"(?<![\w.,:])\d{1,3}(?:[ .,\u00a0\u202f]?\d{3}){0,2} (?:mots?|words?|Wörter|Wort)\b", re.IGNORECASE
)
_PAGE = expression(
    r"(?<!\w)(?:pp?\.|pg\.|pages?\b\.?|seiten?\b) ?"
    r"(?P<page>[A-Z]{0,6}\d[\w()/.-]{0,12}(?: ?(?:,|et|and|&|-|–) ?[A-Z]{0,6}\d[\w()/-]{0,12}){0,9}"
    r"|(?<=p\. )(?:[^\W\d_][\w’'&-]{0,20} ){1,6}[A-Z]{0,2}\d{1,3}(?=\s*(?:,|$))"
    r"|(?<=p\. )(?-i:[A-ZÀ-Þ’'&-]{2,20}(?: [A-ZÀ-Þ’'&-]{1,20}){0,6})(?=\s*(?:,|$))"
    r"|[A-Z]{1,6}\b)",
    re.IGNORECASE,
)
"""A page, `p. 11`, `p. MDE6`, `p. 819(40)`, or several, behind its sign; some papers name the part, `p. ARTS ET ÉCRANS 5`."""
_HOUR = expression(
    r"\b(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\b\.?)?|[hH] ?[0-5]\d\b)"
    r"(?: ?(?:UTC|GMT|[A-Z]{2,3}T|(?:Eastern|Central|Mountain|Pacific)(?: Standard| Daylight)? Time)\b)?(?: ?[+-]\d{1,2}:?\d{2})?",
    re.IGNORECASE,
)


class Header(NamedTuple):
    """The date and the page of a line, None and "" if it has none; the rest is a section, or an edition."""

    date: PrintDate | None
    page: str
    rest: str


def header(line: str) -> Header:
    """Return what a line says, whatever the order of its parts.

    >>> header("France, mercredi 11 septembre 2024 134 mots, p. 11")
    Header(date=PrintDate(year=2024, month=9, day=11), page='11', rest='France')
    >>> header("January 11, 2018 Thursday 10:36 AM EST Late Edition - Final").rest
    'Late Edition - Final'
    >>> header("Thursday, December 22, 2022 - 09:12 UTC +02:00 512 words").rest
    ''
    """
    line = clean_line(line[:_MAX_CHARACTERS])
    day, before, behind = _day(line)
    if day:
        before = _WEEKDAY_BEFORE.sub("", before)
        behind = _WEEKDAY_BEHIND.sub("", behind, count=1) if _WEEKDAY_BEHIND.match(behind) else behind
    rest = f"{before} , {behind}"
    rest = _WORDS.sub(" , ", _HOUR.sub(" ", rest))  # "UTC +0100 288 mots"
    page = _PAGE.search(rest)
    if page:
        rest = f"{rest[: page.start()]} , {rest[page.end() :]}"
    parts = [part for part in (part.strip(" .;–—-") for part in rest.split(",")) if part]
    if not day:
        day, parts = _period(parts)
    return Header(day, page["page"] if page else "", ", ".join(" ".join(part.split()) for part in parts))


def date(line: str) -> PrintDate | None:
    """Return the date of a line that has hardly anything else, None if it has none.

    >>> date("2018年9月14日"), date("1. April 2017"), date("Late Edition - Final")
    (PrintDate(year=2018, month=9, day=14), PrintDate(year=2017, month=4, day=1), None)
    """
    return header(line).date


def _day(line: str) -> tuple[PrintDate | None, str, str]:
    """Return the first day of a line, what stands before it and what behind; None, the line and "" without a day."""
    match = _IDEOGRAPHS.search(line)
    if match and (day := existing(*map(int, match.groups()))):
        return day, line[: match.start()], line[match.end() :]
    found = next(written(line), None) or next(written_apart(line), None)
    if found:
        return found.date, line[: found.start], line[found.end :]
    return None, line, ""


def _period(parts: list[str]) -> tuple[PrintDate | None, list[str]]:
    """Return the month or the year that one of the parts of a line is, and the other parts."""
    for number, part in enumerate(parts):
        if period := period_of_issue(part):
            return period, parts[:number] + parts[number + 1 :]
    return None, parts
