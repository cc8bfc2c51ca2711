"""Documents of LibreOffice: what a reader sees, in order, and its headline."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.message import message
from corpus.readers.documents import odt
from corpus.source import Source
from tests.support.office import archive
from tests.support.office import odt as opendocument

TEXT = "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux et bien des retards."


def lines(folder: Path, body: str, styles: str = "") -> list[tuple[str, int | None]]:
    (folder / "a.odt").write_bytes(opendocument(body, styles=styles))
    return [(line.text, line.rank) for line in odt.lines(Source(folder / "a.odt", "a.odt"))]


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("Le <text:span>port</text:span> rouvre", "Le port rouvre"),
        ("Le<text:s text:c='2'/>port<text:tab/>ici", "Le  port\tici"),
        ("Le<text:line-break/>port", "Le\nport"),
        ("Le<text:note><text:note-body><text:p>1</text:p></text:note-body></text:note> port", "Le port"),
        ("Le<office:annotation><text:p>vu</text:p></office:annotation> port", "Le port"),
        ("Le <text:a>port</text:a><text:bookmark/> ici", "Le port ici"),
        ("Le<text:s text:c='99999999'/>port", "Le port"),
    ],
)
def test_a_paragraph_is_read_as_it_is_seen(tmp_path: Path, paragraph: str, text: str) -> None:
    assert lines(tmp_path, f"<text:p>{paragraph}</text:p>") == [(text, None)]


def test_sections_lists_tables_and_boxes_are_read_in_order(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:p>Retiré.</text:p></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>Port 3</text:p></text:index-body></text:table-of-content>"
        "<text:section><text:p>Un</text:p></text:section>"
        "<text:list><text:list-item><text:p>deux</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>trois<draw:frame><draw:text-box><text:p>boîte</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert [text for text, _ in lines(tmp_path, body)] == ["Un", "deux", "a | b", "trois", "boîte"]


def test_a_title_is_known_by_its_style_or_the_one_that_it_is_made_of(tmp_path: Path) -> None:
    styles = '<style:style style:name="P3" style:parent-style-name="Title"/><style:style style:name="P4"/>'
    body = (
        '<text:p text:style-name="P3">Un</text:p><text:p text:style-name="P4">deux</text:p>'
        '<text:p text:style-name="Title">trois</text:p><text:h text:outline-level="2">quatre</text:h>'
    )
    assert lines(tmp_path, body, styles) == [("Un", 0), ("deux", None), ("trois", 0), ("quatre", 2)]


def test_a_document_is_one_article(tmp_path: Path) -> None:
    body = f"<text:p>Le Fanal</text:p><text:p>12 mars 2020</text:p><text:h>Le port rouvre</text:h><text:p>{TEXT}</text:p>"
    (tmp_path / "a.odt").write_bytes(opendocument(body, title="Sans titre"))
    (found,) = read(tmp_path / "a.odt", name="a.odt", columns={})
    assert isinstance(found, Article)
    assert (found.title, found.source, str(found.date), found.body) == (
        "Le port rouvre",
        "Le Fanal",
        "2020-03-12",
        TEXT,
    )


def test_a_document_in_one_file_of_xml_is_read(tmp_path: Path) -> None:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:text" xmlns:dc="urn:dc"'
    (tmp_path / "a.xml").write_text(
        f'<?xml version="1.0"?><office:document {names}><office:meta><dc:title>Enfin le port</dc:title></office:meta>'
        f"<office:body><office:text><text:p>{TEXT}</text:p></office:text></office:body></office:document>",
        "utf-8",
    )
    (found,) = read(tmp_path / "a.xml", name="a.xml", columns={})
    assert isinstance(found, Article)
    assert (found.title, found.body) == ("Enfin le port", TEXT)


def test_an_encrypted_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(
        archive(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": b"\x8f\x02\xb1",
                "META-INF/manifest.xml": "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
            }
        )
    )
    assert [*read(tmp_path / "a.odt", name="a", columns={})] == [Rejected("a", message("reading.encrypted"))]
