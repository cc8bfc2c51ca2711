import pytest
from hypothesis import given

from search.errors import QuerySyntaxError
from search.language.lex import Kind, lex, plain, trimmed
from tests.support.strategies import lines

LEXEMES: list[tuple[str, list[tuple[Kind, str]]]] = [
    ("a, b!", [("word", "a"), ("word", "b")]),
    ("a – b ?", [("word", "a"), ("word", "b")]),
    ("-a - b", [("minus", "-"), ("word", "a"), ("word", "b")]),
    ("-=a", [("minus", "-"), ("equals", "="), ("word", "a")]),
    ("-titre:x~2^3", [("minus", "-"), ("field", "titre"), ("word", "x"), ("tilde", "2"), ("weight", "3")]),
    ('"a b"~5^2', [("quoted", "a b"), ("tilde", "5"), ("weight", "2")]),
    ("(a)^2", [("open", "("), ("word", "a"), ("close", ")"), ("weight", "2")]),
    ("ET et ET, -ET", [("and", "ET"), ("word", "et"), ("and", "ET"), ("minus", "-"), ("word", "ET")]),
    ("Isère: foo:x", [("word", "Isère"), ("field", "foo"), ("word", "x")]),
    ("…title:x", [("field", "title"), ("word", "x")]),
    ("title:", [("field", "title")]),
    ("(…) [a]", [("word", "a")]),
    ("mot~2_, mot~_", [("word", "mot"), ("tilde", "2_,"), ("word", "mot"), ("tilde", "_")]),
    ("C'est ~30", [("word", "C'est"), ("word", "30")]),
]


@pytest.mark.parametrize(("text", "expected"), LEXEMES)
def test_a_line_is_cut_into_lexemes(text: str, expected: list[tuple[Kind, str]]) -> None:
    assert [(lexeme.kind, lexeme.text) for lexeme in lex(text)] == expected


@given(lines())
def test_spans_are_ordered_and_hold_their_text(line: str) -> None:
    text = plain(line)
    try:
        lexemes = lex(text)
    except QuerySyntaxError:
        return
    ends = [0, *(lexeme.end for lexeme in lexemes)]
    assert all(end <= lexeme.start < lexeme.end for end, lexeme in zip(ends, lexemes, strict=False))
    assert all(
        lexeme.text == trimmed(text[lexeme.start : lexeme.end]) for lexeme in lexemes if lexeme.kind == "word"
    )


@given(lines())
def test_plain_text_stays_as_it_is(line: str) -> None:
    assert plain(plain(line)) == plain(line)


def test_typographic_signs_become_their_plain_twins() -> None:
    assert plain("«a» “b” „c“ d’e ʼ ‘ ` ´ f‐g‑h") == '"a" "b" "c" d\'e \' \' \' \' f-g-h'
