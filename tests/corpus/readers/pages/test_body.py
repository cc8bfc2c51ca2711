"""Which text of a page is that of its article."""

import pytest

from corpus.errors import Unreadable
from corpus.readers import markup
from corpus.readers.pages.body import body
from corpus.readers.pages.metadata import Metadata
from corpus.readers.record import Record

SENTENCES = [
    f"Le port de Sète a rouvert lundi aux pêcheurs, après {n} mois de travaux et de colère sur les quais."
    for n in range(2, 9)
]
PAGE = "<h1>Le port rouvre</h1><article>" + "".join(f"<p>{text}</p>" for text in SENTENCES) + "</article>"
CHAPO = "Fermé depuis l’effondrement de la jetée, il est rendu aux chalutiers avec six mois de retard."


def metadata(
    heading: str = "", declared: str = "", *, is_article: bool = False, is_cut: bool = False
) -> Metadata:
    known = Record(raw="", text="", heading=heading)
    return Metadata(known=known, declared=declared, is_article=is_article, is_cut=is_cut)


def test_the_paragraphs_are_lines() -> None:
    assert body(markup.html(PAGE), metadata()).text.split("\n")[-7:] == SENTENCES


def test_the_text_of_json_ld_is_taken_with_its_paragraphs() -> None:
    declared = "\n".join([*SENTENCES, "Une phrase que la page ne montre pas."])
    assert body(markup.html(PAGE), metadata(declared=declared)).text == declared


def test_the_text_of_json_ld_is_not_taken_where_it_is_cut() -> None:
    declared = "\n".join(SENTENCES[:5])
    assert SENTENCES[-1] in body(markup.html(PAGE), metadata(declared=declared)).text


def test_a_text_that_lost_its_paragraphs_is_taken_only_where_subscribers_alone_see_it() -> None:
    declared = " ".join(
        [*SENTENCES, *(f"La suite, phrase {n}, est pour les abonnés de ce journal." for n in range(40))]
    )
    assert body(markup.html(PAGE), metadata(declared=declared, is_cut=True)).text == declared
    assert "La suite" not in body(markup.html(PAGE), metadata(declared=declared)).text


def test_the_abstract_is_the_description_that_the_page_prints() -> None:
    page = PAGE.replace("<article>", f"<article><h2>{CHAPO}</h2>")
    assert body(markup.html(page), metadata(heading=CHAPO)).heading == CHAPO
    assert body(markup.html(PAGE), metadata(heading=CHAPO)).heading == ""


def test_the_cell_of_a_layout_in_tables_is_the_article() -> None:
    rows = "".join(f"<p>{text}" for text in SENTENCES)
    page = f"<table><tr><td><a href=x>Une</a><br><a href=y>Région</a></td><td>{rows}</td></tr></table>"
    assert body(markup.html(page), metadata()).text.split("\n") == SENTENCES


def test_a_short_text_of_a_page_that_calls_itself_an_article_is_kept() -> None:
    page = markup.html("<article><h1>Port</h1><p>Le port rouvre.</p></article>")
    assert "Le port rouvre." in body(page, metadata(is_article=True)).text
    with pytest.raises(Unreadable, match=r"reading\.page_without_article"):
        body(page, metadata())
