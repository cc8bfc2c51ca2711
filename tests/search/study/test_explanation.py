"""Why an article has its rank: on every engine, the parts of a score are the score."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from index.build import build
from index.document import prepare
from index.engine import Sort
from search.commandline.opening import open_searcher
from search.searcher import Page, Searcher
from search.study.explanation import Explanation, Role, explanation
from tests.conftest import SAMPLE
from tests.support.engines import LOCAL_ENGINES
from tests.support.oracle import MemoryIndex
from tests.support.press import sample

LINES = (
    "securite",
    "sécheresse banque mondiale",
    "climat Sahel Bruxelles réunion préparatoire de lundi",
    "ONU Soudan",
    '"conseil de sécurité" OU climat^3',
    "terroris* OR hamouchi~",
    "title:climat -rabat date:2025",
    "vice-président OR rond-point date:2025",
    "=Côte OR person:ndiaye OR dakar",
    "*",
)


@pytest.fixture(scope="module", params=LOCAL_ENGINES)
def searcher(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    home = tmp_path_factory.mktemp(request.param) / ".manchette"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("index.vectors.renewal._MIN_ARTICLES", 10)
        build(home, [SAMPLE], engine=request.param, vectors=True)
    with closing(open_searcher(home)) as opened:
        yield opened


def why(searcher: Searcher, line: str, rank: int, page: Page = Page()) -> Explanation:
    return explanation(searcher, line, page, searcher.search(line, page).results[rank - 1])


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("line", LINES)
def test_the_parts_of_a_score_are_the_score(searcher: Searcher, line: str, *, folded: bool) -> None:
    page = Page(limit=10, folded=folded)
    results = searcher.search(line, page).results
    assert results
    for result in results:
        standing = explanation(searcher, line, page, result).standing
        assert standing
        parts = sum(part.points for part in standing.parts)
        assert parts + standing.closeness == pytest.approx(result.score, abs=0.02)
        assert standing.counted in {result.article.id, *(printing.id for printing in result.duplicates)}


def test_the_plainest_engine_gives_the_same_words_and_reasons() -> None:
    index = MemoryIndex()
    writer = index.writer()
    for one in sample():
        writer.add(prepare(one))
    writer.commit()
    plain = Searcher(index.engine())
    explained = why(plain, "le climat -rabat", 1)
    assert [(word.typed, word.ignored) for word in explained.words] == [
        ("le", True), ("climat", False), ("-rabat", False),
    ]  # fmt: skip
    assert explained.words[1].articles == plain.search("climat", Page(limit=0)).total.count > 0
    assert explained.standing
    assert {part.typed for part in explained.standing.parts} == {"climat"}


def test_a_word_scores_by_its_stem_its_form_and_the_headline(searcher: Searcher) -> None:
    standing = why(searcher, "climat", 1).standing
    assert standing
    assert {(part.typed, part.role) for part in standing.parts} >= {
        ("climat", Role.ANY_FORM),
        ("climat", Role.AS_TYPED),
    }


def test_what_an_article_is_about_is_a_part_only_where_it_decides(searcher: Searcher) -> None:
    by_day = Page(sort=Sort.NEWEST)
    near = why(searcher, "climat sécheresse Sahel", 1).standing
    sorted_by_day = why(searcher, "climat sécheresse Sahel", 1, by_day).standing
    assert near
    assert near.closeness > 0
    assert sorted_by_day
    assert sorted_by_day.closeness == pytest.approx(0, abs=0.01)


def test_every_part_of_a_line_has_its_terms_and_its_articles(searcher: Searcher) -> None:
    explained = explanation(searcher, "le climat de la ONU -rabat", Page())
    words = {word.typed: word for word in explained.words}
    assert words["climat"].terms == ("climat",)
    assert words["climat"].articles == searcher.search("climat", Page(limit=0)).total.count
    assert '"nations unies"' in words["ONU"].terms
    assert [word.typed for word in explained.words if word.ignored] == ["le", "de", "la"]
    assert words["-rabat"].articles == searcher.search("rabat", Page(limit=0)).total.count


def test_a_long_query_says_what_an_article_needs_of_it(searcher: Searcher) -> None:
    assert explanation(searcher, "climat Sahel", Page()).needed is None
    explained = explanation(searcher, "climat Sahel Bruxelles réunion préparatoire", Page())
    assert explained.needed is not None
    least, every = explained.needed
    assert 0 < least <= every == sum(word.weight or 0 for word in explained.words)
