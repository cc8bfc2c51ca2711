"""How a line was read and why an article has its rank, on screens of any width."""

import pytest

from corpus.records import replace
from index.engine import Sort
from search.render.explanation import explained
from search.render.lines import line_width
from search.study.explanation import Explanation, LookedFor, Part, Role, Standing
from tests.search.render.answers import PAGE

WORDS = (
    LookedFor("les", ("les",), 36_012, ignored=True),
    LookedFor("sécurité", ("securit", "securite"), 1204, weight=3),
    LookedFor("ONU", ("onu", '"nations unies"'), 612, weight=4),
    LookedFor("-place:paris", tuple(f"{number}e arrondissement de paris" for number in range(1, 21)), 1),
)
PARTS = (
    Part("sécurité", Role.ANY_FORM, "securit", 4.58),
    Part("sécurité", Role.HEADLINE, "securit", 0.4),
    Part("sécurité", Role.AS_TYPED, "securite", 2.29),
    Part("", Role.IN_ORDER, '"nations unies"', 0.65),
)
RESULT = PAGE.results[0]
WHY = Explanation(PAGE, WORDS, (2, 7), Standing(RESULT, RESULT.article.id, PARTS, 1.12, Sort.RELEVANCE))
OF_REPRINT = replace(PAGE, line="*")
CASES = {
    "read": Explanation(PAGE, WORDS[:2], None),
    "why": WHY,
    "by-day": Explanation(OF_REPRINT, (), None, Standing(RESULT, "depeche-12", PARTS[:1], 0, Sort.NEWEST)),
    "no-score": Explanation(OF_REPRINT, (), None, Standing(RESULT, RESULT.article.id, (), 0, Sort.RELEVANCE)),
}


@pytest.mark.parametrize("columns", [20, 40, 60, 80])
@pytest.mark.parametrize("name", CASES)
def test_no_line_is_wider_than_the_screen(name: str, columns: int) -> None:
    assert all(line_width(row) <= columns for row in explained(CASES[name], columns))
