"""The quick choice of pieces by their first letters leaves out none that has a word of the query."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from index.analysis.beginnings import beginning
from index.analysis.french import term_memo, words
from index.analysis.spellings import SPELLINGS
from tests.support.press import sample

PIECES = sorted({piece for one in sample() for piece in f"{one.title} {one.text}".split()} | {
    *SPELLINGS, *map(str.title, SPELLINGS), "vivement", "folle", "molles",
    "e-commerce", "P-TCS", "C-Star", "œuvre", "Œuvres,", "dix-neuvième", "XIXe", "Aaron", "l'Aa", "N’Diaye", "d'e-sport",
    "étudiant·e·s", "10'000", "20'h'30", "Covid-19", "Covid19", "1er", "2e", "n°'5", "ß", "Þórr", "c’est-à-dire", "week-end",
    "lai\u0308cite\u0301", "المغرب", "«États-Unis»", "l'o.n.u.", "Saint-Étienne", "St-Étienne", "qu'Émile", "Qu’ici",
    "aujourd'hui", "«l'homme", "l'd'homme", "a«l'homme", "(«d’abord»)", "l'11", "3.500,", "A380", "R&D", "et/ou", "s'", "qu'en-dit-on",
})  # fmt: skip


def _wanted(term: str) -> tuple[str, ...]:
    """Return a term, and patterns that it fits."""
    return term, f"{term[:1]}*", f"{term[:2]}*", f"{term[:1]}?{term[2:]}"


PIECES_OF: defaultdict[str, set[str]] = defaultdict(set)
for one in PIECES:
    for term in term_memo[one]:
        for wanted in _wanted(term):
            PIECES_OF[wanted].add(one)

ASKED = [*sorted(PIECES_OF)[::6], "fou", "mou", "vif"]
"""A sixth of the terms and patterns, and the stems that do not begin as their words do."""


def test_no_piece_with_a_term_is_left_out_for_the_term_or_its_beginning() -> None:
    choices = 0
    for wanted in ASKED:
        if choice := beginning(frozenset({wanted})):
            assert PIECES_OF[wanted].issubset(choice(PIECES)), wanted
            choices += 1
    assert choices > 400


def test_a_piece_alone_is_chosen_as_among_others() -> None:
    choice = beginning(frozenset({"maroc", "saint", "ex*"}))
    assert choice
    assert {piece for piece in PIECES if piece in choice([piece])} == set(choice(PIECES))


def test_no_piece_is_left_out_for_the_first_letters_of_a_pattern() -> None:
    wanted = {(piece, f"{word.terms('exact')[0][:5]}*") for piece in PIECES[::10] for word in words(piece)}
    left_out = [
        (piece, glob)
        for piece, glob in sorted(wanted)
        if (choice := beginning(frozenset({glob}))) and piece not in choice([piece])
    ]
    assert len(wanted) > 100
    assert not left_out


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.sampled_from(PIECES))
def test_more_terms_leave_out_less(pieces: list[str], piece: str) -> None:
    terms = [term for one in pieces for term in term_memo[one]]
    choice = beginning(frozenset(terms))
    if terms and choice and piece not in choice([piece]):
        assert all(
            (alone := beginning(frozenset({term}))) is None or piece not in alone([piece]) for term in terms
        )


def test_most_pieces_are_left_out() -> None:
    choice = beginning(frozenset({"maroc"}))
    assert choice
    assert len(set(choice(PIECES))) < len(PIECES) * 0.2


def test_a_pattern_that_begins_with_any_letter_has_no_quick_choice() -> None:
    assert beginning(frozenset({"*isme"})) is None
    assert beginning(frozenset({"maroc", "?aroc"})) is None
