"""The catalog keeps a sketch for each article that is long enough, under the id that the article has."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.storage.catalog import Catalog, IndexedArticle
from index.storage.sketches import Sketched

KEPT = Sketched(b"sketch", 20250303, "L’Écho")
OTHER = Sketched(b"other", 0, "")


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with closing(Catalog.create(tmp_path / "catalog.sqlite")) as made:
        for name in "ab":
            made.note_article(IndexedArticle(name, f"{name}.txt", "0"), b"")
            made.sketches.note(name, KEPT)
        yield made


def every(catalog: Catalog) -> list[tuple[str, Sketched]]:
    return list(catalog.sketches.every())


def test_the_last_sketch_of_an_article_is_kept(catalog: Catalog) -> None:
    catalog.sketches.note("a", OTHER)
    assert every(catalog) == [("a", OTHER), ("b", KEPT)]


def test_an_article_that_became_too_short_has_no_sketch(catalog: Catalog) -> None:
    catalog.sketches.note("a", Sketched(b"", 20250303, "L’Écho"))
    assert [one for one, _ in every(catalog)] == ["b"]


def test_the_sketch_of_an_article_goes_with_it(catalog: Catalog) -> None:
    catalog.forget_articles(["a"])
    assert [one for one, _ in every(catalog)] == ["b"]


def test_articles_that_exchange_their_ids_keep_their_sketches(catalog: Catalog) -> None:
    catalog.sketches.note("a", OTHER)
    catalog.rename({"a": "b", "b": "a"})
    assert every(catalog) == [("a", KEPT), ("b", OTHER)]


def test_any_number_of_articles_is_named_with_their_files(catalog: Catalog) -> None:
    names = [f"n{number}" for number in range(1200)]
    for name in names:
        catalog.note_article(IndexedArticle(name, f"{name}.txt", "0"), b"")
        catalog.sketches.note(name, KEPT)
    assert sorted(catalog.sketches.printed([*names, "unknown"])) == sorted(
        (20250303, name, "L’Écho", f"{name}.txt") for name in names
    )
