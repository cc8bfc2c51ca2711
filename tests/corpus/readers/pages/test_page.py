"""Pages of the web, read whole: one article, or the reason why there is none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.readers.pages.page import recognises, record_of_page
from corpus.readers.record import compose
from corpus.source import Source

PROSE = "".join(
    f"<p>Le port de Sète a rouvert lundi aux pêcheurs, après {n} mois de travaux et de colère sur les quais.</p>"
    for n in range(2, 9)
)
PAGE = f"<!DOCTYPE html><html><head><title>Le port | Le Phare</title></head><body><h1>Le port rouvre</h1>{PROSE}</body></html>"


@pytest.mark.parametrize(
    "beginning",
    [
        "<!DOCTYPE html>",
        "<html>",
        "<HTML>",
        "\ufeff<!-- x --><html>",
        '<?xml version="1.0"?><html xmlns="x">',
        "<head>",
        " <meta charset=x>",
    ],
)
def test_a_page_is_known_by_its_first_tag(beginning: str) -> None:
    assert recognises(Head(Source(Path("a.bin"), "a.bin"), beginning.encode()))


@pytest.mark.parametrize("beginning", ["<p>Le port", "<TEI>", "<rss>", "Le port <html>", "{", ""])
def test_what_begins_otherwise_is_none(beginning: str) -> None:
    assert not recognises(Head(Source(Path("a.bin"), "a.bin"), beginning.encode()))


def test_a_page_gives_one_article() -> None:
    article = compose(record_of_page(PAGE.encode(), "https://phare.example/port"), path="a.html")
    assert (article.title, article.source, article.url) == (
        "Le port rouvre",
        "Le Phare",
        "https://phare.example/port",
    )
    assert article.body.count("\n") == 6
    assert article.raw == PAGE


def test_the_address_in_the_comment_of_a_browser_counts_before_the_given_one() -> None:
    page = PAGE.replace("<html>", "<!-- saved from url=(0024)https://a.example/port --><html>")
    assert record_of_page(page.encode(), "https://b.example/port").url == "https://a.example/port"


def test_pictures_in_a_page_are_in_no_record() -> None:
    page = PAGE.replace("<h1>", f'<img src="data:image/png;base64,{"iVBO" * 9_999}"><h1>')
    assert len(record_of_page(page.encode()).raw) < len(PAGE) + 50


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("", "reading.empty"),
        (" \n", "reading.only_blanks"),
        ("<html><frameset><frame src=a></frameset></html>", "reading.page_without_article"),
        ("<html><body><p>Bonjour.</p></body></html>", "reading.page_without_article"),
        ("<html><body>" + "<div>" * 600, "reading.markup_too_deep"),
        ("<html><body><p " + "a=1 " * 9_999 + ">", "reading.markup_too_deep"),
        ("<html><body><p>" + "mot " * 600_000, "reading.too_long"),
        (
            '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;</p></body></html>',
            "reading.page_without_article",
        ),
    ],
)
def test_a_page_without_article_is_refused_with_the_reason(page: str, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        record_of_page(page.encode())
    assert refused.value.message.code == code


def test_a_long_script_is_no_reason_to_refuse_a_page() -> None:
    page = PAGE.replace("<title>", "<script>" + "x = 1;" * 400_000 + "</script><title>")
    assert record_of_page(page.encode()).title == "Le port rouvre"


@given(st.integers(0, len(PAGE.encode())), st.binary(max_size=20))
def test_a_damaged_page_gives_an_article_or_a_reason(position: int, damage: bytes) -> None:
    data = PAGE.encode()
    assert outcome(data[:position] + damage + data[position + len(damage) :])


def outcome(data: bytes) -> str:
    """Return the title of a page, or the code of the reason why it has no article."""
    try:
        return compose(record_of_page(data), path="a.html").title
    except Unreadable as refused:
        return refused.message.code


def test_the_name_of_the_section_above_the_text_is_no_line_of_it() -> None:
    head = "<meta property='article:section' content='Région'></head>"
    article = f"<article><h1>Le port rouvre</h1><p>Région</p>{PROSE}</article>"
    page = PAGE.replace("</head>", head).replace(f"<h1>Le port rouvre</h1>{PROSE}", article)
    assert record_of_page(page.encode()).text.startswith("Le port rouvre\nLe port de Sète")
