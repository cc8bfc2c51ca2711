"""Texts of Gallica: the notice, as a plain text and as a page."""

from pathlib import Path

import pytest

from corpus import Article, read

LINES = (
    "Notice complète:", "Titre : Le Fanal (Valbourg. 1854)", "Éditeur : [s.n.] (Valbourg)", "Date d'édition : 1886-09-18", "Langue : français",
    "Droits : Domaine public", "Identifiant : ark:/12148/bpt6k000000x", "Source : Bibliothèque nationale de France",
    "Le texte affiché peut comporter un certain nombre d'erreurs.", "En savoir plus sur l'OCR",
    "Les dockers de Valbourg ont cessé le travail.", "Titre : un mot du texte.",
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ["\n\n".join(LINES), f"<html><body>{''.join(f'<p>{line}</p>' for line in LINES)}</body></html>"]
)
def test_the_notice_says_what_the_text_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.bin"
    path.write_text(text, "utf-8")
    [article] = read(path, name="a.bin", columns={})
    assert isinstance(article, Article)
    assert (article.source, str(article.date), article.language) == ("Le Fanal", "1886-09-18", "fr")
    assert (article.reference, article.url) == (
        "ark:/12148/bpt6k000000x",
        "https://gallica.bnf.fr/ark:/12148/bpt6k000000x",
    )
    assert article.body.startswith("Les dockers")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_word_that_is_cut_at_the_end_of_a_line_is_whole(between: str, tmp_path: Path) -> None:
    lines = (
        "Un bac a heur-",
        "té le quai hier ; trois pas-",
        "sagers, dit-",
        "on, sont tombés.",
        "Lire page 2 -",
        "Ailleurs.",
    )
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(LINES[:10]) + "\n\n" + between.join(lines), "utf-8")
    [article] = read(path, name="a.txt", columns={})
    assert isinstance(article, Article)
    assert (
        article.body
        == "Un bac a heurté le quai hier ; trois passagers, dit-on, sont tombés.\nLire page 2 -\nAilleurs."
    )
    assert article.title.startswith("Un bac a heurté le quai hier")
