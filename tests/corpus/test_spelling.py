"""Which spelling of a name is shown."""

from corpus.spelling import spelling_to_show


def test_a_headline_in_capitals_does_not_give_a_name_its_spelling() -> None:
    assert spelling_to_show({"ABDELLATIF HAMMOUCHI": 9, "Abdellatif Hammouchi": 1}) == "Abdellatif Hammouchi"


def test_an_acronym_keeps_its_capitals() -> None:
    assert spelling_to_show({"OCP": 5, "Ocp": 1}) == "OCP"
