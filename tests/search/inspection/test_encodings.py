"""The encoding of a file, by the name that people know."""

from pathlib import Path

import pytest

from corpus.source import Source
from search.inspection import encodings

TEXT = "Le vieux port de Sète a rouvert lundi : l’été y est déjà là, cœur léger.\n" * 3


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "UTF-8"),
        (b"Le port rouvre.", "UTF-8"),
        (b"", "UTF-8"),
        (TEXT.encode("cp1252"), "Windows-1252"),
        (TEXT.encode("mac_roman"), "MacRoman"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode() + "Déjà l’été\n".encode("cp1252"), "UTF-8 + Windows-1252"),
        (b"PK\x03\x04 autre chose", ""),
        (bytes(range(32)) * 40, ""),
    ],
)
def test_the_encoding_of_a_file(data: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert encodings.name(Source(path, "a.txt")) == name


def test_a_letter_that_is_cut_between_two_blocks_is_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encodings, "_BLOCK_BYTES", 1)
    path = tmp_path / "a.txt"
    path.write_text("été", "utf-8")
    assert encodings.name(Source(path, "a.txt")) == "UTF-8"


def test_a_file_that_is_gone_has_none(tmp_path: Path) -> None:
    assert encodings.name(Source(tmp_path / "a.txt", "a.txt")) == ""
