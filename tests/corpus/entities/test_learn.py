"""Training: what is labelled, what is hidden; and a small model, learnt, packed, read and used."""

from pathlib import Path

import numpy as np
import pytest

from corpus.entities.knowledge import CURATED_BITS, NAME_BITS, TABLES, from_tables, table
from corpus.entities.tables import unpack
from corpus.entities.tagger import Tagger
from corpus.entities.training.datasets import Annotated
from corpus.entities.training.learn import Weights, average, labelled, learn, sequences, shown
from corpus.entities.training.pack import FORBIDDEN, pack

COLUMNS = [*table({"rabat": (4,)}, 1), *table({"rabat": (1, 2)}, 2), *table({"Rabat": (1, 2, 3)}, 3)]
KNOWN = from_tables({name: column.tobytes() for name, column in zip(TABLES, COLUMNS, strict=True)})
TOWNS = ["Rabat", "Fès", "Oujda", "Agadir", "Tanger", "Salé"]
PERSONS = ["Anne Roi", "Luc Bo", "Omar Diop", "Ali Sow"]


def town(name: str) -> Annotated:
    return Annotated(name, f"Il vit à {name} depuis peu.", ((9, 9 + len(name), "LOC"),))


def person(name: str) -> Annotated:
    return Annotated(name, f"Hier, M. {name} a parlé.", ((9, 9 + len(name), "PER"),))


def test_labels_stand_on_the_tokens_of_a_name() -> None:
    words, labels = labelled(person("Anne Roi"))
    assert list(zip(words, labels, strict=True))[2:6] == [
        ("M.", "O"),
        ("Anne", "B-PER"),
        ("Roi", "I-PER"),
        ("a", "O"),
    ]


def test_a_name_inside_a_token_labels_the_token() -> None:
    words, labels = labelled(Annotated("1", "Un train Paris-Brest part.", ((15, 20, "LOC"),)))
    assert dict(zip(words, labels, strict=True))["Paris-Brest"] == "B-LOC"


def test_only_sentences_with_a_capital_are_learnt_from() -> None:
    found = list(sequences(Annotated("1", "ici rien. Là oui. ni là.", ()), KNOWN, 1))
    assert [len(labels) for _, labels in found] == [3]


def test_lists_are_hidden_for_some_words_and_always_the_same() -> None:
    drawn = [shown(str(document), "Rabat", 1) for document in range(2000)]
    assert drawn == [shown(str(document), "Rabat", 1) for document in range(2000)]
    assert 0.15 < drawn.count(~NAME_BITS) / 2000 < 0.25
    assert 0.35 < drawn.count(~CURATED_BITS) / 2000 < 0.45
    assert shown("1", "rabat", 1) == -1


def test_the_average_of_models() -> None:
    one = Weights(("O", "B-PER"), {"0W=a": {"O": 2.0}}, {("O", "O"): 1.0})
    two = Weights(("O", "B-PER"), {"0W=a": {"O": 1.0, "B-PER": 4.0}}, {})
    assert average([one, two]) == Weights(
        ("O", "B-PER"), {"0W=a": {"O": 1.5, "B-PER": 2.0}}, {("O", "O"): 0.5}
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pycrfsuite")
    path = tmp_path_factory.mktemp("model") / "small.npz"
    documents = [*map(town, TOWNS), *map(person, PERSONS)]
    pack(learn(documents, KNOWN, 1), path)
    return path


def tagger(path: Path) -> Tagger:
    with np.load(path) as file:
        return Tagger(unpack({name: file[name] for name in file.files}), KNOWN)


def test_a_small_model_reads_what_it_never_saw(small: Path) -> None:
    texts = ["Il vit à Kaolack depuis peu.", "Hier, M. Abdou Fall a parlé."]
    found = [
        [(text[start:end], kind) for start, end, kind in spans]
        for text, spans in zip(texts, tagger(small).spans(texts), strict=True)
    ]
    assert found == [[("Kaolack", "LOC")], [("Abdou Fall", "PER")]]


def test_the_tables_score_as_the_crf_does(small: Path) -> None:
    """A sum of rows for each token is what crfsuite adds up attribute by attribute: the same labels come out."""
    pytest.importorskip("pycrfsuite")
    weights = learn([*map(town, TOWNS), *map(person, PERSONS)], KNOWN, 1)
    read = tagger(small)
    document = town("Tétouan")
    ((attributes, _),) = sequences(document, KNOWN, 1)
    wanted = [
        [sum(weights.states.get(name, {}).get(label, 0.0) for name in names) for label in weights.labels]
        for names in attributes
    ]
    scores = read.scores(document.text)
    assert scores[: len(wanted)] == pytest.approx(np.array(wanted), abs=0.05)


def test_no_name_goes_on_that_has_not_begun(small: Path) -> None:
    with np.load(small) as file:
        labels, moves = list(file["labels"]), file["transitions"]
    assert moves[labels.index("O"), labels.index("I-PER")] == FORBIDDEN
    assert moves[labels.index("B-PER"), labels.index("I-PER")] > FORBIDDEN
