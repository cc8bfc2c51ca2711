"""Articles of Europresse: the variants of its layouts that are in no fixture, and what is no article."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read

NAME = '<span class="DocPublicationName">Le Phare</span>'
DAY = '<span class="DocHeader">mardi 1er octobre 2019, p. 3</span>'
TITLE = '<div class="titreArticle"><p class="titreArticleVisu">Le bac rouvre</p></div>'
TEXT = '<section><div class="DocText"><p>Le bac a rouvert lundi.</p></div></section>'
NUMBER = '<footer><div class="publiC-lblNodoc">news·20191002·PHA·7_1</div></footer>'


def pieces(folder: Path, *articles: str) -> list[Article | Rejected]:
    page = "".join(f"<article>{article}</article>" for article in articles)
    (folder / "a.html").write_text(
        f"<html><head><meta charset='utf-8'></head><body>{page}</body></html>", "utf-8"
    )
    return list(read(folder / "a.html", name="a.html", columns={}))


def one(folder: Path, head: str = f"{NAME}{DAY}{TITLE}", text: str = TEXT, foot: str = NUMBER) -> Article:
    [article] = pieces(folder, f"<header>{head}</header>{text}{foot}")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    "title",
    [
        '<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Le <mark>bac</mark> rouvre</p>',
        '<div class="titreArticleVisu">Le bac rouvre</div>',
        '<div class="titreArticle">Le bac rouvre</div>',
        '<div class="titreArticle"><p class="sm-margin-bottomNews">MER</p>Le bac<br>rouvre</div>',
        '<p class="grandTitre">Le bac rouvre</p>',
        (
            '<div class="titreArticle"><p class="sm-margin-bottomNews">MER</p><p class="titreArticleVisu">Le bac rouvre</p>'
            '<p class="rdp__subtitle">Un an après.</p></div>'
        ),
    ],
)
def test_a_headline_is_found_by_any_of_its_classes_and_not_glued_to_what_is_above(
    title: str, tmp_path: Path
) -> None:
    article = one(tmp_path, f"{NAME}{DAY}{title}")
    assert article.title == "Le bac rouvre"
    assert article.body == "Le bac a rouvert lundi."
    assert article.heading == ("Un an après." if "subtitle" in title else "")
    assert article.section == ("MER" if "MER" in title else "")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        (DAY, "2019-10-01"),
        (
            '<span class="DocTitreSousSection">Mer</span> <span>mardi 1er octobre 2019 134 mots</span>',
            "2019-10-01",
        ),
        ('<div class="sm-margin-bottom">mardi 1er octobre 2019 134 mots, p. 3</div>', "2019-10-01"),
        ('<span class="DocHeader">Mer, p. 3</span>', "2019-10-02"),
        ("", "2019-10-02"),
    ],
)
def test_the_day_is_that_of_the_header_else_that_of_the_number(said: str, day: str, tmp_path: Path) -> None:
    article = one(tmp_path, f"{NAME}<div>{said}</div>{TITLE}<p class='sm-margin-bottomNews'>Anne Roy</p>")
    assert article.date is not None
    assert article.date.isoformat() == day
    assert article.authors == ("Anne Roy",)


def test_a_line_that_says_when_is_no_author(tmp_path: Path) -> None:
    lines = "<p class='sm-margin-bottomNews'>Anne Roy</p><p class='sm-margin-bottomNews'>Mis à jour le 12/09/2024</p>"
    article = one(tmp_path, f"{NAME}{DAY}{TITLE}{lines}")
    assert (article.authors, article.date) == (("Anne Roy",), (2019, 10, 1))


def test_an_article_without_any_day_is_kept_undated(tmp_path: Path) -> None:
    article = one(tmp_path, f"{NAME}{TITLE}", foot="")
    assert (article.title, article.source, article.date) == ("Le bac rouvre", "Le Phare", None)


def test_a_source_without_class_is_the_first_line_of_the_header(tmp_path: Path) -> None:
    head = f'<div class="sm-margin-bottom">Le Phare</div><div class="sm-margin-bottom">mardi 1er octobre 2019</div>{TITLE}'
    article = one(tmp_path, head)
    assert (article.source, article.date) == ("Le Phare", (2019, 10, 1))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("<section><p>Le bac a rouvert.</p></div></div></section>", "Le bac a rouvert."),
        ("<section><div class='DocText'><pre>Soleil 12\nPluie 3</pre><p>Le bac a rouvert.</p></div></section>", "Soleil 12 Pluie 3\nLe bac a rouvert."),
        ("<section><div class='DocText'><p>Le bac&#13; a\nrouvert.</p><p>Note(s) :</p><p>Lire page 2.</p></div></section>", "Le bac a rouvert."),
        ("<section><div class='DocText'><p>© AFP</p><p>Note : le quai aussi.</p><p>Le bac a rouvert.</p></div></section>", "Note : le quai aussi.\nLe bac a rouvert."),
        ("<section><div class='docOcurrContainer'><p>Le bac <span class='occurence'>a</span> rouvert.</p></div></section>", "Le bac a rouvert."),
        ("<section><div class='DocText'><p>Le bac a rouvert.</p><p>© 2019 Le Phare. Tous droits réservés.</p></div></section>", "Le bac a rouvert."),
    ],
)  # fmt: skip
def test_the_text_is_without_what_stands_below_it(text: str, body: str, tmp_path: Path) -> None:
    assert one(tmp_path, text=text).body == body


def test_what_is_no_article_is_counted_in_a_line_for_each_kind(tmp_path: Path) -> None:
    head = f"<header>{NAME}{DAY}</header>"
    found = pieces(
        tmp_path,
        f"{head}<section><div class='twitter'><p>Vu.</p></div></section>",
        f"<header>{NAME}{DAY}{TITLE}</header>{TEXT}",
        f"{head}<section><div class='socialNetworkPost'><p>Vu.</p></div></section>",
        f"{head}<section><p class='link-not-hosted'>Voir</p></section>",
        f"{head}<section><div class='DocText'><pre>Bonsoir.</pre></div></section>",
        "<header><span class='DocPublicationName'> Reports - Companies</span></header>" + TEXT,
    )
    assert [str(piece.reason) for piece in found if isinstance(piece, Rejected)] == [
        "reading.social_posts (count=2)", "reading.database_reports (count=1)", "reading.links_alone (count=1)",
        "reading.transcripts (count=1)",
    ]  # fmt: skip
    assert [piece.title for piece in found if isinstance(piece, Article)] == ["Le bac rouvre"]


def test_an_article_without_text_costs_itself_alone(tmp_path: Path) -> None:
    empty = f"<header>{NAME}{DAY}{TITLE}</header><section></section>"
    found = pieces(tmp_path, empty, f"<header>{NAME}{DAY}{TITLE}</header>{TEXT}")
    assert [type(piece) for piece in found] == [Rejected, Article]
    assert str(found[0].where if isinstance(found[0], Rejected) else "") == "reading.nth_article (number=1)"


def test_other_sources_are_named_once_and_are_not_of_the_text(tmp_path: Path) -> None:
    others = "<table><tr><td>L’Écho, no. 12</td><td>2 octobre 2019</td></tr><tr><td>L’Écho</td></tr><tr><td>Le Phare</td></tr></table>"
    text = TEXT.replace("</div>", f"<div class='apd-wrapper'>{others}</div></div>")
    article = one(tmp_path, text=text)
    assert article.also_in == ("L’Écho",)
    assert article.body == "Le bac a rouvert lundi."


def test_the_address_is_that_of_the_page_where_the_article_appeared(tmp_path: Path) -> None:
    links = '<p><a href="https://x.example/autre">Voir la carte</a></p><a href="https://phare.example/1?a=1&amp;b=2">Cet article est paru dans Le Phare (site web)</a>'
    article = one(tmp_path, text=TEXT.replace("</div>", f"{links}</div>"))
    assert article.url == "https://phare.example/1?a=1&b=2"
    assert article.body == "Le bac a rouvert lundi.\nVoir la carte"


@pytest.mark.parametrize(
    ("day", "labels", "section", "heading"),
    [
        (DAY, ("TRIBUNE",), "TRIBUNE", ""),
        (DAY, ("TRIBUNE", "PORT DE SÈTE"), "TRIBUNE", "PORT DE SÈTE"),
        ("<span class='DocHeader'>Idées, mardi 1er octobre 2019</span>", ("ÉDITORIAL Zèbre",), "Idées", "ÉDITORIAL Zèbre"),
        ("<span class='DocHeader'>Idées, Sète, mardi 1er octobre 2019</span>", ("IDÉES",), "Idées, Sète", ""),
        ("<span class='DocHeader'>Idées, mardi 1er octobre 2019</span>", ("Le Phare Idées", "PORT"), "Idées", "PORT"),
    ],
)  # fmt: skip
def test_a_line_above_the_headline_is_the_section_or_stands_in_the_abstract(
    day: str, labels: tuple[str, ...], section: str, heading: str, tmp_path: Path
) -> None:
    printed = "".join(f"<p class='sm-margin-bottomNews'>{label}</p>" for label in labels)
    article = one(tmp_path, f"{NAME}{day}<div class='titreArticle'>{printed}{TITLE}</div>")
    assert (article.section, article.heading) == (section, heading)


@pytest.mark.parametrize(
    ("end", "notes"),
    [
        ("", ["doubt.broken_off"]),
        ("</p></div></section></article>", []),
        ("</p></div></section></body></html>", []),
    ],
)
def test_an_article_in_which_a_file_breaks_off_is_kept_with_a_note(
    end: str, notes: list[str], tmp_path: Path
) -> None:
    page = f"<html><body><article><header>{NAME}{DAY}{TITLE}</header>{TEXT}{NUMBER}</article><article><header>{NAME}{DAY}{TITLE}</header>"
    (tmp_path / "a.html").write_text(f"{page}<section><div class='DocText'><p>Le bac a rou{end}", "utf-8")
    found = [
        piece for piece in read(tmp_path / "a.html", name="a.html", columns={}) if isinstance(piece, Article)
    ]
    assert [piece.body for piece in found] == ["Le bac a rouvert lundi.", "Le bac a rou"]
    assert [[str(note) for note in piece.notes] for piece in found] == [[], notes]


@pytest.mark.parametrize(
    ("name", "source", "edition"),
    [
        ("AFP - Journal Internet AFP (français)", "AFP", "Journal Internet AFP (français)"),
        ("Le Phare - Édition (Sète)", "Le Phare", "Édition (Sète)"),
        ("Le Phare, no. 12 (Sète)", "Le Phare", "Sète"),
        ("Le Phare (Sète) - (Nord", "Le Phare (Sète)", "Nord"),
    ],
)
def test_an_edition_keeps_its_brackets_in_pairs(name: str, source: str, edition: str, tmp_path: Path) -> None:
    article = one(tmp_path, f"<span class='DocPublicationName'>{name}</span>{DAY}{TITLE}")
    assert (article.source, article.edition) == (source, edition)
