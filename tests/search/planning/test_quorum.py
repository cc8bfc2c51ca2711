"""What an article must have of a long query."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.document import prepare
from index.engine import Ask, Engine
from index.query import AtLeast, Everything, Query
from search.language import parse
from search.planning.plan import Matching, plan
from search.planning.quorum import ENOUGH_ARTICLES, Quorum
from tests.search.planning.asked import TODAY
from tests.support.oracle import MemoryIndex
from tests.support.press import article

WORDS = ("fanal", "grue", "quai", "lundi", "port", "ville")

SEVERAL = settings(max_examples=40, derandomize=True, database=None, deadline=None)

Story = frozenset[str]
"""The words of an article."""


def engine_of(stories: Sequence[Story | set[str]]) -> Engine:
    index = MemoryIndex()
    writer = index.writer()
    for number, words in enumerate(stories):
        writer.add(
            prepare(article(str(number), "Brève", " ".join(sorted(words)), source=f"Paper {number % 3}"))
        )
    writer.commit()
    return index.engine()


@cache
def many() -> Engine:
    """Return 600 articles: `fanal` is in one of them, `quai` in 6, `lundi` in 60, `port` in 300, `ville` in all."""
    rates = {"fanal": 600, "quai": 100, "lundi": 10, "port": 2, "ville": 1}
    return engine_of([{word for word, rate in rates.items() if not number % rate} for number in range(600)])


def asked(line: str, engine: Engine, enough: int = 2, matching: Matching = Matching.MOST) -> Query:
    return plan(parse(line), TODAY, matching, quorum=Quorum(engine, enough))


def found(query: Query, engine: Engine) -> set[str]:
    return {hit.article.id for hit in engine.search(query, Ask(1000)).hits}


def weights(line: str, engine: Engine) -> tuple[int, ...]:
    query = asked(line, engine)
    assert isinstance(query, AtLeast)
    return query.weights


STORIES = st.lists(st.frozensets(st.sampled_from(WORDS), max_size=3), min_size=1, max_size=60)
"""Up to 60 articles, so that some words weigh 2 and others 1."""
LINES = st.lists(st.sampled_from([*WORDS, "zanzibar"]), min_size=3, max_size=7, unique=True).map(" ".join)
ENOUGH = st.integers(1, 8)


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    assert weights("fanal quai lundi port ville", many()) == (3, 2, 1, 1, 1)


def test_the_one_rare_word_is_enough_and_one_common_word_is_not() -> None:
    """The words weigh 6 together, a quarter of it is 2: `fanal` weighs 3, `port` 1."""
    engine = many()
    answer = found(asked("fanal lundi port dorment", engine), engine)

    assert "0" in answer  # fanal
    assert "10" in answer  # lundi and port
    assert answer.isdisjoint({"2", "4"})  # port alone


def test_a_word_that_no_article_has_is_left_out() -> None:
    engine = many()

    assert asked("fanal lundi port zanzibar comores", engine) == asked("fanal lundi port", engine)


def test_of_words_that_no_article_has_nothing_is_found() -> None:
    engine = many()

    assert found(asked("zanzibar comores antananarivo", engine), engine) == set()


def test_a_phrase_and_a_pattern_weigh_by_the_articles_that_have_them() -> None:
    assert weights('"fanal lundi" qua* port', many()) == weights("fanal quai port", many())


def test_a_word_weighs_the_same_whatever_it_scores() -> None:
    assert weights("fanal^9 lundi^0.1 port", many()) == weights("fanal lundi port", many())


def test_enough_articles_are_in_an_answer_that_has_no_number_of_its_own() -> None:
    engine = many()

    assert Quorum(engine)([asked("port", engine)]) == Quorum(engine, ENOUGH_ARTICLES)([asked("port", engine)])


@SEVERAL
@given(STORIES, ENOUGH)
def test_the_weights_never_grow_with_the_number_of_articles(stories: list[Story], enough: int) -> None:
    engine = engine_of(stories)
    query = asked(" ".join(WORDS), engine, enough)
    numbers = {word: sum(word in story for story in stories) for word in WORDS}
    present = [number for number in numbers.values() if number]

    if present:
        assert isinstance(query, AtLeast)
        by_number = sorted(zip(present, query.weights, strict=True))
        assert [weight for _, weight in by_number] == sorted(query.weights, reverse=True)
        assert min(query.weights) >= 1


@SEVERAL
@given(STORIES, LINES, ENOUGH)
def test_an_answer_lies_between_those_to_all_and_to_any_of_the_words(
    stories: list[Story], line: str, enough: int
) -> None:
    engine = engine_of(stories)
    every, most, some = (
        found(asked(line, engine, enough, matching), engine)
        for matching in (Matching.ALL, Matching.MOST, Matching.ANY)
    )

    assert every <= most <= some


@SEVERAL
@given(STORIES, LINES, ENOUGH)
def test_an_answer_has_enough_articles_where_as_many_have_any_of_the_words(
    stories: list[Story], line: str, enough: int
) -> None:
    engine = engine_of(stories)
    most, some = (found(asked(line, engine, enough, how), engine) for how in (Matching.MOST, Matching.ANY))

    assert len(most) >= min(enough, len(some))


@SEVERAL
@given(STORIES, LINES, ENOUGH)
def test_the_more_articles_are_enough_the_more_are_in_the_answer(
    stories: list[Story], line: str, enough: int
) -> None:
    engine = engine_of(stories)

    assert found(asked(line, engine, enough), engine) <= found(asked(line, engine, enough + 1), engine)


@SEVERAL
@given(
    STORIES, LINES, ENOUGH, st.sampled_from(["-port", "source:1", "source:paper", "titre:brève", "date:2025"])
)
def test_a_filter_only_narrows_an_answer(
    stories: list[Story], line: str, enough: int, condition: str
) -> None:
    engine = engine_of(stories)
    answer = found(asked(line, engine, enough), engine)

    assert found(asked(f"{line} {condition}", engine, enough), engine) == answer & found(
        asked(condition, engine), engine
    )


@SEVERAL
@given(STORIES, LINES, ENOUGH, st.data())
def test_an_article_of_an_answer_stays_when_it_gets_one_more_of_the_words(
    stories: list[Story], line: str, enough: int, data: st.DataObject
) -> None:
    engine = engine_of(stories)
    answer = found(asked(line, engine, enough), engine)
    if answer:
        number = int(data.draw(st.sampled_from(sorted(answer))))
        stories[number] |= {data.draw(st.sampled_from(line.split()))}
        changed = engine_of(stories)
        assert str(number) in found(asked(line, changed, enough), changed)


@pytest.mark.parametrize("line", ["fanal lundi port", "zanzibar comores lundi", "le la les"])
def test_an_engine_without_articles_finds_nothing(line: str) -> None:
    engine = engine_of([])

    assert found(asked(line, engine), engine) == found(Everything(), engine) == set()
