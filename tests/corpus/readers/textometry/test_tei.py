"""Headers of TEI: which of several titles, dates and names counts."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.formats import opened
from corpus.source import Source


def pieces(folder: Path, text: str) -> list[Article | Rejected]:
    path = folder / "a.bin"
    path.write_text(text, "utf-8")
    return [*read(path, name="a.bin", columns={})]


def tei(
    *,
    title: str = "<title>La crue</title>",
    publication: str = "",
    source: str = "",
    text: str = "<p>Le fleuve monte.</p>",
) -> str:
    return (
        f"<TEI><teiHeader><fileDesc><titleStmt>{title}</titleStmt><publicationStmt>{publication}</publicationStmt>"
        f"<sourceDesc>{source}</sourceDesc></fileDesc></teiHeader><text><body>{text}</body></text></TEI>"
    )


@pytest.mark.parametrize(
    ("publication", "source", "paper"),
    [
        (
            "<publisher>Un laboratoire</publisher>",
            "<bibl><title level='j'>Le Fanal</title></bibl>",
            "Le Fanal",
        ),
        ("<publisher>Un laboratoire</publisher>", "<bibl><title>Le Fanal</title>, 1910</bibl>", "Le Fanal"),
        (
            "<publisher>Un laboratoire</publisher>",
            "<bibl><title>La crue</title><publisher>Le Fanal</publisher></bibl>",
            "Le Fanal",
        ),
        ("<publisher>Le Fanal</publisher>", "<p>Saisie.</p>", "Le Fanal"),
    ],
)
def test_the_paper_is_that_of_the_source(tmp_path: Path, publication: str, source: str, paper: str) -> None:
    [article] = pieces(tmp_path, tei(publication=publication, source=source))
    assert isinstance(article, Article)
    assert (article.source, article.title) == (paper, "La crue")


@pytest.mark.parametrize(
    "source",
    [
        "<date when='1910-01-28'>hier</date>",
        "<date>28 janvier 1910</date>",
        "<date from='1910-01-28' to='1910-01-30'/>",
    ],
)
def test_the_date_of_the_source_counts_before_that_of_the_file(tmp_path: Path, source: str) -> None:
    [article] = pieces(
        tmp_path, tei(publication="<date when='2015-06-01'/>", source=f"<bibl>{source}</bibl>")
    )
    assert isinstance(article, Article)
    assert str(article.date) == "1910-01-28"


def test_a_corpus_lends_its_texts_what_they_do_not_say(tmp_path: Path) -> None:
    one, two = tei(title=""), tei(publication="<publisher>La Vigie</publisher>")
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Deux dépêches</title></titleStmt><publicationStmt><publisher>Le Fanal</publisher>"
        "</publicationStmt></fileDesc></teiHeader>"
    )
    found = pieces(tmp_path, f"<teiCorpus>{header}{one}{two}</teiCorpus>")
    assert [piece.source for piece in found if isinstance(piece, Article)] == ["Le Fanal", "La Vigie"]
    assert [piece.title for piece in found if isinstance(piece, Article)] == ["Le fleuve monte", "La crue"]


def test_an_issue_has_the_articles_of_its_divisions(tmp_path: Path) -> None:
    text = "".join(
        f"<div type='article'><head>Titre {n}</head><p>Texte numéro {n}.</p></div>" for n in (1, 2)
    )
    found = pieces(tmp_path, tei(text=text))
    assert [(piece.title, piece.body) for piece in found if isinstance(piece, Article)] == [
        ("Titre 1", "Texte numéro 1."),
        ("Titre 2", "Texte numéro 2."),
    ]


def test_a_text_without_words_is_refused_in_words(tmp_path: Path) -> None:
    [refused] = pieces(tmp_path, tei(text=""))
    assert isinstance(refused, Rejected)
    assert refused.reason.code == "reading.no_text"


def test_a_drawing_in_a_page_is_no_text_of_txm(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body><svg><text id='t' x='1'>Carte</text></svg><p>Le port rouvre.</p></body></html>", "utf-8"
    )
    assert opened(Source(path, "a.html"), {}).format == "web page"


def test_external_entities_say_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Le mot de passe.", "utf-8")
    above = f'<!DOCTYPE TEI [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    [article] = pieces(tmp_path, above + tei(text="<p>Le port &e; rouvre.</p>"))
    assert isinstance(article, Article)
    assert article.body == "Le port rouvre."


def test_another_kind_of_xml_is_named_as_one_that_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<?xml version='1.0'?><plan><rue nom='du Port'/></plan>", "utf-8")
    [refused] = read(path, name="a.xml", columns={})
    assert isinstance(refused, Rejected)
    assert refused.reason.code == "reading.unknown_xml"


def test_a_serial_beside_the_articles_of_an_issue_is_read_too(tmp_path: Path) -> None:
    articles = "".join(
        f"<div type='article'><head>Titre {n}</head><p>Texte numéro {n}.</p></div>" for n in (1, 2)
    )
    serial = "<div type='feuilleton'><head>La suite</head><p>Il était une fois.</p></div>"
    found = pieces(tmp_path, tei(text=f"<div type='une'>{articles}{serial}</div>"))
    assert [piece.title for piece in found if isinstance(piece, Article)] == [
        "Titre 1",
        "Titre 2",
        "La suite",
    ]


def test_a_broken_text_of_a_corpus_harms_no_other(tmp_path: Path) -> None:
    broken = tei().replace("</p></body></text></TEI>", "<p><hi>")
    found = pieces(tmp_path, f"<teiCorpus>{tei()}{broken}{tei()}</teiCorpus>")
    assert [piece.title for piece in found if isinstance(piece, Article)] == ["La crue"] * 3
