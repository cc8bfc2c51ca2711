"""What a document of a word processor or a PDF gives: lines with a rank, and the article that is made of them.

A document is one article.  Its headline is the paragraph in the style of a title, or in that of a heading if it stands
among the first lines, for a heading further down is one between paragraphs.  Without any, the lines say it, as those of
a plain text; last counts the title that stands in the properties of the file, which the file often has from another
one that it was made of.

The properties of a file give nothing else: its day of creation is that on which somebody saved it, and its author the
name of a computer.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import NamedTuple

from corpus.article import Article, Found
from corpus.clean import bare, clean_line
from corpus.dates.lines import date_line
from corpus.dates.print_date import PrintDate
from corpus.expression import expression
from corpus.readers.documents.page_heads import page_above
from corpus.readers.record import Record, compose
from corpus.records import replace

TITLE_RANK = 0
"""The rank of a paragraph in the style of a title; headings have 1 to 9."""
CELLS = " | "
"""What stands between the cells of a row that is one line."""
_MAX_LINES_ABOVE = 6
"""Lines that may stand above the headline: the newspaper, the section, the date, the author."""
_MAX_LINES_LOOKED_AT = 40
"""Lines among which the headline is looked for: a table of contents may stand above it."""
_MAX_TITLE_CHARACTERS = 300
_MIN_TITLE_CHARACTERS = 4
_OF_PROGRAM = expression(
    r"microsoft (?:word|powerpoint|excel)\b.*"
    r"|(?:word|writer|new|nouveau)\W{1,3}document.{0,20}|document ?\d{0,3}|doc ?\d{0,3}"
    r"|(?:sans|no)\W{1,3}tit(?:re|le)\s*\d{0,3}|untitled(?:\W{1,3}document)?\s*\d{0,3}"
    r"|titre(?:\W{1,3}du\W{1,3}document)?|(?:document\W{1,3})?title|presentation(?: powerpoint)?\s*\d{0,3}"
    r"|(?:diapositive|page|article|layout|calque) ?\d{0,4}|mise\W{1,3}en\W{1,3}page ?\d{0,3}"
    r"|normal|scan(?:[\W_\d].{0,40})?|about:blank|index|print|impression"
)
"""Titles that a program writes, not a person, in small letters without accents."""
_FILE_NAME = expression(
    r"\S*\.(?:docx?|dotx?|odt|rtf|pdf|indd|qxp|qxd|pages|txt|html?|xps|tmp|cdr|ai|eps)", re.IGNORECASE
)


class Line(NamedTuple):
    """A paragraph of a document, or a row of a table; `rank` is 0 for a title, 1 to 9 for a heading, None for any other."""

    text: str
    rank: int | None = None


def row_lines(cells: list[list[Line]]) -> list[Line]:
    """Return the lines of a row of a table, of which `cells` are the lines of each cell that are not blank."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or any(len(cell) > 1 for cell in filled):
        return [line for cell in filled for line in cell]
    return [Line(CELLS.join(cell[0].text.replace("\n", " ") for cell in filled))]


def article(lines: Iterable[Line], record: Record, *, path: str) -> Article:
    """Return the article of the lines of a document; `record.title` is the title in the properties of the file.

    Its `raw` becomes the lines.

    Raises:
        Unreadable: the document has no text, or one that is too long.
    """
    written = [line for line in lines if line.text.strip()]
    raw = "\n".join(line.text for line in written)
    stated = stated_title(record.title)
    place = _headline(written, stated)
    page = page_above([line.text for line in written]) or record.page
    record = replace(record, raw=raw, title="", page=page)
    found = _composed(written, place, stated, record, path)
    day = _day_above(written[: place or 0]) if found.date_found not in {Found.METADATA, Found.LINE} else None
    return replace(found, date=day, date_found=Found.LINE) if day else found


def _composed(written: Sequence[Line], place: int | None, stated: str, record: Record, path: str) -> Article:
    """Return the article of lines that are not blank, of which the one at `place` is the headline.

    Raises:
        Unreadable: there is no text, or one that is too long.
    """
    # A blank line around the headline: it is never a line of a paragraph that was cut.
    texts = [line.text for line in written]
    file_name = PurePath(path).name
    if place is None:
        found = compose(replace(record, text="\n".join(texts)), path=path, file_name=file_name)
        if found.title_found is Found.TEXT and stated:
            return replace(found, title=clean_line(stated), title_found=Found.METADATA)
        return found
    title = clean_line(texts[place])
    above, below = texts[:place], texts[place + 1 :]
    found = compose(
        replace(record, text="\n".join((*above, "", title, "", *below))), path=path, file_name=file_name
    )
    if found.title == title or not any(map(str.strip, (*above, *below))):
        return found
    return compose(
        replace(record, title=title, text="\n".join((*above, *below))), path=path, file_name=file_name
    )


def _day_above(lines: Sequence[Line]) -> PrintDate | None:
    """Return the day that a line above the headline gives and says no more, if no other line gives another one.

    A masthead has six lines; databases print more of them above an article.
    """
    days = {day.date for line in lines if (day := date_line(line.text.strip())) and day.is_bare}
    return days.pop() if len(days) == 1 else None


def stated_title(title: str) -> str:
    """Return the title in the properties of a file, "" for one that a program wrote there.

    >>> stated_title("Microsoft Word - Document1"), stated_title("port.docx"), stated_title("Le port rouvre")
    ('', '', 'Le port rouvre')
    """
    title = clean_line(title[:_MAX_TITLE_CHARACTERS])
    if (
        len(title) < _MIN_TITLE_CHARACTERS
        or _OF_PROGRAM.fullmatch(bare(title))
        or _FILE_NAME.fullmatch(title)
    ):
        return ""
    return title


def _headline(lines: Sequence[Line], stated: str) -> int | None:
    """Return the index of the headline among lines that are not blank; None where no style and no property shows it."""
    first = lines[:_MAX_LINES_LOOKED_AT]
    styled = [number for number, line in enumerate(first) if line.rank == TITLE_RANK]
    headings = [number for number, line in enumerate(first[: _MAX_LINES_ABOVE + 1]) if line.rank]
    same = [number for number, line in enumerate(first) if stated and _same(line.text, stated)]
    number = next(iter((*styled, *_highest(headings, lines), *same)), None)
    if number is None or len(lines[number].text) > _MAX_TITLE_CHARACTERS:
        return None
    return number


def _highest(headings: Sequence[int], lines: Sequence[Line]) -> list[int]:
    """Return the first of the headings of the highest rank, if there is one."""
    return [min(headings, key=lambda number: (lines[number].rank, number))] if headings else []


def _same(line: str, title: str) -> bool:
    return bare(clean_line(line)).rstrip(" .") == bare(title).rstrip(" .")
