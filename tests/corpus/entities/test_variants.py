"""Annotated articles under other names, and in capitals: the annotation moves with the names."""

from random import Random

import pytest

from corpus.entities.training.datasets import Annotated
from corpus.entities.training.variants import Names, acronym, coined, in_capitals, renamed

DRAWN = Names(["Fatou"], ["Diop"], ["Zamalek"], ["Kaolack"])
TEXT = (
    "M. Anne Roi, de Shell, vit à Rabat. Roi aime Rabat, mais pas la Banque de France ni l'ONU. Voilà tout."
)
KINDS = {"Anne Roi": "PER", "Shell": "ORG", "Rabat": "LOC", "Banque de France": "ORG", "ONU": "ORG"}


def annotated() -> Annotated:
    spans = [(TEXT.index(name), TEXT.index(name) + len(name), kind) for name, kind in KINDS.items()]
    spans += [
        (TEXT.rindex("Roi"), TEXT.rindex("Roi") + 3, "PER"),
        (TEXT.rindex("Rabat"), TEXT.rindex("Rabat") + 5, "LOC"),
    ]
    return Annotated("1", TEXT, tuple(sorted(spans)))


@pytest.mark.parametrize("seed", range(20))
def test_a_name_is_another_one_throughout(seed: int) -> None:
    document = renamed(annotated(), DRAWN, seed)
    names = [document.text[start:end] for start, end, _ in document.spans]
    assert [kind for *_, kind in document.spans] == [kind for *_, kind in annotated().spans]
    assert names[0] == f"Fatou {names[3]}"
    assert names[2] == names[4]
    assert names[5] == "Banque de France", "a name of several words holds together with its sentence"
    assert names[1] != "Shell"
    assert all(name in document.text for name in names)
    pieces = document.text
    for name in sorted(names, key=len, reverse=True):
        pieces = pieces.replace(name, "")
    plain = TEXT
    for name in sorted([*KINDS, "Roi"], key=len, reverse=True):
        plain = plain.replace(name, "")
    assert pieces == plain


def test_the_same_seed_gives_the_same_names() -> None:
    assert renamed(annotated(), DRAWN, 1) == renamed(annotated(), DRAWN, 1)
    assert len({renamed(annotated(), DRAWN, seed).text for seed in range(20)}) > 1


def test_sentences_in_capitals_keep_their_spans() -> None:
    found = [sentence for seed in range(200) for sentence in in_capitals(annotated(), seed)]
    assert found
    for sentence in found:
        assert sentence.text.isupper()
        assert {sentence.text[start:end] for start, end, _ in sentence.spans} <= {
            name.upper() for name in [*KINDS, "Roi"]
        }
    assert any(sentence.spans for sentence in found)


def test_coined_words_look_like_names() -> None:
    chance = Random(1)
    assert all(coined(chance).istitle() for _ in range(50))
    assert all(acronym(chance).isupper() for _ in range(50))
