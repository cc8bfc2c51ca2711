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
