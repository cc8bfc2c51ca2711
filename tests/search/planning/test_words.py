"""The leaves of a query, as queries of the index."""

from pathlib import Path
from unicodedata import combining, normalize

import pytest

from index.fields import VALUES
from index.query import And, Boost, Fuzzy, Glob, Not, Or, Phrase, Prefer, Query, Term
from search.language import tree
from search.planning.plan import plan
from tests.index.engines.stores import ENGINE_KINDS, STORES, found, write
from tests.search.planning.asked import TODAY, planned, word
from tests.support.press import article


def piece(exact: str, stem: str) -> Prefer:
    """Return what a compound asks in one piece: its stem without a score, and the score of the very word."""
    return Prefer(Boost(Term("stem", stem), 0), Term("exact", exact))


def compound(parts: str, glued: str, otherwise: Query, weight: float) -> Or:
    """Return what a compound asks: as it is written, else otherwise, which weighs less."""
    written = Or((Phrase("exact", tuple(parts.split())), piece(glued, glued)))
    return Or((written, And((Boost(otherwise, weight), Not(written)))))


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("l’Élection", word("election", "election")),
        ("journaux", word("journaux", "journal")),
        ("titre:Élections", word("elections", "election", "title")),
        ("S.N.C.F.", word("sncf", "sncf")),
        ("1.200", word("1200", "1200")),
        ("sur-gaz", compound("sur gaz", "surgaz", Phrase("exact", ("sur", "gazs")), 0.5)),
        ("gaz-riz", compound("gaz riz", "gazriz", Or((Phrase("exact", ("gaz", "riz"), 4), Phrase("exact", ("gaz", "rizs"), 4))), 0.5)),
        ("dit-on", compound("dit on", "diton", word("dit", "dit"), 0.35)),
        ("2-1", Phrase("exact", ("2", "1"))),
        ("covid-19", Or((Phrase("exact", ("covid", "19")), piece("covid19", "covid19")))),
        ("N’Diaye", Or((word("diaye", "diay"), word("ndiaye", "ndiay")))),
        ("n’diaye", Or((word("diaye", "diay"), word("ndiaye", "ndiay")))),
        ("M'BAPPÉ", Or((word("bappe", "bape"), word("mbappe", "mbap")))),
        ("d'or", word("or", "or")),
        ("person:n'diaye", Or((Boost(Term("person", "diaye"), 0.0), Boost(Term("person", "ndiaye"), 0.0)))),
        ("demi-seconde", Or((Phrase("exact", ("demi", "2e")), piece("demi2e", "demi2e")))),
        ("2e", word("2e", "2e")),
        ("deuxième", word("2e", "2e")),
        ("seconde", Or((word("2e", "2e"), Boost(Term("stem", "second"), 0)))),
        ("10 000 euros", And((word("10000", "10000"), word("euros", "euro")))),
        ("n° 5", Or((Phrase("exact", ("numero", "5")), piece("numero5", "numero5")))),
        ("premi*", Or((Glob("exact", "premi*"), Term("exact", "1e")))),
        ("premiee~", Or((Fuzzy("exact", "premiee", 1), Term("exact", "1e")))),
        ("st-ét*", And((Term("exact", "saint"), Glob("exact", "et*")))),
        ("=weekend", And((Term("form", "weekend"), Phrase("exact", ("week", "end"))))),
        ("terroris*", Glob("exact", "terroris*")),
        ("l’Éco*", Glob("exact", "eco*")),
        ("vice-prés*", And((Term("exact", "vice"), Glob("exact", "pres*")))),
        ("title:m?roc", Glob("title_exact", "m?roc")),
        ("Hamouchi~2", Fuzzy("exact", "hamouchi", 2)),
        ("=Côte", Term("form", "Côte")),
        ("=Vice-président", And((Term("form", "Vice"), Term("form", "président"), Phrase("exact", ("vice", "president"))))),
        ("personne:Hammouchi", Boost(Term("person", "hammouchi"), 0.0)),
        ("org:DGSN-DGST", Boost(And((Term("org", "dgsn"), Term("org", "dgst"))), 0.0)),
        ("place:marr*", Boost(Glob("place", "marr*"), 0.0)),
        ("person:hamouchi~", Boost(Fuzzy("person", "hamouchi", 1), 0.0)),
        ("source:week-end*", Boost(And((Term("source", "week"), Glob("source", "end*"))), 0.0)),
        ("source:*eekend", Boost(Or((Glob("source", "*eekend"), And((Term("source", "week"), Term("source", "end"))))), 0.0)),
        ("source:wekend~", Boost(Or((Fuzzy("source", "wekend", 1), And((Term("source", "week"), Term("source", "end"))))), 0.0)),
    ],
)  # fmt: skip
def test_a_leaf_becomes_a_query(line: str, query: Query) -> None:
    assert planned(line) == query


@pytest.mark.parametrize(
    "line", ["evenement", "ÉVÉNEMENT", "événement", "e\u0301ve\u0301nement", "évé\u00adnement"]
)
def test_accents_capitals_and_invisible_signs_change_nothing(line: str) -> None:
    assert planned(line) == planned("évènement")


ODD = "…"
"""A text without a word."""


@pytest.mark.parametrize("field", ["", "title"])
def test_a_phrase_whose_words_are_analysed_to_nothing_matches_nothing(field: str) -> None:
    assert plan(tree.Phrase(ODD, 0, field), TODAY) == Or(())
    assert plan(tree.Fuzzy(ODD, 1, field), TODAY) == Or(())


@pytest.mark.parametrize("field", [field.name for field in VALUES])
def test_a_name_that_is_analysed_to_nothing_matches_nothing(field: str) -> None:
    """An `And` of nothing would match every article, without a word of it."""
    everything = Boost(And(()), 0.0)

    assert plan(tree.Word(ODD, field), TODAY) != everything
    assert plan(tree.Fuzzy(ODD, 1, field), TODAY) != everything


@pytest.mark.parametrize("engine", ENGINE_KINDS)
def test_a_word_in_the_headline_scores_more_than_in_the_text(engine: str, tmp_path: Path) -> None:
    """Both articles have the same words, all of them in their lead."""
    store = STORES[engine](tmp_path / "engine")
    write(store, [article("a", "La grue", "Un port dort."), article("b", "Le port", "Une grue dort.")])

    assert found(store, planned("port")) == ["b", "a"]
    assert found(store, planned("grue")) == ["a", "b"]
    assert found(store, planned("dort")) == ["a", "b"]


@pytest.mark.parametrize("line", ["Chine-Taïwan", "Pourrait-Elle", "Ronds‑Points", "CHEFS-D’ŒUVRE"])
def test_accents_and_capitals_decide_nothing_of_a_compound(line: str) -> None:
    plain = "".join(sign for sign in normalize("NFD", line) if not combining(sign)).lower()

    assert planned(plain) == planned(line)


@pytest.mark.parametrize("engine", ENGINE_KINDS)
def test_a_compound_with_a_word_of_two_terms_is_found_in_either_spelling(engine: str, tmp_path: Path) -> None:
    """Each such word alone was enough: `Rose-N’Dour` found every Ndour, `demi-seconde` every second."""
    store = STORES[engine](tmp_path / "engine")
    texts = {"a": "Rose-N’Dour parle.", "b": "Rose-Ndour parle.", "c": "Jean Ndour attend une seconde."}
    write(store, [article(name, "Titre", text) for name, text in texts.items()])

    assert sorted(found(store, planned("Rose-N’Dour"))) == ["a", "b"]
    assert found(store, planned("demi-seconde")) == []
