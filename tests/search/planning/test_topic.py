"""What a query is about: the stems by which an answer is reranked."""

import pytest

from index.document import prepare
from index.engine import Engine
from search.language import parse
from search.planning.likeness import IndexedLikeness
from search.planning.topic import topic
from search.searcher import narrowed
from tests.support.oracle import MemoryIndex
from tests.support.press import article


@pytest.fixture
def engine() -> Engine:
    """Return articles about a woman named Sarr, a town named Louga, and the two meanings of a word, Orange."""
    index = MemoryIndex()
    writer = index.writer()
    for number in range(4):
        writer.add(prepare(article(f"sarr{number}", body="Le port, dit Awa Sarr.", person=("Awa Sarr",))))
    writer.add(prepare(article("louga", body="La pêche à Louga.", place=("Louga",))))
    writer.add(prepare(article("operator", body="Les clients d’Orange.", org=("Orange",))))
    for number in range(2):
        writer.add(prepare(article(f"fruit{number}", body="Le jus d’orange des Sarr.")))
    writer.commit()
    return index.engine()


def about(line: str, engine: Engine) -> tuple[str, ...]:
    return topic(parse(line), engine, IndexedLikeness(engine, None))


@pytest.mark.parametrize(
    ("line", "stems"),
    [
        ("port", ("port",)),
        ("pêches journaux", ("pech", "journal")),
        ("journal journaux", ("journal",)),
        ("le port de la ville", ("port", "vile")),
        ("le la", ("le", "la")),
        ("texte:port", ("port",)),
        ("port^3", ("port",)),
        ("port OR pêche", ("port", "pech")),
        ("port AND (pêche OR mer)", ("port", "pech", "mer")),
        ("vice-roi", ("vice", "roi")),
    ],
)
def test_a_query_is_about_its_bare_words(line: str, stems: tuple[str, ...], engine: Engine) -> None:
    assert about(line, engine) == stems


@pytest.mark.parametrize(
    "line", ["*", "date:2025", "-port", "titre:port", '"le port"', "=port", "port*", "port~", "source:port"]
)
def test_a_query_without_a_bare_word_is_about_nothing(line: str, engine: Engine) -> None:
    assert about(line, engine) == ()


@pytest.mark.parametrize(
    ("line", "stems"),
    [
        ("Sarr", ()),
        ("awa sarr", ()),
        ("Louga", ()),
        ("port Louga", ("port",)),
        ("Louga le port", ("port",)),
        ("Sarr OR pêche", ("pech",)),
        ("Sarr source:phare", ()),
    ],
)
def test_a_short_query_is_not_about_its_names(line: str, stems: tuple[str, ...], engine: Engine) -> None:
    assert about(line, engine) == stems


def test_a_long_query_is_about_its_names_too(engine: Engine) -> None:
    assert about("port pêche Louga", engine) == ("port", "pech", "louga")


def test_a_word_is_a_name_where_it_stands_in_a_name_in_half_of_its_articles(engine: Engine) -> None:
    """`sarr` does in four of six articles, `orange` in one of three."""
    assert about("sarr", engine) == ()
    assert about("orange", engine) == ("orang",)


def test_a_word_that_no_article_has_is_no_name(engine: Engine) -> None:
    assert about("zanzibar", engine) == ("zanziba",)


@pytest.mark.parametrize("line", ["port Louga", "port pêche Louga", "Sarr", "port OR mer"])
def test_a_filter_changes_nothing_of_what_a_query_is_about(line: str, engine: Engine) -> None:
    filters = [parse("source:phare"), parse("date:2025"), parse("-mer"), parse("titre:quai")]

    assert topic(narrowed(parse(line), filters), engine, IndexedLikeness(engine, None)) == about(line, engine)
