"""What the running head or foot of a printed page says of its article: the paper, the section, the day, the page."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.dates.lines import date_line
from corpus.dates.print_date import PrintDate
from corpus.expression import expression
from corpus.readers.documents.layout import Run
from corpus.readers.documents.running_heads import MARGIN
from corpus.sections import is_of_press, is_section

_SAME_ROW = 3.0
"""Points that the runs of a row differ in height, at most."""
_BAR = expression(r"\s?[|•·]\s?|\s[–—-]\s|\t")
PAGE = expression(r"(?:pages?\s|pp?\.\s?|p\s)([A-Z]{0,5}\d{1,4}(?:[-–]\d{1,4})?)", re.IGNORECASE)
"""The page as a part of a line gives it: "p. 3-4", "page A12"."""
_NUMBER = expression(r"[A-Z]{0,3}\d{1,4}")
_PAPER = expression(r"(?:Le|La|Les|L['’]) ?[A-ZÉÈ].{1,40}")
"""The name of a paper, beside a day; names without an article are known by their words."""
_REVIEW = expression(r"(?:revue|panorama|veille)\b", re.IGNORECASE)
_MAX_WORDS_OF_A_PAPER = 6
_PAGE_IN_LINE = expression(
    r"(?:^|[|•·,;(–—-]\s?)(?:page|pages|p\.|pp\.)\s?([A-Z]{0,5}\d{1,4}(?:[-–,]\d{1,4})?)(?=\s?(?:$|[|•·,;)–—-]))",
    re.IGNORECASE,
)
"""The page in a line above a text: "Mercredi 3 décembre 2025 - p. 4", "Le Fanal • p. AIN14 • 312 mots"."""
_MAX_LINE_CHARACTERS = 120
_MAX_LINES = 14


class PageHead(NamedTuple):
    """What the margins of a page say, "" or None where they say nothing, and the rows that say it."""

    source: str = ""
    section: str = ""
    date: PrintDate | None = None
    page: str = ""
    rows: tuple[str, ...] = ()


def page_head(runs: Sequence[Run], height: float, kept: Sequence[Run]) -> PageHead:
    """Return what the margins of a page say; `kept` are the lines of its text, which are no heads.

    A row says so with a day; alone, no number is that of a page, unless a word says so.
    """
    texts = {line.text for line in kept}
    found = PageHead()
    for row in _rows([run for run in runs if not MARGIN * height < run.bottom < (1 - MARGIN) * height]):
        if " ".join(run.text for run in row) in texts:
            continue
        said = _said([part.strip() for run in row for part in _BAR.split(run.text) if part.strip()])
        if said != PageHead():
            found = PageHead(
                found.source or said.source,
                found.section or said.section,
                found.date or said.date,
                found.page or said.page,
                (*found.rows, " | ".join(run.text for run in row)),
            )
    return found


def page_above(lines: Sequence[str]) -> str:
    """Return the printed page that a line above the text gives; "" without one.

    >>> page_above(["Le Fanal", "Mercredi 3 décembre 2025 - p. 4", "Le port rouvre"]), page_above(["Voir page 4"])
    ('4', '')
    """
    for line in lines[:_MAX_LINES]:
        if len(line) > _MAX_LINE_CHARACTERS:
            return ""
        if found := _PAGE_IN_LINE.search(line):
            return found[1]
    return ""


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs of a margin in rows, from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.bottom, run.left)):
        if rows and abs(rows[-1][0].bottom - run.bottom) <= _SAME_ROW:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _said(parts: Sequence[str]) -> PageHead:
    """Return what the parts of a row say."""
    days = [(part, day) for part in parts if (day := date_line(part)) and day.is_bare and not day.is_update]
    dated = {part for part, _ in days}
    pages = [found[1] for part in parts if (found := PAGE.fullmatch(part))]
    if not days:
        return PageHead(page=next(iter(pages), ""))
    pages += [part for part in parts if _NUMBER.fullmatch(part)]
    labels = [part for part in parts if part not in dated and part not in pages and not PAGE.fullmatch(part)]
    section = next(filter(is_section, labels), "")
    paper = next((label for label in labels if label != section and _is_paper(label)), "")
    return PageHead(paper, section, days[0][1].date, next(iter(pages), ""))


def _is_paper(label: str) -> bool:
    """Return whether a label beside a day names a paper: by its words, or by its article."""
    if _REVIEW.match(label) or label.count(" ") >= _MAX_WORDS_OF_A_PAPER or label.endswith((".", "!", "?")):
        return False
    return label[0].isupper() and (is_of_press(label) or _PAPER.fullmatch(label) is not None)
