"""A piece is one story in all its printings, led by the fullest; other stories, and the next bulletin, are not in it."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.duplicates.candidates import Candidates, Texts, candidates
from corpus.duplicates.reprints import share, stories
from corpus.duplicates.sketches import POINTS, runs, sketch

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
"""A text with five sixths of the words of the dispatch, and so eight tenths of its runs, and with other words."""

MONDAY, TUESDAY, FRIDAY = 20250303, 20250304, 20250307


def stories_of(texts: Sequence[str], days: Sequence[int], sources: Sequence[str] = ()) -> list[list[int]]:
    """Return the stories of texts, all of one source unless others are named."""
    sketched = Texts.of([sketch(text) for text in texts], days, sources or ["L’Écho"] * len(days))
    pairs = candidates(sketched)
    shares = [
        share(runs(texts[left]), runs(texts[right]))
        for left, right in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    ]
    return stories(sketched, pairs, shares)


def are_one_story(left: str, right: str, days: tuple[int, int] = (MONDAY, MONDAY)) -> bool:
    return bool(stories_of([left, right], days))


def misspelt(text: str, every: int) -> str:
    """Return a text in which two letters of one word in so many are the wrong way round."""
    words = text.split()
    for number in range(0, len(words), every):
        word = words[number]
        words[number] = word[1::-1] + word[2:]
    return " ".join(words)


@pytest.mark.parametrize(
    "days", [(MONDAY, MONDAY), (MONDAY, TUESDAY), (TUESDAY, MONDAY), (0, MONDAY), (0, 0)]
)
@pytest.mark.parametrize(
    "changed",
    [
        WIRE,
        WIRE.upper(),
        WIRE.replace("’", "'"),
        WIRE.replace("a annoncé", "annonce"),
        f"ZIGUINCHOR (Agence Teranga) - {WIRE} Avec notre correspondant. Tous droits réservés.",
        f"Les Ziguinchorois n’y croyaient plus. {WIRE}",
        " ".join(WORDS[: len(WORDS) * 3 // 4]),
        " ".join(WORDS[: len(WORDS) // 3]),
        misspelt(WIRE, every=60),
    ],
    ids=[
        "same",
        "capitals",
        "apostrophes",
        "touched up",
        "agency",
        "local lead",
        "cut",
        "cut short",
        "misspelt",
    ],
)
def test_a_dispatch_with_a_small_change_is_the_same_story_on_any_of_some_days(
    changed: str, days: tuple[int, int]
) -> None:
    assert are_one_story(WIRE, changed, days)


def test_a_dispatch_with_another_end_is_the_same_story_on_its_day_alone() -> None:
    assert are_one_story(WIRE, LONGER)
    assert not are_one_story(WIRE, LONGER, (MONDAY, TUESDAY))


@pytest.mark.parametrize("day", [0, 20250000, 20250300])
def test_articles_of_the_same_month_or_without_a_date_are_not_said_to_be_of_one_day(day: int) -> None:
    assert not are_one_story(WIRE, LONGER, (day, day))


def test_the_background_repeated_by_a_shorter_article_of_the_next_day_is_another_story() -> None:
    background = " ".join(["La mairie dément.", *WORDS[30:80]])
    assert are_one_story(WIRE, background)
    assert are_one_story(WIRE, background, (TUESDAY, MONDAY))
    assert not are_one_story(WIRE, background, (MONDAY, TUESDAY))


def test_another_paper_may_change_more_than_the_same_one_on_its_next_day() -> None:
    """Every sentence is touched up: a paper edits a dispatch, but prints it once, and then what is new."""
    edited = misspelt(WIRE, every=17)
    assert 0.8 <= share(runs(WIRE), runs(edited)) < 0.9
    assert stories_of([WIRE, edited], [MONDAY, TUESDAY], ["L’Écho", "Le Jour"]) == [[0, 1]]
    assert stories_of([WIRE, edited], [MONDAY, TUESDAY], ["L’Écho", "L’Écho"]) == []


def test_a_text_that_comes_back_after_some_days_is_not_folded() -> None:
    assert not are_one_story(WIRE, WIRE, (MONDAY, FRIDAY))


def test_another_story_is_not() -> None:
    assert not are_one_story(WIRE, OTHER)


def test_the_fullest_text_leads_and_of_equal_ones_the_oldest() -> None:
    flash, cut = " ".join(WORDS[:45]), " ".join(WORDS[:90])
    assert stories_of([flash, WIRE, WIRE, cut], [MONDAY, 0, TUESDAY, MONDAY]) == [[2, 1, 3, 0]]


def test_a_third_text_does_not_join_two_others() -> None:
    """Two dispatches stay apart, though a summary of both has each whole."""
    summary = f"{WIRE} {OTHER}"
    both = stories_of([WIRE, OTHER, summary], [MONDAY] * 3)
    assert both == [[2, 0, 1]]
    assert stories_of([f"{WIRE} {WIRE.upper()[::-1]}", WIRE, summary], [MONDAY] * 3) == [[0, 1]]


def test_a_story_that_grows_from_day_to_day_is_not_one() -> None:
    """Each version has the one before it, but the last has little of the first day within three days."""
    days = [20250303 + day for day in range(8)]
    versions = [
        " ".join(f"jour{day}mot{word}" for day in range(last + 4) for word in range(60)) for last in range(8)
    ]
    grown = stories_of(versions, days)
    assert sorted(map(len, grown)) == [4, 4]
    assert all(days[story[0]] - min(days[one] for one in story) == 3 for story in grown)


def test_no_articles_have_no_story() -> None:
    assert stories_of([], []) == []


PARTS = st.lists(
    st.tuples(
        st.integers(50, 70),
        st.sampled_from([MONDAY, TUESDAY, FRIDAY, 0]),
        st.sampled_from(["L’Écho", "Le Jour"]),
    ),
    min_size=1,
    max_size=9,
)


@settings(max_examples=150, derandomize=True, deadline=None, database=None)
@given(PARTS, st.data())
def test_each_text_joins_the_fullest_lead_that_it_is_one_with(
    articles: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    """Whatever the pairs: no member leads, each is one with its lead, and what leads is one with no lead before it."""
    count = len(articles)
    sketches = [bytes(POINTS) + length.to_bytes(4, "little") for length, *_ in articles]
    texts = Texts.of(sketches, [day for _, day, _ in articles], [source for *_, source in articles])
    every = [(left, right) for left in range(count) for right in range(left + 1, count)]
    chosen = sorted(data.draw(st.sets(st.sampled_from(every)))) if every else []
    shares = [data.draw(st.sampled_from([0.5, 0.7, 0.75, 0.8, 0.92, 1.0])) for _ in chosen]
    left, right = (np.array([pair[side] for pair in chosen], np.intp) for side in (0, 1))
    pairs = Candidates(left, right, np.zeros(len(chosen), np.bool_))

    found = stories(texts, pairs, shares)

    assert found == naive(articles, dict(zip(chosen, shares, strict=True)))


def naive(articles: list[tuple[int, int, str]], shares: dict[tuple[int, int], float]) -> list[list[int]]:
    """Return the stories, in the plainest way there is."""
    order = sorted(
        range(len(articles)), key=lambda one: (-articles[one][0], articles[one][1] or 1 << 40, one)
    )
    joined: dict[int, list[int]] = {}
    for text in order:
        leads = [
            lead
            for lead in joined
            if shares.get((min(lead, text), max(lead, text)), 0) >= least(articles[lead], articles[text])
        ]
        joined.setdefault(leads[0] if leads else text, []).append(text)
    return [story for story in joined.values() if len(story) > 1]


def least(lead: tuple[int, int, str], text: tuple[int, int, str]) -> float:
    """Return the least share of two texts, by their lengths, days and sources, of which the first is not shorter."""
    is_of_one = lead[2] == text[2]
    if not (lead[1] and text[1]):
        return 0.9
    if lead[1] == text[1]:
        return 0.75 if is_of_one else 0.7
    if abs(lead[1] - text[1]) > 3:
        return 2
    if text[1] > lead[1] and text[0] < 0.9 * lead[0]:
        return 0.95 if is_of_one else 0.9
    return 0.9 if is_of_one else 0.8


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 60), st.sampled_from([MONDAY, TUESDAY, 0])), max_size=12
    ),
    st.randoms(use_true_random=False),
)
def test_the_stories_are_the_same_in_any_order_but_for_equal_texts(
    articles: list[tuple[int, int, int]], chance: Random
) -> None:
    """Which of equal texts of one day leads depends on their order, which is that of their ids."""
    variants = list(dict.fromkeys(articles))
    texts = [variant(number, start) for number, start, _ in variants]
    days = [day for *_, day in variants]
    order = list(range(len(variants)))
    chance.shuffle(order)

    shuffled = stories_of([texts[position] for position in order], [days[position] for position in order])

    assert {frozenset(order[position] for position in story) for story in shuffled} == set(
        map(frozenset, stories_of(texts, days))
    )


def variant(number: int, start: int) -> str:
    """Return the end of one of some stories."""
    words = WORDS[:]
    Random(number).shuffle(words)
    return " ".join(words[start:])
