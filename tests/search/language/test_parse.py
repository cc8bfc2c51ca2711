import random
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given

from corpus.message import Message, message
from search.errors import QuerySyntaxError
from search.language.days import period
from search.language.parse import MAX_CHARACTERS, MAX_DEPTH, parse
from search.language.suggest import completions
from search.language.tree import (
    And,
    Boost,
    Dates,
    Everything,
    Form,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Tree,
    Wildcard,
    Word,
    Words,
)
from search.render.error import text
from tests.support.strategies import lines, trees

A, B, C, D = Word("a"), Word("b"), Word("c"), Word("d")

TREES: list[tuple[str, Tree]] = [
    # the rows of the design
    ('"conseil de sécurité"', Phrase("conseil de sécurité")),
    ('"police nations"~5', Phrase("police nations", 5)),
    ("a AND b", And((A, B))),
    ("a ET b", And((A, B))),
    ("a OR b", Or((A, B))),
    ("a OU b", Or((A, B))),
    ("NOT a", Not(A)),
    ("-a", Not(A)),
    ("a SAUF b", Words((A, Not(B)))),
    ("(a)", A),
    ("terroris*", Wildcard("terroris*")),
    ("m?roc", Wildcard("m?roc")),
    ("hamouchi~", Fuzzy("hamouchi")),
    ("hamouchi~1", Fuzzy("hamouchi")),
    ("hamouchi~2", Fuzzy("hamouchi", 2)),
    ("=Côte", Form("Côte")),
    ("date:2025-11", Dates("2025-11")),
    ("date:2025-11-20..2025-12-01", Dates("2025-11-20..2025-12-01")),
    ("date:>=2025", Dates(">=2025")),
    ("date:hier", Dates("hier")),
    ("date:7j", Dates("7j")),
    ("date:none", Dates("none")),
    ("date:2e trimestre 2020", Dates("2e trimestre 2020")),
    ("date:21e siècle", Dates("21e siècle")),
    ("person:hammouchi", Word("hammouchi", "person")),
    ("org:x lieu:x", Words((Word("x", "org"), Word("x", "place")))),
    ("journal:x titre:x", Words((Word("x", "source"), Word("x", "title")))),
    ("rubrique:x AUTEUR:x", Words((Word("x", "section"), Word("x", "author")))),
    ('person:"Abdellatif Hammouchi"', Phrase("Abdellatif Hammouchi", 0, "person")),
    ("mot^3", Boost(Word("mot"), 3)),
    ("*", Everything()),
    # how tightly things bind
    ("a b OR c AND d", Or((Words((A, B)), And((C, D))))),
    ("a AND b AND c", And((A, B, C))),
    ("(a AND b) AND c", And((And((A, B)), C))),
    ("a (b c)", Words((A, Words((B, C))))),
    ("NOT a b", Words((Not(A), B))),
    ("-(a OR b)^2", Not(Boost(Or((A, B)), 2))),
    ("-(-a)", Not(Not(A))),
    ("-a^0.5", Not(Boost(A, 0.5))),
    ('"a b"~2^1.5', Boost(Phrase("a b", 2), 1.5)),
    ("((a))", A),
    # fields
    ("titre:(a OR -b)", Or((Word("a", "title"), Not(Word("b", "title"))))),
    ("title:(a b)^2 c", Words((Boost(Words((Word("a", "title"), Word("b", "title"))), 2), C))),
    ("date:(hier OU ..2024)", Or((Dates("hier"), Dates("..2024")))),
    ('date:"1er décembre 2025"', Dates("1er décembre 2025")),
    ("date:2025-11, a", Words((Dates("2025-11"), A))),
    ("person:hamm* person:hamouchi~", Words((Wildcard("hamm*", "person"), Fuzzy("hamouchi", 1, "person")))),
    ("title:ET", Word("ET", "title")),
    ('title:"person:a"', Phrase("person:a", 0, "title")),
    ("source:https://x.fr", Word("https://x.fr", "source")),
    # what is pasted
    ("« conseil  de sécurité » l’ONU", Words((Phrase("conseil de sécurité"), Word("l'ONU")))),
    ("“a b”, „c d“", Words((Phrase("a b"), Phrase("c d")))),
    ("Isère : un gendarme", Words((Word("Isère"), Word("un"), Word("gendarme")))),
    ("intérêts: Delevoye", Words((Word("intérêts"), Word("Delevoye")))),
    ("Virus: a", Words((Word("Virus"), A))),
    ("Journal : a", Words((Word("Journal"), A))),
    ("Maroc-Espagne 12:30", Words((Word("Maroc-Espagne"), Word("12:30")))),
    ("http://a.fr/b?c=d*", Word("http://a.fr/b?c=d*")),
    ("affiche, S.N.C.F. 12,5% AT&T !", Words((Word("affiche"), Word("S.N.C.F"), Word("12,5"), Word("AT&T")))),
    ("a - b – c — d / | ; …", Words((A, B, C, D))),
    ("--a", A),
    ("Jean (LR), a", Words((Word("Jean"), Word("LR"), A))),
    ("a (...) b", Words((A, B))),
    ("Musée ou mosquée? Oui ?", Words((Word("Musée"), Word("ou"), Word("mosquée"), Word("Oui")))),
    ('"a b"-c', Words((Phrase("a b"), C))),
    ("e\u0301lu tra\u00advail\u200b", Words((Word("élu"), Word("travail")))),
    ("non‑dit", Word("non-dit")),
    ("a\x00b", Words((A, B))),
    # wildcards
    ("*ment", Wildcard("*ment")),
    ("?aroc", Wildcard("?aroc")),
    ("a***b", Wildcard("a*b")),
    ("a*", Wildcard("a*")),
    ("**", Everything()),
]

REFUSALS: list[tuple[str, str, Message]] = [
    # the query, what of it is pointed at, what the error says
    ("", "", message("query.nothing")),
    (" - ! … ", " - ! … ", message("query.nothing")),
    ('a "b c', '"', message("query.unclosed_quote")),
    ("a (b", "(", message("query.unclosed_parenthesis")),
    ("a) b", ")", message("query.unopened_parenthesis")),
    ("a ()", "()", message("query.empty_parentheses")),
    ("a AND", "AND", message("query.nothing_after_operator", operator="AND")),
    ("OU a", "OU", message("query.nothing_before_operator", operator="OU")),
    ("a OR (ET b)", "ET", message("query.nothing_before_operator", operator="ET")),
    ("a OR OR b", "OR", message("query.nothing_after_operator", operator="OR")),
    ("a SAUF", "SAUF", message("query.nothing_after_operator", operator="SAUF")),
    ("NOT -a", "NOT -", message("query.double_negation")),
    ("-(...) a", "-", message("query.nothing_after_minus")),
    ("person:", "person:", message("query.field_without_value", field="person")),
    ("Journal: le Monde", "Journal:", message("query.field_without_value", field="Journal")),
    ("title:,", "title:", message("query.field_without_value", field="title")),
    ("personn:hammouchi", "personn:", message("query.no_field", field="personn")),
    ("Page:4 port", "Page:", message("query.only_shown", field="Page")),
    ("port edition:Sète", "edition:", message("query.only_shown", field="edition")),
    ("title:person:a", "title:", message("query.field_in_field")),
    ("title:(person:a)", "person:", message("query.field_in_field")),
    ("title:-a", "title:", message("query.minus_after_field", field="title")),
    ("title:=Côte", "=", message("query.form_in_field")),
    ("title:*", "*", message("query.star_in_field", field="title")),
    ("=Côt*", "=Côt*", message("query.form_needs_a_word")),
    ('="Côte d’Or"', "=", message("query.form_needs_a_word")),
    ('a "…"', '"…"', message("query.empty_quotes")),
    ('"terroris* islam"', '"terroris* islam"', message("query.wildcard_in_quotes")),
    ("mot~3", "~3", message("query.tilde_letters", most=2)),
    ("mot*~", "~", message("query.tilde_after_wildcard")),
    ('"a b"~31', "~31", message("query.tilde_positions", most=30)),
    ('"a b"~', "~", message("query.tilde_positions", most=30)),
    ('person:"a b"~2', "~2", message("query.tilde_after_name")),
    ("(a)~2", "~2", message("query.stray_tilde")),
    ("mot^", "^", message("query.bad_weight")),
    ("mot^0", "^0", message("query.bad_weight")),
    ("mot^1000", "^1000", message("query.bad_weight")),
    ("mot^1.234", "^1.234", message("query.bad_weight")),
    ("mot ^3", "^3", message("query.nothing_to_weigh")),
    ("date:2025-13", "2025-13", message("query.no_month", month=13)),
    ("a date:31/04/2025 b", "31/04/2025", message("query.no_day_in_month", month="2025-04", day=31)),
    ('date:"x y"', '"x y"', message("query.not_a_date", text="x y")),
    ("date:2025..2024", "2025..2024", message("query.reversed_dates", text="2025..2024")),
    ("(" * 60 + "a", "(", message("query.too_deep", most=50)),
]


@pytest.mark.parametrize(("query", "tree"), TREES)
def test_a_query_is_read_as_a_tree(query: str, tree: Tree) -> None:
    assert parse(query) == tree
    assert parse(str(tree)) == tree


@pytest.mark.parametrize(("query", "culprit", "said"), REFUSALS)
def test_an_error_points_at_the_culprit(query: str, culprit: str, said: Message) -> None:
    with pytest.raises(QuerySyntaxError) as refused:
        parse(query)

    error = refused.value
    assert (error.message, error.query[error.start : error.end]) == (said, culprit)


def test_an_error_proposes_the_nearest_field() -> None:
    def suggested(query: str) -> Message | None:
        with pytest.raises(QuerySyntaxError) as refused:
            parse(query)
        return refused.value.mend

    both = message("query.near_fields", near="personne", other="person", itself="personn :")
    assert suggested("personn:hammouchi") == both
    assert suggested("rubrik:sport") == message("query.near_field", near="rubrique", itself="rubrik :")
    every = message("field.names")
    assert suggested("xyz:hammouchi") == message("query.fields", fields=every, itself="xyz :")


def test_offsets_count_in_the_query_that_the_error_carries() -> None:
    with pytest.raises(QuerySyntaxError) as refused:
        parse("e\u0301lu «l’ONU» AND")

    error = refused.value
    assert error.query == 'élu "l\'ONU" AND'
    assert error.query[error.start : error.end] == "AND"


@given(trees())
@example(Words((Word("24 heures"), Word("27"))))
@example(Words((Boost(Word("onu"), 0.01), Word("10 000"))))
def test_a_tree_prints_as_what_one_would_type(tree: Tree) -> None:
    assert parse(str(tree)) == tree


@given(lines())
@example(":auteur=a")
@example('"b c"W/5 a')
@example("auteur>2020?")
def test_any_line_is_a_query_or_a_clean_refusal(line: str) -> None:
    completions(line, len(line) // 2)
    answer = outcome(line)
    if isinstance(answer, QuerySyntaxError):
        assert 0 <= answer.start <= answer.end <= len(answer.query)


@pytest.mark.parametrize("expression", ["hier..2030", "2025..hier", "semaine", "99999a", ">=7j", "..today"])
def test_a_date_that_parses_is_a_period_today(expression: str) -> None:
    assert parse(f"date:{expression}") == Dates(expression)
    assert period(expression, date(2026, 1, 1))


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "query",
    [
        "(" * 10_000, ")" * 10_000, "-" * 10_000, "=" * 10_000, "~" * 10_000, "^" * 10_000, "*" * 10_000,
        "NOT " * 2_500, "-(" * 5_000, "a AND " * 1_600, "title:(" * 1_400, "date:" * 2_000, '"' * 9_999,
        "a" * 10_000, "a" * 1_000_000, "a " * 5_000, "mot " * 100_000, "a~," * 3_000, "," * 9_999 + "a", "=,a" * 3_000,
        "\x00" * 10_000, "\ud800" * 10_000, "\u0301" * 10_000, "date:" + "9" * 9_000, 'date:"' + "1 " * 4_000 + '"',
        "date:" + "1." * 4_500, "_" * 9_990 + "a:b", "a?" * 5_000, "a*" * 5_000, "(...)" * 2_000, "(" * 5_000 + "." + ")" * 4_999,
    ],
    ids=lambda query: f"{query[:6]!a}x{len(query)}",
)  # fmt: skip
def test_the_worst_lines_take_no_time(query: str) -> None:
    start = time.process_time()
    answer = outcome(query)
    assert not isinstance(answer, QuerySyntaxError) or len(text(answer)) < 600
    assert time.process_time() - start < 2


def test_a_query_at_the_limits_is_read() -> None:
    assert parse("a " * (MAX_CHARACTERS // 2)) == Words((A,) * (MAX_CHARACTERS // 2))
    deep = parse("(a " * MAX_DEPTH + "b" + ")" * MAX_DEPTH)
    assert parse(str(deep)) == deep
    with pytest.raises(QuerySyntaxError, match=r"query\.too_long \(most=10000, characters=10001\)"):
        parse("a" * (MAX_CHARACTERS + 1))


UNBALANCED = {"orange_title": 0, "orange_heading": 8}
"""Articles whose quotes are not closed in the newspaper either."""


@pytest.mark.parametrize("name", UNBALANCED)
def test_real_headlines_are_queries(shared: Path, name: str) -> None:
    answers = map(outcome, real_queries(shared, name))
    refused = [answer.message for answer in answers if isinstance(answer, QuerySyntaxError)]
    assert refused == [message("query.unclosed_quote")] * UNBALANCED[name]


def test_mutated_headlines_are_queries_or_clean_refusals(shared: Path) -> None:
    chance = random.Random(7)
    for query in real_queries(shared, "orange_title"):
        signs = list(query)
        for _ in range(3):
            signs.insert(chance.randrange(len(signs) + 1), chance.choice('"()-:=^~*?. \u0301\u00ad«»2'))
        assert outcome("".join(signs))


def outcome(line: str) -> Tree | QuerySyntaxError:
    """Return the tree of the line, which its print gives too, or the error, which has words."""
    try:
        tree = parse(line)
    except QuerySyntaxError as error:
        text(error)
        return error
    assert parse(str(tree)) == tree
    return tree


def real_queries(shared: Path, name: str) -> list[str]:
    path = shared / "testsets" / "retrieval" / name / "queries.tsv"
    return [line.split("\t")[1] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    "line", ["date:la  semaine dernière", 'date:"Noël   2023"', "date:du 3 au 7\x0c mars"]
)
def test_the_blanks_of_a_date_are_single(line: str) -> None:
    parsed = parse(line)
    assert "  " not in str(parsed)
    assert parse(str(parsed)) == parsed
