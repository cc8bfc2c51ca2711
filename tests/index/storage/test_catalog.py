"""What is noted of files and articles, and what of it is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import Article, Rejected
from corpus.message import message
from index.storage.catalog import Catalog, File, IndexedArticle
from index.storage.packed import pack
from tests.support.press import article

FILE = File("a.txt", 12, 1_700_000_000_000_000_001, "d1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalog.sqlite"


@pytest.fixture
def catalog(path: Path) -> Iterator[Catalog]:
    opened = Catalog.create(path)
    yield opened
    opened.close()


def note(catalog: Catalog, one: Article, digest: str) -> None:
    catalog.note_article(IndexedArticle(one.id, one.path, digest), pack(one.raw))


def test_a_new_catalog_is_empty(catalog: Catalog) -> None:
    assert (catalog.files(), catalog.count(), list(catalog.ids()), catalog.rejected()) == ({}, 0, [], [])
    assert (catalog.find("x"), catalog.raw("x"), catalog.records("a.txt")) == (None, None, {})


def test_a_file_is_kept_to_the_nanosecond(catalog: Catalog) -> None:
    catalog.note_file(FILE)

    assert catalog.files() == {"a.txt": FILE}


def test_a_file_that_is_noted_again_takes_the_place_of_what_was_noted(catalog: Catalog) -> None:
    catalog.note_file(FILE)
    catalog.note_file(File("a.txt", 13, 2, "d2"))

    assert catalog.files() == {"a.txt": File("a.txt", 13, 2, "d2")}


@pytest.mark.parametrize(
    "raw", ["", "Le port « rouvre ».\r\n", "𝄞", "demi \ud83d caractère", "\x00", "x" * 100_000]
)
def test_the_raw_text_comes_back_as_it_was(catalog: Catalog, raw: str) -> None:
    note(catalog, article("un", "Titre", "Corps", raw=raw), "d1")

    assert catalog.raw("un") == raw


def test_an_article_is_found_by_its_id_and_by_its_file(catalog: Catalog) -> None:
    for name in ("un", "deux"):
        note(catalog, article(name, "Titre", "Corps", path="a.jsonl"), name[0])
    note(catalog, article("trois", "Titre", "Corps", path="b.jsonl"), "t")

    assert catalog.find("un") == IndexedArticle("un", "a.jsonl", "u")
    assert catalog.records("a.jsonl") == {
        "un": IndexedArticle("un", "a.jsonl", "u"),
        "deux": IndexedArticle("deux", "a.jsonl", "d"),
    }
    assert (catalog.count(), sorted(catalog.ids())) == (3, ["deux", "trois", "un"])


def test_ids_that_differ_by_their_case_are_two_articles(catalog: Catalog) -> None:
    note(catalog, article("map-1", "Titre", "Corps"), "d1")
    note(catalog, article("MAP-1", "Titre", "Corps"), "d1")

    assert catalog.count() == 2


def test_articles_are_forgotten_by_their_ids(catalog: Catalog) -> None:
    for name in ("un", "deux", "trois"):
        note(catalog, article(name, "Titre", "Corps"), "d1")
    catalog.forget_articles(["un", "trois", "quatre"])

    assert list(catalog.ids()) == ["deux"]


def test_a_forgotten_file_takes_what_was_rejected_of_it_along(catalog: Catalog) -> None:
    catalog.note_file(FILE)
    catalog.note_rejected(Rejected("a.txt", message("reading.no_text"), message("reading.line", line=2)))
    catalog.note_rejected(Rejected("b.txt", message("reading.empty")))
    catalog.forget_file("a.txt")

    assert (catalog.files(), catalog.rejected()) == ({}, [Rejected("b.txt", message("reading.empty"))])


def test_rejected_records_are_listed_by_path_in_the_order_of_the_file(catalog: Catalog) -> None:
    listed = [
        Rejected("a.txt", message("reading.no_text"), message("reading.line", line=10)),
        Rejected("a.txt", message("reading.not_csv", cause="é"), message("reading.line", line=9)),
        Rejected("b.txt", message("reading.nothing_after", reason=message("reading.not_json", cause="x"))),
    ]
    for rejected in (listed[2], *listed[:2]):
        catalog.note_rejected(rejected)

    assert catalog.rejected() == listed


def test_what_was_never_a_file_to_read_is_forgotten_before_the_next_scan(catalog: Catalog) -> None:
    catalog.note_file(FILE)
    catalog.note_rejected(Rejected("a.txt", message("reading.no_text"), message("reading.line", line=2)))
    catalog.note_rejected(Rejected("privé", message("reading.folder", cause="?")), opened=False)
    catalog.clear_unopened()

    assert [rejected.path for rejected in catalog.rejected()] == ["a.txt"]


def test_what_was_committed_is_kept_and_the_rest_forgotten(path: Path) -> None:
    first = Catalog.create(path)
    first.note_file(FILE)
    first.commit()
    note(first, article("un", "Titre", "Corps"), "d1")
    first.close()
    second = Catalog(path)

    assert (list(second.files()), second.count()) == (["a.txt"], 0)
    second.close()


def test_what_is_not_committed_is_seen_by_nobody_else(path: Path, catalog: Catalog) -> None:
    catalog.note_file(FILE)
    other = Catalog(path)

    assert other.files() == {}
    other.close()
