"""What counts as a right facet."""

import pytest

from corpus.entities import Kind
from tests.corpus.entities.press_gold import Expected, Facet, Judged, normal, score
from tests.corpus.entities.tally import Tally

ARTICLE = Judged(
    "1",
    "a text",
    (
        Expected((Kind.PERSON,), "Anne Roi", frozenset({"anne roi", "roi"}), optional=False),
        Expected((Kind.ORG, Kind.PLACE), "Opéra de Lyon", frozenset({"opera de lyon"}), optional=False),
        Expected((Kind.PLACE,), "France", frozenset({"france"}), optional=True),
    ),
)


def compared(*found: Facet) -> tuple[Tally, Tally]:
    (scored,) = score([ARTICLE], [found])
    return scored.strict, scored.free


@pytest.mark.parametrize(
    ("found", "strict", "free"),
    [
        ([(Kind.PERSON, "Anne Roi"), (Kind.PLACE, "l’Opéra de Lyon")], Tally(2, 0, 0), Tally(2, 0, 0)),
        ([(Kind.PERSON, "Anne Roi"), (Kind.PERSON, "Mme Roi")], Tally(1, 0, 1), Tally(1, 0, 1)),
        ([(Kind.ORG, "Anne Roi")], Tally(0, 1, 2), Tally(1, 0, 1)),
        ([(Kind.ORG, "France"), (Kind.OTHER, "Tosca")], Tally(0, 0, 2), Tally(0, 0, 2)),
        ([(Kind.PLACE, "Paris")], Tally(0, 1, 2), Tally(0, 1, 2)),
    ],
    ids=["right", "a second name", "another kind", "optional, and no facet", "not there"],
)
def test_a_facet_is_right_under_any_of_its_names(found: list[Facet], strict: Tally, free: Tally) -> None:
    assert compared(*found) == (strict, free)


@pytest.mark.parametrize(
    ("name", "bare"),
    [("M. Le Roy", "roy"), ("l’Œuvre", "oeuvre"), ("Saint-Étienne", "saint etienne"), ("Laurent", "laurent")],
)
def test_names_are_compared_without_title_article_and_accents(name: str, bare: str) -> None:
    assert normal(name) == bare
