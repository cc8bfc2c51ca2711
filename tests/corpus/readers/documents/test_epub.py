"""EPUB: the articles of an issue, the chapters of a book."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus import Article, Rejected, read
from corpus.message import message
from tests.support.office import archive, epub

TEXT = (
    "<p>"
    + "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux et bien des retards. " * 3
    + "</p>"
)


def pieces(folder: Path, content: bytes) -> list[Article | Rejected]:
    (folder / "a.epub").write_bytes(content)
    return [*read(folder / "a.epub", name="a.epub", columns={})]


def articles(folder: Path, content: bytes) -> list[Article]:
    return [piece for piece in pieces(folder, content) if isinstance(piece, Article)]


def test_each_file_with_a_text_is_an_article_in_the_order_of_the_book(tmp_path: Path) -> None:
    pages = {
        "z.xhtml": f"<body><h1>Le port rouvre</h1>{TEXT}</body>",
        "a.xhtml": f"<body><h2>Le quai ferme</h2>{TEXT}</body>",
        "titre.xhtml": "<body><h1>Le Fanal</h1></body>",
        "droits.xhtml": f'<body epub:type="copyright-page">{TEXT}</body>',
    }
    *found, said = pieces(tmp_path, epub(pages, metadata="<dc:title>Le Fanal</dc:title>", contents={}))
    assert [piece.title for piece in found if isinstance(piece, Article)] == [
        "Le port rouvre",
        "Le quai ferme",
    ]
    assert said == Rejected("a.epub", message("reading.covers", count=2))


def test_a_page_of_contents_is_no_article(tmp_path: Path) -> None:
    entries = "".join(f"<li>Article numéro {number} du journal</li>" for number in range(60))
    pages = {"sommaire.xhtml": f"<body><ol>{entries}</ol></body>", "a.xhtml": f"<body>{TEXT}</body>"}
    assert len(articles(tmp_path, epub(pages, metadata="", contents={}))) == 1


def test_a_file_that_no_title_leads_to_goes_on_with_the_one_before_unless_it_has_a_heading(
    tmp_path: Path,
) -> None:
    pages = {
        "a.xhtml": f"<body><h1>Un</h1>{TEXT}</body>",
        "b.xhtml": "<body><p>La suite.</p></body>",
        "c.xhtml": f"<body><h1>Deux</h1>{TEXT}</body>",
    }
    first, second = articles(tmp_path, epub(pages, metadata="", contents={"a.xhtml": "Premier titre"}))
    assert (first.title, second.title) == ("Un", "Deux")
    assert first.body.endswith("La suite.")


def test_the_table_of_contents_names_an_article_without_a_heading(tmp_path: Path) -> None:
    (found,) = articles(
        tmp_path,
        epub({"a.xhtml": f"<body>{TEXT}</body>"}, metadata="", contents={"a.xhtml": "Au port de Valbourg"}),
    )
    assert found.title == "Au port de Valbourg"


def test_the_table_of_contents_of_an_old_epub_is_read(tmp_path: Path) -> None:
    pages = {"a.xhtml": f"<body>{TEXT}</body>", "b.xhtml": "<body><p>La suite.</p></body>"}
    with ZipFile(BytesIO(epub(pages, metadata="", contents={}))) as made:
        members = {name: made.read(name).decode() for name in made.namelist() if name != "OEBPS/nav.xhtml"}
    members["OEBPS/livre.opf"] = members["OEBPS/livre.opf"].replace(
        'href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"',
        'href="toc/livre.ncx" media-type="application/x-dtbncx+xml"',
    )
    members["OEBPS/toc/livre.ncx"] = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Au port de Valbourg</text></navLabel>'
        '<content src="../a.xhtml#debut"/></navPoint></navMap></ncx>'
    )
    (found,) = articles(tmp_path, archive(members))
    assert found.title == "Au port de Valbourg"
    assert found.body.endswith("La suite.")


@pytest.mark.parametrize(
    ("metadata", "source", "edition", "authors"),
    [
        ("<dc:title>Le Fanal n° 214, mars 2020</dc:title>", "Le Fanal", "Le Fanal n° 214, mars 2020", ()),
        ("<dc:title>Le Fanal - 12 mars 2020</dc:title>", "Le Fanal", "Le Fanal - 12 mars 2020", ()),
        (
            "<dc:title>Fanal diplomatique, mai 2021</dc:title><dc:publisher>Fanal diplomatique</dc:publisher>",
            "Fanal diplomatique", "Fanal diplomatique, mai 2021", (),
        ),
        ("<dc:title>Le Fanal [ven., 06 mars 2020]</dc:title>", "Le Fanal", "Le Fanal [ven., 06 mars 2020]", ()),
        ("<dc:title>Le Fanal (mardi 3 mars 2020)</dc:title>", "Le Fanal", "Le Fanal (mardi 3 mars 2020)", ()),
        ("<dc:title>Le Fanal (Valbourg)</dc:title>", "Le Fanal (Valbourg)", "", ()),
        ("<dc:title>Le Port</dc:title><dc:creator>Anne Roy</dc:creator>", "Le Port", "", ("Anne Roy",)),
        ("<dc:title>Le Port</dc:title><dc:creator>Collectif</dc:creator>", "Le Port", "", ()),
        ("<dc:publisher>Presses de l’Orle</dc:publisher>", "Presses de l’Orle", "", ()),
    ],
)  # fmt: skip
def test_the_paper_the_issue_and_the_author_come_from_the_description(
    tmp_path: Path, metadata: str, source: str, edition: str, authors: tuple[str, ...]
) -> None:
    (found,) = articles(tmp_path, epub({"a.xhtml": f"<body>{TEXT}</body>"}, metadata=metadata, contents={}))
    assert (found.source, found.edition, found.authors) == (source, edition, authors)


def test_the_day_is_that_of_the_publication(tmp_path: Path) -> None:
    metadata = '<dc:date opf:event="modification">2022-01-01</dc:date><dc:date>2020-03-02T00:00:00Z</dc:date>'
    (found,) = articles(tmp_path, epub({"a.xhtml": f"<body>{TEXT}</body>"}, metadata=metadata, contents={}))
    assert str(found.date) == "2020-03-02"
    (found,) = articles(
        tmp_path,
        epub({"a.xhtml": f"<body>{TEXT}</body>"}, metadata="<dc:date>0101-01-01</dc:date>", contents={}),
    )
    assert found.date is None


def test_notes_are_left_out_and_the_printed_page_is_kept(tmp_path: Path) -> None:
    body = (
        '<body><span role="doc-pagebreak" aria-label="12"/><p>Le port<a epub:type="noteref" href="#n">3</a> rouvre.</p>'
        f'{TEXT}<aside epub:type="footnote" id="n">Une note.</aside></body>'
    )
    (found,) = articles(tmp_path, epub({"a.xhtml": body}, metadata="", contents={}))
    assert found.page == "12"
    assert "Le port rouvre." in found.body
    assert "note" not in found.body


@pytest.mark.parametrize(
    ("locked", "code"), [("OEBPS/a.xhtml", "reading.encrypted"), ("OEBPS/police.otf", "")]
)
def test_a_book_whose_pages_are_encrypted_is_refused(tmp_path: Path, locked: str, code: str) -> None:
    with ZipFile(BytesIO(epub({"a.xhtml": f"<body>{TEXT}</body>"}, metadata="", contents={}))) as made:
        members: dict[str, str | bytes] = {name: made.read(name) for name in made.namelist()}
    members["META-INF/encryption.xml"] = f'<encryption><CipherReference URI="{locked}"/></encryption>'
    (found,) = pieces(tmp_path, archive(members))
    assert (found.reason.code if isinstance(found, Rejected) else "") == code


def test_a_book_without_text_or_without_description_is_rejected(tmp_path: Path) -> None:
    for content in (
        epub({"a.xhtml": "<body/>"}, metadata="", contents={}),
        archive({"mimetype": "application/epub+zip", "a.xhtml": TEXT}),
    ):
        assert pieces(tmp_path, content) == [Rejected("a.epub", message("reading.no_text"))]


def test_the_page_of_a_section_is_contents_and_the_menu_of_an_article_is_no_text(tmp_path: Path) -> None:
    abstracts = "".join(
        f'<p><a href="a{number}.xhtml">Titre {number}</a></p><p>{"mot " * 20}</p>' for number in range(8)
    )
    menu = "".join(f'<a href="{name}.xhtml">Suivant {name}</a> | ' for name in "abcd")
    pages = {
        "section.xhtml": f"<body><h1>Société</h1>{abstracts}</body>",
        "a1.xhtml": f'<body><div class="calibre_navbar">{menu}</div><h2>Un</h2>{TEXT}</body>',
    }
    (found,) = articles(tmp_path, epub(pages, metadata="<dc:language>fr-FR</dc:language>", contents={}))
    assert (found.title, found.language) == ("Un", "fr")
    assert "Suivant" not in found.body
