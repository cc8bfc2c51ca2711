"""The table of contents: the articles in the order of the review, grouped by day, by month or by year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus import PrintDate
from search.counts.timeline import UNDATED, Unit
from search.messages import say
from search.render.exports.review.days import period, with_weekday, within
from search.render.exports.review.markup import COMMA, NOTHING, Markup, element, joined, text, unbroken
from search.snippet import Snippet

_MIN_ARTICLES_OF_GROUP = 2
"""Articles of a group on average, for which the shortest period is taken: a heading for each article would say nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as the table of contents names it, and where its clipping is kept: the offset and the number of bytes.

    `language` is that of the article where it is not that of the review, else None; `values` are the numbers of its names.
    """

    headline: Snippet
    source: str
    date: PrintDate | None
    page: str
    language: str | None
    values: tuple[int, ...]
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Group:
    """Articles of one period, each with its number in the review."""

    heading: str
    unit: Unit
    entries: tuple[tuple[int, Entry], ...]


def arranged(entries: Sequence[Entry], *, oldest_first: bool) -> list[Group]:
    """Return the articles in groups, the newest first unless `oldest_first`, the undated last.

    Articles of a day stay in the order in which they came.
    """
    dated = [entry for entry in entries if entry.date]
    dated.sort(key=lambda entry: entry.date or PrintDate(0), reverse=not oldest_first)
    ordered = [*dated, *(entry for entry in entries if not entry.date)]
    unit = _unit(ordered)
    numbered = groupby(enumerate(ordered, 1), key=lambda item: _period(item[1], unit))
    return [Group(_heading(name), unit, tuple(items)) for name, items in numbered]


def _unit(entries: Sequence[Entry]) -> Unit:
    """Return the shortest period that has more than one article on average, else the year."""
    for unit in (Unit.DAY, Unit.MONTH):
        if len(entries) >= _MIN_ARTICLES_OF_GROUP * len({_period(entry, unit) for entry in entries}):
            return unit
    return Unit.YEAR


def _period(entry: Entry, unit: Unit) -> str:
    return entry.date.isoformat()[:unit] if entry.date else UNDATED


def _heading(name: str) -> str:
    """Return the heading of a period: a day with its weekday, with a capital."""
    is_day = name != UNDATED and len(name) == Unit.DAY
    words = with_weekday(PrintDate.fromisoformat(name)) if is_day else period(name)
    return words[:1].upper() + words[1:]


def contents(groups: Sequence[Group]) -> Iterator[Markup]:
    """Yield the table of contents, piece by piece."""
    yield Markup('<nav id="contents" aria-labelledby="contents-title">')
    yield element("h2", text(say("review.contents")), id="contents-title")
    for group in groups:
        yield Markup(f'<div class="group">{element("h3", text(group.heading))}\n<ol>\n')
        for number, entry in group.entries:
            yield Markup(f"{_row(number, entry, group.unit)}\n")
        yield Markup("</ol></div>\n")
    yield Markup("</nav>")


def _row(number: int, entry: Entry, unit: Unit) -> Markup:
    """Return the row of an article: its number, its headline, its source, its day where the group does not say it, its page."""
    link = element("a", text(unbroken(entry.headline.text)), href=f"#a{number}", lang=entry.language)
    day = within(entry.date, unit) if entry.date else ""
    printed = (
        element("cite", text(entry.source)) if entry.source else NOTHING,
        element("span", text(day), class_="day") if day else NOTHING,
        text(say("page.on_page", page=entry.page)) if entry.page else NOTHING,
    )
    return element(
        "li",
        element("span", text(str(number)), class_="number"),
        element("span", link),
        element("span", joined(printed, COMMA), class_="printed"),
    )


def span(entries: Sequence[Entry]) -> tuple[PrintDate, PrintDate] | None:
    """Return the first and the last date of the articles; None if no article is dated."""
    dates = [entry.date for entry in entries if entry.date]
    return (min(dates), max(dates)) if dates else None


def days(entries: Sequence[Entry]) -> dict[str, int]:
    """Return the number of articles of each date, by its ISO name."""
    return Counter(entry.date.isoformat() if entry.date else UNDATED for entry in entries)
