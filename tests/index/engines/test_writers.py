"""What is added, removed, cancelled and committed is what every engine then has."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import strategies as st

from corpus import Found
from corpus.dates.print_date import PrintDate
from corpus.records import replace
from index.document import prepare
from index.engine import Ask, Sort
from index.query import And, Everything, Phrase, Term
from tests.index.engines.stores import (
    FACETS,
    STORES,
    Store,
    asked,
    found,
    listed,
    memory_store,
    of_every_engine,
    write,
)
from tests.support.press import article

ONE, TWO, THREE = (
    article(name, f"Titre {name}", f"Le port de {name} rouvre.", source=name) for name in "abc"
)
PORT = Term("exact", "port")
HUGE = 1 << 60


def test_nothing_is_seen_before_the_commit(store: Store) -> None:
    write(store, [ONE])
    writer = store.writer()
    writer.add(prepare(TWO))
    before = found(store, PORT)
    writer.commit()

    assert (before, found(store, PORT)) == (["a"], ["a", "b"])


def test_what_is_cancelled_is_forgotten(store: Store) -> None:
    write(store, [ONE])
    writer = store.writer()
    writer.remove("a")
    writer.add(prepare(TWO))
    writer.cancel()

    assert found(store, PORT) == ["a"]


def test_a_reader_answers_as_when_it_was_opened(store: Store) -> None:
    write(store, [ONE, TWO])
    reader = store.engine()
    write(store, [THREE], removed=["a", "b"])

    assert (reader.ids(), found(store, PORT)) == ({"a", "b"}, ["c"])
    assert reader.search(PORT, Ask()).total.count == 2
    reader.close()


def test_removing_what_is_not_there_does_nothing(store: Store) -> None:
    write(store, [ONE], removed=["z"])
    write(store, [], removed=["z", "z"])

    assert found(store, Everything()) == ["a"]


def test_an_article_that_is_removed_then_added_is_there_once(store: Store) -> None:
    write(store, [ONE, TWO])
    write(store, [article("a", "Autre", "Le marché.")], removed=["a", "a"])

    assert (found(store, Everything()), found(store, PORT)) == (["a", "b"], ["b"])


def test_an_index_of_nothing_answers(store: Store) -> None:
    write(store, [])

    assert asked(store, And((PORT, Phrase("exact", ("le", "port")))), Ask(facets=FACETS)).total.count == 0
    assert store.engine().ids() == set()


def test_a_page_holds_the_hits_from_its_offset_on(store: Store) -> None:
    write(store, [article(f"{number:02}", "Titre", "Le port rouvre.") for number in range(25)])
    pages = [found(store, PORT, Ask(10, offset)) for offset in (0, 10, 20, 30)]

    every = [f"{number:02}" for number in range(25)]
    assert pages == [every[:10], every[10:20], every[20:], []]
    assert found(store, PORT, Ask(0)) == []
    assert asked(store, PORT, Ask(0)).total.count == 25


class Apart:
    """Articles of which each prints a story of its own."""

    def numbers(self, keys: Iterable[int]) -> Iterator[int]:
        return iter(keys)


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("stories", [None, Apart()])
def test_a_page_may_be_larger_than_the_index_and_far_behind_its_end(
    store: Store, sort: Sort, stories: Apart | None
) -> None:
    """Room was made for all of it in tantivy: a thousand million hits ended the process."""
    write(store, [ONE, TWO, THREE])

    assert sorted(found(store, PORT, Ask(HUGE, sort=sort, stories=stories))) == ["a", "b", "c"]
    assert found(store, PORT, Ask(10, HUGE, sort, stories=stories)) == []
    assert len(store.engine().ranked(PORT, HUGE)) == len(store.engine().ranked(Everything(), HUGE)) == 3


def test_a_ranking_has_ids_of_any_letters_as_they_were_given(store: Store) -> None:
    ids = {letter * 64 for letter in ('"', "\\", "é", "\U0001f5de", "a")}
    write(store, [replace(ONE, id=article_id) for article_id in ids])
    engine = store.engine()

    assert {hit.id for hit in engine.ranked(PORT, 10)} == ids
    assert engine.ranked(PORT, 2) == engine.ranked(PORT, 10)[:2]
    assert engine.ranked(PORT, 0) == ()
    engine.close()


def test_undated_articles_come_last_in_both_orders_of_time(store: Store) -> None:
    days = {
        "a": None,
        "b": PrintDate(2025, 1, 2),
        "c": PrintDate(2024, 1, 2),
        "d": PrintDate(2025, 1, 2),
        "e": None,
    }
    write(store, [article(name, "Titre", "Le port.", date=day) for name, day in days.items()])

    assert found(store, PORT, Ask(sort=Sort.NEWEST)) == ["b", "d", "c", "a", "e"]
    assert found(store, PORT, Ask(sort=Sort.OLDEST)) == ["c", "b", "d", "a", "e"]
    assert found(store, Everything()) == ["b", "d", "c", "a", "e"], (
        "a tie goes to the newest, then to the least id"
    )


def test_the_article_comes_back_as_it_was_added(store: Store) -> None:
    whole = article(
        "map-1", "Le port « rouvre »", "Corps.\nFin.", heading="Chapo", date=PrintDate(2025, 11, 2), date_found=Found.LINE,
        source="L’Écho", section="Éco", authors=("A. B.", "C. D."), url="https://exemple.invalid/?a=1", raw="",
        person=("Awa N’Diaye",), org=("Office chérifien des phosphates", "OCP"), place=("Khouribga",),
    )  # fmt: skip
    write(store, [whole])

    assert asked(store, PORT).hits[0].article == whole


@pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs
@of_every_engine(
    st.lists(st.tuples(st.lists(st.integers(0, 12)), st.lists(st.integers(0, 12))), min_size=1, max_size=6),
    examples=40,
    on_cluster=5,
)
def test_any_run_of_changes_leaves_the_same_articles(
    engine: str, commits: list[tuple[list[int], list[int]]]
) -> None:
    pool = [article(f"n{number}", f"Titre {number}", f"Le port {number} rouvre.", section=f"s{number % 3}")
            for number in range(13)]  # fmt: skip
    # tantivy may still be noting what it removed
    with TemporaryDirectory(prefix="manchette-", ignore_cleanup_errors=True) as folder:
        real, naive = STORES[engine](Path(folder)), memory_store(Path(folder))
        for removed, added in commits:
            gone = [f"n{number}" for number in {*removed, *added}]
            for store in (real, naive):
                write(store, [pool[number] for number in sorted(set(added))], gone)
        ask = Ask(1000, facets=("section",))
        assert listed(asked(real, PORT, ask)) == listed(asked(naive, PORT, ask))
        assert found(real, PORT, Ask(1000, sort=Sort.NEWEST)) == found(naive, Term("stem", "port"), ask)
        assert real.engine().ids() == naive.engine().ids()
