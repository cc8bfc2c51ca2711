"""The queries of a file, whatever wrote it."""

import csv
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article
from corpus import read as articles
from corpus.message import Message, message
from search.commandline.query_file import MAX_LINE_CHARACTERS, FileQuery, Refused, queries
from search.messages import sentence


def read(text: str | bytes) -> list[FileQuery | Refused]:
    return list(queries(BytesIO(text.encode() if isinstance(text, str) else text)))


def asked(text: str | bytes) -> list[tuple[str, str]]:
    return [(entry.id, entry.query) for entry in read(text) if isinstance(entry, FileQuery)]


def refused(text: str | bytes) -> list[tuple[int, Message]]:
    return [(entry.line, entry.reason) for entry in read(text) if isinstance(entry, Refused)]


def test_a_line_is_an_id_a_tab_and_a_query() -> None:
    assert read("q1\tsécheresse Mali\nq2\t“phrase”\n") == [
        FileQuery(1, "q1", "sécheresse Mali"),
        FileQuery(2, "q2", "“phrase”"),
    ]


def test_a_line_without_an_id_has_its_number_and_blank_lines_count() -> None:
    assert asked("maroc\n\n  \nmali, niger\n\tsahel") == [
        ("1", "maroc"),
        ("4", "mali, niger"),
        ("5", "sahel"),
    ]


def test_the_quotes_of_a_line_belong_to_its_query_and_a_hash_is_not_a_comment() -> None:
    assert asked('q1\t"conseil de sécurité"\n#metoo\n') == [("q1", '"conseil de sécurité"'), ("2", "#metoo")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_names_its_columns_in_any_order(delimiter: str, end: str, mark: str) -> None:
    rows = [["Note", "Query", "ID"], ["à voir", '"""conseil de sécurité"""', "q1"], ["", "mali niger", "q2"]]
    text = mark + end.join(delimiter.join(row) for row in rows)
    assert asked(text) == [("q1", '"conseil de sécurité"'), ("q2", "mali niger")]


def test_columns_may_have_french_names_and_ids_may_be_missing() -> None:
    assert asked("Requête;rubrique\nmali;monde\n;\nniger;\n") == [("2", "mali"), ("4", "niger")]


def test_the_line_of_excel_that_names_the_delimiter_is_skipped() -> None:
    assert read("sep=;\nid;query\nq1;mali, niger\n") == [FileQuery(3, "q1", "mali, niger")]


def test_a_cell_of_a_table_may_have_several_lines() -> None:
    assert read('id,query\nq1,"mali\nniger"\nq2,tchad\n') == [
        FileQuery(2, "q1", "mali\nniger"),
        FileQuery(4, "q2", "tchad"),
    ]


def test_a_table_that_batch_wrote_is_a_file_of_queries() -> None:
    assert asked("query_id,query,total,relaxed,id\nq1,mali,2,false,afp-1\n") == [("q1", "mali")]


def test_a_repeated_id_is_refused_with_its_first_line() -> None:
    assert refused("q1\tmali\nq1\tniger\n3\ttchad\nsahel\n4\ttchad\n") == [
        (2, message("query.repeated_id", id="q1", line=1)),
        (5, message("query.repeated_id", id="4", line=4)),
    ]


def test_a_line_that_is_not_utf_8_is_refused_and_the_rest_goes_on() -> None:
    text = b"q1\tmali\nq2\ts\xe9cheresse\nq3\tniger\n"
    assert asked(text) == [("q1", "mali"), ("q3", "niger")]
    assert refused(text) == [(2, message("query.not_utf8"))]


def test_a_row_that_is_not_utf_8_is_refused_and_the_rest_goes_on() -> None:
    text = b"id,query\nq1,mali\nq2,s\xe9cheresse\nq3,niger\n"
    assert asked(text) == [("q1", "mali"), ("q3", "niger")]
    assert refused(text) == [(3, message("query.not_utf8"))]


def test_a_table_in_windows_1252_is_a_table_and_its_accents_are_refused() -> None:
    text = "Requête;id\nmali;q1\nsécheresse;q2\n".encode("cp1252")
    assert asked(text) == [("q1", "mali")]
    assert refused(text) == [(3, message("query.not_utf8"))]


def test_utf_16_is_refused() -> None:
    assert asked("q1\tmali\nq2\tniger\n".encode("utf-16")) == []


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("q1\tmali\tniger\n", 1, "more than one tab"),
        ("id,query\nq1,paix, guerre\n", 2, "a query that holds the delimiter needs quotes"),
        ('id,query\nq1,"mali\nq2,niger\n', 2, "a quote is not closed"),
        ("q1\t" + "a" * 3 * MAX_LINE_CHARACTERS + "\n", 1, "longer than 65,536 characters"),
        ("id,query\nq1," + "a" * MAX_LINE_CHARACTERS + "\n", 2, "longer than 65,536 characters"),
    ],
)
def test_a_line_that_is_not_a_query_is_refused_with_the_reason(text: str, line: int, reason: str) -> None:
    [(number, said)] = refused(text)
    assert number == line
    assert reason in sentence(said)


def test_a_line_that_is_too_long_does_not_take_the_next_one_with_it() -> None:
    for size in (
        MAX_LINE_CHARACTERS - 1,
        MAX_LINE_CHARACTERS,
        MAX_LINE_CHARACTERS + 1,
        2 * MAX_LINE_CHARACTERS,
    ):
        assert asked("a" * size + "\nmali\n")[-1] == ("2", "mali")


def test_a_query_is_yielded_before_the_rest_of_the_file_is_read() -> None:
    file = BytesIO("".join(f"q{number}\tmali\n" for number in range(100_000)).encode())
    entries = queries(file)
    assert next(entries) == FileQuery(1, "q0", "mali")
    assert file.tell() < MAX_LINE_CHARACTERS


WORDS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters='"'), min_size=1)


@given(st.dictionaries(WORDS, WORDS, max_size=8))
def test_lines_are_read_back_as_they_were_written(pairs: dict[str, str]) -> None:
    lines = [("0first", "first"), *(("q" + own, query) for own, query in pairs.items())]
    assert asked("".join(f"{own}\t{query}\n" for own, query in lines)) == lines


@given(st.binary(max_size=300))
def test_any_bytes_are_queries_or_refused(file: bytes) -> None:
    for entry in read(file):
        assert isinstance(entry, FileQuery | Refused)


def test_tables_that_are_read_by_turns_keep_each_its_longest_cell(tmp_path: Path) -> None:
    """Python has one limit for the whole process; a program may read articles while it reads queries."""
    before = csv.field_size_limit()
    (tmp_path / "a.csv").write_text("texte\n" + f"{'port ' * 40_000}\n" * 3, "utf-8")
    read_articles = articles(tmp_path / "a.csv", name="a.csv", columns={})
    read_queries = queries(BytesIO(b'query\nport\n"' + b"x\n" * 40_000 + b'"\nphare\n'))
    turns = list(zip(read_articles, read_queries, strict=False))
    assert [len(found.body) for found, _ in turns if isinstance(found, Article)] == [199_999] * 3
    assert [type(asked) for _, asked in turns] == [FileQuery, Refused, FileQuery]
    assert csv.field_size_limit() == before
