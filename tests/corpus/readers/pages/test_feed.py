"""Feeds: which element holds what, and what a broken item costs."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.formats import opened
from corpus.source import Source


def pieces(folder: Path, text: str) -> list[Article | Rejected]:
    path = folder / "fil.bin"
    path.write_text(text, "utf-8")
    return [*read(path, name="fil.bin", columns={})]


def article(folder: Path, item: str, channel: str = "<title>Le Fanal</title>") -> Article:
    [found] = pieces(folder, f"<rss version='2.0'><channel>{channel}<item>{item}</item></channel></rss>")
    assert isinstance(found, Article)
    return found


BODY = "<description>Le port rouvre.</description>"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<author>roy@exemple.fr (Anne Roy)</author>", ("Anne Roy",)),
        ("<author>roy@exemple.fr</author>", ()),
        ("<author>Anne Roy</author>", ("Anne Roy",)),
        ("<dc:creator>Par Anne Roy</dc:creator>", ("Anne Roy",)),
        ("<author><name>Anne Roy</name><uri>https://exemple.fr</uri></author>", ("Anne Roy",)),
    ],
)
def test_authors_are_names(tmp_path: Path, author: str, names: tuple[str, ...]) -> None:
    assert article(tmp_path, BODY + author).authors == names


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("<pubDate>Wed, 11 Sep 2024 08:30:00 GMT</pubDate>", "2024-09-11"),
        ("<dc:date>2024-09-11T23:30:00-05:00</dc:date>", "2024-09-11"),
        ("<published>2024-09-11</published><updated>2024-09-12</updated>", "2024-09-11"),
        ("<updated>2024-09-12</updated>", "2024-09-12"),
    ],
)
def test_the_publication_counts_before_the_update_and_the_day_is_the_written_one(
    tmp_path: Path, stamp: str, day: str
) -> None:
    assert str(article(tmp_path, BODY + stamp).date) == day


def test_the_name_of_the_paper_is_that_of_the_item_else_that_of_the_channel(tmp_path: Path) -> None:
    assert (
        article(tmp_path, f"{BODY}<source url='https://vigie.exemple.fr'>La Vigie</source>").source
        == "La Vigie"
    )
    assert article(tmp_path, BODY).source == "Le Fanal"
    assert (
        article(
            tmp_path, BODY, "<image><title>Logo</title></image><link>https://www.fanal.exemple.fr/</link>"
        ).source
        == "fanal.exemple.fr"
    )


@pytest.mark.parametrize(
    ("short", "heading"),
    [
        ("Le port rouvre après un an de travaux, dit le […]", ""),
        ("Un an de travaux pour rien, dit la criée.", "Un an de travaux pour rien, dit la criée."),
    ],
)
def test_an_abstract_that_is_the_beginning_of_the_text_is_none(
    tmp_path: Path, short: str, heading: str
) -> None:
    text = "&lt;p&gt;Le port rouvre après un an de travaux, dit le maire.&lt;/p&gt;"
    found = article(tmp_path, f"<description>{short}</description><content:encoded>{text}</content:encoded>")
    assert (found.heading, found.body) == (heading, "Le port rouvre après un an de travaux, dit le maire.")


def test_media_have_titles_of_their_own(tmp_path: Path) -> None:
    media = "<media:content><media:title>Une photo</media:title></media:content><media:description>Une vue du port.</media:description>"
    found = article(tmp_path, f"{media}<title>Le port</title>{BODY}")
    assert (found.title, found.body) == ("Le port", "Le port rouvre.")


@pytest.mark.parametrize(
    "written", ["Roy & fils", "Roy &amp; fils", "Roy &amp;amp; fils", "<![CDATA[Roy &amp; fils]]>"]
)
def test_signs_of_html_are_read_however_often_they_were_escaped(tmp_path: Path, written: str) -> None:
    assert article(tmp_path, f"<title>{written}</title>{BODY}").title == "Roy & fils"


def test_an_item_of_one_word_is_kept(tmp_path: Path) -> None:
    assert article(tmp_path, "<description>Oui</description>").body == "Oui"


def test_broken_items_harm_no_other(tmp_path: Path) -> None:
    items = "<item><title>Un</title><description><p><b>Premier</description></item><item><item><description>Deuxième</description></item>"
    found = pieces(tmp_path, f"<rss><channel>{items}<item><description>Troisième")
    assert [piece.body if isinstance(piece, Article) else piece.reason.code for piece in found] == [
        "Premier",
        "reading.no_text",
        "Deuxième",
        "Troisième",
    ]


def test_a_feed_without_items_is_refused(tmp_path: Path) -> None:
    [refused] = pieces(
        tmp_path, "<!-- fil --><feed xmlns='http://www.w3.org/2005/Atom'><title>Le Fanal</title></feed>"
    )
    assert isinstance(refused, Rejected)
    assert refused.reason.code == "reading.no_record"


@pytest.mark.parametrize(
    ("namespaces", "is_feed"),
    [
        ('xmlns="http://purl.org/rss/1.0/"', True),
        ('xmlns="http://channel.netscape.com/rdf/simple/0.9/"', True),
        (
            'xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:link="http://purl.org/rss/1.0/modules/link/"',
            False,
        ),
    ],
)
def test_rdf_is_a_feed_by_its_namespace(tmp_path: Path, namespaces: str, *, is_feed: bool) -> None:
    path = tmp_path / "a.bin"
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    path.write_text(f"<rdf:RDF {rdf} {namespaces}></rdf:RDF>", "utf-8")
    assert (opened(Source(path, "a.bin"), {}).format == "feed") is is_feed


@pytest.mark.parametrize(
    "line",
    [
        "The post <a href='x'>Le bac</a> appeared first on <a href='y'>Le Fanal</a>.",
        "The post Le bac first appeared on Le Fanal.",
        "L’article <a href='x'>Le bac</a> est apparu en premier sur <a href='y'>Le Fanal</a>.",
        "Cet article Le bac est apparu en premier sur Le Fanal.",
    ],
)
@pytest.mark.parametrize("between", ["</p><p>", " "])
def test_what_wordpress_writes_below_an_item_is_neither_text_nor_abstract(
    tmp_path: Path, line: str, between: str
) -> None:
    found = article(
        tmp_path,
        f"<title>Le bac</title><description><![CDATA[<p>Les horaires changent jeudi matin. […]{between}{line}</p>]]></description>"
        f"<content:encoded><![CDATA[<p>Le bac de Valbourg reprend ses passages.{between}{line}</p>]]></content:encoded>",
    )
    assert (found.heading, found.body) == (
        "Les horaires changent jeudi matin. […]",
        "Le bac de Valbourg reprend ses passages.",
    )


def test_a_sentence_about_an_article_is_kept(tmp_path: Path) -> None:
    text = "Au port, un article est affiché, mais l’article du Fanal est apparu en premier sur la place."
    assert article(tmp_path, f"<description>{text}</description>").body == text
