"""Which pages list articles and have none of their own."""

import json

import pytest

from corpus.readers import markup
from corpus.readers.pages.linked_data import LinkedData
from corpus.readers.pages.listing import is_listing
from corpus.readers.pages.metadata import metadata
from corpus.readers.pages.statements import Statements

CARDS = "".join(
    f'<article><h2><a href="/{n}">Le port de Sète rouvre pour de bon</a></h2><p>Enfin.</p></article>'
    for n in range(9)
)
PROSE = "<p>Le port de Sète a rouvert lundi aux pêcheurs, après un an de travaux et de colère.</p>" * 9
MENU = "<nav>" + "<a href='/x'>Une rubrique du journal</a>" * 99 + "</nav>"


def lists(body: str, *nodes: dict[str, object], head: str = "", url: str = "") -> bool:
    """Return whether a page is a list."""
    linked = LinkedData(map(json.dumps, nodes))
    tree = markup.html(f"<html><head>{head}</head><body>{body}</body></html>")
    return is_listing(tree, linked, metadata(Statements(tree, linked), url))


@pytest.mark.parametrize(
    "url", ["https://a.example/", "https://a.example/index.html", "https://a.example/recherche?q=port"]
)
def test_a_home_page_and_a_search_are_known_by_their_address(url: str) -> None:
    assert lists(PROSE, url=url)


@pytest.mark.parametrize("name", ["CollectionPage", "SearchResultsPage"])
def test_a_list_says_so(name: str) -> None:
    assert lists(PROSE, {"@type": name}, head='<meta property="og:type" content="article">')


def test_a_page_of_links_is_a_list() -> None:
    assert lists(CARDS)


def test_several_articles_none_of_which_is_the_own_one_are_a_list() -> None:
    nodes: list[dict[str, object]] = [
        {"@type": "NewsArticle", "headline": f"Titre {n}", "datePublished": "2021-03-03"} for n in range(3)
    ]
    assert lists(CARDS + PROSE, *nodes)


def test_an_article_below_a_long_menu_is_none() -> None:
    assert not lists(MENU + f"<div>{PROSE}</div>")


def test_a_short_article_that_says_so_is_none() -> None:
    node: dict[str, object] = {"@type": "NewsArticle", "headline": "Port", "datePublished": "2021-03-03"}
    assert not lists(MENU + "<p>Le port rouvre.</p>", node)
    assert not lists(MENU + "<p>Le port rouvre.</p>", head='<meta property="og:type" content="article">')
    assert not lists(MENU + "<p>Le port rouvre.</p>", head='<meta property="og:type" content="video.other">')
