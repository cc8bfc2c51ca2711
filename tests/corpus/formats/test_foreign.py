"""Files of other programs, whatever their suffix."""

import gzip
import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from corpus import Rejected, read
from search.messages import Language, sentence, speaking


def packed(*members: str, first: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for member in members:
            archive.writestr(member, "x")
    return made.getvalue()


def database(folder: Path) -> bytes:
    with sqlite3.connect(folder / "base") as base:
        base.execute("CREATE TABLE articles (texte TEXT)")
    return (folder / "base").read_bytes()


FILES: dict[str, tuple[bytes, str, str]] = {
    "xlsx": (packed("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), "spreadsheet", "classeur"),
    "ods": (packed("content.xml", first="application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet", "classeur"),
    "docx": (packed("[Content_Types].xml", "word/document.xml"), "word processor", "traitement de texte"),
    "odt": (packed("content.xml", first="application/vnd.oasis.opendocument.text"), "word processor", "traitement de texte"),
    "epub": (packed("OEBPS/a.xhtml", first="application/epub+zip"), "EPUB", "EPUB"),
    "zip": (packed("a.txt", "b.txt"), "ZIP", "ZIP"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "Office", "Office"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF", "PDF"),
    "rtf": (b"{\\rtf1\\ansi Le port rouvre.}", "RTF", "RTF"),
    "parquet": (b"PAR1\x15\x04", "Parquet", "Parquet"),
    "warc": (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "WARC", "WARC"),
    "gz": (gzip.compress(b"Le port rouvre."), ".gz", ".gz"),
    "png": (b"\x89PNG\r\n\x1a\n", "picture", "image"),
}  # fmt: skip


@pytest.mark.parametrize("suffix", [".csv", ".txt", ".json", "", ".bin"])
@pytest.mark.parametrize("kind", [*FILES, "sqlite"])
def test_a_file_of_another_program_is_named_with_what_to_export(
    kind: str, suffix: str, tmp_path: Path
) -> None:
    content, english, french = FILES.get(kind) or (database(tmp_path), "SQLite", "SQLite")
    (tmp_path / f"a{suffix}").write_bytes(content)
    (found,) = read(tmp_path / f"a{suffix}", name="a", columns={})
    assert isinstance(found, Rejected)
    assert english in sentence(found.reason)
    with speaking(Language.FRENCH):
        assert french in sentence(found.reason)


@pytest.mark.parametrize("text", ["PK rouvre.", "BM", "{\\o/}", "RIFF", "%PD"])
def test_a_text_that_begins_a_little_alike_is_a_text(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (found,) = read(tmp_path / "a.txt", name="a", columns={})
    assert not isinstance(found, Rejected)
