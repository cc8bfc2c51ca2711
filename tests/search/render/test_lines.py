"""The lines of a page: their width, their breaks, what is marked in them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from search.render.lines import Fragment, Line, Style, cell_width, clip, line, marked, over, wrap
from search.snippet import Snippet

TEXT = st.text(st.characters(exclude_categories=["Cn"]), max_size=120)
"""Signs that this Python's Unicode knows; a newer terminal may be wider for those that it does not."""


def texts(lines: list[Line]) -> list[str]:
    return ["".join(fragment.text for fragment in line) for line in lines]


@given(TEXT, st.integers(2, 100), st.integers(0, 60))
@example("⺀", 2, 1)
def test_no_line_is_wider_than_asked_for(text: str, most: int, margin: int) -> None:
    for row in texts(wrap(line(text), most, "1" * margin, " " * margin)):
        assert wcswidth(row) <= most


@given(TEXT, st.integers(3, 60))
def test_a_clipped_text_is_no_wider_than_asked_for(text: str, most: int) -> None:
    assert wcswidth(clip(text, most)) <= most


@given(st.lists(st.builds(Fragment, TEXT, st.sampled_from(Style)), max_size=5), st.integers(2, 60))
def test_nothing_but_blanks_is_lost_between_two_lines(fragments: list[Fragment], most: int) -> None:
    def written(lines: list[Line]) -> list[tuple[str, Style]]:
        return [(c, fragment.style) for line in lines for fragment in line for c in fragment.text if c != " "]

    assert written(wrap(tuple(fragments), most)) == written([tuple(fragments)])


def test_a_sign_that_french_sets_apart_stays_with_its_word() -> None:
    assert texts(wrap(line("Il a dit : « oui » !"), 10)) == ["Il a dit :", "« oui » !"]
    assert texts(wrap(line("aaaa bbb : ccc"), 9)) == ["aaaa", "bbb : ccc"]
    assert texts(wrap(line("aaaa « bbb » ccc"), 10)) == ["aaaa", "« bbb »", "ccc"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert texts(wrap(line("https://exemple.invalid/a"), 10, "  ", "  ")) == [
        "  https://",
        "  exemple.",
        "  invalid/",
        "  a",
    ]


def test_a_wide_sign_counts_twice_and_an_accent_apart_not_at_all() -> None:
    assert cell_width("東京") == 4
    assert cell_width("e\u0301te\u0301") == 3
    assert texts(wrap(line("東京東京"), 5)) == ["東京", "東京"]


def test_what_matches_has_its_own_style() -> None:
    assert marked(Snippet("la sécurité", ((3, 11),))) == (
        Fragment("la ", Style.TEXT),
        Fragment("sécurité", Style.MATCH),
    )


def test_what_has_a_style_keeps_it_where_another_is_laid_over() -> None:
    text = marked(Snippet("la sécurité du port", ((3, 11),)))
    assert over(text, ((0, 7), (9, 14)), Style.ENTITY) == (
        Fragment("la ", Style.ENTITY),
        Fragment("sécu", Style.MATCH),
        Fragment("ri", Style.MATCH),
        Fragment("té", Style.MATCH),
        Fragment(" du", Style.ENTITY),
        Fragment(" port", Style.TEXT),
    )


@given(TEXT, st.lists(st.integers(-5, 130), unique=True, max_size=8).map(sorted))
def test_a_style_laid_over_changes_no_letter(text: str, offsets: list[int]) -> None:
    spans = list(zip(offsets[::2], offsets[1::2], strict=False))
    assert texts([over(line(text), spans, Style.ENTITY)]) == texts([line(text)])


def test_a_match_cut_by_the_end_of_a_line_stays_a_match() -> None:
    rows = wrap(marked(Snippet("le conseil de sécurité", ((3, 22),))), 12)
    assert [[fragment.style for fragment in row] for row in rows] == [
        [Style.TEXT, Style.MATCH],
        [Style.MATCH],
    ]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_takes_no_line(text: str) -> None:
    assert wrap(line(text), 20) == []
