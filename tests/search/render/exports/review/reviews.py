"""Reviews made by hand, and the document of a review as a browser reads it."""

from collections.abc import Sequence
from datetime import date
from html.parser import HTMLParser

from lxml import html

from corpus import Article, PrintDate
from corpus.records import replace
from index.storage.stories import Printing
from search.language import parse
from search.render.exports.review.document import Review, press_review
from search.results import Result
from search.snippet import Highlighter
from tests.search.render.answers import BARE, MEETING, PRINTED, answer

MADE = date(2025, 12, 1)

LONG = replace(
    MEETING,
    id="long",
    title="Une école de la sécurité à Tanger",
    heading="",
    body="\n".join(
        f"Paragraphe {number} : la sécurité s’apprend, dit-on à Tanger, en {number + 1} leçons « sans bruit »."
        for number in range(8)
    ),
    date=PrintDate(2025, 11, 3),
    source="Le Fanal de Tanger",
    authors=(),
    url="",
    place=("Tanger",),
)
ARTICLES = (PRINTED, LONG, BARE)

FOUND = {"2025-10-11": 1, "2025-11-03": 1, "2025-11-26": 1, "2026-01-02": 2, "none": 1}
INDEXED = {"2025-10-11": 40, "2025-11-03": 80, "2025-11-26": 20, "2026-01-02": 50, "none": 70}


def results(articles: Sequence[Article], line: str = "securite") -> list[Result]:
    """Return the results for a line; another source printed the first of them as well."""
    first, *others = answer(line, articles).results
    twin = Printing("twin", "L’Écho du Fleuve", "echo.txt", 20251127)
    return [replace(first, duplicates=(twin,)), *others]


def review(line: str = "securite", **known: object) -> Review:
    """Return what a review of an answer is about."""
    highlighter = Highlighter(answer(line, []).asked)
    return replace(Review(line, highlighter, MADE), **known)


EVERYTHING_KNOWN = review(found=FOUND, printed=INDEXED, filters=(parse("date:>=2025"),))


def document(about: Review, made_of: Sequence[Result]) -> str:
    """Return a review whole."""
    return "".join(press_review(about, made_of))


def page(about: Review, made_of: Sequence[Result]) -> html.HtmlElement:
    """Return a review as a browser reads it."""
    return html.document_fromstring(document(about, made_of))


class Nesting(HTMLParser):
    """Holds that every element ends where it should: a browser would mend it, and show something else."""

    EMPTY = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), attrs
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def well_nested(written: str) -> bool:
    nesting = Nesting()
    nesting.feed(written)
    nesting.close()
    return not nesting.open
