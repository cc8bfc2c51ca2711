from search.errors import QuerySyntaxError


def test_an_error_shows_the_query_with_a_caret_and_what_to_type() -> None:
    error = QuerySyntaxError(
        "sécurité personn:x", 9, 17, "there is no field personn:", "Did you mean person: ?"
    )

    assert str(error).splitlines() == [
        "there is no field personn:",
        "  sécurité personn:x",
        "           ^^^^^^^^",
        "Did you mean person: ?",
    ]


def test_a_long_query_is_cut_around_the_culprit() -> None:
    query = "avant " * 100 + ")" + " après" * 100

    _, shown, carets = str(QuerySyntaxError(query, 600, 601, "culprit")).splitlines()

    assert shown.startswith("  …") and shown.endswith("…")  # noqa: PT018 - two ends of one line
    assert len(shown) <= 76
    assert shown[carets.index("^")] == ")"


def test_what_a_terminal_would_obey_is_inert() -> None:
    _, shown, carets = str(QuerySyntaxError("a\x1b[2J\u202e\ud800\n b", 8, 9, "culprit")).splitlines()

    assert shown == "  a·[2J··  b"
    assert shown[carets.index("^")] == " "


def test_carets_stand_under_wide_and_combining_characters() -> None:
    _, _, carets = str(QuerySyntaxError("日本 (", 3, 4, "culprit")).splitlines()
    assert carets == "       ^"

    _, _, carets = str(QuerySyntaxError("a\u0308b (", 4, 5, "culprit")).splitlines()
    assert carets == "     ^"


def test_nothing_is_shown_of_an_empty_query() -> None:
    assert str(QuerySyntaxError(" ", 0, 1, "nothing", "Type a word.")) == "nothing\nType a word."
