"""The standfirst of a page: marked by a class, a property, or its position right behind the headline."""

import pytest

from corpus.readers import markup
from corpus.readers.pages.standfirst import standfirst

TITLE = "Le bac de Valbourg reprend"
CHAPO = "Arrêté depuis la crue, il traverse de nouveau la rivière, mais sans camions et le jour seulement."
TEXT = "Les premiers passagers sont montés jeudi à sept heures, sous la pluie, avec leurs vélos et un chien."


def found(between: str) -> str:
    page = f"<body><div><h1>{TITLE}</h1>{between}</div><div><p>{TEXT}</p><p class=chapo>Plus bas, un autre chapo.</p></div></body>"
    return standfirst(markup.html(page), TITLE, TEXT)


@pytest.mark.parametrize(
    "between",
    [
        f"<p class='chapo'>{CHAPO}</p>",
        f"<h2 class='article__standfirst'>{CHAPO}</h2>",
        f"<div class='ArticleIntro'><p>{CHAPO}</p></div>",
        f"<div itemprop='description'>{CHAPO}</div>",
        f"<p>Par Anne Roy</p><p class='date'>Publié le 3 mars 2025 à 10h00</p><div class='lead'>{CHAPO}</div>",
        f"<figure><figcaption class='description'>Le bac au quai, un lundi de mars.</figcaption></figure><p class='dek'>{CHAPO}</p>",
        f"<p>{CHAPO}</p>",
        f"<h2>{CHAPO}</h2>",
    ],
)
def test_a_standfirst_outside_the_text_is_found(between: str) -> None:
    assert found(between) == CHAPO


def test_a_marked_standfirst_may_be_short() -> None:
    assert (
        found("<div class=chapo><p>Il traverse de nouveau la rivière.</p></div>")
        == "Il traverse de nouveau la rivière."
    )


@pytest.mark.parametrize(
    "between",
    [
        "",
        "<p class='chapo'>Région</p>",
        f"<p class='chapo'>{TITLE}</p>",
        "<p class='intro'>Publié le lundi 3 mars 2025 à 10h00</p>",
        f"<p class='newsletter-intro'>{CHAPO}</p>",
        f"<p>Par Anne Roy, à Valbourg</p><p>{CHAPO}</p>",
        f"<aside><p class='chapo'>{CHAPO}</p></aside>",
        f"<ul><li><p class='summary'>{CHAPO}</p></li></ul>",
        "<p>Lire aussi : le bac de Valbourg était arrêté depuis la grande crue de février.</p>",
        f"<p class='chapo'>{TEXT}</p>",
    ],
)
def test_labels_bylines_and_what_is_marked_as_something_else_are_none(between: str) -> None:
    assert found(between) == ""


def test_a_page_without_the_headline_has_none() -> None:
    assert standfirst(markup.html(f"<body><p class=chapo>{CHAPO}</p><p>{TEXT}</p></body>"), TITLE, TEXT) == ""
