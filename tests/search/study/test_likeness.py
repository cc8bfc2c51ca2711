"""The articles like another one, on every engine: about the same thing, without the article itself."""

import pytest

from search.errors import SearchError
from search.searcher import Page, Searcher
from tests.index.engines.stores import ENGINE_KINDS, STORES, write
from tests.search.study.press import press
from tests.support.press import article


def kinds(searcher: Searcher, line: str, limit: int = 5) -> list[str]:
    return [result.article.id.split("-")[0] for result in searcher.search(line, Page(limit=limit)).results]


def test_articles_about_the_same_thing_come_and_not_the_article_itself(searcher: Searcher) -> None:
    answer = searcher.search("like:barrage-7", Page(limit=100))
    ids = [result.article.id for result in answer.results]
    assert "barrage-7" not in ids
    assert {f"barrage-{number}" for number in range(30) if number != 7} <= set(ids)
    [original] = answer.originals
    assert (original.article.id, original.duplicates) == ("barrage-7", ())


def test_likeness_is_a_part_of_a_query(searcher: Searcher) -> None:
    every = {result.article.id for result in searcher.search("like:barrage-7", Page(limit=100)).results}
    louga = {
        result.article.id for result in searcher.search("like:barrage-7 place:louga", Page(limit=100)).results
    }
    assert louga == {one for one in every if int(one.split("-")[1]) % 6 == 0}
    assert "barrage" not in kinds(searcher, "* -like:barrage-7", 100)[1:]
    either = searcher.search("like:barrage-7 OR like:voile-7", Page(limit=100))
    assert [original.article.id for original in either.originals] == ["barrage-7", "voile-7"]
    assert {"barrage", "voile"} <= {result.article.id.split("-")[0] for result in either.results}


@pytest.mark.parametrize("line", ["like:nobody", "voile like:nobody", '-like:"no body"'])
def test_an_id_that_no_article_has_is_an_error(searcher: Searcher, line: str) -> None:
    with pytest.raises(SearchError, match="no_article"):
        searcher.search(line)


def test_a_query_has_some_articles_to_be_like_and_no_more(searcher: Searcher) -> None:
    with pytest.raises(SearchError, match="too_many_likenesses"):
        searcher.search(" OR ".join(["like:voile-1"] * 6))


@pytest.mark.parametrize("name", ENGINE_KINDS)
def test_the_most_alike_come_first_where_articles_have_scores(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = STORES[name](tmp_path_factory.mktemp("like") / "engine")
    numbers = article("numbers", body="12 300, 4,5 ou 1er, et le la les de.")
    write(store, [*press(), numbers])
    with Searcher(store.engine()) as searcher:
        assert kinds(searcher, "like:voile-3") == ["voile"] * 5
        assert kinds(searcher, "like:barrage-9") == ["barrage"] * 5
        assert kinds(searcher, "like:numbers") == []  # an article without a telling word is like no other
