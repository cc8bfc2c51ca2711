"""The fields above a text."""

from pathlib import Path

import pytest

from corpus import Article, read
from corpus.readers.plain.front_matter import split

YAML = """---
title: "Le quai : rouvert"
author: Anne Roy; Luc Petit
url: https://exemple.fr/quai
hostname: exemple.fr
description: >-
  Un an
  de travaux.
sitename: Le Fanal
date: 2021-03-03
categories:
- Économie
tags: ['port', 'pêche']
---
"""
TOML = """+++
title = "Le quai : rouvert"
date = 2021-03-03T10:00:00+01:00
authors = ["Anne Roy", 'Luc Petit']
description = "Un an de travaux."
source = "Le Fanal"
rubrique = "Économie"
url = "https://exemple.fr/quai"
+++
"""
TEXT = "Le quai des pêcheurs rouvre, dit le maire.\n\nLa ville est en fête.\n"


def article(folder: Path, name: str, text: str) -> Article:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    [found] = read(folder / name, name=name, columns={})
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    "above", [YAML, TOML, "\ufeff" + YAML, YAML.replace("\n", "\r\n"), YAML[:-4] + "...\n"]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_fields_above_a_text_are_those_of_the_article(tmp_path: Path, name: str, above: str) -> None:
    found = article(tmp_path, name, above + TEXT)
    assert found.title == "Le quai : rouvert"
    assert (found.source, found.section, found.url) == ("Le Fanal", "Économie", "https://exemple.fr/quai")
    assert (str(found.date), found.authors) == ("2021-03-03", ("Anne Roy", "Luc Petit"))
    assert found.heading == "Un an de travaux."
    assert found.body == "Le quai des pêcheurs rouvre, dit le maire.\nLa ville est en fête."


@pytest.mark.parametrize(
    "text",
    [
        "---\nLe quai rouvre.\n---\nFin.\n",
        "---\ntitle: Quai\n\nLe quai rouvre.\n",
        "--- \n---\nLe quai.\n",
        "Titre\n---\ntitle: Quai\n---\n",
        "---",
        "",
        "+++\ntitle = Quai\n---\n",
        "---\ntitle: Quai\n" + "a: b\n" * 5_000 + "---\nLe quai.\n",
    ],
)
def test_other_lines_stay_in_the_text(text: str) -> None:
    assert split(text) == ({}, text)


LINES = """Titre\u00a0: Le quai : rouvert
Tirage : 12 000
Journal : Le Fanal

DATE : 03/03/2021
Rubrique: Économie
Auteur : Anne Roy
Auteur : Luc Petit
Page : 5
URL : https://exemple.fr/quai

"""


@pytest.mark.parametrize(
    "above", [LINES, LINES.replace("\n", "\r\n"), LINES + "Texte : ", LINES[:-1], "\n" + LINES]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_lines_of_usual_labels_are_fields_without_a_mark(tmp_path: Path, name: str, above: str) -> None:
    found = article(tmp_path, name, above + TEXT)
    assert (found.title, found.source, found.section) == ("Le quai : rouvert", "Le Fanal", "Économie")
    assert (found.page, found.url) == ("5", "https://exemple.fr/quai")
    assert (str(found.date), found.authors) == ("2021-03-03", ("Anne Roy", "Luc Petit"))
    assert found.body == "Le quai des pêcheurs rouvre, dit le maire.\nLa ville est en fête."


@pytest.mark.parametrize("label", ["{}: ", "**{} :** ", "**{}** : "])
def test_the_fields_may_stand_below_the_headline_of_markdown(tmp_path: Path, label: str) -> None:
    lines = (("Journal", "Le Fanal"), ("Date", "3 mars 2021"), ("Auteur", "Anne Roy"))
    fields = "\n".join(f"{label.format(name)}{value}" for name, value in lines)
    found = article(tmp_path, "a.md", f"# Le quai rouvre\n\n{fields}\n\n{TEXT}")
    assert (found.title, found.source, str(found.date)) == ("Le quai rouvre", "Le Fanal", "2021-03-03")
    assert found.authors == ("Anne Roy",)
    assert found.body == "Le quai des pêcheurs rouvre, dit le maire.\nLa ville est en fête."


@pytest.mark.parametrize(
    "text",
    [
        "Date : 3 mars 2021\nLe quai rouvre.\n",
        "Lieu : Sète\nDate : 3 mars 2021\n\nLe quai rouvre.\n",
        "Question : le quai rouvre ?\nRéponse : oui.\n\nLe quai rouvre.\n",
        "Journaliste : le quai rouvre ?\nAuteur : oui.\n\nFin.\n",
        "Le maire : le quai rouvre.\nTitre : Quai\nDate : 3 mars 2021\n\nFin.\n",
        "Titre : Quai\nDate : 3 mars 2021\n",
        "Titre : " + "quai " * 500 + "\nDate : 3 mars 2021\n\nFin.\n",
    ],
)
def test_a_dialogue_or_an_announcement_stays_a_text(text: str) -> None:
    assert split(text) == ({}, text)


def test_a_line_of_another_label_below_the_fields_stays_in_the_text() -> None:
    fields = {"Titre": "Quai", "Date": "3 mars 2021"}
    assert split("Titre : Quai\nDate : 3 mars 2021\nSète : le quai rouvre.\n") == (
        fields,
        "Sète : le quai rouvre.\n",
    )


def test_what_follows_is_kept_however_long_it_is() -> None:
    text = "Le quai rouvre.\n" * 5_000
    assert split("---\ntitle: Quai\n---\n" + text) == ({"title": "Quai"}, text)
