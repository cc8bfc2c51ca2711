"""Where sentences end, for headlines and for passages alike."""

import time
from itertools import pairwise

import pytest

from corpus.sentences import sentence_ends


def sentences(text: str) -> list[str]:
    ends = [0, *sentence_ends(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(ends)]


@pytest.mark.parametrize(
    "text",
    [
        "M. Sarr est venu",
        "MM. Ba et Sarr sont venus",
        "Mme. Roy et J. Roy sont venus",
        "Le 1er sept. 2024 et le 3 déc. 2025",
        "L’O.N.U. et J.-P. Roy",
        "Il pèse 1. 500 kilos",
        "Le site a.b. ferme.",
        "« Enfin ! » dit-il",
    ],
)
def test_a_sentence_goes_on(text: str) -> None:
    assert sentences(text)[0] == text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Le port rouvre.", "Il était fermé."),
        ("Le port rouvre !", "« Enfin ! »"),
        ("« Enfin. »", "Le port rouvre."),
        ("Le port rouvre…", "2025 commence."),
        ("Le port (ou le phare ?)", "– Oui."),
        ("Un titre sans point", "Le port rouvre."),
    ],
)
def test_a_sentence_ends(first: str, second: str) -> None:
    blank = "\n" if first[-1] == "t" else " "
    assert sentences(f"{first}{blank}{second}")[:2] == [first, second]


def test_a_long_run_of_stops_takes_linear_time() -> None:
    text = "." * 100_000 + " ! " * 50_000 + "\n" * 100_000 + '"' * 100_000 + ". " + "-" * 100_000
    started = time.process_time()
    assert len(list(sentence_ends(text))) < 100_000
    assert time.process_time() - started < 1
