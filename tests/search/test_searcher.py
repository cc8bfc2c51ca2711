"""From a line to a page of results, on a few articles."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import search.searcher
from corpus import Article, Found
from corpus.dates.print_date import PrintDate
from corpus.duplicates import runs
from index.build import build
from index.document import prepare
from index.engine import Sort
from search.commandline.opening import open_searcher
from search.errors import QuerySyntaxError, SearchError
from search.language import parse
from search.planning.plan import Matching
from search.planning.quorum import ENOUGH_ARTICLES, Quorum
from search.searcher import Page, Searcher, narrowed
from tests.index.engines.stores import STORES, write
from tests.support.oracle import MemoryIndex
from tests.support.press import SUBJECTS, TOWNS, VERBS, article, write_lines

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


def test_a_result_lists_the_same_story_in_another_paper(home: Path) -> None:
    searcher = open_searcher(home)
    [wire] = searcher.search("Cinq saisons des pluies insuffisantes", Page(limit=1)).results

    [twin] = wire.duplicates

    assert twin.id != wire.article.id
    assert twin.source != wire.article.source
    [back] = [
        one
        for one in searcher.search("Cinq saisons des pluies insuffisantes").results
        if one.article.id == twin.id
    ]
    assert wire.article.id in {other.id for other in back.duplicates}


def test_a_story_is_one_result_where_its_first_article_would_stand(home: Path) -> None:
    """All of its articles are counted.  By relevance the fullest is shown; in the orders of time the first, by its day."""
    searcher = open_searcher(home)
    for sort in Sort:
        every = searcher.search("*", Page(limit=1000, sort=sort))
        folded = searcher.search("*", Page(limit=1000, sort=sort, folded=True))
        stories: list[list[Article]] = []
        for result in every.results:
            printings = {result.article.id, *(twin.id for twin in result.duplicates)}
            if not any(printings & {one.id for one in story} for story in stories):
                stories.append([one.article for one in every.results if one.article.id in printings])
        assert len(stories) < len(every.results) == every.total.count == folded.total.count
        assert folded.stories == folded.last == len(stories) == len(folded.results)
        assert [result.rank for result in folded.results] == list(range(1, len(stories) + 1))
        for result, story in zip(folded.results, stories, strict=True):
            assert {result.article.id, *(twin.id for twin in result.duplicates)} == {one.id for one in story}
            lengths = {one.id: len(runs(one.body)) for one in story}
            assert result.article.id == story[0].id or lengths[result.article.id] == max(lengths.values())
            if sort is not Sort.RELEVANCE:
                assert result.article.id == story[0].id
        assert (every.stories, every.last, every.folded) == (None, every.total.count, False)


WIRE_WORDS = [f"mot{number}" for number in range(80)]


@pytest.mark.parametrize(
    ("line", "sort", "shown", "others"),
    [
        ("mot1", Sort.RELEVANCE, "whole", ["later", "cut", "short"]),
        ("mot1 -source:phare", Sort.RELEVANCE, "later", ["whole", "cut", "short"]),
        ("mot1 source:echo", Sort.RELEVANCE, "cut", ["whole", "later", "short"]),
        ("mot1", Sort.NEWEST, "later", ["whole", "cut", "short"]),
        ("mot1", Sort.OLDEST, "short", ["whole", "later", "cut"]),
    ],
)
def test_the_fullest_printing_that_matches_leads_and_of_equal_ones_the_oldest(
    tmp_path: Path, line: str, sort: Sort, shown: str, others: list[str]
) -> None:
    printings = {
        "short": ("Le Jour", "2025-03-03", 45),
        "cut": ("L’Écho", "2025-03-04", 60),
        "whole": ("Le Phare", "2025-03-04", 80),
        "later": ("Sahel-Matin", "2025-03-05", 80),
    }
    write_lines(
        tmp_path / "a.jsonl",
        [
            {
                "id": name,
                "titre": "Le port",
                "texte": " ".join(WIRE_WORDS[:words]),
                "date": day,
                "journal": source,
            }
            for name, (source, day, words) in printings.items()
        ],
    )
    build(tmp_path / ".manchette", [tmp_path])
    [result] = open_searcher(tmp_path / ".manchette").search(line, Page(sort=sort, folded=True)).results

    assert result.article.id == shown
    assert [twin.id for twin in result.duplicates] == others


def test_the_pages_of_a_folded_answer_follow_one_another(home: Path) -> None:
    searcher = open_searcher(home)
    whole = searcher.search("le", Page(limit=1000, folded=True))
    pages = [
        searcher.search("le", Page(limit=7, offset=offset, folded=True)) for offset in range(0, whole.last, 7)
    ]
    assert [result for page in pages for result in page.results] == list(whole.results)
    assert [page.stories for page in pages] == [None] * (len(pages) - 1) + [whole.stories]


def test_a_duplicate_beyond_the_filter_is_named_and_not_counted(home: Path) -> None:
    searcher = open_searcher(home)
    [wire] = searcher.search("Cinq saisons des pluies insuffisantes", Page(limit=1)).results
    own = parse(f'source:"{wire.article.source}"')
    [result] = searcher.search(
        "Cinq saisons des pluies insuffisantes", Page(limit=1, filters=(own,), folded=True)
    ).results
    assert result.duplicates == wire.duplicates != ()


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


@pytest.fixture(params=list(STORES))
def stories(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Searcher:
    """Return a searcher of 48 stories, two of which are enough for the answer to a long query."""
    monkeypatch.setattr(search.searcher, "Quorum", partial(Quorum, enough=2))
    store = STORES[request.param](tmp_path / "engine")
    write(store, [_story(number) for number in range(48)])
    return Searcher(store.engine(), today=lambda: TODAY)


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
