"""From the tree of a query to the query of the index."""

from datetime import date
from unicodedata import combining, normalize

import pytest

from index.fields import VALUES
from index.query import And, Boost, Dated, Everything, Fuzzy, Glob, Not, Or, Phrase, Prefer, Query, Term
from search.errors import SearchError
from search.language import parse, tree
from search.planning.plan import SHORT_QUERY_WORDS, Matching, plan

TODAY = date(2025, 12, 1)


def planned(line: str, matching: Matching = Matching.ALL) -> Query:
    return plan(parse(line), TODAY, matching)


def word(exact: str, stem: str, field: str = "") -> Prefer:
    """Return what a word asks: its stem, and more for the same word; a bare word, more for the headline too."""
    if field:
        return Prefer(Term(f"{field}_stem", stem), Boost(Term(f"{field}_exact", exact), 0.5))
    more = Or((Boost(Term("exact", exact), 0.5), Boost(Term("title_stem", stem), 0.15)))
    return Prefer(Term("stem", stem), more)


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
        ("2e", word("2e", "2e")),
        ("deuxième", word("2e", "2e")),
        ("seconde", Or((word("2e", "2e"), Boost(Term("stem", "second"), 0)))),
        ("10 000 euros", And((word("10000", "10000"), word("euros", "euro")))),
        ("n° 5", Or((Phrase("exact", ("numero", "5")), piece("numero5", "numero5")))),
        ('"élu(e)s de Saint-Malo"', Or((Phrase("exact", ("elus", "de", "saint", "malo")), Phrase("exact", ("elues", "de", "saint", "malo")), Phrase("exact", ("elus", "de", "saintmalo"))))),
        ("premi*", Or((Glob("exact", "premi*"), Term("exact", "1e")))),
        ("premiee~", Or((Fuzzy("exact", "premiee", 1), Term("exact", "1e")))),
        ("st-ét*", And((Term("exact", "saint"), Glob("exact", "et*")))),
        ("=weekend", And((Term("form", "weekend"), Phrase("exact", ("week", "end"))))),
        ('"conseil de sécurité"', Phrase("exact", ("conseil", "de", "securite"))),
        ('"police nations"~5', Phrase("exact", ("police", "nations"), 5)),
        ('"Élections"', Term("exact", "elections")),
        ("terroris*", Glob("exact", "terroris*")),
        ("l’Éco*", Glob("exact", "eco*")),
        ("vice-prés*", And((Term("exact", "vice"), Glob("exact", "pres*")))),
        ("title:m?roc", Glob("title_exact", "m?roc")),
        ("Hamouchi~2", Fuzzy("exact", "hamouchi", 2)),
        ("=Côte", Term("form", "Côte")),
        ("=Vice-président", And((Term("form", "Vice"), Term("form", "président"), Phrase("exact", ("vice", "president"))))),
        ("date:2025-11", Dated(20251101, 20251130)),
        ("date:hier", Dated(20251130, 20251130)),
        ("date:none", Dated(0, 0)),
        ("personne:Hammouchi", Boost(Term("person", "hammouchi"), 0.0)),
        ('person:"Abdellatif Hammouchi"', Boost(Term("person", "=abdellatif_hammouchi"), 0.0)),
        ("org:DGSN-DGST", Boost(And((Term("org", "dgsn"), Term("org", "dgst"))), 0.0)),
        ("place:marr*", Boost(Glob("place", "marr*"), 0.0)),
        ("person:hamouchi~", Boost(Fuzzy("person", "hamouchi", 1), 0.0)),
        ("source:week-end*", Boost(And((Term("source", "week"), Glob("source", "end*"))), 0.0)),
        ("source:*eekend", Boost(Or((Glob("source", "*eekend"), And((Term("source", "week"), Term("source", "end"))))), 0.0)),
        ("source:wekend~", Boost(Or((Fuzzy("source", "wekend", 1), And((Term("source", "week"), Term("source", "end"))))), 0.0)),
        ("eau^3", Boost(word("eau", "eau"), 3.0)),
        ("-eau", Not(word("eau", "eau"))),
        ("eau OR feu", Or((word("eau", "eau"), word("feu", "feu")))),
        ("eau AND feu", And((word("eau", "eau"), word("feu", "feu")))),
        ("eau feu", And((word("eau", "eau"), word("feu", "feu")))),
        ("*", Everything()),
    ],
)  # fmt: skip
def test_a_typed_line_becomes_a_query(line: str, query: Query) -> None:
    assert planned(line) == query


@pytest.mark.parametrize(
    "line", ["evenement", "ÉVÉNEMENT", "événement", "e\u0301ve\u0301nement", "évé\u00adnement"]
)
def test_accents_capitals_and_invisible_signs_change_nothing(line: str) -> None:
    assert planned(line) == planned("évènement")


@pytest.mark.parametrize("line", ["Chine-Taïwan", "Pourrait-Elle", "Ronds‑Points", "CHEFS-D’ŒUVRE"])
def test_accents_and_capitals_decide_nothing_of_a_compound(line: str) -> None:
    plain = "".join(sign for sign in normalize("NFD", line) if not combining(sign)).lower()

    assert planned(plain) == planned(line)


@pytest.mark.parametrize("words", [SHORT_QUERY_WORDS + 1, 12])
def test_the_quorum_decides_what_a_long_query_requires(words: int) -> None:
    line = " ".join(f"mot{number}" for number in range(words))

    assert plan(parse(line), TODAY, Matching.MOST, quorum=lambda asked: asked[-1]) == planned(
        f"mot{words - 1}"
    )
    assert plan(parse(f"{line} date:2025"), TODAY, Matching.MOST, quorum=lambda asked: asked[0]) == planned(
        "mot0 date:2025"
    )


def test_a_short_query_requires_every_word() -> None:
    line = " ".join(f"mot{number}" for number in range(SHORT_QUERY_WORDS))

    assert plan(parse(line), TODAY, Matching.MOST, quorum=lambda asked: asked[0]) == planned(line)


def test_all_requires_every_word_and_any_requires_one() -> None:
    line = "port pluie route pêche école marché"

    every, one = planned(line, Matching.ALL), planned(line, Matching.ANY)

    assert isinstance(every, And)
    assert isinstance(one, Or)
    assert len(every.clauses) == len(one.clauses) == 6


def test_stop_words_leave_the_query() -> None:
    assert planned("la pluie et le port de Dakar") == planned("pluie port Dakar")


def test_stop_words_alone_are_the_query() -> None:
    assert planned("le la") == And((word("le", "le"), word("la", "la")))


def test_a_stop_word_stays_where_it_is_typed_for_itself() -> None:
    assert planned("port AND de") == And((word("port", "port"), word("de", "de")))
    assert planned("port title:de") == And((word("port", "port"), word("de", "de", "title")))


def test_conditions_hold_whatever_the_share_of_words() -> None:
    query = planned("port pluie route pêche école date:2025 -guerre title:mer", Matching.ANY)

    assert isinstance(query, And)
    assert query.clauses[1:] == (
        Dated(20250101, 20251231),
        Not(word("guerre", "guer")),
        word("mer", "mer", "title"),
    )


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


@pytest.mark.parametrize(
    "line", ["a-b-c-d-e-f-g~ " * 3, "1,a" * 30 + "~", "*a-b*-c* " * 7], ids=["hyphens", "signs", "patterns"]
)
def test_a_word_of_several_words_is_as_much_work_as_these(line: str) -> None:
    with pytest.raises(SearchError) as refused:
        planned(line)
    assert refused.value.message.code == "query.too_many_patterns"
