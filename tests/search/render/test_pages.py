"""The pages that people see, to the letter."""

from collections.abc import Sequence

import pytest

from corpus import PrintDate
from corpus.records import replace
from index.engine import Total
from index.names.resolution import EntityName
from index.query import Everything
from index.storage.stories import Printing
from search.counts.facets import Bucket
from search.language.tree import Word
from search.messages import Language, speaking
from search.planning.other_names import Other, TypedName
from search.render import in_shell, plain, terminal
from search.render.lines import Line
from search.render.page import article as page_article
from search.render.page import heading, page
from search.render.panel import panel, table
from search.render.reading import reading
from search.results import FacetCount, Reading
from tests.search.render.answers import BARE, FACETS, MEETING, PAGE, PRINTED, answer
from tests.search.render.golden import same

FACETED = replace(PAGE, facets=FACETS)

ABOVE = len(MEETING.title) + 1
PLACES = [
    (ABOVE + MEETING.text.index(name), ABOVE + MEETING.text.index(name) + len(name))
    for name in ("Salim Benhaddou", "Ingrid Solheim", "La sécurité commence", "Rabat, Casablanca")
]
NAMED = [(0, 8), *PLACES]
"""Where the article names its entities; the third holds a word of the query."""

LAID_OUT: dict[str, list[Line]] = {
    "page-80": page(PAGE, 80),
    "page-40": page(PAGE, 40),
    "page-facets-80": page(FACETED, 80),
    "page-facets-120": page(FACETED, 120),
    "article-80": reading(Reading(MEETING, PAGE.asked), 80),
    "article-entities-80": reading(Reading(MEETING, PAGE.asked, tuple(NAMED)), 80),
    "article-printed-80": reading(Reading(PRINTED, Everything()), 80),
    "article-bare-80": reading(Reading(BARE, Everything()), 80),
    "facet-60": table("person", FACETS["person"], 60),
}


@pytest.mark.parametrize("name", LAID_OUT)
def test_pages(name: str) -> None:
    same(f"{name}.txt", plain.text(LAID_OUT[name]))


@pytest.mark.parametrize("name", ["page-80", "article-80", "article-entities-80", "page-facets-120"])
def test_pages_in_colour(name: str) -> None:
    same(f"{name}.ansi", terminal.ansi(LAID_OUT[name]))


def test_a_page_on_a_terminal_without_colours_has_attributes_alone() -> None:
    text = terminal.ansi(LAID_OUT["page-80"], colour=False)
    same("page-80-no-colour.ansi", text)
    assert "\x1b[1msécurité\x1b[0m" in text
    assert "\x1b[1;4mSécurité\x1b[0m" in text
    assert "\x1b[31" not in text


@pytest.mark.parametrize("name", LAID_OUT)
def test_a_look_changes_no_letter(name: str) -> None:
    letters = terminal.text(LAID_OUT[name]).plain
    assert "\n".join(line.rstrip() for line in letters.split("\n")) == plain.text(LAID_OUT[name])


def test_an_article_on_a_terminal_without_colours_marks_its_entities_too() -> None:
    text = terminal.ansi(LAID_OUT["article-entities-80"], colour=False)
    assert "\x1b[4mSalim Benhaddou\x1b[0m" in text
    assert "\x1b[4mLa\x1b[0m" in text
    assert "\x1b[1msécurité\x1b[0m" in text


def test_entities_change_no_letter_of_a_plain_article() -> None:
    assert plain.text(LAID_OUT["article-entities-80"]) == plain.text(LAID_OUT["article-80"])


def test_the_lists_of_hits_say_nothing_of_the_issue() -> None:
    alone = replace(PRINTED, also_in=())
    assert plain.text(page(answer("securite", [alone]), 80)) == plain.text(
        page(answer("securite", [MEETING]), 80)
    )


def test_an_edition_that_names_itself_is_shown_as_it_is() -> None:
    named = replace(PRINTED, edition="édition de Rennes")
    assert "p. 11 · édition de Rennes · also in" in plain.text(reading(Reading(named, Everything()), 80))


def test_the_heading_says_how_many() -> None:
    one = answer("securite", [MEETING])
    assert heading(one) == "1 article"
    assert heading(replace(one, total=Total(1234))) == "1,234 articles (1 to 1)"
    assert heading(replace(one, total=Total(1000, exact=False))) == "at least 1,000 articles (1 to 1)"
    assert heading(replace(one, together=0)) == "no article has all these words; 1 article with some of them"
    assert heading(replace(one, together=0, total=Total(5))).endswith(
        "; 5 articles with some of them (1 to 1)"
    )
    assert (
        heading(replace(one, together=3, total=Total(5))) == "5 articles, 3 with all of these words (1 to 1)"
    )
    assert heading(replace(one, together=5, total=Total(5))) == "5 articles (1 to 1)"
    assert heading(answer("securite", [])) == "no article"
    assert heading(replace(one, results=(), total=Total(3))) == "3 articles"


def test_the_heading_says_how_many_articles_are_told_under_others() -> None:
    one = replace(answer("securite", [MEETING]), total=Total(5))
    assert heading(replace(one, stories=1)) == "5 articles, 4 reprints"
    assert heading(replace(one, stories=4)) == "5 articles, 1 reprint (1 to 1)"
    assert heading(replace(one, stories=5)) == "5 articles (1 to 1)"
    assert (
        heading(replace(one, together=3, stories=4))
        == "5 articles, 3 with all of these words, 1 reprint (1 to 1)"
    )
    with speaking(Language.FRENCH):
        assert heading(replace(one, stories=3)) == "5 articles, dont 2 reprises (1 à 1)"


def test_the_heading_of_a_page_before_the_last_says_how_many_reprints_are_under_its_articles() -> None:
    printed = replace(answer("securite", [MEETING]), total=Total(5), folded=True)
    [result] = printed.results
    one = replace(printed, results=(replace(result, duplicates=PRINTINGS[:2]),))
    assert heading(printed) == "5 articles (1 to 1)"
    assert heading(one) == "5 articles (1 to 1, with 2 reprints)"
    assert heading(replace(one, stories=3)) == "5 articles, 2 reprints (1 to 1)"
    assert heading(replace(one, folded=False)) == "5 articles (1 to 1)"
    with speaking(Language.FRENCH):
        assert heading(one) == "5 articles (1 à 1, avec 2 reprises)"


PRINTINGS = (
    Printing("a", "L’Écho du Fleuve", "a.txt", 20251125),
    Printing("b", "", "dépêches/b.txt", 20251126),
    Printing("c", "Le Jour", "c.txt", 0),
    Printing("d", "Le Jour", "d.txt", 20251125),
)


def also(duplicates: Sequence[Printing], columns: int = 80, **known: object) -> str:
    """Return what a page says of the other printings of an article of 2025-11-25."""
    article = replace(MEETING, date=PrintDate(2025, 11, 25), **known)
    [result] = answer("securite", [article]).results
    shown = plain.text(page_article(replace(result, duplicates=tuple(duplicates)), columns))
    return " ".join(shown[shown.index("also in") :].split())


def test_the_other_sources_are_named_with_their_dates_where_these_differ() -> None:
    assert also(PRINTINGS) == "also in L’Écho du Fleuve, b.txt (2025-11-26), Le Jour ×2"


def test_a_copy_in_the_source_of_the_article_is_named_if_its_date_differs() -> None:
    assert also(PRINTINGS[1:], source="Le Jour") == "also in b.txt (2025-11-26)"
    later = Printing("e", "Le Jour", "e.txt", 20251127)
    assert also((*PRINTINGS[2:], later), source="Le Jour") == "also in Le Jour (2025-11-27)"
    assert also([Printing("f", "", "f.txt", 20251125)], source="") == "also in f.txt"


def test_french_and_the_number_of_a_mail_are_not_shown() -> None:
    mail = replace(PRINTED, reference="0a1b.2c@courrier.exemple.fr")
    shown = plain.text(reading(Reading(mail, Everything()), 80))
    assert "courrier.exemple.fr" not in shown
    assert "language" not in shown
    assert "language: br" in plain.text(reading(Reading(replace(mail, language="br"), Everything()), 80))


def test_the_sources_that_the_article_names_itself_are_named_once() -> None:
    named = ("Le Jour", "Ouest-Matin", MEETING.source)
    assert also(PRINTINGS[3:], also_in=named) == "also in Le Jour, Ouest-Matin"
    assert also((), also_in=("Ouest-Matin",)) == "also in Ouest-Matin"


def test_ten_sources_are_named_and_of_more_their_number() -> None:
    papers = [Printing(str(number), f"Le Courrier {number}", "", 20251125) for number in range(40)]
    assert also(papers[:10]).endswith("Le Courrier 8, Le Courrier 9")
    assert also(papers).endswith("Le Courrier 12 and 27 more")
    assert also(papers[:2], columns=24) == "also in Le Courrier 0, Le Courrier 1"
    assert also([Printing("a", "L" * 90, "", 0), *papers[:2]], columns=40).endswith("L and 2 more")


def test_many_days_of_one_source_are_the_first_and_the_last() -> None:
    days = [Printing(str(day), "Le Jour", "", 20251110 + day) for day in range(5)]
    assert also(days[:3]) == "also in Le Jour ×3 (2025-11-10, 2025-11-11, 2025-11-12)"
    assert also(days) == "also in Le Jour ×5 (2025-11-10 to 2025-11-14)"


def test_a_headline_cut_from_the_text_is_shown_once() -> None:
    shown = plain.text(page(answer("securite", [BARE]), 80))
    assert shown.count("Prévenir plutôt que juger") == 1


def test_more_months_than_a_panel_has_room_for_are_counted_by_year() -> None:
    months = [Bucket(f"20{year}-{month:02}", 1) for year in (24, 25) for month in range(1, 13)]
    shown = plain.text(panel({"date": [*months[:13], Bucket("none", 2)]}, 40))
    assert [row.split()[:2] for row in shown.splitlines()[1:]] == [
        ["2024", "12"],
        ["2025", "1"],
        ["undated", "2"],
    ]
    assert len(panel({"date": months[:12]}, 40)) == 13


def test_an_empty_facet_says_so() -> None:
    assert plain.text(table("person", [], 80)) == "no person in these articles\n"


def test_a_page_names_the_other_names_below_the_number_of_articles() -> None:
    named = TypedName(
        (Word("ONU"),), (Other(EntityName("org", "Nations unies"), (("nations", "unies"), ("o", "n", "u"))),)
    )
    lfi = TypedName((Word("la"), Word("FI")), (Other(EntityName("org", "LFI"), (("lfi",),)),))

    shown = plain.text(page(replace(PAGE, other_names=(named, lfi)), 80)).splitlines()

    assert shown[1] == "ONU: also Nations unies, o n u · la FI: also LFI"
    assert [*shown[:1], *shown[2:]] == plain.text(page(PAGE, 80)).splitlines()


def test_the_table_of_a_facet_says_where_a_word_finds_more_than_the_name() -> None:
    marseille = (Bucket("Marseille", 80), Bucket("Rabat", 9), Bucket("Aix en Marseille", 4))
    shown = plain.text(in_shell(FacetCount("place", replace(PAGE, facets={"place": marseille})), 80))
    assert shown.endswith(
        'place:"Marseille" keeps these articles alone, place:Marseille all names that\nhave this word.\n'
    )
    alone = FacetCount("place", replace(PAGE, facets={"place": marseille[:2]}))
    assert "keeps" not in plain.text(in_shell(alone, 80))
