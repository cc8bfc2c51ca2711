"""Articles of Factiva in lines, as an RTF gives them, and pages that lack a part."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.clipping import Clipping
from corpus.readers.databases import factiva
from corpus.readers.databases.factiva.run import captions, of_lines

RUN = [
    "Région", "La digue tiendra-t-elle ?", "Par Awa Delorme", "808 mots", "1 mars 2021", "09:12", "Le Courrier du Ponant", "COPONT",
    "Édition de Vallorge", "12", "Français", "Copyright 2021. Tous droits réservés.", "", "La digue a tenu.", "",
    "Les relevés sont attendus.", "Courrier du Ponant SA", "Document COPONT0020210301eh310001a", "",
]  # fmt: skip
ROWS = [
    "HD|Le bac ferme|", "WC|80 mots|", "PD|2 mars 2021|", "SN|Le Courrier du Ponant|", "SC|COPONT|", "LA|Français|",
    "LP|Le bac reste à quai.|", "TD|Sa coque est percée.|", "", "Le pont reste ouvert.|", "NS|gcat : Political/General News|",
    "AN|Document COPONT0020210302eh320001b|",
]  # fmt: skip


def read_lines(lines: list[str]) -> list[Article]:
    found = [piece.read() for piece in factiva.of_lines(lines, "a.rtf")]
    return [article for article in found if isinstance(article, Article)]


def test_lines_without_codes_are_read_from_the_count_and_the_date() -> None:
    assert factiva.is_export(RUN)
    first, second = read_lines([*RUN, *RUN])
    assert (first.title, first.body) == (second.title, second.body)
    assert (first.title, first.section, first.authors) == (
        "La digue tiendra-t-elle ?",
        "Région",
        ("Awa Delorme",),
    )
    assert (first.source, first.edition, first.page, first.language) == (
        "Le Courrier du Ponant",
        "Édition de Vallorge",
        "12",
        "fr",
    )
    assert (first.date, first.id) == ((2021, 3, 1), "COPONT0020210301eh310001a")
    assert first.body == "La digue a tenu.\nLes relevés sont attendus."


def test_rows_of_codes_are_read_by_their_codes() -> None:
    assert factiva.is_export(ROWS)
    article, same = read_lines([*ROWS, "", *ROWS])
    assert article.body == same.body
    assert (article.title, article.source, article.date) == (
        "Le bac ferme",
        "Le Courrier du Ponant",
        (2021, 3, 2),
    )
    assert article.body == "Le bac reste à quai.\nSa coque est percée.\nLe pont reste ouvert."
    assert article.reference == "COPONT0020210302eh320001b"


def test_other_documents_are_no_export() -> None:
    assert not factiva.is_export(["Le bac rouvre", "AN 2021", "Document 12", "80 mots"])


@pytest.mark.parametrize(
    ("lines", "section", "title", "by"),
    [
        (["Le bac ferme"], "", "Le bac ferme", ""),
        (["Région", "Le bac ferme"], "Région", "Le bac ferme", ""),
        (["Le bac ferme", "Par Anne Roy"], "", "Le bac ferme", "Par Anne Roy"),
        (
            ["Région", "Le bac ferme", "Anne Roy et Luc Petit"],
            "Région",
            "Le bac ferme",
            "Anne Roy et Luc Petit",
        ),
        (
            ["Foreign Desk; A", "Ferry laid up", "By ANNE ROY", "Special to The Post"],
            "Foreign Desk; A",
            "Ferry laid up",
            "By ANNE ROY",
        ),
    ],
)
def test_what_stands_before_the_count_is_section_headline_and_authors(
    lines: list[str], section: str, title: str, by: str
) -> None:
    found = of_lines([*lines, "80 words", "2 March 2021", "The Post", "POST", "English"])
    assert (found["SE"], found["HD"], found["BY"]) == (section, title, by)
    assert (found["SN"], found["LA"], found["PD"]) == ("The Post", "en", "2 March 2021")


def test_captions_stay_and_the_company_that_gave_the_article_goes() -> None:
    caption = "La digue, dimanche à marée haute."
    assert captions([caption, "Courrier du Ponant SA", "Document COPONT0020210301eh310001a"]) == [caption]
    assert captions([caption]) == [caption]
    assert (
        captions(["PMG9285387-ZEDE-/feature/x", "Verlag & Co. KG", "Dokument COPONT0020210301eh310001a"])
        == []
    )


def test_a_page_without_articles_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<html><head><title>Factiva</title></head><body>Rien</body></html>", "utf-8"
    )
    [piece] = read(tmp_path / "a.html", name="a.html", columns={})
    assert isinstance(piece, Rejected)
    assert str(piece.reason) == "reading.no_article"


def test_what_is_no_xml_in_the_xml_costs_no_letter(tmp_path: Path) -> None:
    text = (
        "<ppsArticleResponse><article><headline>L&eacute;a & fils \x0b à quai</headline><sourceName>Roy & Petit</sourceName>"
        "<leadParagraph><paragraph>Le bac reste à quai.</paragraph></leadParagraph>"
        "<accessionNo>COPONT0020210302eh320001b</accessionNo></article></ppsArticleResponse>"
    )
    (article,) = read_file(tmp_path, "a.xml", text)
    assert isinstance(article, Article)
    assert (article.title, article.source) == ("Léa & fils à quai", "Roy & Petit")


def test_clippings_of_lines_can_go_to_a_worker() -> None:
    import pickle

    [piece] = factiva.of_lines(RUN, "a.rtf")
    assert isinstance(piece, Clipping)
    assert pickle.loads(pickle.dumps(piece)).read() == piece.read()  # noqa: S301 - our own bytes


def read_file(folder: Path, name: str, text: str) -> list[Article | Rejected]:
    (folder / name).write_bytes(text.encode("utf-8"))
    return list(read(folder / name, name=name, columns={}))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a"])
@pytest.mark.parametrize("lines", [RUN, ROWS])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_articles_that_were_pasted_into_a_text_are_read(
    lines: list[str], name: str, end: str, tmp_path: Path
) -> None:
    page = "Page 1 of 2 © 2021 Factiva, Inc. All rights reserved."
    found = read_file(tmp_path, name, end.join([*lines, page, *lines, page]))
    assert [(piece.source, piece.language) for piece in found if isinstance(piece, Article)] == [
        ("Le Courrier du Ponant", "fr")
    ] * 2
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "La digue\n\nLe numéro Document COPONT0020210301eh310001a est cité ici.\n",
        "Un\n80 mots\n1 mars 2021\nLa digue a tenu.\n",
        "From: a@exemple.fr\nSubject: La digue\nMIME-Version: 1.0\n\n" + "\n".join(RUN),
        "---\ntitle: La digue\n---\n" + "\n".join(RUN),
        'titre;texte\nLa digue;"' + "\n".join(RUN) + '"\n',
    ],
)  # fmt: skip
def test_other_files_are_not_taken_for_lines_of_factiva(text: str, tmp_path: Path) -> None:
    [piece] = read_file(tmp_path, "a.bin", text)[:1]
    assert isinstance(piece, Rejected) or piece.reference != "COPONT0020210301eh310001a"


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (RUN[13:16], []),
        (["La digue a te"], ["doubt.broken_off"]),
        (["La digue a tenu.", "", "Les"], ["doubt.broken_off"]),
    ],
)
def test_an_article_in_which_a_file_breaks_off_is_kept_with_a_note(
    text: list[str], notes: list[str], tmp_path: Path
) -> None:
    [article] = read_file(tmp_path, "a.txt", "\n".join([*RUN[:12], *text]))
    assert isinstance(article, Article)
    assert (article.title, article.source) == ("La digue tiendra-t-elle ?", "Le Courrier du Ponant")
    assert [str(note) for note in article.notes] == notes


def test_an_article_in_which_a_second_one_breaks_off_costs_nothing(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.txt", "\n".join([*RUN, *RUN[:-5], "Les relevés sont"]))
    assert [[str(note) for note in piece.notes] for piece in found if isinstance(piece, Article)] == [
        [],
        ["doubt.broken_off"],
    ]
