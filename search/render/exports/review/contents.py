"""The table of contents: the articles in the order of the review, grouped by day, by month or by year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus import PrintDate
from corpus.records import record
from search.counts.periods import UNDATED, Step, number
from search.counts.timeline import shortened
from search.messages import say
from search.render.exports.review.days import period, with_weekday, within
from search.render.exports.review.markup import COMMA, NOTHING, Markup, element, joined, text, unbroken
from search.snippet import Snippet

_MIN_ARTICLES_OF_GROUP = 2
"""Articles of a group on average, for which the shortest period is taken: a heading for each article would say nothing."""


@record
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


@record
class Group:
    """Articles of one period, each with its number in the review."""

    heading: str
    step: Step
    entries: tuple[tuple[int, Entry], ...]


def arranged(entries: Sequence[Entry], *, oldest_first: bool) -> list[Group]:
    """Return the articles in groups, the newest first unless `oldest_first`, the undated last.

    Articles of a day stay in the order in which they came.
    """
    dated = [entry for entry in entries if entry.date]
    dated.sort(key=lambda entry: entry.date or PrintDate(0), reverse=not oldest_first)
    ordered = [*dated, *(entry for entry in entries if not entry.date)]
    step = _step(ordered)
    numbered = groupby(enumerate(ordered, 1), key=lambda item: _period(item[1], step))
    return [Group(_heading(name), step, tuple(items)) for name, items in numbered]


def _step(entries: Sequence[Entry]) -> Step:
    """Return the shortest period that has more than one article on average, else the year."""
    for step in (Step.DAY, Step.MONTH):
        if len(entries) >= _MIN_ARTICLES_OF_GROUP * len({_period(entry, step) for entry in entries}):
            return step
    return Step.YEAR


def _period(entry: Entry, step: Step) -> str:
    return shortened(entry.date.isoformat(), step) if entry.date else UNDATED


def _heading(name: str) -> str:
    """Return the heading of a period: a day with its weekday, with a capital."""
    is_day = number(name, Step.DAY) is not None
    words = with_weekday(PrintDate.fromisoformat(name)) if is_day else period(name)
    return words[:1].upper() + words[1:]


def contents(groups: Sequence[Group]) -> Iterator[Markup]:
    """Yield the table of contents, piece by piece."""
    yield Markup('<nav id="contents" aria-labelledby="contents-title">')
    yield element("h2", text(say("review.contents")), id="contents-title")
    for group in groups:
        yield Markup(f'<div class="group">{element("h3", text(group.heading))}\n<ol>\n')
        for rank, entry in group.entries:
            yield Markup(f"{_row(rank, entry, group.step)}\n")
        yield Markup("</ol></div>\n")
    yield Markup("</nav>")


def _row(rank: int, entry: Entry, step: Step) -> Markup:
    """Return the row of an article: its number, its headline, its source, its day where the group does not say it, its page."""
    link = element("a", text(unbroken(entry.headline.text)), href=f"#a{rank}", lang=entry.language)
    day = within(entry.date, step) if entry.date else ""
    printed = (
        element("cite", text(entry.source)) if entry.source else NOTHING,
        element("span", text(day), class_="day") if day else NOTHING,
        text(say("page.on_page", page=entry.page)) if entry.page else NOTHING,
    )
    return element(
        "li",
        element("span", text(str(rank)), class_="number"),
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
