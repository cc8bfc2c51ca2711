"""What counts as a right span."""

import pytest

from corpus.entities.training.datasets import Annotated, Span
from tests.corpus.entities.spans import score, trim
from tests.corpus.entities.tally import KINDS, Tally, total

TEXT = "Selon « le Monde », Anne Roi a quitté Lyon pour la Coupe."
GOLD = (11, 16, "ORG"), (20, 28, "PER"), (38, 42, "LOC"), (51, 56, "MISC")


def compared(*found: Span) -> tuple[dict[str, Tally], Tally, Tally]:
    (scored,) = score([Annotated("1", TEXT, GOLD)], [found])
    return {name: scored.kinds[kind] for name, kind in KINDS.items()}, scored.strict, scored.free


def test_boundaries_and_kind_are_right() -> None:
    assert compared(*GOLD)[1:] == (Tally(3, 0, 0), Tally(3, 0, 0))


def test_a_wrong_kind_is_wrong_and_missed_but_free() -> None:
    kinds, strict, free = compared((20, 28, "ORG"))
    assert kinds == {"PER": Tally(0, 0, 1), "ORG": Tally(0, 1, 1), "LOC": Tally(0, 0, 1)}
    assert (strict, free) == (Tally(0, 1, 3), Tally(1, 0, 2))


def test_works_and_events_are_not_scored() -> None:
    assert compared((51, 56, "MISC"))[1] == Tally(0, 0, 3)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("« le Monde »", "Monde"),
        ("l’Élysée", "Élysée"),
        ("Le Havre", "Le Havre"),
        ("(Paris,", "Paris"),
        ("SARL Dupont & Cie.", "SARL Dupont & Cie."),
        ("«»", ""),
    ],
)
def test_edges_do_not_count(text: str, bare: str) -> None:
    start, end, _ = trim(text, (0, len(text), "ORG"))
    assert text[start:end] == bare


def test_every_document_counts_by_its_entities() -> None:
    document = Annotated("1", TEXT, GOLD)
    assert total(score([document, document], [GOLD, ()])).strict == Tally(3, 0, 3)
