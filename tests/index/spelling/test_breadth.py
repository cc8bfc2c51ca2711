"""What the parts of a query cost, and that a query which costs too much is refused."""

from pathlib import Path

import pytest

from index.document import prepare
from index.engine import Ask, Engine
from index.engines import create, open_engine, open_writer
from index.errors import Unsupported
from index.query import And, Boost, Fuzzy, Glob, Not, Or, Phrase, Prefer, Query, Term
from index.spelling import breadth
from index.spelling.breadth import Meter, patterns, too_frequent, too_wide
from tests.support.engines import LOCAL_ENGINES
from tests.support.failures import raises
from tests.support.press import article, story

WIDE, OTHER, NARROW = Glob("exact", "*e*"), Glob("exact", "*a*"), Glob("exact", "ziguinch*")

ARTICLES = 400
WORDS = tuple(f"mot{letter}" for letter in "abcdefghijklmnopqrst")


@pytest.fixture(params=LOCAL_ENGINES)
def engine(tmp_path: Path, request: pytest.FixtureRequest) -> Engine:
    folder = tmp_path / "engine"
    create(request.param, folder)
    writer = open_writer(request.param, folder)
    for number in range(40):
        writer.add(prepare(article(str(number), "", story(number))))
    writer.commit()
    return open_engine(request.param, folder)


def narrow(monkeypatch: pytest.MonkeyPatch, microseconds: int) -> None:
    monkeypatch.setattr(breadth, "MAX_MICROSECONDS", microseconds)


@pytest.mark.parametrize(
    "query", [WIDE, Not(WIDE), And((Term("stem", "port"), Not(WIDE))), Boost(WIDE, 0.0), Prefer(WIDE, NARROW)]
)
def test_a_query_whose_patterns_cost_too_much_is_refused_with_the_costliest(
    engine: Engine, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow(monkeypatch, 1)

    with raises(Unsupported, "index.patterns_too_wide", "mend.more_letters") as refused:
        engine.search(query, Ask())

    assert refused.value.message.values["pattern"] == "*e*"
    with raises(Unsupported, "index.patterns_too_wide", "mend.more_letters"):
        engine.ranked(query, 10)
    with raises(Unsupported, "index.patterns_too_wide", "mend.more_letters"):
        engine.quorum({Term("stem", "port"): 1, query: 1}, 1)


def test_what_is_refused_once_is_refused_always_and_what_is_answered_stays_answered(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = Or((WIDE, OTHER, NARROW, Fuzzy("exact", "segou", 1)))
    before = engine.search(every, Ask()).total.count
    narrow(monkeypatch, 1)
    for _ in range(2):
        with raises(Unsupported, "index.patterns_too_wide", "mend.more_letters"):
            engine.search(every, Ask())
    monkeypatch.undo()

    assert engine.search(every, Ask()).total.count == before == 40


def test_a_pattern_that_is_typed_twice_costs_no_more(engine: Engine) -> None:
    assert engine.search(And((WIDE,) * 500), Ask()).total.count == 40


def test_the_costliest_part_is_named() -> None:
    meter = Meter(1)
    meter.add(500_000, too_wide(WIDE, 7))
    meter.add(299_000, too_frequent(Phrase("exact", ("le", "port", "la"), 3)))

    with raises(Unsupported, "index.patterns_too_wide", "mend.more_letters"):
        meter.add(2_000, too_frequent(Phrase("exact", ("de", "la"), 3)))


@pytest.mark.parametrize("excluded", [False, True])
def test_a_loose_phrase_of_words_that_stand_everywhere_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, excluded: bool
) -> None:
    phrase = Phrase("exact", ("mot", "de", "mot"), 9)
    for name in LOCAL_ENGINES:
        create(name, tmp_path / name)
        writer = open_writer(name, tmp_path / name)
        for number in range(40):
            writer.add(prepare(article(str(number), "", "mot de la fin du mot " * 20)))
        writer.commit()
        opened = open_engine(name, tmp_path / name)
        narrow(monkeypatch, 1_000)
        with raises(Unsupported, "index.phrase_too_frequent", "mend.shorter_phrase"):
            opened.search(Not(phrase) if excluded else phrase, Ask())
        monkeypatch.undo()
        assert opened.search(phrase, Ask()).total.count == 40


@pytest.fixture
def everywhere(tmp_path: Path) -> Engine:
    """Return an index of Whoosh in which each article has the same twenty words."""
    create("whoosh", tmp_path)
    writer = open_writer("whoosh", tmp_path)
    for number in range(ARTICLES):
        writer.add(prepare(article(str(number), "", " ".join(WORDS))))
    writer.commit()
    return open_engine("whoosh", tmp_path)


def any_form(word: str) -> Query:
    """Return a word as the language asks for it: its stem, and its form for the score."""
    return Prefer(Term("stem", word), Boost(Term("exact", word), 0.1))


def test_twelve_words_that_each_article_has_are_answered_and_twenty_are_refused(
    everywhere: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow(monkeypatch, breadth.MAX_MICROSECONDS * ARTICLES // 36_016)
    words = list(map(any_form, WORDS))

    assert everywhere.search(Or(tuple(words[:12])), Ask()).total.count == ARTICLES
    # A quorum reads the stems alone, which is half of the work.
    assert everywhere.quorum(dict.fromkeys(words[:18], 1), 1) == 18
    for query in (Or(tuple(words)), And(tuple(words)), Or((words[0],) * 20)):
        with raises(Unsupported, "index.words_too_frequent", "mend.fewer_words"):
            everywhere.search(query, Ask())
    narrow(monkeypatch, breadth.MAX_MICROSECONDS * ARTICLES // 36_016 // 2)
    with raises(Unsupported, "index.words_too_frequent", "mend.fewer_words"):
        everywhere.quorum(dict.fromkeys(words, 1), 1)


def test_one_phrase_that_each_article_has_is_answered_and_five_are_refused(
    everywhere: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow(monkeypatch, breadth.MAX_MICROSECONDS * ARTICLES // 36_016)
    pairs = [Phrase("exact", (WORDS[n], WORDS[n + 1])) for n in range(5)]

    assert everywhere.search(pairs[0], Ask()).total.count == ARTICLES
    assert everywhere.search(Or((pairs[0],) * 5), Ask()).total.count == ARTICLES
    for query in (And(tuple(pairs)), Or(tuple(pairs)), Not(Or(tuple(pairs)))):
        with raises(Unsupported, "index.phrases_too_frequent", "mend.fewer_words"):
            everywhere.search(query, Ask())


def test_a_sentence_costs_what_its_rarest_word_costs(
    everywhere: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow(monkeypatch, 1)

    assert everywhere.search(Phrase("exact", (*WORDS, "ziguinchor")), Ask()).total.count == 0


def test_a_larger_index_may_cost_more() -> None:
    assert Meter(1).limit == Meter(36_016).limit == breadth.MAX_MICROSECONDS
    assert Meter(72_032).limit == 2 * breadth.MAX_MICROSECONDS


def test_the_patterns_of_a_query_are_those_that_it_excludes_as_well() -> None:
    query = And((WIDE, Not(OTHER), Boost(Or((NARROW, Term("stem", "port"))), 2.0), Prefer(WIDE, OTHER)))

    assert patterns(query) == [WIDE, OTHER, NARROW]
