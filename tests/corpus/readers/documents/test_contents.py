"""The table of contents of an EPUB: which articles stand in which section."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus import Article, read
from tests.support.office import archive, epub

TEXT = (
    "<p>"
    + "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux et bien des retards. " * 3
    + "</p>"
)
PAGES = {
    "une.xhtml": "<body><h1>Section</h1></body>",
    "a.xhtml": f"<body><h1>Le port rouvre</h1>{TEXT}</body>",
    "b.xhtml": f"<body><h1>Le quai ferme</h1>{TEXT}</body>",
}


def sections(folder: Path, table: str, kind: str) -> list[str]:
    """Return the sections of the articles of an EPUB with this table of contents, in the form of EPUB 3 or of EPUB 2."""
    with ZipFile(BytesIO(epub(PAGES, metadata="<dc:title>Le Fanal</dc:title>", contents={}))) as made:
        members = {name: made.read(name).decode() for name in made.namelist()}
    if kind == "ncx":
        members["OEBPS/livre.opf"] = members["OEBPS/livre.opf"].replace(
            'href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"',
            'href="nav.xhtml" media-type="application/x-dtbncx+xml"',
        )
    members["OEBPS/nav.xhtml"] = table
    (folder / "a.epub").write_bytes(archive(members))
    found = read(folder / "a.epub", name="a.epub", columns={})
    return [piece.section for piece in found if isinstance(piece, Article)]


def nav(top: str) -> str:
    below = (
        "<ol><li><a href='a.xhtml'>Le port rouvre</a></li><li><a href='b.xhtml'>Le quai ferme</a></li></ol>"
    )
    return f"<html xmlns='http://www.w3.org/1999/xhtml'><body><nav><ol><li>{top}{below}</li></ol></nav></body></html>"


def ncx(top: str) -> str:
    points = "".join(
        f"<navPoint><navLabel><text>{name}</text></navLabel><content src='{name}.xhtml#haut'/></navPoint>"
        for name in "ab"
    )
    return f"<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint>{top}{points}</navPoint></navMap></ncx>"


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (nav("<a href='une.xhtml'>Économie</a>"), "nav"),
        (nav("<span>Économie</span>"), "nav"),
        (ncx("<navLabel><text>Économie</text></navLabel><content src='une.xhtml'/>"), "ncx"),
    ],
)
def test_the_entry_above_an_article_is_its_section(tmp_path: Path, table: str, kind: str) -> None:
    assert sections(tmp_path, table, kind) == ["Économie", "Économie"]


@pytest.mark.parametrize(
    "top",
    [
        "<a href='a.xhtml'>Le port rouvre</a>",
        "<span>Première partie</span>",
        "<span>II. Les années de guerre</span>",
        "<span>Le Fanal</span>",
    ],
)
def test_another_article_a_part_of_a_book_and_the_paper_are_no_section(tmp_path: Path, top: str) -> None:
    assert sections(tmp_path, nav(top), "nav") == ["", ""]
