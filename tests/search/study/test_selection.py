"""The articles to take away, on every engine."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from corpus import PrintDate
from index.engine import Sort
from search.commandline.opening import open_searcher
from search.errors import SearchError
from search.language import parse
from search.planning.kept import NOTHING_KEPT, Kept
from search.searcher import Page, Searcher
from search.study.selection import Parts, answered, marked
from tests.index.engines.stores import STORE_KINDS, STORES, write
from tests.support.press import article

ARTICLES = tuple(
    article(f"a{number}", f"Le port {number}", f"Le port de Louga rouvre au jour {number}.",
            date=PrintDate(2025, 11, number), source="Le Phare" if number % 2 else "L’Écho")
    for number in range(1, 8)
)  # fmt: skip


class Noted:
    """The notes of a person who keeps a tag."""

    def of(self, *article_ids: str) -> Sequence[Kept]:
        return [Kept(("procès",)) if article_id == "a3" else NOTHING_KEPT for article_id in article_ids]

    def texts(self, _field: str) -> Mapping[str, frozenset[str]]:
        return {"procès": frozenset({"a3"})}


@pytest.fixture(params=STORE_KINDS, scope="module")
def searcher(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """Give a searcher of the articles, by each engine."""
    store = STORES[request.param](tmp_path_factory.mktemp("selection") / "engine")
    write(store, ARTICLES)
    with Searcher(store.engine()) as opened:
        yield opened


def test_the_whole_answer_is_taken_in_its_order_with_its_ranks(searcher: Searcher) -> None:
    page = Page(limit=0, sort=Sort.OLDEST, filters=(parse("source:phare"),))
    taken = answered(searcher, "port louga", page)
    assert (taken.count, taken.relaxed, taken.line, taken.page) == (4, False, "port louga", page)
    results = list(taken.results)
    assert [(result.rank, result.article.id) for result in results] == [
        (1, "a1"),
        (2, "a3"),
        (3, "a5"),
        (4, "a7"),
    ]
    assert {result.snippet.text for result in results} == {""}


def test_a_part_of_the_answer_keeps_its_ranks(searcher: Searcher) -> None:
    taken = answered(searcher, "*", Page(limit=3, offset=5, sort=Sort.NEWEST))
    assert taken.count == 2
    assert [(result.rank, result.article.id) for result in taken.results] == [(6, "a2"), (7, "a1")]


def test_what_a_person_keeps_about_an_article_is_taken_along(searcher: Searcher) -> None:
    keeping = Searcher(searcher._engine, notes=Noted())
    for taken in (answered(keeping, "louga", Page(limit=0)), marked(keeping, ["a3", "a1"])):
        assert {result.article.id: result.kept for result in taken.results if any(result.kept)} == {
            "a3": Kept(("procès",))
        }


def test_passages_are_made_where_they_are_asked_for(searcher: Searcher) -> None:
    taken = answered(searcher, "louga", Page(limit=0), Parts(passages=True))
    for result in taken.results:
        assert [result.snippet.text[start:end] for start, end in result.snippet.spans] == ["Louga"]


def test_marked_articles_come_in_their_order_and_missing_ones_are_left_out(searcher: Searcher) -> None:
    taken = marked(searcher, ["a3", "absent", "a1"])
    assert (taken.count, taken.line) == (2, "")
    assert [result.article.id for result in taken.results] == ["a3", "a1"]
    with pytest.raises(SearchError, match=r"export\.no_marks"):
        marked(searcher, ["absent"])


def test_reprints_are_named_where_they_are_asked_for(home: Path) -> None:
    with open_searcher(home) as searcher:
        line, page = "Cinq saisons des pluies insuffisantes", Page(limit=1)
        [shown] = searcher.search(line, page).results
        [with_reprints] = answered(searcher, line, page, Parts(printings=True)).results
        [plain] = answered(searcher, line, page).results
    assert with_reprints.duplicates == shown.duplicates != ()
    assert plain.duplicates == ()
