"""The choice of pieces leaves out none that has a word of the query."""

from hypothesis import given
from hypothesis import strategies as st

from index.analysis.french import term_memo, words
from index.analysis.spellings import SPELLINGS
from index.analysis.starts import holders
from tests.support.press import sample

PIECES = sorted({piece for one in sample() for piece in f"{one.title} {one.text}".split()} | {
    *SPELLINGS, *map(str.title, SPELLINGS),
    "e-commerce", "P-TCS", "C-Star", "œuvre", "Œuvres,", "dix-neuvième", "XIXe", "Aaron", "l'Aa", "N’Diaye", "d'e-sport",
    "étudiant·e·s", "10'000", "20'h'30", "Covid-19", "Covid19", "1er", "2e", "n°'5", "ß", "Þórr", "c’est-à-dire", "week-end",
    "lai\u0308cite\u0301", "المغرب", "«États-Unis»", "l'o.n.u.", "Saint-Étienne", "St-Étienne", "qu'Émile", "Qu’ici",
})  # fmt: skip


def is_refused(piece: str, *wanted: str) -> bool:
    """Return whether a piece has no word that may be one of some terms, or fit one of some patterns."""
    choose = holders(wanted)
    return choose is not None and piece not in choose([piece])


def test_no_piece_with_a_term_is_refused_for_the_term_or_its_beginning() -> None:
    wanted = {
        (piece, asked)
        for piece in PIECES
        for term in term_memo[piece]
        for asked in (term, f"{term[:1]}*", f"{term[:2]}*", f"{term[:1]}?{term[2:]}")
    }
    assert len(wanted) > 4000
    assert not [(piece, asked) for piece, asked in sorted(wanted) if is_refused(piece, asked)]


@given(st.text(st.sampled_from("aeoélmsxrntiv"), min_size=1, max_size=9))
def test_no_word_is_refused_for_its_stem(word: str) -> None:
    assert not [term for term in term_memo[word] if is_refused(word, term)]


def test_no_piece_is_refused_for_the_first_letters_of_a_pattern() -> None:
    wanted = {(piece, f"{word.terms('exact')[0][:5]}*") for piece in PIECES[::10] for word in words(piece)}
    assert len(wanted) > 100
    assert not [(piece, glob) for piece, glob in sorted(wanted) if is_refused(piece, glob)]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.sampled_from(PIECES))
def test_more_terms_refuse_less(pieces: list[str], piece: str) -> None:
    terms = [term for one in pieces for term in term_memo[one]]
    if terms and is_refused(piece, *terms):
        assert all(is_refused(piece, term) for term in terms)


def test_most_pieces_are_refused() -> None:
    assert sum(is_refused(piece, "maroc") for piece in PIECES) > len(PIECES) * 0.8


def test_a_pattern_that_begins_with_any_letter_refuses_no_piece() -> None:
    assert holders(["*isme"]) is None
    assert holders(["maroc", "?aroc"]) is None
