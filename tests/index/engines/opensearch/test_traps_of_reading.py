"""The traps for who reads a cluster: each is still there, and our engine is not in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.dates.print_date import PrintDate
from index.engine import Ask, Engine, Sort, count
from index.engines.opensearch.engine import OpenSearchEngine
from index.errors import Unsupported
from index.query import (
    Among,
    And,
    AtLeast,
    Boost,
    Everything,
    Fuzzy,
    Glob,
    Not,
    Or,
    Phrase,
    Prefer,
    Query,
    Term,
)
from tests.index.engines.stores import Store, store_on_cluster, write
from tests.support.failures import raises, refused
from tests.support.opensearch.cluster import Cluster
from tests.support.press import article

pytestmark = pytest.mark.opensearch

PORT = Term("exact", "port")
ALIKE = 180
"""Articles that differ by the last two letters of one word; of any three shards one has more than 50 of them."""

LONG, HUGE = "é" * 300, "ab" * 4500


@pytest.fixture(scope="module")
def press(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return three shards of articles with the same word but for its end, and of one with a long word, names and signs."""
    assert cluster.urls
    store = store_on_cluster(3)(tmp_path_factory.mktemp("traps"))
    spellings = [
        article(f"{number:03}", "Le port", f"Le quai {ending(number)}.", date=dated(number))
        for number in range(ALIKE)
    ]
    names = ("Awa Sarr", "x" * 40_000, "y" * 8200, "z " * 2500, "Awa\x1fSarr")
    odd = article(
        "odd", "Un\x00 titre\x1b[31m", f"{LONG} et {HUGE}, puis\x1cfin\x7f.", person=names, source="L\x1fÉcho"
    )
    write(store, [*spellings, odd])
    return store


def ending(number: int) -> str:
    """Return another word for each number, within two edits of the others."""
    return f"mot{number // 18}{chr(97 + number % 18)}"


def dated(number: int) -> PrintDate:
    return PrintDate(2025, 1, 1 + number % 28)


@pytest.fixture(scope="module")
def ours(press: Store) -> Iterator[Engine]:
    engine = press.engine()
    yield engine
    engine.close()


Theirs = Callable[[dict[str, Any]], Any]


@pytest.fixture
def theirs(cluster: Cluster, ours: Engine) -> Theirs:
    """Return what asks the cluster alone for articles of the same index."""
    assert isinstance(ours, OpenSearchEngine)
    path = f"/{ours._location.index}/_search"
    return lambda asked: cluster.ask("POST", path, asked)


def total(theirs: Theirs, query: dict[str, Any]) -> int:
    answer = theirs({"query": query, "size": 0, "track_total_hits": True})
    return int(answer["hits"]["total"]["value"])


def ids(engine: Engine, query: Query, ask: Ask = Ask(1000)) -> list[str]:  # noqa: B008 - frozen
    return [hit.article.id for hit in engine.search(query, ask).hits]


def test_a_total_stops_where_it_is_not_asked_for(theirs: Theirs, ours: Engine) -> None:
    cut = theirs({"query": {"term": {"exact": "port"}}, "track_total_hits": 20})
    assert cut["hits"]["total"] == {"value": 20, "relation": "gte"}  # 10,000 if nothing is said
    assert ours.search(PORT, Ask(5)).total.count == count(ours, PORT) == ALIKE


def test_a_page_beyond_the_window_is_refused_and_neither_order_has_one(
    theirs: Theirs, ours: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with refused(400):
        theirs({"from": 9_999, "size": 2})

    pages = {sort: ids(ours, PORT, Ask(50, 8, sort)) for sort in Sort}
    assert {len(page) for page in pages.values()} == {50}
    monkeypatch.setattr("index.engines.opensearch.engine.MAX_HITS", 7)
    assert {sort: ids(ours, PORT, Ask(50, 8, sort)) for sort in Sort} == pages
    assert len(ours.ids()) == ALIKE + 1


def test_fifty_of_the_words_like_another_are_looked_for(theirs: Theirs, ours: Engine) -> None:
    assert total(theirs, {"fuzzy": {"exact": {"value": "mot0a", "fuzziness": 2}}}) < ALIKE
    assert len(ids(ours, Fuzzy("exact", "mot0a", 2))) == ALIKE
    assert len(ours.alike("exact", "mot0a", 2)) == ALIKE - 1


def test_three_edits_are_two_to_the_cluster_and_refused_here(theirs: Theirs, ours: Engine) -> None:
    assert total(theirs, {"fuzzy": {"exact": {"value": "porabc", "fuzziness": 3}}}) == 0
    with raises(Unsupported, "index.too_many_edits", "mend.fewer_edits"):
        ours.search(Fuzzy("exact", "port", 3), Ask())


def test_no_clause_at_all_matches_everything(theirs: Theirs, ours: Engine) -> None:
    assert total(theirs, {"bool": {"should": []}}) == ALIKE + 1
    assert ids(ours, Or(())) == []
    assert len(ids(ours, And(()))) == ALIKE + 1


def test_a_weight_below_nothing_is_refused_and_one_of_nothing_is_a_filter(
    theirs: Theirs, ours: Engine
) -> None:
    with refused(400):
        theirs({"query": {"bool": {"must": [{"match_all": {}}], "boost": -1}}})
    hits = ours.search(Prefer(Boost(PORT, 0.0), Boost(Term("exact", "mot0a"), 0.0)), Ask(1000)).hits
    assert {hit.score for hit in hits} == {0.0}
    assert len(hits) == ALIKE


@pytest.mark.parametrize(
    "query",
    [
        Or(tuple(Term("exact", f"{number}") for number in range(1100))),
        AtLeast(tuple(Term("exact", f"{number}") for number in range(1100)), (2,) * 1100, 2),
        And((PORT, Not(Or(tuple(Or((Term("exact", f"{n}"), Term("stem", f"{n}"))) for n in range(600)))))),
    ],
    ids=["or", "weights", "nested"],
)
def test_more_than_1024_clauses_are_refused_in_words(ours: Engine, query: Query) -> None:
    with raises(Unsupported, "cluster.too_many_clauses", "mend.fewer_words"):
        ours.search(query, Ask())
    with raises(Unsupported, "cluster.too_many_clauses", "mend.fewer_words"):
        count(ours, query)


def test_a_clause_of_any_weight_is_one_clause(ours: Engine) -> None:
    """It stood there as often as it weighed."""
    words = tuple(Term("exact", word) for word in ("port", "mot0a", "mot1b"))
    assert ids(ours, AtLeast(words, (400, 400, 400), 401)) == ["019", "000"]


def test_many_ids_are_asked_for_at_once(ours: Engine) -> None:
    """A list of terms has 65,536 at most."""
    many = frozenset(f"absent{number}" for number in range(70_000)) | {"007", "odd", ""}
    assert ids(ours, Among(many)) == ["007", "odd"]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda query: And((Not(query),)),
        lambda query: AtLeast((query, Term("exact", "absent")), (1, 1), 1),
        lambda query: AtLeast((query, Term("exact", "absent")), (3, 2), 3),
        lambda query: Prefer(Boost(Or((query,)), 1.0), Term("exact", "mot0a")),
    ],
    ids=["not", "any", "weights", "prefer"],
)
def test_clauses_within_clauses_take_no_room_of_their_own(
    ours: Engine, wrap: Callable[[Query], Query]
) -> None:
    """Fifteen parentheses around words with weights took 2 s, and 25 no end: each doubled what it held."""
    query: Query = PORT
    for _ in range(24):
        query = wrap(query)
    assert count(ours, query) == len(ids(ours, query)) == ALIKE


def test_patterns_take_the_time_of_their_letters(ours: Engine) -> None:
    assert (
        len(ids(ours, Or(tuple(Glob("exact", f"*{letter}*") for letter in "abcdefghijmort" * 5))))
        == ALIKE + 1
    )
    assert ids(ours, Glob("exact", "*a*b" * 60)) == ["odd"]
    assert ids(ours, Glob("exact", "?" * 1200)) == []
    assert ids(ours, Glob("exact", "*" * 5000)) != []


def test_what_a_pattern_or_an_expression_would_read_is_read_as_it_is(ours: Engine) -> None:
    for pattern in ("mot0[a-c]", "mot0a|mot0b", "mot0\\a", "mot0\\", "mot0.", "~mot0a", "mot0@"):
        assert ids(ours, Glob("exact", pattern)) == []
    assert ids(ours, Phrase("exact", ("le", "quai", "mot0a", "AND", "OR"), 2)) == []


def test_what_is_no_text_is_found_nowhere(ours: Engine) -> None:
    """It was sent as `?`, which is any letter in a pattern."""
    for query in (Glob("exact", "\udce9*"), Term("exact", "\udce9"), Term("exact", "\ud83d\ude00")):
        assert ids(ours, query) == []


def test_an_article_scores_the_same_on_every_shard(theirs: Theirs, ours: Engine) -> None:
    asked = {"query": {"term": {"exact": "port"}}, "size": ALIKE}
    scores = {round(hit["_score"], 4) for hit in theirs(asked)["hits"]["hits"]}
    assert len(scores) > 1
    hits = ours.search(PORT, Ask(1000)).hits
    assert len({hit.score for hit in hits}) == 1
    assert [hit.article.id for hit in hits] == ids(ours, PORT, Ask(1000, sort=Sort.NEWEST))


@pytest.mark.parametrize(
    ("query", "score"),
    [
        (Term("person", "sarr"), 1.0),
        (Glob("exact", "mot*"), 1.0),
        (And((Fuzzy("exact", "mot0a", 1), Glob("exact", "q*"), Everything())), 2.0),
        (Boost(Term("person", "sarr"), 3.0), 3.0),
        (Not(PORT), 0.0),
    ],
    ids=str,
)
def test_what_is_not_weighed_has_one_score(theirs: Theirs, ours: Engine, query: Query, score: float) -> None:
    """The rarer a name, the more it weighed."""
    [hit] = theirs({"query": {"term": {"person": "sarr"}}})["hits"]["hits"]
    assert hit["_score"] != 1.0
    for sort in Sort:
        assert {hit.score for hit in ours.search(query, Ask(1000, sort=sort)).hits} == {score}


def test_a_word_of_300_letters_is_one_word(ours: Engine) -> None:
    """It was cut at 255 letters without a word."""
    assert ids(ours, Term("exact", "e" * 300)) == ["odd"]
    assert ids(ours, Term("exact", "e" * 255)) == []


def test_a_word_of_9000_letters_costs_an_article_that_word_alone(ours: Engine) -> None:
    for query in (Term("exact", "fin"), Phrase("exact", ("puis", "fin")), Term("title_exact", "titre")):
        assert ids(ours, query) == ["odd"]
    assert ids(ours, Term("exact", HUGE)) == []


def test_a_name_of_any_length_costs_an_article_its_count_alone(ours: Engine) -> None:
    """More than 32,766 bytes in a column, and the whole article was refused."""
    hits = ours.search(Everything(), Ask(1000, facets=("person", "source"), values=10))
    assert {name[:9]: found for name, found in hits.count_facets()["person"].items()} == {
        "Awa Sarr": 1,
        "y" * 9: 1,
        "z z z z z": 1,
    }
    every = ours.search(Everything(), Ask(0, facets=("person",), values=None)).count_facets()["person"]
    assert every == hits.count_facets()["person"]
    [odd] = [hit.article for hit in hits.hits if hit.article.id == "odd"]
    assert odd.person[1] == "x" * 40_000


def test_signs_that_no_one_sees_come_back_as_they_were(ours: Engine) -> None:
    [odd] = ours.search(Among(frozenset(("odd",))), Ask(facets=("source",))).hits
    assert (odd.article.title, odd.article.source) == ("Un\x00 titre\x1b[31m", "L\x1fÉcho")
    assert odd.article.body.endswith("puis\x1cfin\x7f.")


def test_the_spellings_of_many_names_are_asked_for_in_parts(cluster: Cluster, tmp_path: Path) -> None:
    """A regular expression of more than 1,000 letters is refused, and 200 names that tie have one of 5,000."""
    store = store_on_cluster(1)(tmp_path)
    signs = "".join(chr(code) for code in range(33, 127))
    people = tuple(
        f"Nom {signs[number % 94]}très{signs[-number % 94]} long {number}" for number in range(200)
    )
    write(store, [article("a", "Titre", "Corps.", person=people), article("b", "Titre", "Le port.")])
    engine = store.engine()
    counted = engine.search(Everything(), Ask(0, facets=("person",), values=50)).count_facets()["person"]
    assert len(counted) == 50
    assert set(counted) < set(people)
    engine.close()
    assert cluster.urls


def test_the_articles_of_a_closed_reader_hold_no_room(cluster: Cluster, press: Store) -> None:
    """A node has 300 points in time; each is one of every shard."""
    before = points(cluster)
    readers = [press.engine() for _ in range(3)]
    assert points(cluster) == before + 9
    for reader in readers:
        reader.close()
    assert points(cluster) == before


def points(cluster: Cluster) -> int:
    answer: Any = cluster.ask("GET", "/_nodes/stats/indices/search")
    [node] = answer["nodes"].values()
    return int(node["indices"]["search"]["point_in_time_current"])
