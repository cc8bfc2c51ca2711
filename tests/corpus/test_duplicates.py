"""Near-duplicates have most of their runs of three words in common; other stories, and the next bulletin, have not."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.duplicates import MAX_ALIKE, MIN_RUNS, SKETCH_BYTES, sketch, stories

WIRE = (
    "Le port de Ziguinchor rouvre lundi après trois mois de travaux, a annoncé la capitainerie dans un communiqué. "
    "Deux quais ont été refaits et un bac plus grand reliera la ville à la rive nord, où les maraîchers attendent "
    "depuis le printemps de quoi écouler leurs oignons. Les pêcheurs, eux, demandent une chambre froide, promise "
    "par le ministère il y a deux ans et jamais livrée. « Sans glace, nous vendons à perte », résume le patron d’une "
    "pirogue, qui a perdu un tiers de ses prises pendant la saison chaude. La mairie chiffre le chantier à quatre "
    "milliards de francs, dont la moitié prêtée par une banque régionale. Le premier navire est attendu mardi matin "
    "avec du riz et du ciment, si la barre de l’embouchure le permet."
)
OTHER = (
    "La course cycliste des trois vallées part dimanche de Liège sous la pluie, et le favori de la dernière édition "
    "ne sera pas au départ : une chute à l’entraînement l’a privé de la première étape, selon son équipe, qui "
    "annonce un forfait de deux semaines et un retour au mois de juin."
)
WORDS = WIRE.split()
LONGER = " ".join([*WORDS[: len(WORDS) * 5 // 6], *OTHER.split()[:40]])
"""A text that has six tenths of its runs in common with the dispatch, and five sixths of its words."""

MONDAY, TUESDAY = 20250303, 20250304


def are_one_story(left: str, right: str, days: tuple[int, int] = (MONDAY, MONDAY)) -> bool:
    return stories([sketch(left), sketch(right)], days) == [[0, 1]]


def misspelt(text: str, every: int) -> str:
    """Return a text in which two letters of one word in so many are the wrong way round."""
    words = text.split()
    for number in range(0, len(words), every):
        word = words[number]
        words[number] = word[1::-1] + word[2:]
    return " ".join(words)


@pytest.mark.parametrize("days", [(MONDAY, MONDAY), (MONDAY, TUESDAY), (0, MONDAY), (0, 0)])
@pytest.mark.parametrize(
    "changed",
    [
        WIRE,
        WIRE.upper(),
        WIRE.replace("’", "'"),
        WIRE.replace("a annoncé", "annonce").replace("eux", "de leur côté"),
        f"ZIGUINCHOR (Agence Teranga) - {WIRE} Avec notre correspondant. Tous droits réservés.",
        " ".join(WORDS[: len(WORDS) * 3 // 4]),
        misspelt(WIRE, every=40),
    ],
    ids=["same", "capitals", "apostrophes", "touched up", "agency", "cut", "misspelt"],
)
def test_a_dispatch_with_a_small_change_is_the_same_story_on_any_day(
    changed: str, days: tuple[int, int]
) -> None:
    assert are_one_story(WIRE, changed, days)


def test_a_dispatch_with_another_end_is_the_same_story_on_its_day_alone() -> None:
    assert are_one_story(WIRE, LONGER)
    assert not are_one_story(WIRE, LONGER, (MONDAY, TUESDAY))


@pytest.mark.parametrize("day", [0, 20250000, 20250300])
def test_articles_of_the_same_month_or_without_a_date_are_not_said_to_be_of_one_day(day: int) -> None:
    assert not are_one_story(WIRE, LONGER, (day, day))


def test_another_story_is_not() -> None:
    assert not are_one_story(WIRE, OTHER)


def test_a_notice_of_a_few_words_is_no_story() -> None:
    assert sketch(" ".join(WORDS[: MIN_RUNS + 1])) == b""
    assert len(sketch(" ".join(WORDS[: MIN_RUNS + 2]))) == SKETCH_BYTES


def test_a_text_that_very_many_articles_have_is_a_form() -> None:
    copies = [sketch(WIRE)] * (MAX_ALIKE + 1)
    assert stories(copies[:-1], [MONDAY] * MAX_ALIKE) == [list(range(MAX_ALIKE))]
    assert stories(copies, [MONDAY] * len(copies)) == []


def test_no_articles_tell_no_story() -> None:
    assert stories([], []) == []


@given(st.text())
def test_a_sketch_has_its_size_whatever_the_text(text: str) -> None:
    assert len(sketch(text)) in (0, SKETCH_BYTES)


def variant(number: int, start: int, end: int) -> str:
    """Return a part of one of some stories."""
    words = WORDS[:]
    Random(number).shuffle(words)
    return " ".join(words[start : len(words) - end])


def joined(pairs: list[tuple[int, int]], size: int) -> list[list[int]]:
    """Return what a list of pairs joins, in the plainest way there is."""
    groups = [{number} for number in range(size)]
    for left, right in pairs:
        one = next(group for group in groups if left in group)
        other = next(group for group in groups if right in group)
        if one is not other:
            groups.remove(other)
            one |= other
    return sorted(sorted(group) for group in groups if len(group) > 1)


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 70), st.integers(0, 30), st.sampled_from([MONDAY, TUESDAY, 0])),
        max_size=14,
    ),
    st.randoms(use_true_random=False),
)  # fmt: skip
def test_stories_are_what_their_pairs_join_in_any_order(
    articles: list[tuple[int, int, int, int]], chance: Random
) -> None:
    sketches = [sketch(variant(*part)) for *part, _ in articles]
    days = [day for *_, day in articles]
    pairs = [
        (left, right)
        for left, right in combinations(range(len(articles)), 2)
        if stories([sketches[left], sketches[right]], [days[left], days[right]])
    ]
    assert stories(sketches, days) == joined(pairs, len(articles))

    order = list(range(len(articles)))
    chance.shuffle(order)
    shuffled = stories([sketches[place] for place in order], [days[place] for place in order])
    assert sorted(sorted(order[place] for place in story) for story in shuffled) == joined(
        pairs, len(articles)
    )
