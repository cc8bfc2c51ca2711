"""Near-duplicates share most of their sketch; other stories share next to nothing of theirs."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.duplicates import MAX_HASHES, MIN_SHARED_HASHES, sketch

WIRE = (
    "Le port de Ziguinchor rouvre lundi après trois mois de travaux, a annoncé la capitainerie dans un communiqué. "
    "Deux quais ont été refaits et un bac plus grand reliera la ville à la rive nord, où les maraîchers attendent "
    "depuis le printemps de quoi écouler leurs oignons. Les pêcheurs, eux, demandent une chambre froide."
)
OTHER = (
    "La course cycliste des trois vallées part dimanche de Liège sous la pluie, et le favori de la dernière édition "
    "ne sera pas au départ : une chute à l’entraînement l’a privé de la première étape, selon son équipe, qui "
    "annonce un forfait de deux semaines et un retour au mois de juin."
)


def shared(left: str, right: str) -> int:
    return len(set(sketch(left)) & set(sketch(right)))


def test_a_dispatch_that_was_touched_up_is_the_same_story() -> None:
    retouched = WIRE.replace("a annoncé", "annonce").replace("eux", "de leur côté")
    assert shared(WIRE, retouched) >= MIN_SHARED_HASHES


def test_another_story_is_not() -> None:
    assert shared(WIRE, OTHER) < MIN_SHARED_HASHES // 2


@given(st.text())
def test_a_sketch_is_short_and_its_hashes_are_distinct(text: str) -> None:
    hashes = sketch(text)
    assert len(hashes) == len(set(hashes)) <= MAX_HASHES
