"""The names of each article, kept beside the index."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.names.aliases import NameKey
from index.storage.catalog import Catalog
from index.storage.register import Count, NamedIn, Register, article_names

TWO = [
    NamedIn("person", "Awa Diop", "", ((0, 8), (20, 24))),
    NamedIn("org", "Office des routes", "ODR", ((30, 47),)),
    NamedIn("source", "Le Monde"),
]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    catalog = Catalog.create(tmp_path / "catalog.sqlite")
    yield catalog.register
    catalog.close()


def test_the_names_of_an_article_come_back_with_their_places(register: Register) -> None:
    register.note("a", article_names(TWO))

    assert register.mentions("a") == tuple(TWO)
    assert register.mentions("b") == ()


def test_an_article_that_is_noted_again_is_counted_once(register: Register) -> None:
    register.note("a", article_names(TWO))
    register.note("a", article_names(TWO))
    register.note("b", article_names([NamedIn("person", "AWA DIOP")]))
    register.settle()

    assert register.count("person", "=awa_diop") == Count(
        NameKey("person", "=awa_diop"), {"Awa Diop": 1, "AWA DIOP": 1}
    )


def test_a_name_that_no_article_has_any_more_is_gone(register: Register) -> None:
    register.note("a", article_names(TWO))
    register.settle()
    register.forget("a")
    register.settle()

    assert register.count("person", "=awa_diop").articles == 0
    assert register.having("person", ["diop"]) == []


@pytest.mark.parametrize(
    ("words", "terms"),
    [(["diop"], ["=awa_diop"]), (["diop", "awa"], ["=awa_diop"]), (["dio"], []), (["wa"], [])],
)
def test_names_are_found_by_whole_words(register: Register, words: list[str], terms: list[str]) -> None:
    register.note("a", article_names(TWO))
    register.settle()

    assert register.having("person", words) == terms
