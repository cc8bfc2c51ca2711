"""The tagger: what it keeps is bounded, and forgetting changes nothing."""

import pytest

from corpus.entities import Model
from corpus.entities import tagger as module
from corpus.entities.compiled import compiled
from corpus.entities.model import load
from corpus.entities.phrases import MAX_WORDS, at_start, is_titled

TEXTS = [
    "Faisal Shahkar est à Rabat avec l’ONU.",
    "Un mot.",
    "Abdellatif Hammouchi a reçu M. Zouev à Marrakech.",
]


@pytest.mark.parametrize("model", list(Model))
def test_each_model_finds_names(model: Model) -> None:
    found = load(model).spans(TEXTS)
    assert [TEXTS[0][start:end] for start, end, _ in found[0]] == ["Faisal Shahkar", "Rabat", "ONU"]
    assert found[1] == []


def test_a_model_is_read_once() -> None:
    assert load(Model.MODERN) is load(Model.MODERN)


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    tagger = load(Model.MODERN)
    before = tagger.spans(TEXTS)
    monkeypatch.setattr(module, "_MAX_KEPT_WORDS", 50)
    tagger.spans([" ".join(f"Mot{letter}{other}" for letter in "abcdefghij" for other in "abcdefghij")])
    assert tagger.kept > 50
    assert tagger.spans(TEXTS) == before
    assert tagger.kept < 50


def test_no_text_is_no_span() -> None:
    assert load(Model.MODERN).spans([]) == []
    assert load(Model.MODERN).spans(["", "\n", " "]) == [[], [], []]


def test_listed_names_of_several_words() -> None:
    assert at_start(["Corne", "de", "l'", "Afrique", "est"]) == (4, "LOC")
    assert at_start(["Corne", "de", "l'", "afrique"]) == (0, "")
    assert at_start(["Jardins", "de", "la", "Ménara", "à"]) == (4, "LOC")
    assert at_start(["Coupe", "du", "monde", "de", "football"])[1] == "MISC"
    assert at_start(["Rabat"]) == (0, "")


def test_the_longest_listed_name_is_taken() -> None:
    assert at_start(["Coupe", "du", "monde", "de", "football", "."])[0] == 5
    assert (
        max(len(capitals) for group in compiled()["phrases"].values() for _, capitals, _ in group)
        <= MAX_WORDS
    )


def test_a_title_has_a_capitalised_article() -> None:
    assert is_titled("L'", "Équipe")
    assert not is_titled("l'", "Équipe")
    assert not is_titled("Le", "Chat")
