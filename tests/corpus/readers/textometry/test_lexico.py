"""Corpora for Lexico: keys, and for how long they hold."""

from pathlib import Path

import pytest

from corpus import Article, read
from corpus.formats import opened
from corpus.source import Source


def articles(folder: Path, text: str) -> list[Article]:
    path = folder / "corpus.bin"
    path.write_bytes(text.encode())
    return [piece for piece in read(path, name="corpus.bin", columns={}) if isinstance(piece, Article)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_like(tmp_path: Path, end: str) -> None:
    lines = [
        "<date=2019-03-01>",
        "<journal=Le Fanal>",
        "La digue a tenu.",
        "",
        "<date=2019-03-02>",
        "Le bac reprend.",
    ]
    first, second = articles(tmp_path, end.join(lines))
    assert (first.body, str(first.date), first.source) == ("La digue a tenu.", "2019-03-01", "Le Fanal")
    assert (second.body, str(second.date), second.source) == ("Le bac reprend.", "2019-03-02", "Le Fanal")


def test_an_author_holds_for_the_texts_below_that_do_not_begin_anew(tmp_path: Path) -> None:
    text = "<auteur=Anne Roy>\n<date=2019-03-01>\nUn.\n<date=2019-03-02>\nDeux.\n<auteur=Luc Petit>\n<date=2019-03-03>\nTrois.\n"
    assert [article.authors for article in articles(tmp_path, text)] == [
        ("Anne Roy",),
        ("Anne Roy",),
        ("Luc Petit",),
    ]


def test_a_title_holds_for_its_text_only(tmp_path: Path) -> None:
    first, second = articles(
        tmp_path, "<date=2019-03-01>\n<titre=La digue>\nElle a tenu.\n<date=2019-03-02>\nLe bac reprend.\n"
    )
    assert (first.title, first.title_found.value) == ("La digue", "metadata")
    assert second.title_found.value == "text"


def test_other_keys_inside_a_text_are_marks_of_its_parts(tmp_path: Path) -> None:
    [article] = articles(tmp_path, "<journal=Le Fanal>\nUn.\n<page=2>\nDeux.\n")
    assert article.body == "Un.\nDeux."


@pytest.mark.parametrize(
    "text", ["<p class=x>Le port rouvre.</p>", "<html>", "a < b = c > d", "<date 2019>\nUn."]
)
def test_tags_and_signs_are_no_keys(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    assert opened(Source(path, "a.txt"), {}).format != "Lexico"
