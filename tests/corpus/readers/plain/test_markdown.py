"""Texts in Markdown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, read
from corpus.readers.plain.markdown import plain

TEXT = "Le quai rouvre, dit le maire, après un an de travaux dans tout le port."


def article(folder: Path, name: str, text: str) -> Article:
    (folder / name).write_text(text, encoding="utf-8")
    [found] = read(folder / name, name=name, columns={})
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    "headline",
    [
        "Le quai rouvre",
        "n° 10",
        "Où va le port ?",
        "Grève à Nice",
        "Le port, enfin.",
        "Un titre de plus de cent signes " * 4,
    ],
)
@pytest.mark.parametrize("below", ["", "3 mars 2021\n\n", "![Le quai](quai.jpg)\n\n", "*3 mars 2021*\n\n"])
def test_the_headline_is_the_line_of_one_sharp(tmp_path: Path, headline: str, below: str) -> None:
    found = article(tmp_path, "a.md", f"# {headline.strip()}\n\n{below}{TEXT}\n")
    assert found.title == headline.strip()
    assert found.body.split("\n")[-1] == TEXT
    assert headline.strip() not in found.body.split("\n")
    assert str(found.date) == ("2021-03-03" if "2021" in below else "None")


def test_the_marks_stay_in_a_file_that_is_no_markdown(tmp_path: Path) -> None:
    assert "*quai*" in article(tmp_path, "a.txt", f"Le *quai* [du](x) port.\n{TEXT}").body


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("**Un** *mot* _juste_, __sûr__ ~~faux~~ `code` ***fort***", "Un mot juste, sûr faux code fort"),
        ("**Un *mot* juste**", "Un mot juste"),
        ("*L’été*, **à l’_île_**", "L’été, à l’île"),
        (
            "2 * 3 * 4, 5*6, a_b_c, * un, l'astérisque * seul",
            "2 * 3 * 4, 5*6, a_b_c, * un, l'astérisque * seul",
        ),
        ("_un mot_cle en italique_, a_b _c", "un mot_cle en italique, a_b _c"),
        (r"\*pas de gras\* \[sic\]", "*pas de gras* [sic]"),
        ('Le [maire](https://exemple.fr/a_(b) "Le maire") et la [ville][1]', "Le maire et la ville"),
        ("[Sic] (en latin) et [1]", "[Sic] (en latin) et [1]"),
        ("![Le quai](quai.jpg)Le quai", "Le quai"),
        ("[![Le quai](quai.jpg)](https://exemple.fr)Le quai", "Le quai"),
        ("![[quai.png]]Le [[Port|port]] de [[Sète]]", "Le port de Sète"),
        ("## Le quai ##\n### Le port #1", "Le quai\nLe port #1"),
        ("#Sète et C#", "#Sète et C#"),
        ("> Le quai\n>> rouvre", "Le quai\nrouvre"),
        ("Un mot[^1].\n[^1]: Une note.", "Un mot.\nUne note."),
        ("[1]: https://exemple.fr\n[Sic]: le mot", "\n[Sic]: le mot"),
        ("Titre\n=====\n\n* * *\n---\n```python\ncode\n```", "Titre\n\n\n\n\n\ncode\n"),
    ],
)
def test_marks_vanish_and_signs_of_the_text_stay(text: str, written: str) -> None:
    assert plain(text) == written


@given(st.text(st.sampled_from("abé ,.;:!?'’«»()\n")))
def test_a_text_without_marks_stays(text: str) -> None:
    assert plain(text) == text
