"""Tables that name a file for each row."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read

TEXT = "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux et bien des retards."
HEADER = "url,title,date,media_name,"


def pieces(folder: Path, row: str, column: str = "path") -> list[Article | Rejected]:
    (folder / "a.csv").write_text(f"{HEADER}{column}\n{row}\n", "utf-8")
    return [*read(folder / "a.csv", name="a.csv", columns={})]


@pytest.mark.parametrize("below", ["", "downloaded", "content"])
@pytest.mark.parametrize("column", ["path", "filename", "Fichier"])
def test_the_file_has_the_text_and_the_row_what_is_known_of_it(
    tmp_path: Path, below: str, column: str
) -> None:
    (tmp_path / below).mkdir(exist_ok=True)
    (tmp_path / below / "port.txt").write_text(f"La Gazette\n3 mars 2019\nUn autre titre\n\n{TEXT}", "utf-8")
    (found,) = pieces(tmp_path, "https://exemple.fr/1,Le port rouvre,2020-03-12,Le Fanal,port.txt", column)
    assert isinstance(found, Article)
    assert (found.title, str(found.date), found.source, found.url, found.body) == (
        "Le port rouvre", "2020-03-12", "Le Fanal", "https://exemple.fr/1", TEXT,
    )  # fmt: skip


def test_what_the_row_does_not_say_the_file_says(tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text(f"La Gazette\n3 mars 2019\nUn autre titre\n\n{TEXT}", "utf-8")
    (found,) = pieces(tmp_path, ",,,,port.txt")
    assert isinstance(found, Article)
    assert (found.title, str(found.date), found.source) == ("Un autre titre", "2019-03-03", "La Gazette")


@pytest.mark.parametrize("name", ["", "absent.txt", "../secret.txt", "/etc/hostname", "a.csv"])
def test_a_row_leads_to_no_file_elsewhere_and_to_no_table(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(TEXT, "utf-8")
    (folder / "port.txt").write_text(TEXT, "utf-8")
    found, rejected = pieces(folder, f",Un,,,port.txt\n,Deux,,,{name}")
    assert isinstance(found, Article)
    assert isinstance(rejected, Rejected)
    assert rejected.reason.code == "reading.no_file_named"


@pytest.mark.parametrize(
    ("name", "content"), [("port.txt", " "), ("port.db", "SQLite format 3\0"), ("port.film", "?")]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    (rejected,) = pieces(tmp_path, f",Un,,,{name}")
    assert isinstance(rejected, Rejected)
    assert rejected.reason.code == "reading.file_named"


def test_a_table_with_texts_has_no_need_of_files(tmp_path: Path) -> None:
    (tmp_path / "port.txt").write_text(f"Autre.\n{TEXT}", "utf-8")
    (found,) = pieces(tmp_path, f',Un,,,port.txt,"{TEXT}"', "path,texte")
    assert isinstance(found, Article)
    assert "Autre" not in found.body
