"""What the model sees of a word."""

from array import array

import pytest

from corpus.entities.features import CLASSES, CLUSTERS, PAIR, WORDS, conjunctions, describe
from corpus.entities.knowledge import BIT, NAME_BITS, TABLES, Knowledge, from_tables, table
from corpus.entities.shape import shape

COLUMNS = [
    *table({"rabat": (BIT["CITY"] | BIT["LN"],), "president": (BIT["FUNC"],), "dgsn": (BIT["ORGN"],)}, 1),
    *table({"lire": (90, 0), "Lire": (0, 10), "Rabat": (0, 50)}, 2),
    *table({"Rabat": (1, 2, 3), "à": (4, 5, 6)}, 3),
]
KNOWN: Knowledge = from_tables(
    dict(
        zip(
            TABLES,
            (column.tobytes() for column in COLUMNS),
            strict=True,
        )
    )
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("\n", "NL"), ("00", "0"), ("0000", "0000"), ("000", "0x"), ("0e", "0x"), ("«", "P«"), ("l'", "el"), ("J.", "X."),
        ("M0", "X0"), ("A", "X"), ("UE", "XX"), ("ONU", "XX"), ("OTAN", "XXX"), ("CEDEAO", "XXXX"), ("DGSN-DGST", "XX-"),
        ("Paris", "Xx"), ("YouTube", "XxX"), ("Xx00000", "Xx0"), ("Jean-Noël", "Xx-Xx"), ("Villers-la", "Xx-x"),
        ("a", "x"), ("de", "xx"), ("iPhone", "xX"), ("dit-il", "x-x"), ("non-Juif", "x-X"),
    ],
)  # fmt: skip
def test_shapes(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_lists_count_and_clusters_are_seen() -> None:
    rabat = describe("Rabat", KNOWN)
    assert {"W=rabat", "Wc=Rabat", "G=CITY", "G=LN", "L=0", "GL=CITY/0", "C=a1", "C=b2", "C=c3"} <= set(
        rabat.here
    )
    assert (rabat.sort, rabat.cluster, rabat.middle) == ("XxT", 1, 2)
    assert describe("RABAT", KNOWN).cluster == 1, "a word in capitals has the clusters of the capitalised one"


def test_the_first_word_of_a_sentence_is_distinguished_from_a_name() -> None:
    assert "L=4" in describe("Lire", KNOWN).here
    assert describe("Lire", KNOWN).sort == "Xxw"
    assert describe("Zzyzx", KNOWN).sort == "Xx"


def test_a_list_of_names_is_not_for_words_in_lower_case() -> None:
    assert not [name for name in describe("rabat", KNOWN).here if name.startswith("G=")]
    assert describe("président", KNOWN).sort == "FUNC"


def test_a_hidden_list_is_not_seen() -> None:
    hidden = describe("Rabat", KNOWN, ~NAME_BITS)
    assert not [name for name in hidden.here if name.startswith("G=")]
    assert hidden.sort == "Xx"


def test_a_compound_of_acronyms_is_on_the_lists_of_its_parts() -> None:
    assert "G=ORGN" in describe("DGSN-DGSN", KNOWN).here
    assert "G=ORGN" not in describe("DGSN-ZZZZ", KNOWN).here


def test_every_template_has_its_conjunction() -> None:
    window = [describe(word, KNOWN) for word in ("\n", "à", "Rabat", ",", "à")]
    names = [name.partition("=")[0] for name in conjunctions(window)]
    assert names == [*CLASSES, *WORDS, "k", PAIR]
    assert "c=PREPL|XxT|," not in list(conjunctions(window)), "à is on no list here"
    assert "f=à|XxT" in list(conjunctions(window))
    assert f"{PAIR}=4|1" in list(conjunctions(window))
    assert set(names) <= {*CLASSES, *WORDS, *CLUSTERS, PAIR}


def test_a_table_is_sorted_and_has_its_columns() -> None:
    keys, first, second = table({"b": (1, 2), "a": (3, 4)}, 2)
    assert list(keys) == sorted(keys)
    assert {(first[position], second[position]) for position in range(2)} == {(1, 2), (3, 4)}
    assert isinstance(keys, array)
    assert KNOWN.counts("inconnu") == (0, 0)
    assert KNOWN.flags_of("inconnu") == 0
    assert KNOWN.clusters_of("inconnu") is None
