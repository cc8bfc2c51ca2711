"""The page of an answer in the shell, whatever the size of the screen."""

import pytest

from corpus import PrintDate
from corpus.records import replace
from index.engine import Sort, Total
from index.names.aliases import Name
from index.storage.stories import Printing
from search.counts.facets import Bucket
from search.language import parse
from search.messages import Language, speaking
from search.render import plain
from search.render.choices import LETTERS
from search.render.lines import line_width
from search.render.screenful import View, screenful
from tests.search.render.answers import BARE, FACETS, MEETING, answer

PRINTED = {f"2025-{month:02}": 40 for month in range(1, 13)}
TWINS = (Printing("e-1", "L’Écho", "a.txt", 20251127), Printing("e-2", "Le Soir", "b.txt", 20251126))
LIST = tuple(
    replace(
        result,
        title=replace(result.title, text=f"{result.title.text} ({result.rank})"),
        duplicates=TWINS if result.rank == 2 else (),
        article=replace(
            result.article,
            source=("Le Fanal", "L’Écho du Fleuve")[result.rank % 2],
            date=PrintDate(2025, 11, result.rank),
        ),
    )
    for result in answer("securite", [MEETING] * 30).results
)
ANSWER = replace(answer("securite", [MEETING]), results=LIST, total=Total(173), facets={"month": (
    Bucket("2025-03", 2), Bucket("2025-04", 1), Bucket("2025-11", 9), Bucket("none", 1),
)})  # fmt: skip
NAMES = {facet: FACETS[facet] for facet in ("person", "place")}
VIEW = View(
    ANSWER,
    Sort.NEWEST,
    (parse("date:2025"), parse("place:Rabat")),
    PRINTED,
    NAMES,
    is_kept=lambda name: name == Name("place", "Rabat"),
    marks=["atlas-3"],
)
SOME = VIEW._replace(results=replace(ANSWER, results=LIST[:4], total=Total(6), stories=4))
FEW = VIEW._replace(
    results=replace(ANSWER, results=answer("securite", [MEETING, BARE]).results, total=Total(2))
)

SCREENS = {60: 20, 80: 24, 120: 40}


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 200])
def test_as_many_results_as_fit_a_screen_are_shown(columns: int) -> None:
    for rows in range(8, 60):
        for view in (VIEW, SOME, FEW):
            page = screenful(view, columns, rows)
            assert len(page.lines) <= rows
            assert 1 <= len(page.results) <= len(view.results.results)
            assert max(map(line_width, page.lines)) <= columns
    assert len(screenful(VIEW, columns, 2).results) == 1


def test_thirteen_headlines_stand_on_a_screen_of_24_rows_with_the_time_and_the_facets() -> None:
    with_three = VIEW._replace(facets={**NAMES, "org": FACETS["person"]})
    page = screenful(with_three, 80, 21)
    assert len(page.results) >= 13
    assert [row.split()[0] for row in plain.text(page.lines).splitlines()[-3:]] == ["person", "place", "org"]
    assert "▁" in plain.text(page.lines)


def test_the_first_results_unfold_where_there_are_fewer_than_rows() -> None:
    text = plain.text(screenful(SOME, 80, 13).lines)
    assert text.count("La sécurité commence") == 1
    whole = plain.text(screenful(SOME, 80, 50).lines)
    assert whole.count("La sécurité commence") == 4
    assert whole.count("Salim Benhaddou · DGSR-DGVT · Marrakech") == 4
    assert whole.count("also in") == 1


def test_the_position_names_the_ranks_the_order_and_the_filters_that_have_room() -> None:
    def head(view: View, columns: int = 80, rows: int = 21) -> str:
        return plain.text(screenful(view, columns, rows).lines[:1]).rstrip()

    assert head(VIEW) == "1-15 of 173 articles · newest first · date:2025 · place:Rabat"
    assert head(VIEW, 50, 12) == "1-5 of 173 articles · newest first · date:2025 ·…"
    assert head(VIEW, 40, 12) == "1-5 of 173 articles · newest first"
    assert head(SOME) == "6 articles, 2 reprints · newest first · date:2025 · place:Rabat"
    one = VIEW._replace(results=replace(ANSWER, results=LIST[2:3]), filters=(), order=Sort.RELEVANCE)
    assert head(one) == "3 of 173 articles · by relevance"
    relaxed = one._replace(results=replace(ANSWER, together=0))
    assert (
        head(relaxed, 120)
        == "no article has all these words; 1-18 of 173 articles with some of them · by relevance"
    )


def test_each_value_shown_has_a_letter() -> None:
    page = screenful(VIEW, 80, 21)
    assert page.names == (
        Name("person", "Salim Benhaddou"),
        Name("person", "Ingrid Solheim"),
        Name("person", "Fatima Zahra Oulhaj"),
        Name("place", "Marrakech"),
        Name("place", "Rabat"),
    )
    text = plain.text(page.lines)
    assert "person  a Salim Benhaddou 12  b Ingrid Solheim 7  c Fatima Zahra Oulhaj 3 …\n" in text
    assert "place   d Marrakech 9  e ✓Rabat 4\n" in text
    wide = screenful(VIEW._replace(facets={str(n): FACETS["person"] for n in range(9)}), 120, 90)
    assert len(wide.names) == len(LETTERS) == 25
    assert "q" not in LETTERS


def test_a_facet_whose_values_all_articles_have_offers_nothing_to_pick_but_what_is_kept() -> None:
    only = View(
        replace(ANSWER, total=Total(1), stories=1), facets={"place": (Bucket("Rabat", 1), Bucket("Fès", 1))}
    )
    assert screenful(only, 80, 21).names == ()
    kept = only._replace(is_kept=VIEW.is_kept)
    assert screenful(kept, 80, 21).names == (Name("place", "Rabat"), Name("place", "Fès"))
    same_source = {"source": (Bucket("Le Fanal", 173),), **NAMES}
    assert "source" not in plain.text(screenful(VIEW._replace(facets=same_source), 80, 21).lines)
    some = {"source": (Bucket("Le Fanal", 172),), **NAMES}
    assert "source" in plain.text(screenful(VIEW._replace(facets=some), 80, 21).lines)


def test_a_number_of_articles_is_written_as_the_language_writes_it() -> None:
    many = VIEW._replace(
        facets={"place": (Bucket("Rabat", 36016), Bucket("Fès", 1204))},
        results=replace(ANSWER, total=Total(40_000)),
    )
    assert "Fès 1,204" in plain.text(screenful(many, 80, 21).lines)
    with speaking(Language.FRENCH):
        assert "Fès 1\u202f204" in plain.text(screenful(many, 80, 21).lines)


def test_no_article_is_no_list() -> None:
    nothing = VIEW._replace(results=replace(answer("securite", []), facets={"month": ()}))
    page = screenful(nothing, 80, 21)
    assert (page.results, page.names) == ((), ())
    assert plain.text(page.lines).startswith("no article\nType fewer words")
