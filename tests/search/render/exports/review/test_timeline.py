"""The timeline of a review: shares of what was printed, gaps as gaps, and the figures in a table."""

from collections.abc import Mapping

import pytest
from lxml import html

from search.messages import Language, speaking
from search.render.exports.review.timeline import section


def drawn(days: Mapping[str, int], printed: Mapping[str, int] | None = None) -> html.HtmlElement:
    return html.fragment_fromstring(f"<div>{section(days, printed or {})}</div>")


def titles(drawing: html.HtmlElement) -> list[str]:
    return [str(title) for title in drawing.xpath("//g/title/text()")]


def test_bars_are_counts_where_nothing_is_known_of_the_index() -> None:
    drawing = drawn({"2025-01-03": 2, "2025-04-05": 1})
    assert titles(drawing) == [
        "January 2025: 2 articles",
        "February 2025: 0 articles",
        "March 2025: 0 articles",
        "April 2025: 1 article",
    ]
    assert len(drawing.xpath("//rect[@class='bar']")) == 2
    assert drawing.xpath("//figcaption/text()") == ["Articles by month; the highest: 2, January 2025."]
    assert not drawing.xpath("//rect[@class='gap']")


def test_bars_are_shares_of_what_the_index_has() -> None:
    drawing = drawn(
        {"2025-01-03": 2, "2025-04-05": 1},
        {"2025-01-03": 80, "2025-01-09": 80, "2025-03-07": 30, "2025-04-05": 20},
    )
    assert titles(drawing) == [
        "January 2025: 2 articles of 160, 1.2%",
        "February 2025: the index has no article",
        "March 2025: 0 articles of 30, 0.0%",
        "April 2025: 1 article of 20, 5.0%",
    ]
    assert len(drawing.xpath("//rect[@class='gap']")) == 1
    [caption] = drawing.xpath("//figcaption/text()")
    assert caption.endswith("the highest: 5.0%, April 2025. Hatched: the index has no article.")
    heights = [float(height) for height in drawing.xpath("//rect[@class='bar']/@height")]
    assert heights[0] == pytest.approx(heights[1] / 4, abs=0.1)


def test_bars_are_counts_where_a_share_would_leap_at_each_article() -> None:
    drawing = drawn({"2025-01-03": 2, "2025-04-05": 1}, {"2025-01-03": 4, "2025-03-07": 3, "2025-04-05": 2})
    assert titles(drawing)[:2] == ["January 2025: 2 articles", "February 2025: the index has no article"]
    assert [head.text for head in drawing.xpath("//thead//th")] == ["Period", "Articles"]


@pytest.mark.parametrize(
    ("days", "first", "bars"),
    [
        ({"2025-01-03": 2, "2025-01-30": 1}, "3\u00a0January 2025: 2 articles", 28),
        ({"2025-01-03": 2, "2025-08-30": 1}, "January 2025: 2 articles", 8),
        ({"1990-01-03": 2, "2025-08-30": 1}, "1990: 2 articles", 36),
        ({"1790-01-03": 2, "2025-08-30": 1}, "1790s: 2 articles", 24),
    ],
)
def test_periods_are_as_long_as_the_screen_needs(days: dict[str, int], first: str, bars: int) -> None:
    shown = titles(drawn(days))
    assert shown[0] == first
    assert len(shown) == bars


def test_articles_without_an_exact_date_are_counted_beside() -> None:
    drawing = drawn({"2025-01-03": 2, "2025-04-05": 1, "2025": 3, "none": 1})
    assert len(titles(drawing)) == 4
    assert "4 articles without a date" in drawing.xpath("//figcaption/text()")[0]


def test_one_period_and_none_make_no_drawing() -> None:
    assert not section({"2025-01-03": 2}, {})
    assert not section({"none": 2}, {})
    assert not section({}, {})


def test_the_table_has_every_bar_in_french_figures() -> None:
    with speaking(Language.FRENCH):
        drawing = drawn({"2025-01-30": 1, "2025-02-05": 1}, {"2025-01-30": 3000, "2025-02-05": 80})
    first, *_, last = [[cell.text for cell in row] for row in drawing.xpath("//tbody/tr")]
    assert first == ["30\u00a0janvier 2025", "1", "3\u202f000", "0,03\u202f%"]
    assert last == ["5\u00a0février 2025", "1", "80", "1,2\u202f%"]


def test_the_names_of_periods_are_few() -> None:
    for last in ("2025-02-28", "2025-09-01", "2030-01-01", "2060-01-01"):
        labels = drawn({"2025-01-03": 1, last: 1}).xpath("//svg/text/text()")
        assert 2 <= len(labels) <= 7, labels
