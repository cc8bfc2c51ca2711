"""A query error as a person sees it: the query, carets under the culprit, what to type."""

import pytest

from corpus.message import message
from search.errors import QuerySyntaxError
from search.render.lines import cell_width
from search.render.query_error import text

UNCLOSED = message("query.unclosed_parenthesis")


def drawn(query: str, start: int, end: int, most: int = 80) -> list[str]:
    return text(QuerySyntaxError(query, start, end, UNCLOSED), most).splitlines()


def test_an_error_shows_the_query_with_carets_and_what_to_type() -> None:
    unknown = message("query.no_field", field="personn")
    error = QuerySyntaxError(
        "sécurité personn:x", 9, 17, unknown, message("query.near_field", near="person", itself="personn :")
    )

    assert text(error).splitlines() == [
        "there is no field personn:",
        "  sécurité personn:x",
        "           ^^^^^^^^",
        "Did you mean person: ? For the word itself, type personn :",
    ]


@pytest.mark.parametrize("most", [20, 60, 80, 120])
@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("avant " * 100 + ")" + " après" * 100, 600),
        ("avant " * 100 + ")", 600),
        (")" + " après" * 100, 0),
        ("日本" * 100 + ")" + "日本" * 100, 200),
    ],
)
def test_a_long_query_is_cut_around_the_culprit(query: str, position: int, most: int) -> None:
    _, shown, carets = drawn(query, position, position + 1, most)

    assert cell_width(shown) <= most
    assert shown.startswith("  …") == (position > 0)
    assert shown.endswith("…") == (position < len(query) - 1)
    before, culprit, _ = shown.partition(")")
    assert culprit
    assert carets == " " * cell_width(before) + "^"


def test_a_query_that_fits_is_whole_however_far_the_culprit_is() -> None:
    query = "x" * 77 + ")"
    _, shown, carets = drawn(query, 77, 78)
    assert shown == f"  {query}"
    assert carets == " " * 79 + "^"


def test_what_a_terminal_would_obey_is_inert() -> None:
    _, shown, carets = drawn("a\x1b[2J\u202e\ud800\n b", 8, 9)

    assert shown == "  a·[2J··  b"
    assert shown[carets.index("^")] == " "


def test_carets_stand_under_wide_and_combining_characters() -> None:
    assert drawn("日本 (", 3, 4)[2] == "       ^"
    assert drawn("a\u0308b (", 4, 5)[2] == "     ^"


def test_an_empty_query_is_not_shown() -> None:
    error = QuerySyntaxError(" ", 0, 1, message("query.nothing"), message("query.type_a_word"))
    assert text(error) == "nothing to search for\nType a word, or * for every article."
