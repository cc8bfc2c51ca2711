"""From a line to a page of results, on a few articles."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial

import pytest

import search.searcher.planner
from corpus import Article, Found
from corpus.dates.print_date import PrintDate
from corpus.records import replace
from index.document import prepare
from index.engine import Engine, Sort
from search.errors import QuerySyntaxError, SearchError
from search.language import parse
from search.planning.plan import Matching
from search.planning.quorum import ENOUGH_ARTICLES, Quorum
from search.searcher import Page, Searcher, narrowed
from tests.index.engines.stores import STORE_KINDS, STORES, write
from tests.support.oracle import MemoryIndex
from tests.support.press import SUBJECTS, TOWNS, VERBS, article

TODAY = date(2025, 12, 1)

ARTICLES = (
    article("un", "Le port de Louga rouvre", "Le port de Louga rouvre lundi après des travaux.", date=PrintDate(2025, 11, 30),
            source="Le Phare", person=("Awa Sarr",), place=("Louga",)),
    article("deux", "La pêche attend", "Les pêcheurs de Louga attendent la pluie.", date=PrintDate(2025, 10, 2),
            source="Le Phare", person=("Awa Sarr", "Moussa Diop"), place=("Louga", "Dakar")),
    article("trois", "Dakar : la route", "La route de Dakar est ouverte.", source="L’Écho", place=("Dakar",)),
    article("quatre", body="Sans titre ni date, le port de Dakar dort.", title_found=Found.TEXT),
)  # fmt: skip


@pytest.fixture
def searcher() -> Searcher:
    index = MemoryIndex()
    writer = index.writer()
    for one in ARTICLES:
        writer.add(prepare(one))
    writer.commit()
    return Searcher(index.engine(), today=lambda: TODAY)


def ids(searcher: Searcher, line: str, page: Page = Page()) -> list[str]:
    return [result.article.id for result in searcher.search(line, page).results]


def test_an_answer_has_the_line_its_tree_and_its_results(searcher: Searcher) -> None:
    results = searcher.search("Port louga")

    assert (results.line, str(results.parsed), results.relaxed) == ("Port louga", "Port louga", False)
    assert (results.total.count, results.total.exact) == (1, True)
    assert results.seconds >= 0
    [result] = results.results
    assert (result.rank, result.article.id) == (1, "un")
    assert result.title.text == "Le port de Louga rouvre"
    assert [result.title.text[start:end] for start, end in result.title.spans] == ["port", "Louga"]
    assert [result.snippet.text[start:end] for start, end in result.snippet.spans] == ["port", "Louga"]


def test_an_answer_is_relaxed_where_no_article_has_all_the_words(searcher: Searcher) -> None:
    results = searcher.search("pêche dakar zanzibar")

    assert results.relaxed
    assert {result.article.id for result in results.results} == {"deux", "trois", "quatre"}
    assert results.total.count == 3


def test_a_relaxed_answer_marks_the_words_that_match(searcher: Searcher) -> None:
    snippets = [result.snippet for result in searcher.search("route zanzibar").results]

    assert [[snippet.text[start:end] for start, end in snippet.spans] for snippet in snippets] == [["route"]]


def test_an_answer_that_nothing_can_widen_is_not_relaxed(searcher: Searcher) -> None:
    for line in ("zanzibar", "zanzibar comores", '"pêche dakar"', "pêche AND zanzibar"):
        results = searcher.search(line)
        assert (results.total.count, results.relaxed, results.results) == (0, False, ())


@pytest.mark.parametrize("matching", [Matching.ALL, Matching.ANY])
def test_an_answer_to_all_or_any_words_is_never_relaxed(searcher: Searcher, matching: Matching) -> None:
    assert not searcher.search("pêche zanzibar", Page(matching=matching)).relaxed


def test_all_and_any_decide_which_articles_match(searcher: Searcher) -> None:
    assert ids(searcher, "pêche dakar", Page(matching=Matching.ALL)) == []
    assert set(ids(searcher, "pêche dakar", Page(matching=Matching.ANY))) == {"deux", "trois", "quatre"}


def test_a_pasted_sentence_finds_the_articles_that_have_most_of_it() -> None:
    index = MemoryIndex()
    writer = index.writer()
    for number in range(ENOUGH_ARTICLES):
        writer.add(prepare(article(f"most{number}", f"Louga {number}", "Le port de Louga rouvre lundi.")))
    writer.add(prepare(article("few", "Thiès", "Le port dort.")))
    writer.add(prepare(article("telling", "Thiès", "De longs travaux à Thiès.")))
    writer.commit()

    results = Searcher(index.engine()).search("Le port de Louga rouvre lundi après de longs travaux")

    assert (results.total.count, results.together, results.relaxed) == (ENOUGH_ARTICLES + 1, 0, True)


def test_an_answer_counts_the_articles_with_all_the_words(searcher: Searcher) -> None:
    results = searcher.search("port louga rouvre")

    assert (results.total.count, results.together, results.relaxed) == (3, 1, False)
    assert results.results[0].article.id == "un"
    assert searcher.search("port louga").together is None
    assert searcher.search("port louga rouvre", Page(matching=Matching.ANY)).together is None


def test_a_filter_does_not_change_the_number_of_required_words(searcher: Searcher) -> None:
    line = "port louga rouvre"
    everywhere = {result.article.id for result in searcher.search(line, Page(facets=("source",))).results}
    filtered = searcher.search(line, Page(filters=(parse("source:phare"),)))

    assert {result.article.id for result in filtered.results} == everywhere & {"un", "deux"}


def test_a_relaxed_answer_keeps_the_filters(searcher: Searcher) -> None:
    results = searcher.search("pêche zanzibar dakar", Page(filters=(parse("source:phare"),)))

    assert results.relaxed
    assert [result.article.id for result in results.results] == ["deux"]


def test_filters_narrow_an_answer_and_show_in_its_tree(searcher: Searcher) -> None:
    page = Page(filters=(parse("source:phare"), parse("date:2025-11")))
    results = searcher.search("louga OR dakar", page)

    assert [result.article.id for result in results.results] == ["un"]
    assert str(results.parsed) == "(louga OR dakar) AND source:phare AND date:2025-11"
    assert results.line == "louga OR dakar"


@pytest.mark.parametrize("line", ["a", "a b", "a OR b", "a AND b", "-a", "a^2", '"a b"~3 -c'])
def test_a_narrowed_query_can_be_typed_again(line: str) -> None:
    tree = narrowed(parse(line), [parse("date:2025"), parse("source:map OR source:aps"), parse("-org:onu")])

    assert parse(str(tree)) == tree


def test_a_query_without_filters_is_left_as_it_is() -> None:
    assert narrowed(parse("a b"), []) == parse("a b")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("date:>=2025-11", ["un"]),
        ("date:hier", ["un"]),
        ("date:..2025-10", ["deux"]),
        ("date:none", ["quatre", "trois"]),
        ("date:3m", ["un", "deux"]),
    ],
)
def test_distances_in_time_count_from_today(searcher: Searcher, line: str, expected: list[str]) -> None:
    assert ids(searcher, line) == expected


def test_ranks_go_on_from_page_to_page(searcher: Searcher) -> None:
    first, second = searcher.search("*", Page(limit=3)), searcher.search("*", Page(limit=3, offset=3))

    assert [result.rank for result in first.results] == [1, 2, 3]
    assert [result.rank for result in second.results] == [4]
    assert first.total == second.total
    assert searcher.search("*", Page(offset=99)).results == ()


def test_an_answer_keeps_the_requested_order(searcher: Searcher) -> None:
    assert ids(searcher, "*", Page(sort=Sort.NEWEST)) == ["un", "deux", "quatre", "trois"]
    assert ids(searcher, "*", Page(sort=Sort.OLDEST)) == ["deux", "un", "quatre", "trois"]


def test_facets_count_the_whole_answer_and_not_the_page(searcher: Searcher) -> None:
    facets = searcher.search("*", Page(limit=1, facets=("place", "month", "year"))).facets

    assert {
        name: [(bucket.value, bucket.count) for bucket in buckets] for name, buckets in facets.items()
    } == {
        "place": [("Dakar", 2), ("Louga", 2)],
        "month": [("2025-10", 1), ("2025-11", 1), ("none", 2)],
        "year": [("2025", 2), ("none", 2)],
    }


def test_facets_have_the_name_that_was_typed(searcher: Searcher) -> None:
    assert list(searcher.search("*", Page(facets=("lieu", "place"))).facets) == ["lieu", "place"]


def test_the_facets_of_a_relaxed_answer_count_the_articles_it_shows(searcher: Searcher) -> None:
    results = searcher.search("route zanzibar", Page(facets=("source",)))

    assert [(bucket.value, bucket.count) for bucket in results.facets["source"]] == [("L’Écho", 1)]


def test_an_article_with_two_spellings_of_a_value_counts_once() -> None:
    index = MemoryIndex()
    writer = index.writer()
    writer.add(prepare(replace(ARTICLES[0], authors=("Reuters", "REUTERS"))))
    writer.commit()

    [bucket] = Searcher(index.engine()).values("author")

    assert bucket.count == 1


def test_the_values_of_a_facet_are_those_of_the_whole_index(searcher: Searcher) -> None:
    assert [(bucket.value, bucket.count) for bucket in searcher.values("personne")] == [
        ("Awa Sarr", 2),
        ("Moussa Diop", 1),
    ]


def test_an_article_is_found_by_its_id_alone(searcher: Searcher) -> None:
    second = searcher.article("deux")

    assert second is not None
    assert second.title == "La pêche attend"
    assert searcher.article("deu") is None
    assert searcher.article("port") is None


def test_a_facet_that_does_not_exist_is_an_error(searcher: Searcher) -> None:
    with pytest.raises(SearchError, match="couleur"):
        searcher.search("*", Page(facets=("couleur",)))
    with pytest.raises(SearchError, match="titre"):
        searcher.values("titre")


@pytest.mark.parametrize("line", ["", '"port', "(port", "date:31-avril", "port AND"])
def test_a_line_that_is_not_a_query_is_an_error(searcher: Searcher, line: str) -> None:
    with pytest.raises(QuerySyntaxError):
        searcher.search(line)


@pytest.mark.parametrize(
    "line", ["\ua7f7", '"\ua7f7"', "\ua7f7~", "=\ua7f7", "person:\ua7f7", 'person:"\ua7f7"']
)
def test_a_word_of_unknown_letters_finds_nothing(searcher: Searcher, line: str) -> None:
    assert searcher.search(line).total.count == 0


RANKED_LINES = [
    "Port louga",
    "port louga rouvre",
    "pêche dakar zanzibar",
    "route pluie",
    "place:dakar",
    "*",
    "rien",
]

RANKED_PAGES = [
    Page(),
    Page(limit=1),
    Page(limit=2),
    Page(limit=0),
    Page(matching=Matching.ALL),
    Page(matching=Matching.ANY),
    Page(filters=(parse("place:dakar"),)),
    Page(filters=(parse("-pluie"),)),
]


@pytest.mark.parametrize("page", RANKED_PAGES, ids=str)
@pytest.mark.parametrize("line", RANKED_LINES)
def test_a_ranking_is_the_answer_to_any_of_the_words(line: str, page: Page, searcher: Searcher) -> None:
    matching = Matching.ANY if page.matching is Matching.MOST else page.matching
    expected = searcher.search(line, replace(page, matching=matching)).results

    assert [(hit.id, hit.score) for hit in searcher.ranked(line, page)] == [
        (result.article.id, result.score) for result in expected
    ]


@pytest.fixture(params=STORE_KINDS, scope="module")
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Give an index of 48 stories, by each engine."""
    store = STORES[request.param](tmp_path_factory.mktemp("stories") / "engine")
    write(store, [_story(number) for number in range(48)])
    with closing(store.engine()) as engine:
        yield engine


@pytest.fixture
def stories(printed: Engine, monkeypatch: pytest.MonkeyPatch) -> Searcher:
    """Return a searcher of 48 stories, two of which are enough for the answer to a long query."""
    monkeypatch.setattr(search.searcher.planner, "Quorum", partial(Quorum, enough=2))
    return Searcher(printed, today=lambda: TODAY)


def _story(number: int) -> Article:
    town, subject, verb = TOWNS[number % 8], SUBJECTS[number // 8], VERBS[number % 5]
    body = f"À {town}, {subject} {verb}." + " Le fanal de Sambala brille." * (number == 7)
    return article(f"{number:02}", f"{town} : {subject}", body, source=f"Paper {number % 3}")


BEHIND = ("Louga route", "Sambala pêche école route Louga", '"la route" Bouaké -ferme')
"""Lines of which fewer articles are in the answer than have any of the words."""


@pytest.mark.parametrize("line", BEHIND)
def test_the_articles_of_the_answer_are_in_the_ranking_in_their_order(line: str, stories: Searcher) -> None:
    answer = ids(stories, line, Page(limit=100))
    ranking = [hit.id for hit in stories.ranked(line, Page(limit=100))]

    assert len(answer) < len(ranking)
    assert [hit for hit in ranking if hit in answer] == answer


@pytest.mark.parametrize("line", BEHIND)
def test_a_ranking_is_the_beginning_of_a_longer_one(line: str, stories: Searcher) -> None:
    ranking = [hit.id for hit in stories.ranked(line, Page(limit=100))]

    for limit in range(0, len(ranking), 3):
        assert [hit.id for hit in stories.ranked(line, Page(limit=limit))] == ranking[:limit]


@pytest.mark.parametrize("line", BEHIND)
def test_filters_hold_in_a_ranking(line: str, stories: Searcher) -> None:
    everywhere = {hit.id for hit in stories.ranked(line, Page(limit=100))}
    page = Page(limit=100, filters=(parse('source:"Paper 1"'), parse("-pluie")))
    filtered = {hit.id for hit in stories.ranked(line, page)}

    assert filtered == {
        hit for hit in everywhere if int(hit) % 3 == 1 and int(hit) % 5 != VERBS.index("attend la pluie")
    }


def test_a_ranking_refuses_a_line_that_is_not_a_query(searcher: Searcher) -> None:
    with pytest.raises(QuerySyntaxError):
        searcher.ranked("(port")


def test_a_searcher_closes_its_engine_behind_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = []
    engine = MemoryIndex().engine()
    monkeypatch.setattr(engine, "close", lambda: closed.append(engine))
    with Searcher(engine) as searcher:
        searcher.search("port")
        assert not closed
    assert closed == [engine]


def test_a_stream_has_the_articles_of_the_page_in_its_order(searcher: Searcher) -> None:
    for line in ("louga", "dakar", "port OR pêche", "*", "quinoa", "louga pluie travaux"):
        for sort in Sort:
            page = Page(limit=0, sort=sort)
            streamed, answer = searcher.stream(line, page), searcher.search(line, replace(page, limit=10))

            assert [hit.article for hit in streamed.hits] == [result.article for result in answer.results]
            assert (streamed.total, streamed.relaxed) == (answer.total, answer.relaxed)


def test_a_stream_ends_at_its_limit(searcher: Searcher) -> None:
    streamed = searcher.stream("*", Page(limit=2, offset=1, sort=Sort.OLDEST))

    assert [hit.article.id for hit in streamed.hits] == ["un", "quatre"]
    assert streamed.total.count == len(ARTICLES)
