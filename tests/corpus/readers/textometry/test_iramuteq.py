"""Corpora for IRaMuTeQ and Alceste: what opens a text, and what its variables say."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Rejected, read
from corpus.formats import opened
from corpus.source import Source


def pieces(folder: Path, text: str) -> list[Article | Rejected]:
    path = folder / "corpus.bin"
    path.write_text(text, "utf-8", newline="")
    return [*read(path, name="corpus.bin", columns={})]


@pytest.mark.parametrize(
    ("line", "source", "date"),
    [
        ("**** *source_le_fanal *date_2024-09-11 *am_2024-09 *annee_2024", "le fanal", "2024-09-11"),
        ("**** *am_2024-09 *source_fanal", "fanal", "2024-09"),
        ("**** *annee_2024 *mois_09 *jour_11 *media_Ouest-Phare", "Ouest-Phare", "2024-09-11"),
        ("****  *Journal_Le Fanal du soir  *Date_11/09/2024", "Le Fanal du soir", "2024-09-11"),
        ("**** *journalClean_LeFanal *date_2024_09_11", "LeFanal", "2024-09-11"),
        ("0001 *journal_fanal *date_20240911", "fanal", "2024-09-11"),
        ("**** *sexe_f *source_fanal", "fanal", "None"),
    ],
)
def test_variables_say_the_paper_and_the_day(tmp_path: Path, line: str, source: str, date: str) -> None:
    [article] = pieces(tmp_path, f"{line}\nLe port rouvre.\n")
    assert isinstance(article, Article)
    assert (article.source, str(article.date), article.body) == (source, date, "Le port rouvre.")


@pytest.mark.parametrize(
    "text",
    [
        "*** *source_fanal\nTexte.",
        "**** Fin ****\n",
        "**gras** et *italique*",
        "2024 *Le Fanal*, un journal.",
        "*\n****\n",
    ],
)
def test_other_stars_open_no_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    assert opened(Source(path, "a.txt"), {}).format == "text"


def test_themes_are_left_out_and_stay_in_the_record(tmp_path: Path) -> None:
    [article] = pieces(
        tmp_path, "**** *source_fanal\n-*port\nLe port rouvre.\n-*fin de la grève\nLa grève est finie.\n"
    )
    assert isinstance(article, Article)
    assert article.body == "Le port rouvre.\nLa grève est finie."
    assert "-*port" in article.raw


def test_a_text_without_a_line_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    empty, full = pieces(tmp_path, "**** *source_fanal\n\n**** *source_vigie\nLe port rouvre.\n")
    assert isinstance(empty, Rejected)
    assert (empty.reason.code, str(empty.where)) == ("reading.no_text", "reading.line (line=1)")
    assert isinstance(full, Article)


def test_a_line_of_stars_in_a_text_opens_no_other(tmp_path: Path) -> None:
    first, second = pieces(
        tmp_path, "**** *source_fanal\nUn.\n*****\n***** Deux.\n*****source_vigie\nTrois.\n"
    )
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.source, second.source, second.body) == ("fanal", "vigie", "Trois.")
    assert "Deux." in first.body


def opens_none(text: str) -> bool:
    return bool(text.strip(" *_-")) and not text.lstrip().startswith("****")


@given(st.lists(st.text("abcdé *_-", min_size=1).filter(opens_none), min_size=1, max_size=8))
def test_every_text_comes_out_with_its_variables(texts: list[str]) -> None:
    written = "".join(f"**** *source_journal_{number}\n{text}\n" for number, text in enumerate(texts))
    with tempfile.TemporaryDirectory() as folder:
        found = pieces(Path(folder), written)
    assert len(found) == len(texts)
    sources = [piece.source for piece in found if isinstance(piece, Article)]
    assert sources == [
        f"journal {number}" for number, piece in enumerate(found) if isinstance(piece, Article)
    ]
