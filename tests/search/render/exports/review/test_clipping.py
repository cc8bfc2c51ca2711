"""What stands below a headline: an abstract and a passage that say two things, and nothing twice."""

from collections.abc import Collection

from lxml import html

from corpus import Article, Found
from corpus.records import replace
from index.storage.stories import Printing
from search.messages import Language, speaking
from search.planning.kept import NOTHING_KEPT, Kept
from search.render.exports.review.clipping import FIELDS, clipping
from search.snippet import Highlighter
from tests.search.render.answers import MEETING, answer
from tests.search.render.exports.review.reviews import LONG

BEGINNING = "La sécurité des gares est l’affaire de tous, a dit le préfet à son arrivée en ville"


def clipped(
    article: Article, *duplicates: Printing, kept: Kept = NOTHING_KEPT, fields: Collection[str] = FIELDS
) -> html.HtmlElement:
    found = answer("securite", [article])
    result = replace(found.results[0], duplicates=duplicates, kept=kept)
    return html.fragment_fromstring(f"<div>{clipping(result, Highlighter(found.asked), fields)}</div>")


def texts(read: html.HtmlElement, path: str) -> list[str]:
    return [element.text_content().replace("\u00a0", " ") for element in read.xpath(path)]


def test_an_abstract_that_has_the_passage_stands_alone() -> None:
    read = clipped(replace(LONG, heading=f"{BEGINNING}.", body="Rien d’autre.\n" * 40))
    assert texts(read, "//p[@class='abstract']") == [f"{BEGINNING}."]
    assert not texts(read, "//blockquote")


def test_a_passage_from_elsewhere_stands_below_the_abstract() -> None:
    read = clipped(replace(LONG, heading="Le préfet a parlé."))
    assert texts(read, "//p[@class='abstract']") == ["Le préfet a parlé."]
    assert "la sécurité s’apprend" in texts(read, "//blockquote")[0]


def test_a_headline_cut_from_the_text_does_not_stand_in_the_passage_again() -> None:
    body = f"{BEGINNING}, où la sécurité l’attendait.\n" + "Rien d’autre.\n" * 40
    read = clipped(replace(LONG, title=f"{BEGINNING}…", title_found=Found.TEXT, body=body))
    assert texts(read, "//blockquote")[0].startswith("…, où la sécurité l’attendait.")
    assert texts(read, "//blockquote//mark") == ["sécurité"]
    assert texts(read, "//div[@class='text']/p")[0].startswith(BEGINNING)


def test_a_short_text_stands_unfolded_without_a_passage() -> None:
    read = clipped(replace(LONG, body="La sécurité d’abord."))
    assert texts(read, "//div[@class='text']/p") == ["La sécurité d’abord."]
    assert not read.xpath("//details | //blockquote")


def test_the_other_papers_stand_with_their_days_where_these_differ() -> None:
    twins = (
        Printing("a", "L’Écho du Fleuve", "a.txt", 20251126),
        Printing("b", "Le Jour", "b.txt", 20251201),
    )
    with speaking(Language.FRENCH):
        read = clipped(MEETING, *twins)
    assert texts(read, "//p[@class='elsewhere']") == [
        "Aussi dans L’Écho du Fleuve, Le Jour (1er décembre 2025)"
    ]


def test_a_text_may_have_thousands_of_paragraphs_that_match() -> None:
    read = clipped(replace(LONG, body="La sécurité.\n" * 3000))
    assert len(read.xpath("//div[@class='text']/p/mark")) == 3000


def test_the_tags_and_notes_of_the_person_stand_only_where_they_are_asked_for() -> None:
    kept = Kept(("procès", "à citer"), ("Appeler <b>Rabat</b>.", "Vu."))
    assert not texts(clipped(MEETING, kept=kept), "//p[@class='kept']")
    read = clipped(MEETING, kept=kept, fields=[*FIELDS, "notes"])
    assert texts(read, "//p[@class='kept']") == ["Note: Appeler <b>Rabat</b>. Vu."]
    read = clipped(MEETING, kept=kept, fields=["tags"])
    assert texts(read, "//p[@class='kept']") == ["Tags: procès, à citer"]
