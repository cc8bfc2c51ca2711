"""The pages of companions, of a comparison and of similar articles, at any width."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from corpus.records import replace
from index.storage.stories import Printing
from search.render import companions as companions_page
from search.render import comparison as comparison_page
from search.render.lines import Line, line_width
from search.render.page import page as results_page
from search.results import Original
from search.study.companions import Companion, Companions
from search.study.comparison import Comparison, Distinction, Side
from search.study.portrait import MAX_READ_ARTICLES
from tests.search.render.answers import MEETING, PAGE

FOUND = Companions(
    line="barrage",
    articles=1311,
    total=36016,
    read=MAX_READ_ARTICLES,
    relaxed=False,
    of_kind={
        "words": (
            Companion("words", "turbines", 240, 402, 16.4, 1581.0),
            Companion("words", "sécheresse", 1204, 12045, 2.75, 410.2),
            Companion("words", "hydroélectricité-irrigation", 31, 33, 25.8, 180.0),
        ),
        "person": (Companion("person", "Awa Sarr-Koné", 44, 52, 23.2, 260.1),),
        "org": (Companion("org", "Office de mise en valeur de la vallée du fleuve", 19, 19, 27.5, 130.0),),
        "place": (),
    },
)
WORDS_ALONE = Companions("barrage", 12, 90, 12, relaxed=True, of_kind={"words": FOUND.of_kind["words"][:1]})
NO_COMPANION = Companions("le", 1, 1, 1, relaxed=False, of_kind={"words": (), "person": ()})
APART = Comparison(
    (
        Side(
            "barrage",
            1311,
            MAX_READ_ARTICLES,
            relaxed=False,
            of_kind={
                "words": (
                    Distinction("words", "turbines", 240, 2, 410.0),
                    Distinction("words", "fleuve", 1204, 31, 380.5),
                ),
                "person": (Distinction("person", "Awa Sarr-Koné", 44, 0, 60.1),),
            },
        ),
        Side(
            '"sécheresse au nord du fleuve" OR récoltes',
            12045,
            12,
            relaxed=False,
            of_kind={"words": (Distinction("words", "pluie", 9012, 87, 99.0),), "person": ()},
        ),
    ),
    both=1,
)
NOT_APART = Comparison(tuple(replace(side, of_kind={}, relaxed=True) for side in APART.sides), both=12)  # type: ignore[arg-type] # two of two
LIKE = replace(
    PAGE,
    originals=(Original(MEETING, (Printing("twin", "Le Fanal de Tanger", "a.txt", 20251127),)),),
    facets={},
)

PAGES: dict[str, Sequence[tuple[Callable[[Any, int], list[Line]], object]]] = {
    "companions": [(companions_page.page, value) for value in (FOUND, WORDS_ALONE, NO_COMPANION)],
    "comparison": [(comparison_page.page, value) for value in (APART, NOT_APART)],
    "similar": [(results_page, LIKE)],
}


@pytest.mark.parametrize("columns", [8, 16, 20, 33, 57, 71, 200])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_any_width(name: str, columns: int) -> None:
    for page, value in PAGES[name]:
        assert max(map(line_width, page(value, columns))) <= columns
