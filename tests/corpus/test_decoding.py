"""What one bad byte costs: its own line."""

import gzip
import lzma
from io import BufferedReader, BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Rejected, read
from corpus.decoding import DecodedText
from corpus.encoding import Survey
from corpus.message import message
from corpus.source import Source, lines, whole

ROWS = [
    f"a{number};Élection à Nîmes, épisode {number};2023-03-01;L’élection a été gagnée à Nîmes."
    for number in range(50)
]
HEADER = "id;titre;date;texte"


def text(data: bytes, encoding: str = "utf-8") -> DecodedText:
    survey = Survey()
    survey.add(data)
    return DecodedText(BufferedReader(BytesIO(data)), encoding, lambda: survey)


def found(folder: Path, name: str, data: bytes) -> tuple[dict[str, Article], list[Rejected]]:
    (folder / name).write_bytes(data)
    pieces = list(read(folder / name, name=name, columns={}))
    rejected = [piece for piece in pieces if isinstance(piece, Rejected)]
    return {piece.id: piece for piece in pieces if isinstance(piece, Article)}, rejected


def table(*odd: bytes) -> bytes:
    """Return a table in UTF-8 with odd rows after its first ten."""
    rows = [row.encode() for row in [HEADER, *ROWS]]
    return b"\n".join([*rows[:11], *odd, *rows[11:]]) + b"\n"


@given(st.text(st.sampled_from("é\r\n\x0b\u2028a")))
def test_lines_end_where_those_of_python_end(content: str) -> None:
    assert list(lines(text(content.encode()))) == list(StringIO(content, newline=""))


def test_one_row_of_windows_is_read_and_the_others_stay(tmp_path: Path) -> None:
    articles, rejected = found(
        tmp_path, "a.csv", table("x;Titre collé;2023-03-06;Un mot collé, l’été.".encode("cp1252"))
    )
    assert (len(articles), rejected) == (51, [])
    assert articles["x"].title == "Titre collé"
    assert articles["x"].body == "Un mot collé, l’été."
    assert {articles[f"a{number}"].body for number in range(50)} == {"L’élection a été gagnée à Nîmes."}


@pytest.mark.parametrize(
    "row",
    [
        b"x;T;2023-03-06;Un \0mot",
        b"x\0;T;2023-03-06;Un mot",
        b'x;"T"\0;2023-03-06;"Un mot"',
        b"\0x;T;;Un mot",
    ],
)
def test_a_nul_costs_nothing_wherever_it_stands_in_a_table(tmp_path: Path, row: bytes) -> None:
    articles, rejected = found(tmp_path, "a.csv", table(row))
    assert (len(articles), rejected, articles["x"].body) == (51, [], "Un mot")


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": "x", "text": "Un \0mot"}',
        b'\0{"id": "x", "text": "Un mot"}',
        b'{"id": "x",\0"te\0xt": "Un mot"}\0',
    ],
)
def test_a_nul_costs_nothing_in_json_lines(tmp_path: Path, line: bytes) -> None:
    others = [
        b'{"id": "%d", "text": "Le port de S\xc3\xa8te rouvre, dit le maire de la ville."}' % number
        for number in range(20)
    ]
    articles, rejected = found(tmp_path, "a.jsonl", b"\n".join([*others, line]))
    assert (len(articles), rejected, articles["x"].body) == (21, [], "Un mot")


RECORDS = ['{"id": "r1", "text": "Le port de Sète rouvre."}\n', '{"id": "r2", "text": "Enfin, dit-on."}\n']
HOLE = bytes(4096)


@pytest.mark.parametrize("count", [2, 20, 50])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le"])
def test_a_table_may_end_in_a_hole_of_nul(tmp_path: Path, count: int, encoding: str) -> None:
    rows = "\n".join([HEADER, *ROWS[:count]]) + "\n"
    for name in ("a.csv", "a.txt"):
        articles, rejected = found(tmp_path, name, rows.encode(encoding) + HOLE)
        assert (len(articles), rejected) == (count, [])


@pytest.mark.parametrize("nul", [b"\0", b"\0\0\0"])
@pytest.mark.parametrize("count", [2, 20])
def test_every_row_may_have_a_nul(tmp_path: Path, nul: bytes, count: int) -> None:
    rows = [row.encode().replace(b"gagn", b"ga" + nul + b"gn") for row in ROWS[:count]]
    articles, rejected = found(tmp_path, "a.csv", b"\n".join([HEADER.encode(), *rows]))
    assert (len(articles), rejected) == (count, [])
    assert {article.body for article in articles.values()} == {"L’élection a été gagnée à Nîmes."}


@pytest.mark.parametrize("before", [b"", HOLE])
@pytest.mark.parametrize("between", [b"", HOLE])
@pytest.mark.parametrize("behind", [b"", HOLE])
def test_json_lines_may_have_a_hole_of_nul(
    tmp_path: Path, before: bytes, between: bytes, behind: bytes
) -> None:
    first, second = (record.encode() for record in RECORDS)
    articles, rejected = found(tmp_path, "a.jsonl", before + first + between + second + behind)
    assert ([*articles], rejected) == (["r1", "r2"], [])


@pytest.mark.parametrize("before", [b"", bytes(4)])
@pytest.mark.parametrize("within", [b"", b"\0\0"])
@pytest.mark.parametrize("behind", [b"", HOLE])
def test_a_short_text_may_have_nul_anywhere(
    tmp_path: Path, before: bytes, within: bytes, behind: bytes
) -> None:
    data = before + b"Le port " + within + "de Sète rouvre, dit le maire.\n".encode() + behind
    articles, rejected = found(tmp_path, "a.txt", data)
    assert rejected == []
    assert [article.body for article in articles.values()] == ["Le port de Sète rouvre, dit le maire."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("is_list", [False, True])
def test_files_of_json_that_were_joined_lose_no_record(
    tmp_path: Path, encoding: str, mark: str, end: str, *, is_list: bool
) -> None:
    parts = [f"[{record.strip()}]" if is_list else record.strip() for record in RECORDS]
    joined = "".join(f"{mark}{part}{end}" for part in parts)
    articles, rejected = found(tmp_path, "a.jsonl", joined.encode(encoding))
    assert ([*articles], rejected) == (["r1", "r2"], [])


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("header", [f"{HEADER}\n", '"id";"titre";"date";"texte"\n', ""])
def test_tables_that_were_joined_have_no_row_more(tmp_path: Path, mark: str, header: str) -> None:
    first, second = "\n".join([HEADER, *ROWS[:10]]), "\n".join(ROWS[10:])
    articles, rejected = found(tmp_path, "a.csv", f"{mark}{first}\n{mark}{header}{second}".encode())
    assert ([*articles], rejected) == ([f"a{number}" for number in range(50)], [])


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("count", [3, 60])
def test_a_table_that_was_joined_to_one_without_a_last_line_end(
    tmp_path: Path, mark: str, count: int
) -> None:
    rows = [row.replace(";", f"{place};", 1) for place in "xy" for row in (ROWS * 2)[:count]]
    first, second = ("\n".join([HEADER, *part]) for part in (rows[:count], rows[count:]))
    articles, rejected = found(tmp_path, "a.csv", f"{mark}{first}{mark}{second}".encode())
    assert ([*articles], rejected) == ([*dict.fromkeys(row.partition(";")[0] for row in rows)], [])


def test_a_mark_within_a_line_of_text_is_no_file_that_was_joined() -> None:
    assert text("Le port\ufeff {rouvre}\ufeff".encode()).readline(100) == "Le port\ufeff {rouvre}\ufeff"


def test_an_emoji_that_was_cut_is_reported_with_its_line(tmp_path: Path) -> None:
    articles, rejected = found(tmp_path, "a.csv", table(b"x;Bravo \xf0\x9f\x98;2023-03-06;Un mot"))
    assert (len(articles), rejected, articles["x"].title) == (51, [], "Bravo \ufffd")
    loss = Rejected("a.csv", message("reading.lost_bytes", count=3), message("reading.line", line=12))
    assert articles["x"].loss == loss
    assert articles["a0"].loss is None


def test_the_line_of_a_lost_byte_is_reported_in_a_file_that_is_one_article(tmp_path: Path) -> None:
    articles, _ = found(
        tmp_path, "a.txt", "Le Fanal\n3 mars 2023\nL’été\n".encode() + b"Bravo \xf0\x9f\x98 !"
    )
    [article] = articles.values()
    assert article.body.endswith("Bravo \ufffd !")
    assert article.loss == Rejected(
        "a.txt", message("reading.lost_bytes", count=3), message("reading.line", line=4)
    )


@pytest.mark.parametrize("page", ["mac_roman", "cp850", "iso8859_15", "cp1252"])
def test_a_code_page_is_recognised_after_any_length_of_ascii(tmp_path: Path, page: str) -> None:
    plain = "".join(f"b{number};Un port;2023-03-01;Le port rouvre.\n" for number in range(3_000))
    rows = "\n".join(ROWS).replace("’", "'")
    articles, rejected = found(tmp_path, "a.csv", f"{HEADER}\n{plain}{rows}".encode(page))
    assert (len(articles), rejected) == (3_050, [])
    assert articles["a7"].title == "Élection à Nîmes, épisode 7"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_two_and_four_bytes_a_letter(tmp_path: Path, name: str, mark: str) -> None:
    articles, rejected = found(tmp_path, "a.csv", (mark + "\r\n".join([HEADER, *ROWS])).encode(name))
    assert (len(articles), rejected) == (50, [])
    assert articles["a49"].body == "L’élection a été gagnée à Nîmes."
    assert next(iter(articles)) == "a0"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_byte_that_is_missing_in_utf_16_costs_its_line(tmp_path: Path, name: str) -> None:
    rows = [f"{row}\n".encode(name) for row in [HEADER, *ROWS]]
    rows[20] = rows[20][:60] + rows[20][61:]
    articles, _ = found(tmp_path, "a.csv", b"".join(rows))
    assert set(articles) >= {f"a{number}" for number in range(50)} - {"a19"}
    assert articles["a20"].body == "L’élection a été gagnée à Nîmes."


def test_old_macintosh_lines_are_lines(tmp_path: Path) -> None:
    articles, rejected = found(tmp_path, "a.csv", "\r".join([HEADER, *ROWS]).encode("mac_roman"))
    assert (len(articles), rejected) == (50, [])


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "reading.damaged"),
        (b"PK\x03\x04", "reading.damaged"),
        (b"\xff\xd8\xff\xe1", "foreign.picture"),
        (b"id;texte\n", "reading.binary"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl"])
def test_a_binary_file_is_refused_as_such(tmp_path: Path, start: bytes, code: str, name: str) -> None:
    articles, rejected = found(tmp_path, name, start + bytes(range(256)) * 400)
    assert not articles
    assert [piece.reason.code for piece in rejected] == [code]


@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@pytest.mark.parametrize("suffix", [".gz", ".xz"])
def test_a_file_that_is_cut_gives_the_rows_before_the_cut(tmp_path: Path, suffix: str) -> None:
    data = table(
        *(f"z{number};Été;;Un mot collé {number * 7919}".encode("cp1252") for number in range(20_000))
    )
    packed = gzip.compress(data) if suffix == ".gz" else lzma.compress(data)
    articles, [rejected] = found(tmp_path, f"a.csv{suffix}", packed[: len(packed) * 2 // 3])
    assert rejected.reason == message("reading.truncated")
    assert articles["z5"].title == "Été"
    assert articles["a0"].title == "Élection à Nîmes, épisode 0"


def test_what_is_left_of_a_text_begins_where_its_lines_ended() -> None:
    stream = text(b"un\ndeux \xe9t\xe9\ntrois")
    assert [stream.readline(100), whole(stream)] == ["un\n", "deux été\ntrois"]


def test_the_survey_is_asked_for_once_and_only_for_what_is_not_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Source] = []
    survey = Source._survey

    def noted(source: Source) -> Survey:
        asked.append(source)
        return survey(source)

    monkeypatch.setattr(Source, "_survey", noted)
    found(tmp_path, "a.csv", table())
    assert len(asked) == 0
    found(tmp_path, "b.csv", table(b"x;\xe9t\xe9;;\xe9t\xe9", b"y;\xe9t\xe9;;\xe9t\xe9"))
    assert len(asked) == 1


@given(
    st.text(st.sampled_from("é😀\r\na")), st.lists(st.integers(1, 5)), st.sampled_from(["utf-8", "utf-16-le"])
)
def test_a_text_is_read_in_parts_of_any_size(content: str, sizes: list[int], encoding: str) -> None:
    stream = text(content.encode(encoding), encoding)
    parts = [stream.readline(size) if size % 2 else stream.read(size) for size in sizes]
    assert all(len(part) <= size for part, size in zip(parts, sizes, strict=True))
    assert "".join(parts) + whole(stream) == content


def test_a_long_line_is_decoded_in_pieces() -> None:
    content = "aé😀" * 400_000
    assert text(content.encode()).readline(10_000_000) == content
    assert text(content.encode()).read(10_000_000) == content
