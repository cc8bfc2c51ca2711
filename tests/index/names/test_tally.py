"""The names of a facet: which are one, how one is shown, which come first."""

from index.names.tally import Tally, ordered, shown


def test_the_most_frequent_value_comes_first_then_the_alphabet() -> None:
    assert list(ordered({"Mali": 1, "Bénin": 1, "Tchad": 3})) == ["Tchad", "Bénin", "Mali"]


def test_spellings_that_differ_by_accents_capitals_and_signs_are_one_value() -> None:
    tally = Tally()
    for name in ("Côte d’Ivoire", "Côte d’Ivoire", "COTE D'IVOIRE", "Cote-d’Ivoire"):
        tally.add([name])

    assert tally.first(None) == {"Côte d’Ivoire": 4}


def test_an_article_with_two_names_of_an_entity_is_counted_once() -> None:
    tally = Tally()
    tally.add(["Sénégal", "SENEGAL", "Mali"])

    assert tally.first(None) == {"Mali": 1, "Sénégal": 1}


def test_a_headline_in_capitals_does_not_give_a_name_its_spelling() -> None:
    assert shown({"ABDELLATIF HAMMOUCHI": 9, "Abdellatif Hammouchi": 1}) == "Abdellatif Hammouchi"


def test_an_acronym_keeps_its_capitals() -> None:
    assert shown({"OCP": 5, "Ocp": 1}) == "OCP"


def test_of_equals_at_the_end_the_alphabet_keeps_the_first() -> None:
    tally = Tally()
    for names in (["Mali", "Tchad"], ["Bénin"], ["Niger", "Tchad"]):
        tally.add(names)

    assert list(tally.first(3)) == ["Tchad", "Bénin", "Mali"]
    assert list(tally.first(2)) == ["Tchad", "Bénin"]
    assert tally.first(0) == {}
