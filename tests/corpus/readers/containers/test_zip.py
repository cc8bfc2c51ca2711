"""A ZIP of what a person has: each file by its own format, what is no article passed over."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.message import message
from corpus.readers.containers import zip as container
from corpus.source import Source
from tests.support.office import archive, docx, paragraph

TEXT = "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux et bien des retards."
PAGE = f"<html><meta property='og:type' content='article'><h1>Le port rouvre</h1><article><p>{TEXT}</p></article></html>"


def pieces(
    folder: Path, members: dict[str, str | bytes], columns: dict[str, str] | None = None
) -> list[Article | Rejected]:
    (folder / "lot.bin").write_bytes(archive(members))
    return [*read(folder / "lot.bin", name="lot.bin", columns=columns or {})]


def test_each_member_is_read_by_its_own_format_under_its_own_name(tmp_path: Path) -> None:
    found = pieces(
        tmp_path,
        {
            "a/port.txt": TEXT,
            "a/table.csv": f"titre;texte\nUn;{TEXT}\nDeux;{TEXT}\n",
            "quai.docx": docx(paragraph(TEXT)),
            "lot2.zip": archive({"b.txt": TEXT}),
        },
    )
    assert [(piece.path, type(piece)) for piece in found] == [
        ("lot.bin/a/port.txt", Article),
        ("lot.bin/a/table.csv", Article),
        ("lot.bin/a/table.csv", Article),
        ("lot.bin/quai.docx", Article),
        ("lot.bin/lot2.zip/b.txt", Article),
    ]


@pytest.mark.parametrize(
    "name",
    ["__MACOSX/._a.txt", ".DS_Store", "a/.cache/a.txt", "port_files/a.txt", "port_fichiers/pub/pub.html", "photo.jpg", "Thumbs.db", "~$ort.docx"],
)  # fmt: skip
def test_what_is_no_article_is_passed_over_and_counted(tmp_path: Path, name: str) -> None:
    found, said = pieces(tmp_path, {"port.html": PAGE, name: b"\xff\xd8\xff\xe0"})
    assert isinstance(found, Article)
    assert said == Rejected("lot.bin", message("reading.passed_over", count=1))


def test_a_folder_that_is_of_no_page_is_read_as_one_beside_the_zip_is(tmp_path: Path) -> None:
    found = pieces(tmp_path, {"presse_files/port.txt": TEXT, "a/le_port_fichiers/quai.txt": TEXT})
    assert [piece.path for piece in found if isinstance(piece, Article)] == [
        "lot.bin/presse_files/port.txt",
        "lot.bin/a/le_port_fichiers/quai.txt",
    ]


def test_a_bad_member_costs_itself_alone(tmp_path: Path) -> None:
    rejected, found = pieces(tmp_path, {"vide.txt": "", "port.txt": TEXT})
    assert rejected == Rejected("lot.bin/vide.txt", message("reading.empty"))
    assert isinstance(found, Article)


def test_a_zip_three_deep_or_of_nothing_is_said(tmp_path: Path) -> None:
    inner = archive({"c.zip": archive({"a.txt": TEXT})})
    assert pieces(tmp_path, {"b.zip": inner}) == [
        Rejected("lot.bin/b.zip/c.zip", message("reading.zip_too_deep"))
    ]
    assert pieces(tmp_path, {"a.jpg": b"\xff\xd8\xff"}) == [
        Rejected("lot.bin", message("reading.nothing_in_zip", count=1))
    ]


def test_encrypted_members_are_one_line_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(archive({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    data[data.index(b"PK\x01\x02", directory + 4) + 8] |= 1
    (tmp_path / "lot.zip").write_bytes(data)
    found, said = read(tmp_path / "lot.zip", name="lot.zip", columns={})
    assert isinstance(found, Article)
    assert found.path == "lot.zip/c.txt"
    assert said == Rejected("lot.zip", message("reading.encrypted_members", count=2))


def test_columns_that_a_person_names_are_those_of_the_members(tmp_path: Path) -> None:
    (found,) = pieces(tmp_path, {"a.csv": f"titre;prose\nUn;{TEXT}\n"}, {"text": "prose"})
    assert isinstance(found, Article)
    assert [*container.names(Source(tmp_path / "lot.bin", "lot.bin"))] == ["titre", "prose"]


def test_a_name_that_leads_elsewhere_is_only_shown(tmp_path: Path) -> None:
    found = pieces(tmp_path, {"../../etc/port.txt": TEXT, "/abs/quai.txt": TEXT, "C:\\orle.txt": TEXT})
    assert [piece.path for piece in found] == [
        "lot.bin/etc/port.txt",
        "lot.bin/abs/quai.txt",
        "lot.bin/C/orle.txt",
    ]
