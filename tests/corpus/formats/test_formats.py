"""Which format a file has, by its suffix and by its content."""

import gzip
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, formats, read
from corpus.errors import Unreadable
from corpus.formats import recognition
from corpus.formats.format import Extra, Format, Gives
from corpus.formats.head import Head
from corpus.formats.table import FORMATS
from corpus.source import Source

JSON = '{"titre": "Le port rouvre", "texte": "Le vieux port de Sète a rouvert lundi."}'
TABLE = "titre,texte\nPort,Le port rouvre."


OPENINGS = (
    "", " ", "\n", "\ufeff", "\0", "x", "<", "PK\3\4", "{", "[", "[{", '{"a": ', '{"id": 1, "type": "article", ', "TY  - JOUR\n", "{\\rtf1 ",
    "From a@b.fr Mon Mar  3 10:00:00 2025\nFrom: a\nSubject: b\nTo: c\n\n", "From: a\nTo: b\nSubject: c\n\n", "WARC/1.0\r\n",
    "filedesc://a 0.0.0.0 ", "PAR1", "<html>", "<!doctype html>", "<mets>", "<alto>", "<nitf>", "<NewsML>", "<newsItem>", "<rss>",
    "<TEI>", "<date=2025>", "<office:document>", "**** *a_b ", "0001 *a_b ",
)  # fmt: skip
"""How files of the formats begin, or almost."""


def named(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    found = recognition(Source(folder / name, name))
    return found.format.name if found else ""


@pytest.mark.parametrize(
    ("name", "content", "known"),
    [
        ("a.txt", JSON, "JSON"),
        ("a.csv", JSON, "JSON"),
        ("a.txt", TABLE, "CSV"),
        ("a.json", TABLE, "CSV"),
        ("a.md", TABLE, "text"),
        ("a.txt", f"Export du 3 mars\n\n{TABLE}", "CSV"),
        ("a.txt", "Le texte, enfin, est lu.\nLe port, lui, rouvre.", "text"),
        ("a.csv", "Le port rouvre.", "CSV"),
        ("a.JSON", "Le port rouvre.", "JSON"),
        ("a", "Le port rouvre.", "text"),
        ("a", TABLE, "CSV"),
        ("25.11.2025", "{ Le port } rouvre.", "text"),
        ("a", JSON, "JSON"),
        ("a", f"\ufeff\n [ {JSON} ]", "JSON"),
        ("a.log", JSON, "JSON"),
        ("a.log", "Le port rouvre.", ""),
        ("a.log", TABLE, "CSV"),
        ("a.log", "", ""),
    ],
)
def test_the_content_decides_where_it_is_clear_and_the_suffix_elsewhere(
    tmp_path: Path, name: str, content: str, known: str
) -> None:
    assert named(tmp_path, name, content.encode()) == known


def test_the_content_of_a_compressed_file_is_looked_at(tmp_path: Path) -> None:
    assert named(tmp_path, "a.gz", gzip.compress(JSON.encode())) == "JSON"


def test_a_file_that_cannot_be_opened_has_the_format_of_its_name(tmp_path: Path) -> None:
    assert named(tmp_path, "a.gz", b"no gzip at all") == "text"
    assert named(tmp_path, "a.jpg.gz", b"no gzip at all") == ""


class Marked(ModuleType):
    """A reader that recognises a word; "" is recognised nowhere."""

    def __init__(self, name: str, mark: str) -> None:
        super().__init__(name)
        self._mark = mark

    def recognises(self, head: Head) -> bool:
        return bool(self._mark) and self._mark in head.text


def test_of_formats_with_one_suffix_the_content_chooses_and_the_last_row_is_the_general_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = []
    for name, mark in (("europresse", "europresse"), ("factiva", "factiva"), ("page", "")):
        monkeypatch.setitem(sys.modules, f"corpus.readers.{name}", Marked(name, mark))
        rows.append(Format(name, (".html",), name, Gives.ARTICLES, ()))
    tables = [row for row in FORMATS if row.name in ("JSON", "CSV")]
    monkeypatch.setattr(formats, "FORMATS", (*tables, *rows))
    assert [named(tmp_path, "a.html", word) for word in (b"europresse", b"factiva", b"<html>")] == [
        "europresse",
        "factiva",
        "page",
    ]


@pytest.mark.parametrize("row", [row for row in FORMATS if row.firsts], ids=lambda row: row.name)
@given(st.text(max_size=40), st.data())
def test_a_reader_recognises_no_file_that_begins_otherwise(
    row: Format, text: str, data: st.DataObject
) -> None:
    opening = data.draw(st.sampled_from(OPENINGS))
    head = Head(Source(Path("a.bin"), "a.bin"), f"{opening}{text}".encode("utf-8", "surrogatepass"))
    if head.text and head.text[0] not in row.firsts:
        assert not import_module(f"corpus.readers.{row.reader}").recognises(head)


def test_a_format_that_needs_more_says_what_to_install(tmp_path: Path) -> None:
    needy = Format("film", (".film",), "plain.text", Gives.ARTICLES, (), Extra("film", "no_such_module"))
    with pytest.raises(Unreadable, match=r"extra_missing .*film"):
        next(needy.cut(Source(tmp_path / "a.film", "a.film"), {}))


def test_a_format_is_found_by_its_name() -> None:
    assert formats.named("csv").name == "CSV"
    with pytest.raises(KeyError):
        formats.named("film")


def test_json_in_a_file_of_any_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "depeches").write_text(JSON, "utf-8")
    (found,) = read(tmp_path / "depeches", name="depeches", columns={})
    assert isinstance(found, Article)
    assert found.title == "Le port rouvre"


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_every_format_has_a_reader(known: Format) -> None:
    assert callable(import_module(f"corpus.readers.{known.reader}").articles)


def test_every_suffix_is_written_as_it_is_compared() -> None:
    written = [suffix for known in FORMATS for suffix in known.suffixes]
    assert all(suffix == Source(Path(f"a{suffix}"), "").suffix for suffix in written)


@pytest.mark.parametrize("text", [b"{", b'{"', b'{"a', b'{"' + b"\\" * 65_000, b" " * 65_000, b"[" * 65_000])
def test_a_beginning_that_is_cut_anywhere_is_looked_at_in_linear_time(text: bytes, tmp_path: Path) -> None:
    assert named(tmp_path, "a", text) == "text"
