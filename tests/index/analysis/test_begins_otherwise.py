"""The quick test of pieces refuses none that has a word of the query."""

from hypothesis import given
from hypothesis import strategies as st

from index.analysis.french import begins_otherwise, term_memo, words
from index.analysis.spellings import SPELLINGS
from tests.support.press import sample

PIECES = sorted({piece for one in sample() for piece in f"{one.title} {one.text}".split()} | {
    *SPELLINGS, *map(str.title, SPELLINGS),
    "e-commerce", "P-TCS", "C-Star", "œuvre", "Œuvres,", "dix-neuvième", "XIXe", "Aaron", "l'Aa", "N’Diaye", "d'e-sport",
    "étudiant·e·s", "10'000", "20'h'30", "Covid-19", "Covid19", "1er", "2e", "n°'5", "ß", "Þórr", "c’est-à-dire", "week-end",
    "lai\u0308cite\u0301", "المغرب", "«États-Unis»", "l'o.n.u.", "Saint-Étienne", "St-Étienne", "qu'Émile", "Qu’ici",
})  # fmt: skip


def test_no_piece_with_a_term_is_refused_for_the_term_or_its_beginning() -> None:
    tests = {}
    for piece in PIECES:
        for term in term_memo[piece]:
            for wanted in (term, f"{term[:1]}*", f"{term[:2]}*", f"{term[:1]}?{term[2:]}"):
                key = wanted if "*" in wanted or len(wanted) <= 3 else f"{wanted[:3]}…"
                if key not in tests:
                    tests[key] = begins_otherwise([wanted])
                refused = tests[key]
                assert refused is None or not refused(piece), (piece, wanted)
    assert len(tests) > 400


def test_no_piece_is_refused_for_the_first_letters_of_a_pattern() -> None:
    wanted = {(piece, f"{word.terms('exact')[0][:5]}*") for piece in PIECES[::10] for word in words(piece)}
    refused = [
        (piece, glob) for piece, glob in sorted(wanted) if (test := begins_otherwise([glob])) and test(piece)
    ]
    assert len(wanted) > 100
    assert not refused


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.sampled_from(PIECES))
def test_more_terms_refuse_less(pieces: list[str], piece: str) -> None:
    terms = [term for one in pieces for term in term_memo[one]]
    refused = begins_otherwise(terms)
    if terms and refused and refused(piece):
        assert all((alone := begins_otherwise([term])) is None or alone(piece) for term in terms)


def test_most_pieces_are_refused() -> None:
    refused = begins_otherwise(["maroc"])
    assert refused
    assert sum(bool(refused(piece)) for piece in PIECES) > len(PIECES) * 0.8


def test_a_pattern_that_begins_with_any_letter_has_no_quick_test() -> None:
    assert begins_otherwise(["*isme"]) is None
    assert begins_otherwise(["maroc", "?aroc"]) is None
