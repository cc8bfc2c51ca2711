"""Where the header of a table stands, and what is a table at all."""

import pytest

from corpus.readers.tables import header
from corpus.readers.tables.header import find_header, is_table


@pytest.mark.parametrize(
    ("lines", "above", "delimiter"),
    [
        (["titre;texte"], 0, ";"),
        (["", "", "titre,texte"], 2, ","),
        (["sep=;", "titre;texte, et plus"], 1, ";"),
        (["Export du 3 mars 2021, 12 articles", "", "Titre;Date;Texte"], 2, ";"),
        (["# requête : pont, quai", "# 12 articles", "id\ttitle\tbody"], 2, "\t"),
        (["Source;Le Phare", "Date;3 mars 2021", "", "Titre;Date;Source;Texte"], 3, ";"),
        (['"DATE PUBLI.","Texte intégral [fr]"'], 0, ","),
        (["titre;\ufefftexte"], 0, ";"),
    ],
)
def test_a_header_is_found_below_what_an_export_says_of_itself(
    lines: list[str], above: int, delimiter: str
) -> None:
    found = find_header([f"{line}\n" for line in lines], frozenset())
    assert found == (above, delimiter, True)


def test_a_row_is_no_header() -> None:
    assert not find_header(["Le Monde;2021-03-03;article;Le pont rouvre.\n"] * 3, frozenset()).is_known


@pytest.mark.parametrize(
    "text",
    [
        "Le texte, enfin, est lu.\nLe port, lui, rouvre.\n",
        "titre;texte\n",
        "Le port rouvre ; le texte ; la suite.\n" * 3,
        "| texte | port |\n|---|---|\n",
        "Contenu\nLe port rouvre, enfin.\n",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert not is_table(text)


def test_each_line_is_taken_apart_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    monkeypatch.setattr(header, "_is_header", lambda line, _below: looked_at.append(line))
    assert not is_table("texte, " * 100 + "\n" + "texte, " * 100)
    assert len(looked_at) == 2
