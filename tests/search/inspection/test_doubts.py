"""What is doubtful about an article."""

from datetime import date

import pytest

from corpus import Article, PrintDate
from corpus.formats.format import Format, Gives
from corpus.readers.record import Record, compose
from corpus.records import replace
from search.inspection.doubts import doubts

PAGE = Format("web page", (".html",), "pages.page", Gives.ARTICLES, ())
TEXT = Format("text", (".txt",), "plain.text", Gives.ARTICLES, ())
ARTICLE = compose(Record(raw="Le port rouvre.", text="Le port rouvre lundi à Dakar."), path="a.html")
TODAY = date(2025, 12, 1)


def codes(article: Article, format_: Format = PAGE) -> list[str]:
    return [doubt.code for doubt in doubts(article, format_, TODAY)]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (PrintDate(2025, 12, 1), []),
        (PrintDate(2025, 12, 2), ["doubt.future"]),
        (PrintDate(2025, 12), []),
        (PrintDate(2026), ["doubt.future"]),
        (PrintDate(2025), []),
        (PrintDate(1990), []),
        (PrintDate(1989, 12, 31), ["doubt.too_early"]),
        (None, []),
    ],
)
def test_a_date_may_be_doubtful(printed: PrintDate | None, found: list[str]) -> None:
    assert codes(replace(ARTICLE, date=printed)) == found


def test_an_old_newspaper_is_no_doubt() -> None:
    assert codes(replace(ARTICLE, date=PrintDate(1894, 7, 1)), TEXT) == []


@pytest.mark.parametrize(
    ("raw", "is_closed"),
    [
        ('<script>{"isAccessibleForFree": false}</script>', True),
        ('{"isAccessibleForFree":"False"}', True),
        ('{"isAccessibleForFree": true}', False),
        ("<p>Article réservé aux abonnés</p>", True),
        ("<p>Il vous reste 80 % de cet article à lire.</p>", True),
        ("<p>Une ligne réservée aux bus</p>", False),
    ],
)
def test_a_page_for_subscribers_is_a_doubt(raw: str, is_closed: bool) -> None:  # noqa: FBT001 - a case
    assert (codes(replace(ARTICLE, raw=raw)) == ["doubt.paywall"]) is is_closed
