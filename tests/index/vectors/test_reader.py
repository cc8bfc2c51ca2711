"""The first hits of an answer are reranked by the vectors; nothing else of the answer changes."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.document import prepare
from index.engine import Ask, Engine, Hits, Sort
from index.engines import create, open_engine, open_writer
from index.query import Boost, Or, Prefer, Query, Term
from index.vectors import renewal, reranking
from index.vectors.file import key
from index.vectors.reader import VectorFile, open_vectors
from index.vectors.reranking import CLOSENESS_WEIGHT, reranked
from tests.support.engines import LOCAL_ENGINES
from tests.support.press import sample

FIRST = 8
"""Hits that are reranked here."""

STEMS = ("port", "pluy", "sahel", "banqu", "election", "dakar", "minister", "pay", "securit")
FACETS = ("date", "source", "place")


@dataclass(frozen=True)
class Twins:
    """The same engine without vectors and with them."""

    plain: Engine
    closest: Engine
    vectors: VectorFile


@pytest.fixture(scope="module", params=LOCAL_ENGINES)
def twins(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    folder = tmp_path_factory.mktemp(request.param)
    create(request.param, folder / "engine")
    writer = open_writer(request.param, folder / "engine")
    for one in sample():
        writer.add(prepare(one))
    writer.commit()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(renewal, "_MIN_ARTICLES", 10)
        patch.setattr(reranking, "_RERANKED_HITS", FIRST)
        plain = open_engine(request.param, folder / "engine")
        renewal.Renewal(folder).write(plain, ())
        vectors = open_vectors(folder)
        assert vectors is not None
        with closing(plain), closing(open_engine(request.param, folder / "engine", vectors)) as closest:
            yield Twins(plain, closest, vectors)


def word(stem: str) -> Query:
    return Prefer(Term("stem", stem), Boost(Term("exact", stem), 0.5))


def any_of(stems: Iterable[str]) -> Query:
    return Or(tuple(map(word, stems)))


TOPICS = st.lists(st.sampled_from(STEMS), min_size=1, max_size=5, unique=True).map(tuple)
AT_RANDOM = settings(
    max_examples=60, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def names(hits: Hits) -> list[str]:
    return [hit.article.id for hit in hits.hits]


@AT_RANDOM
@given(topic=TOPICS)
def test_the_first_hits_are_in_the_order_of_score_and_closeness_and_the_others_stay(
    twins: Twins, topic: tuple[str, ...]
) -> None:
    query, ask = any_of(topic), Ask(1000, topic=topic)
    plain, closest = (engine.search(query, ask).hits for engine in (twins.plain, twins.closest))
    near = twins.vectors.near(topic)
    if near is None:
        assert closest == plain
        return
    best = max(hit.score for hit in plain)
    nearness = near([key(hit.article.id) for hit in plain[:FIRST]])
    raised = [
        hit.score + CLOSENESS_WEIGHT * best * closeness
        for hit, closeness in zip(plain, nearness, strict=False)
    ]

    assert [hit.score for hit in closest[:FIRST]] == pytest.approx(sorted(raised, reverse=True), abs=0.01)
    assert {hit.article.id for hit in closest[:FIRST]} == {hit.article.id for hit in plain[:FIRST]}
    assert closest[FIRST:] == plain[FIRST:]
    scores = [hit.score for hit in closest]
    assert scores == sorted(scores, reverse=True)


@AT_RANDOM
@given(topic=TOPICS, pages=st.lists(st.integers(1, 12), min_size=1, max_size=8))
def test_pages_of_any_length_put_together_are_the_answer(
    twins: Twins, topic: tuple[str, ...], pages: list[int]
) -> None:
    query, together = any_of(topic), list[str]()
    for limit in pages:
        together += names(twins.closest.search(query, Ask(limit, len(together), topic=topic)))

    assert together == names(twins.closest.search(query, Ask(1000, topic=topic)))[: sum(pages)]


@AT_RANDOM
@given(topic=TOPICS)
def test_totals_facets_and_orders_of_time_are_as_without_vectors(
    twins: Twins, topic: tuple[str, ...]
) -> None:
    query = any_of(topic)
    for sort in Sort:
        ask = Ask(0 if sort is Sort.RELEVANCE else 5, 2, sort, FACETS, topic=topic)
        closest, plain = twins.closest.search(query, ask), twins.plain.search(query, ask)
        assert closest == plain
        assert closest.count_facets() == plain.count_facets()
    ask = Ask(5, facets=FACETS, topic=topic)
    assert twins.closest.search(query, ask).total == twins.plain.search(query, ask).total


def test_vectors_change_an_order(twins: Twins) -> None:
    query, ask = any_of(STEMS), Ask(FIRST, topic=tuple(STEMS))

    assert names(twins.closest.search(query, ask)) != names(twins.plain.search(query, ask))


def test_an_answer_without_a_topic_is_not_reranked(twins: Twins) -> None:
    query = any_of(STEMS)

    assert twins.closest.search(query, Ask(50)) == twins.plain.search(query, Ask(50))
    assert twins.closest.ranked(query, 50) == twins.plain.ranked(query, 50)


def test_an_article_or_a_word_of_which_nothing_is_known_is_close_to_nothing(twins: Twins) -> None:
    near = twins.vectors.near(["sahel"])

    assert near is not None
    assert list(near([key("nobody")])) == [0.0]
    assert twins.vectors.near(["xyzzy"]) is None


@AT_RANDOM
@given(
    st.lists(st.tuples(st.integers(0, 9).map(float), st.sampled_from([0.0, 0.25, 0.5, 1.0])), max_size=12),
    st.integers(1, 12),
)
def test_the_first_hits_are_those_of_all_of_them_reranked(
    scored: list[tuple[float, float]], most: int
) -> None:
    scored.sort(key=lambda one: -one[0])
    hits = [(score, number) for number, (score, _) in enumerate(scored)]
    nearness = [near for _, near in scored]

    assert reranked(hits, nearness, most) == reranked(hits, nearness, len(hits))[:most]


def test_no_hit_is_looked_at_that_cannot_be_among_the_first() -> None:
    asked = iter([0.0, 1.0, 0.0])

    assert reranked([(8.0, "a"), (7.0, "b"), (4.0, "c")], asked, 1) == [(9.0, "b")]
    assert list(asked) == [0.0]


def test_vectors_are_read_without_numpy() -> None:
    code = "import sys, index.vectors.reader, index.engines.tantivy, index.engines.whoosh.engine; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
