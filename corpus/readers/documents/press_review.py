"""Press reviews in a document: under each heading of one rank stands a line with a source, a day or both, then an article.

A document that is not of this kind, for one of these headings has no such line, is one article: a report keeps its
chapters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.article import Article, Found, Rejected
from corpus.byline import persons, without_by
from corpus.clean import clean_line
from corpus.dates.lines import date_line
from corpus.dates.print_date import PrintDate
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.message import message
from corpus.readers.documents.document import Line, article
from corpus.readers.documents.page_heads import PAGE
from corpus.readers.record import Record
from corpus.records import replace
from corpus.sections import is_of_press

_MIN_ARTICLES = 2
_MAX_CHARACTERS = 120
_MAX_WORDS_OF_A_NAME = 6
_MAX_PARTS = 7
_MAX_SECTION_CHARACTERS = 40
_PART = expression(
    r"\s?[|•·;]\s?|,\s|\s[–—-]\s|\s?[()]|\s(?:daté )?(?:du|le)\s(?=(?:[a-zA-Z]{5,8}\s)?\d{1,2}(?:er)?[\s/.])"
)
_SOURCE_OF = expression(r"(?:source|publié dans|paru dans)\s?:?\s", re.IGNORECASE)
_CONTENTS = expression(r"(?:le\s)?(?:sommaire|table\sdes\smati|contents|index)", re.IGNORECASE)


class Reference(NamedTuple):
    """What the line under a headline says: a source, a day, a page, authors; "", None or empty where it says nothing."""

    source: str = ""
    date: PrintDate | None = None
    page: str = ""
    authors: tuple[str, ...] = ()


def articles(lines: Iterable[Line], record: Record, *, path: str) -> Iterator[Article | Rejected]:
    """Yield the articles of a press review, else the one of a document; `record.title` is the title of the file.

    Raises:
        Unreadable: the document has no text, or one that is too long.
    """
    written = [line for line in lines if line.text.strip()]
    starts = _starts(written)
    if not starts:
        yield article(written, record, path=path)
        return
    for number, start in enumerate(starts, start=1):
        end = _end(written, start)
        where = message("reading.chapter", number=number)
        try:
            yield _article(written[start:end], _section(written[:start], written[start].rank or 0), path)
        except Unreadable as error:
            yield Rejected(path, error.message, where)
    if any(not line.rank for line in written[: starts[0]]):
        yield Rejected(path, message("reading.covers", count=1))


def reference(line: str) -> Reference | None:
    """Return what a line under a headline says of the article, None if it is a line of the text.

    >>> reference("Le Fanal, 12 mars 2024, p. 3 – par Anne Roy")
    Reference(source='Le Fanal', date=PrintDate(year=2024, month=3, day=12), page='3', authors=('Anne Roy',))
    >>> reference("Le port rouvre le 12 mars 2024, après deux ans de travaux, dit le maire")
    """
    text = clean_line(line)
    if len(text) > _MAX_CHARACTERS or text.endswith((".", "!", "?", ":")):
        return None
    parts = [part for part in _PART.split(_SOURCE_OF.sub("", text, count=1)) if part and part.strip()]
    if len(parts) > _MAX_PARTS:
        return None
    found = Reference()
    names: list[str] = []
    for part in parts:
        day = date_line(part)
        if day and day.is_bare:
            found = found._replace(date=found.date or day.date)
        elif page := PAGE.fullmatch(part):
            found = found._replace(page=page[1])
        elif (signed := without_by(part)) != part:
            found = found._replace(authors=(*found.authors, *persons(signed)))
        elif part.count(" ") >= _MAX_WORDS_OF_A_NAME or not part[0].isupper():
            return None
        else:
            names.append(part)
    source = next(filter(is_of_press, names), names[0] if names and found.date else "")
    return found._replace(source=source) if found.date or source else None


def _starts(lines: Sequence[Line]) -> list[int]:
    """Return the indices of the headlines of a press review; none of another document."""
    for rank in sorted({line.rank for line in lines if line.rank is not None}):
        same = [
            number
            for number, line in enumerate(lines[:-1])
            if line.rank == rank and lines[number + 1].rank is None and not _CONTENTS.match(line.text.strip())
        ]
        if len(same) >= _MIN_ARTICLES and all(reference(lines[number + 1].text) for number in same):
            return same
    return []


def _end(lines: Sequence[Line], start: int) -> int:
    """Return the index of the next heading that is as high as a headline, or higher."""
    rank = lines[start].rank or 0
    for number, line in enumerate(lines[start + 1 :], start=start + 1):
        if line.rank is not None and line.rank <= rank:
            return number
    return len(lines)


def _section(above: Sequence[Line], rank: int) -> str:
    """Return the nearest heading above a headline of this rank that is higher; "" without one."""
    higher = (line.text for line in reversed(above) if line.rank and line.rank < rank)
    name = clean_line(next(higher, ""))
    return "" if len(name) > _MAX_SECTION_CHARACTERS or _CONTENTS.match(name) else name


def _article(lines: Sequence[Line], section: str, path: str) -> Article:
    """Return the article of a headline, the line with its reference, and its paragraphs.

    Raises:
        Unreadable: it has no text, or one that is too long.
    """
    said = reference(lines[1].text) or Reference()
    record = Record(
        raw="",
        text="",
        source=said.source,
        date=said.date,
        page=said.page,
        authors=said.authors,
        section=section,
    )
    found = article([lines[0]._replace(rank=1), *lines[2:]], record, path=path)
    return replace(
        found,
        raw="\n".join(line.text for line in lines),
        date_found=Found.LINE if said.date else found.date_found,
    )
