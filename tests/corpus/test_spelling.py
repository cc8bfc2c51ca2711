"""Which spelling of a name is shown."""

from corpus.spelling import spelling_to_show


def test_a_headline_in_capitals_does_not_give_a_name_its_spelling() -> None:
    assert spelling_to_show({"ABDELLATIF HAMMOUCHI": 9, "Abdellatif Hammouchi": 1}) == "Abdellatif Hammouchi"


def test_an_accented_capital_is_shown_where_a_fair_share_of_the_articles_has_it() -> None:
    assert spelling_to_show({"Edouard Kaba": 9, "Édouard Kaba": 3}) == "Édouard Kaba"
    assert (
        spelling_to_show({"Conseil d'Etat": 9, "Conseil d'État": 1, "CONSEIL D'ETAT": 20}) == "Conseil d'État"
    )
    assert spelling_to_show({"Elizabeth": 30, "Élizabeth": 1}) == "Elizabeth"


def test_an_accent_on_a_small_letter_is_shown_where_most_articles_have_it() -> None:
    assert spelling_to_show({"Guerini": 66, "Guérini": 26}) == "Guerini"
    assert spelling_to_show({"Éric Guerini": 9, "Eric Guérini": 12, "Eric Guerini": 7}) == "Eric Guérini"


def test_an_acronym_keeps_its_capitals() -> None:
    assert spelling_to_show({"OCP": 5, "Ocp": 1}) == "OCP"
