"""Documents of Word: what a reader sees, in order, and its headline."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.message import message
from corpus.readers.documents import docx
from corpus.readers.documents.document import Line
from corpus.source import Source
from tests.support.office import archive, paragraph
from tests.support.office import docx as word

TEXT = "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux et bien des retards."


def lines(folder: Path, body: str) -> list[str]:
    (folder / "a.docx").write_bytes(word(body))
    return [line.text for line in docx.lines(Source(folder / "a.docx", "a.docx")) if line.text]


def article(folder: Path, content: bytes) -> Article:
    (folder / "a.docx").write_bytes(content)
    (found,) = read(folder / "a.docx", name="a.docx", columns={})
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:t>Le </w:t><w:t>port</w:t>", "Le port"),
        ("<w:t>Le</w:t><w:tab/><w:t>port</w:t>", "Le\tport"),
        ("<w:t>Le</w:t><w:br/><w:t>port</w:t>", "Le\nport"),
        ("<w:t>dit</w:t><w:noBreakHyphen/><w:t>elle</w:t>", "dit-elle"),
        ("<w:t>Le port</w:t><w:delText> retiré</w:delText>", "Le port"),
        ("<w:t>Le port</w:t><w:instrText>PAGE</w:instrText>", "Le port"),
        ("<w:rPr><w:vanish/></w:rPr><w:t>caché</w:t>", ""),
        ("<w:rPr><w:vanish w:val='0'/></w:rPr><w:t>vu</w:t>", "vu"),
    ],
)
def test_a_run_is_read_as_it_is_seen(tmp_path: Path, run: str, text: str) -> None:
    assert lines(tmp_path, f"<w:p><w:r>{run}</w:r></w:p>") == ([text] if text else [])


def test_what_was_inserted_or_linked_is_read_and_what_was_moved_away_is_not(tmp_path: Path) -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>Le </w:t></w:r></w:ins><w:hyperlink><w:r><w:t>port</w:t></w:r></w:hyperlink>"
        "<w:moveFrom><w:r><w:t> ailleurs</w:t></w:r></w:moveFrom></w:p>"
    )
    assert lines(tmp_path, body) == ["Le port"]


def test_a_box_of_text_is_read_once_below_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('Légende.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Le port</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t> rouvre.</w:t></w:r></w:p>"
    )
    assert lines(tmp_path, body) == ["Le port rouvre.", "Légende."]


def test_a_row_of_a_table_is_a_line_and_a_cell_of_a_layout_is_not(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    one, two = paragraph("Coût"), paragraph("4 millions")
    assert lines(tmp_path, f"<w:tbl>{row(one, two)}{row(paragraph(''), two)}</w:tbl>") == [
        "Coût | 4 millions",
        "4 millions",
    ]
    assert lines(tmp_path, f"<w:tbl>{row(one + two, one)}</w:tbl>") == ["Coût", "4 millions", "Coût"]
    inner = f"<w:tbl>{row(one, two)}</w:tbl>"
    assert lines(tmp_path, f"<w:tbl>{row(inner)}</w:tbl>") == ["Coût | 4 millions"]


def test_a_table_of_contents_is_left_out(tmp_path: Path) -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('Port 3')}</w:sdtContent></w:sdt>"
    other = f"<w:sdt><w:sdtContent>{paragraph('Le port')}</w:sdtContent></w:sdt>"
    assert lines(tmp_path, contents + other + paragraph("Quai 4", "TM1")) == ["Le port"]


def test_an_initial_is_part_of_its_paragraph(tmp_path: Path) -> None:
    body = paragraph("L", properties='<w:framePr w:dropCap="drop" w:lines="3"/>') + paragraph(
        "e port rouvre."
    )
    assert lines(tmp_path, body) == ["Le port rouvre."]


def test_a_heading_has_its_rank_by_its_style_the_one_below_or_its_own_level(tmp_path: Path) -> None:
    body = (
        paragraph("Un", "Titre") + paragraph("Deux", "Titre2") + paragraph("Trois", properties='<w:outlineLvl w:val="0"/>')
        + paragraph("Quatre")
    )  # fmt: skip
    (tmp_path / "a.docx").write_bytes(word(body))
    assert [*docx.lines(Source(tmp_path / "a.docx", "a"))] == [
        Line("Un", 0), Line("Deux", 2), Line("Trois", 1), Line("Quatre", None),
    ]  # fmt: skip


def test_the_headline_is_the_paragraph_in_its_style_below_the_paper_and_the_date(tmp_path: Path) -> None:
    body = (
        paragraph("L’Écho de Valbourg")
        + paragraph("12 mars 2020")
        + paragraph("Le port rouvre", "Titre1")
        + paragraph(TEXT)
    )
    found = article(tmp_path, word(body, title="Autre chose"))
    assert (found.title, found.source, str(found.date), found.body) == (
        "Le port rouvre", "L’Écho de Valbourg", "2020-03-12", TEXT,
    )  # fmt: skip


def test_a_heading_in_the_middle_is_no_headline(tmp_path: Path) -> None:
    body = "".join(map(paragraph, [TEXT] + [f"{TEXT} ({number})" for number in range(7)]))
    found = article(tmp_path, word(body + paragraph("Et après ?", "Titre1") + paragraph("Rien.")))
    assert found.title.startswith("Le vieux port de Valbourg")
    assert "Et après ?" in found.body


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Le port rouvre enfin", "Le port rouvre enfin"),
        (
            "Document1",
            "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux et bien des retards",
        ),
        (
            "port.docx",
            "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux et bien des retards",
        ),
    ],
)
def test_the_title_of_the_file_counts_last_and_only_if_a_person_wrote_it(
    tmp_path: Path, stated: str, title: str
) -> None:
    assert article(tmp_path, word(paragraph(TEXT), title=stated)).title == title


def test_the_day_and_the_user_of_the_file_are_not_those_of_the_article(tmp_path: Path) -> None:
    found = article(tmp_path, word(paragraph(TEXT)))
    assert (found.date, found.authors) == (None, ())


def test_the_date_of_a_document_may_stand_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "2020-03-12 port.docx").write_bytes(word(paragraph(TEXT)))
    (found,) = read(tmp_path / "2020-03-12 port.docx", name="2020-03-12 port.docx", columns={})
    assert isinstance(found, Article)
    assert str(found.date) == "2020-03-12"


def test_a_character_that_no_xml_has_costs_itself_alone(tmp_path: Path) -> None:
    assert lines(tmp_path, paragraph("Un & deux\x0b.") + paragraph("Trois.")) == ["Un  deux.", "Trois."]


@pytest.mark.parametrize("wrong", ["<w:sdt>" * 300 + "</w:sdt>" * 300, "<w:p><w:r><w:t>Deux.</w:r></w:p>"])
def test_a_document_that_the_parser_reads_in_part_is_rejected_and_not_cut(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "a.docx").write_bytes(word(paragraph(TEXT) + wrong + paragraph(TEXT)))
    (found,) = read(tmp_path / "a.docx", name="a", columns={})
    assert isinstance(found, Rejected)
    assert found.reason.code == "reading.not_markup"


def test_a_document_without_text_or_with_a_bomb_is_rejected(tmp_path: Path) -> None:
    entities = '<!DOCTYPE a [<!ENTITY a "port">]>'
    bomb = f'{entities}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    for content in (word(""), archive({"[Content_Types].xml": "", "word/document.xml": bomb})):
        (tmp_path / "a.docx").write_bytes(content)
        assert [*read(tmp_path / "a.docx", name="a", columns={})] == [Rejected("a", message("reading.empty"))]
