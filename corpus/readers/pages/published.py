"""The day on which the article of a page was published."""

from collections.abc import Iterator

from corpus.dates.lines import DateLine, date_line
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.expression import expression
from corpus.readers.columns import values
from corpus.readers.markup import Element
from corpus.readers.pages.linked_data import Node
from corpus.readers.pages.statements import BESIDE, Statements, is_within, line_of

_FIRST_YEAR = 1990
"""No page of the web is older: such a date is that of an event, or zero."""
_METAS = (
    "articlepublishedtime", "ogarticlepublishedtime", "articlepublished", "datepublished", "ogpublishedtime", "parselypubdate",
    "sailthrudate", "dcdateissued", "dctermsissued", "dcdatecreated", "dccreated", "dctermscreated", "dctermsdate", "dcdate",
    "citationpublicationdate", "citationdate", "publicationdate", "publishdate", "publisheddate", "pubdate", "dateissued",
    "ptime", "cxenseparserecspublishtime", "originalpublicationdate", "rnewsdatepublished", "date", "created",
)  # fmt: skip
"""The names of meta elements, the surest first: Open Graph, Dublin Core, and those of frequent services."""
_UPDATED = expression("modif|updat|maj")


def published(said: Statements, article: Node, url: str, title: str) -> PrintDate | None:
    """Return the day of the publication: as programs have it, else as the page prints it beside the headline.

    The day of an update counts where the page prints no other one.  A day that nothing says is not guessed: the article is
    undated, visibly.
    """
    page = next(iter(said.linked.of_types("WebPage", "ItemPage")), {})
    stamps = [
        values.stamp(article.get("datePublished")),
        *said.said(*_METAS),
        *map(_stamp, said.items("datePublished")),
        values.stamp(page.get("datePublished")),
        values.stamp(article.get("dateCreated")),
        *_times(said.times),
    ]
    dates = (parse_date(stamp) for stamp in stamps if stamp)
    stated = next((day for day in dates if day and day.year >= _FIRST_YEAR), None)
    return stated or _day_of(url) or _printed(said, title)


def _stamp(element: Element) -> str:
    return element.get("content") or element.get("datetime") or line_of(element)


def _times(times: list[Element]) -> Iterator[str]:
    """Yield the times that HTML marks, that of the publication first, those of other articles and of updates left out."""
    marked = [time for time in times if time.get("pubdate") is not None]
    own = [time for time in times if not is_within(time, *BESIDE) and not _UPDATED.search(_marks(time))]
    for time in (*marked, *own[:1]):
        yield time.get("datetime")


def _marks(time: Element) -> str:
    return f"{time.get('class') or ''} {time.get('itemprop') or ''}".lower()


def _day_of(address: str) -> PrintDate | None:
    """Return the day in the address of a page, `https://exemple.fr/2021/03/03/port`, or None."""
    day = date_line(address)
    return day.date if day else None


def _printed(said: Statements, title: str) -> PrintDate | None:
    """Return the day of a line beside the headline that only says when the article was published, or when it was changed."""
    days = [day for line in said.beside(title) if (day := date_line(line)) and day.date.year >= _FIRST_YEAR]
    first = min(days, key=_is_update, default=None)
    return first.date if first else None


def _is_update(day: DateLine) -> bool:
    return day.is_update
