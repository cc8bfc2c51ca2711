"""What is read of a page outside the text of its article."""

import json

import pytest

from corpus.readers import markup
from corpus.readers.pages.linked_data import LinkedData
from corpus.readers.pages.metadata import Metadata, metadata
from corpus.readers.pages.statements import Statements
from corpus.readers.record import Record


def said(head: str = "", body: str = "", url: str = "", **node: object) -> Record:
    """Return what a page says of its article; `node` are the keys of its JSON-LD."""
    return of_page(head, body, url, **node).known


def of_page(head: str = "", body: str = "", url: str = "", **node: object) -> Metadata:
    """Return what a page says; `node` are the keys of its JSON-LD."""
    scripts = [json.dumps({"@type": "NewsArticle", **node})] if node else []
    tree = markup.html(f"<html><head>{head}</head><body>{body}</body></html>")
    return metadata(Statements(tree, LinkedData(scripts)), url)


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


class TestTheTitle:
    def test_is_the_printed_one_where_what_is_stated_agrees(self) -> None:
        body = "<h1>Le Phare</h1><h1>Le port de Sète rouvre</h1>"
        assert said(meta("og:title", "LE PORT DE SETE ROUVRE"), body).title == "Le port de Sète rouvre"

    def test_is_the_only_heading_before_a_headline_for_search_engines(self) -> None:
        assert (
            said(body="<h1>Le port rouvre</h1>", headline="Sète : tout savoir sur le port").title
            == "Le port rouvre"
        )

    def test_is_the_headline_where_no_heading_is_printed(self) -> None:
        assert (
            said("<title>Port | Le Phare</title>", headline="Sète : le port rouvre").title
            == "Sète : le port rouvre"
        )

    def test_is_the_title_of_the_page_without_the_site(self) -> None:
        assert (
            said("<title>Le port de Sète rouvre - Économie | Le Phare</title>").title
            == "Le port de Sète rouvre"
        )

    def test_is_what_the_page_prints_of_a_title_that_begins_with_the_site(self) -> None:
        found = said("<title>Le Phare - Le port rouvre</title>", "<p><b>Le port rouvre</b></p>")
        assert (found.title, found.source) == ("Le port rouvre", "Le Phare")

    def test_has_no_entities_that_were_escaped_twice(self) -> None:
        assert (
            said(headline="L&amp;#039;&amp;eacute;t&amp;eacute; &agrave; S&egrave;te").title == "L'été à Sète"
        )

    def test_has_no_sur_title_of_its_own_heading(self) -> None:
        body = '<h1><span class="surtitre">Mer</span> <span>Le port rouvre</span></h1>'
        assert said(body=body).title == "Le port rouvre"

    def test_is_the_part_of_a_heading_that_is_stated(self) -> None:
        body = "<h1><span>Mer</span><span>Le port de Sète rouvre</span></h1>"
        assert said(meta("og:title", "Le port de Sète rouvre"), body).title == "Le port de Sète rouvre"


class TestTheAuthors:
    @pytest.mark.parametrize(
        ("author", "expected"),
        [
            ("Anne Roy", ("Anne Roy",)),
            ({"name": "Anne Roy"}, ("Anne Roy",)),
            ([{"name": "Anne Roy"}, "Luc Petit"], ("Anne Roy", "Luc Petit")),
            ("Par Anne Roy et Luc Petit", ("Anne Roy", "Luc Petit")),
            ([{"name": "Le Phare"}, {"name": "Anne Roy"}], ("Anne Roy",)),
            ({"name": "Le Phare"}, ("Le Phare",)),
            ({"name": "6Medias"}, ("6Medias",)),
        ],
    )
    def test_are_persons_before_the_paper(self, author: object, expected: tuple[str, ...]) -> None:
        assert said(meta("og:site_name", "Le Phare"), author=author).authors == expected

    def test_are_no_addresses(self) -> None:
        head = (
            meta("article:author", "https://www.facebook.com/lephare")
            + '<meta name="author" content="Anne Roy">'
        )
        assert said(head).authors == ("Anne Roy",)

    @pytest.mark.parametrize(
        "body",
        [
            '<p class="article-author">Par Anne Roy</p>',
            '<a rel="author" href="/roy">Anne Roy</a>',
            "<h1>Le port de Sète rouvre</h1><p>Par Anne Roy | 3 mars 2021</p>",
        ],
    )
    def test_are_printed_where_the_page_states_its_own_name(self, body: str) -> None:
        found = said(
            meta("og:title", "Le port de Sète rouvre") + meta("og:site_name", "Le Phare"),
            body,
            author="Le Phare",
        )
        assert found.authors == ("Anne Roy",)

    def test_do_not_come_from_comments_of_readers(self) -> None:
        assert said(body='<div class="comments"><i itemprop="author">jeannot28</i></div>').authors == ()


def test_the_source_is_the_site_then_the_publisher_then_the_machine() -> None:
    publisher = {"name": "Éditions du Phare"}
    url = "https://www.phare.example/port"
    assert said(meta("og:site_name", "Le Phare"), url=url, publisher=publisher).source == "Le Phare"
    assert said(url=url, publisher=publisher).source == "Éditions du Phare"
    assert said(url=url).source == "phare.example"


def test_the_address_is_the_own_one_unless_it_is_that_of_the_home_page() -> None:
    link = '<link rel="canonical" href="{}">'
    assert (
        said(link.format("https://a.example/port"), url="https://b.example/x").url == "https://a.example/port"
    )
    assert (
        said(link.format("https://a.example/"), url="https://a.example/port").url == "https://a.example/port"
    )
    assert said(link.format("/port"), url="https://a.example/port").url == "https://a.example/port"


def test_the_language_of_a_template_counts_last() -> None:
    assert said(meta("og:locale", "fr_FR")).language == "fr"
    assert said(inLanguage="fr-FR").language == "fr"
    assert said().language == ""


@pytest.mark.parametrize("free", [False, "False", "false", "http://schema.org/False"])
def test_a_page_for_subscribers_says_so(free: object) -> None:
    assert of_page(isAccessibleForFree=free).is_cut
    assert not of_page(isAccessibleForFree=True).is_cut


def test_of_several_articles_the_one_with_the_address_or_the_title_of_the_page_is_its_own() -> None:
    nodes = [
        {
            "@type": "NewsArticle",
            "headline": "Autre",
            "datePublished": "2020-01-01",
            "url": "https://a.example/autre",
        },
        {
            "@type": "NewsArticle",
            "headline": "Le port rouvre",
            "datePublished": "2021-03-03",
            "url": "https://a.example/port",
        },
    ]
    linked = LinkedData(map(json.dumps, nodes))
    tree = markup.html("<h1>Le port rouvre</h1>")
    assert (
        metadata(Statements(tree, linked), "https://a.example/port").known.date
        == metadata(Statements(tree, linked)).known.date
    )
    assert str(metadata(Statements(tree, linked)).known.date) != "None"
    assert not metadata(Statements(markup.html("<p>x</p>"), linked)).has_node
