"""The catalog keeps the lines of each article, under the id that the article has."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.lines import line_digests
from corpus.message import message
from index.errors import Damaged
from index.storage.catalog import Catalog, IndexedArticle
from index.storage.lines import Example, LeftOut, Lined

SLOGAN = line_digests("Tous unis")
KEPT = Lined("le phare", line_digests("Le port rouvre.\nTous unis"), (1,), (2, 0, 1))
OTHER = Lined("le jour", line_digests("Le pont ferme."))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalog.sqlite"


@pytest.fixture
def catalog(path: Path) -> Iterator[Catalog]:
    with closing(Catalog.create(path)) as made:
        for name in "ab":
            made.note_article(IndexedArticle(name, f"{name}.txt", "0"), b"")
            made.lines.note(name, KEPT)
        yield made


def test_the_last_lines_of_an_article_are_kept(catalog: Catalog) -> None:
    catalog.lines.note("a", OTHER)
    assert list(catalog.lines.every()) == [("a", OTHER), ("b", KEPT)]


def test_the_names_that_came_with_an_article_are_counted(catalog: Catalog) -> None:
    assert catalog.lines.given("a") == (2, 0, 1)


def test_the_lines_of_an_article_go_with_it(catalog: Catalog) -> None:
    catalog.forget_articles(["a"])
    assert list(catalog.lines.every()) == [("b", KEPT)]


def test_articles_that_exchange_their_ids_keep_their_lines(catalog: Catalog) -> None:
    catalog.lines.note("a", OTHER)
    catalog.rename({"a": "b", "b": "a"})
    assert list(catalog.lines.every()) == [("a", KEPT), ("b", OTHER)]


def test_what_is_left_out_is_known_by_its_source(catalog: Catalog) -> None:
    catalog.lines.note("c", OTHER)
    assert catalog.lines.known() == {"le phare": {SLOGAN}}
    assert catalog.lines.left_out() == LeftOut(lines=1, articles=2)


def test_a_line_of_two_sources_is_one_line_with_an_example_of_each(catalog: Catalog) -> None:
    catalog.lines.note("c", Lined("le jour", line_digests("Tous unis\nLe pont ferme."), (0,)))
    assert catalog.lines.examples() == [
        Example("a", number=1, articles=2),
        Example("c", number=0, articles=1),
    ]
    assert catalog.lines.left_out() == LeftOut(lines=1, articles=3)


@pytest.mark.parametrize(
    ("column", "value"),
    [("digests", b""), ("digests", b"seven b"), ("digests", None), ("furniture", "one"), ("given", "x")],
)
def test_lines_that_are_not_as_they_were_written_are_damage(
    path: Path, catalog: Catalog, column: str, value: object
) -> None:
    catalog.commit()
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"UPDATE lines SET {column} = ? WHERE id = 'b'", (value,))  # noqa: S608 - a name of ours
        database.commit()
    with pytest.raises(Damaged) as raised:
        list(catalog.lines.every())
    assert raised.value.message == message("index.damaged_lines", id="b")
