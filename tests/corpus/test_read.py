"""Files of every sort, read whole: what comes out, and what is said of what does not."""

import gzip
import json
import lzma
import os
import tempfile
import time
import tracemalloc
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Found, Rejected, read
from corpus.dates.print_date import PrintDate
from corpus.errors import BadColumn
from corpus.message import Message, message
from search.messages import sentence

TEXT = "Le vieux port de Sète a rouvert lundi, après un an de travaux.\n\nLes pêcheurs sont contents de l’été qui vient."


def pieces(path: Path, columns: Mapping[str, str] | None = None) -> list[Article | Rejected]:
    return list(read(path, name=path.name, columns=columns or {}))


def article(path: Path) -> Article:
    (found,) = pieces(path)
    assert isinstance(found, Article), found
    return found


def reason(path: Path) -> Message:
    (found,) = pieces(path)
    assert isinstance(found, Rejected), found
    assert found.path == path.name
    return found.reason


@pytest.mark.parametrize(
    "name", ["a.txt", "a.TXT", "a.md", "a.text", "a", "25.11.2025", "Lettre de M. Martin"]
)
def test_text_is_known_by_its_suffix_or_by_having_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, "utf-8")
    assert article(path).body == TEXT.replace("\n\n", "\n")


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_the_body_is_the_same_in_every_encoding(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(name))
    assert article(path).body == TEXT.replace("\n\n", "\n")


def test_decomposed_letters_are_composed_and_the_raw_text_is_not_touched(tmp_path: Path) -> None:
    raw = "Le port de Se\u0300te\r\nrouvre."
    path = tmp_path / "a.txt"
    path.write_bytes(raw.encode())
    found = article(path)
    assert found.body == "Le port de Sète\nrouvre."
    assert found.raw == raw


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".xz", lzma.compress)])
def test_compressed_text_is_read(tmp_path: Path, suffix: str, pack: type[bytes]) -> None:
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(pack(TEXT.encode()))
    assert article(path).raw == TEXT


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", message("reading.empty")),
        ("a.txt", b" \n\t\xc2\xa0\n", message("reading.only_blanks")),
        ("a.txt", b"date 2025-12-01", message("reading.no_text")),
        ("a.txt", b"GIF89a\x00\x01", message("foreign.picture")),
        ("a.txt", b"MZ\x00\x01", message("reading.binary")),
        ("a.txt.gz", b"no gzip at all", message("reading.damaged")),
        (
            "a.txt.xz",
            b"no xz at all",
            message("reading.damaged"),
        ),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:-12], message("reading.truncated")),
        ("a.jsonl", b"", message("reading.empty")),
        ("a.docx", b"", message("reading.empty")),
        ("a.pdf", b"", message("reading.empty")),
        ("a.epub", b"", message("reading.empty")),
        ("a.docx", b"PK\x03\x04 cut", message("reading.damaged")),
        ("a.json", b" \n", message("reading.only_blanks")),
        ("a.csv", b"", message("reading.empty")),
        ("a.csv", b"titre,texte\n", message("reading.no_row")),
        ("b.csv", b"titre,texte\ntitre,texte\n", message("reading.no_row")),
    ],
)
def test_a_file_that_cannot_be_read_is_one_rejected_that_says_why(
    tmp_path: Path, name: str, data: bytes, why: Message
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert reason(path) == why


@pytest.mark.parametrize("name", ["a.jpg", "a.mp3", "a.MP3.gz", "a.7z"])
def test_other_formats_are_named_in_the_reason(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xff")
    assert reason(path) == message(
        "reading.unknown_format",
        suffix=Path(name.removesuffix(".gz")).suffix.lower(),
    )


def test_a_file_that_is_gone_is_rejected(tmp_path: Path) -> None:
    assert reason(tmp_path / "gone.txt") == message("reading.system", cause=message("error.no_such_file"))


def test_a_pipe_is_rejected_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == message("reading.not_regular")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch(mode=0o000)
    assert reason(path) == message("reading.system", cause="Permission denied")


def test_a_truncated_gz_gives_its_records_then_says_so(tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"titre": f"Port {n}", "texte": os.urandom(300).hex()}) + "\n" for n in range(500)
    )
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-2000])
    found = pieces(path)
    assert len(found) > 400
    assert all(isinstance(piece, Article) for piece in found[:-1])
    assert found[-1] == Rejected("a.jsonl.gz", message("reading.truncated"))


def test_a_mapping_to_a_field_that_does_not_exist_is_refused_at_the_call(tmp_path: Path) -> None:
    with pytest.raises(BadColumn, match=r"reading.no_field \(field=titre, fields=text, title,"):
        read(tmp_path / "a.csv", name="a.csv", columns={"titre": "Titre"})


def test_a_date_in_the_name_of_a_file_dates_its_article_last_of_all(tmp_path: Path) -> None:
    path = tmp_path / "port_2025-03-14.txt"
    path.write_text(TEXT, "utf-8")
    assert (article(path).date, article(path).date_found) == (PrintDate(2025, 3, 14), Found.FILE_NAME)
    path.write_text(f"25 novembre 2025\n{TEXT}", "utf-8")
    assert (article(path).date, article(path).date_found) == (PrintDate(2025, 11, 25), Found.LINE)


def test_an_id_survives_the_move_of_its_file(tmp_path: Path) -> None:
    ids = set()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
        ids.add(article(tmp_path / name).id)
    (only,) = ids
    assert len(only) == 7
    assert set(only) <= set("0123456789abcdefghjkmnpqrstvwxyz")


SUFFIXES = st.sampled_from(["", ".txt", ".jsonl", ".json", ".csv", ".tsv", ".txt.gz", ".jsonl.gz", ".csv.xz"])
MARKUP = [
    "{",
    "}",
    "[",
    "]",
    '"',
    ",",
    ":",
    ";",
    "|",
    "\n",
    "\r",
    "\\",
    "\\ud800",
    "\\u001b",
    '{"texte":"',
    '"}\n',
    "texte,titre\n",
]
WORDS = [
    "titre",
    "date 2025-12-01 ",
    "25 novembre 2025",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "Par Anne Roy",
    "Lire aussi",
    "é",
    " ",
]


def check(data: bytes, suffix: str) -> None:
    """Something comes out, and nothing in it would move the cursor of a terminal or fail to be written as UTF-8."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(data)
        found = pieces(path)
    assert found
    for piece in found:
        if isinstance(piece, Rejected):
            assert sentence(piece.reason).isprintable()
            assert piece.where is None or sentence(piece.where).isprintable()
        else:
            assert piece.body
            assert piece.title
            lines = (
                piece.id,
                piece.title,
                piece.source,
                piece.section,
                piece.url,
                *piece.authors,
                *piece.person,
            )
            assert "".join(lines).isprintable()
            assert f"{piece.heading}{piece.body}".replace("\n", "").isprintable()


@given(st.binary(max_size=400), SUFFIXES)
def test_any_bytes_are_articles_or_rejected_and_never_an_exception(data: bytes, suffix: str) -> None:
    check(data, suffix)


@given(st.lists(st.sampled_from(MARKUP + WORDS), max_size=60), SUFFIXES)
def test_anything_that_looks_like_an_article_is_read_or_rejected(tokens: list[str], suffix: str) -> None:
    data = "".join(tokens).encode()
    match suffix[-3:]:
        case ".gz":
            data = gzip.compress(data)
        case ".xz":
            data = lzma.compress(data)
    check(data, suffix)


@given(st.binary(max_size=200), st.integers(0, 400))
def test_a_compressed_file_cut_or_spoilt_anywhere_is_no_exception(noise: bytes, position: int) -> None:
    for pack, suffix in ((gzip.compress, ".jsonl.gz"), (lzma.compress, ".jsonl.xz")):
        data = pack(b'{"texte": "Le port rouvre."}\n' * 50)
        check(data[:position] + noise + data[position + 1 :], suffix)


def test_an_article_full_of_terminal_escapes_is_read_without_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\x1b]0;piège\x07\x1b[2J\x1b[31mLe port\x1b[0m \u202erouvre\u202c.\x1b[H", "utf-8")
    found = article(path)
    assert (found.title, found.body) == ("Le port rouvre", "Le port rouvre.")


@pytest.mark.parametrize(
    "text", [("été " * 250_000).strip(), "a" * 1_000_000, "e\u0301" * 300_000], ids=["words", "word", "marks"]
)
def test_a_megabyte_on_one_line_is_read_well_within_a_second(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    started = time.process_time()
    found = article(path)
    assert time.process_time() - started < 1
    assert len(found.title) <= 101


def test_ten_thousand_short_lines_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n".join(f"barque {number}" for number in range(10_000)), "utf-8")
    assert article(path).body.count("\n") == 9_999


def test_a_large_file_of_lines_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.xz"
    record = json.dumps({"titre": "Port", "date": "2025-11-25", "texte": "Le port rouvre. " * 400})
    with lzma.open(path, "wb", preset=0) as file:
        for _ in range(4_000):
            file.write(f"{record}\n".encode())
    tracemalloc.start()
    try:
        count = sum(isinstance(piece, Article) for piece in read(path, name="a", columns={}))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 4_000
    assert peak < 5_000_000  # of 26 MB of text


def test_the_seed_with_a_source_and_a_date_line(shared: Path) -> None:
    found = article(shared / "corpora/seeds/000_dd7d7b6cad9a6d1b.txt")
    assert found.source == "L’Équipe News"
    assert (found.date, found.date_found) == (PrintDate(2025, 11, 25), Found.LINE)
    assert (found.title[:29], found.title[-1], found.title_found) == (
        "Le directeur général de la sé",
        "…",
        Found.TEXT,
    )
    assert found.body.startswith("Le directeur")
    assert found.body.count("\n") == 5


def test_the_seed_with_a_leading_date_and_a_caption_printed_twice(shared: Path) -> None:
    found = article(shared / "corpora/seeds/003_c5aa6aff028d7bb1.txt")
    assert found.source == ""
    assert (found.date, found.date_found) == (PrintDate(2025, 12, 1), Found.LINE)
    assert found.title.startswith("Le directeur général de la Sûreté nationale")
    assert f"{found.title}\n{found.body}".count("Le patron du pôle DGSN-DGST") == 1
    assert "Lire aussi" not in found.body
    assert "date 2025" not in found.body
    assert found.body.count("\n") == 5


@pytest.mark.long
@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
def test_every_article_of_the_orange_corpus_is_read_with_its_metadata(shared: Path) -> None:
    found = list(read(shared / "corpora/orange.jsonl.xz", name="orange", columns={}))
    articles = [piece for piece in found if isinstance(piece, Article)]
    assert (len(found), len(articles)) == (36_016, 36_016)
    assert {piece.date_found for piece in articles} == {Found.METADATA}
    assert {piece.title_found for piece in articles} == {Found.METADATA}
    assert len({piece.id for piece in articles}) == 36_016
