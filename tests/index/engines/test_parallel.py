"""What is counted in a thread is returned whole, or its error is raised."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from corpus.records import replace
from index.document import prepare
from index.engine import Ask, Facets, Sort
from index.engines import create, open_engine, open_writer
from index.engines.tantivy.facets import FacetCounter
from index.engines.tantivy.parallel import BackgroundCall, run_in_parallel
from index.names.resolution import Names
from index.query import Everything
from tests.support.press import sample


def test_the_result_of_a_call_is_waited_for() -> None:
    go = Event()
    call = BackgroundCall(lambda: go.wait(10))
    assert call.is_running
    go.set()

    assert call.result()
    assert not call.is_running


def test_what_a_call_raises_is_raised_whenever_its_result_is_asked_for() -> None:
    call = BackgroundCall(lambda: int("b"))

    for _ in range(2):
        with pytest.raises(ValueError, match="'b'"):
            call.result()


@pytest.mark.parametrize("raises", range(5))
def test_of_several_calls_one_that_raises_is_reported_and_the_others_are_made(raises: int) -> None:
    made: list[int] = []

    def call(number: int) -> None:
        if number == raises:
            raise KeyError(number)
        made.append(number)

    with pytest.raises(KeyError, match=str(raises)):
        run_in_parallel([lambda number=number: call(number) for number in range(5)])  # type: ignore[misc] # a default holds the number
    assert sorted(made) == [number for number in range(5) if number != raises]


def test_an_engine_that_is_closed_has_counted_what_it_was_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create("tantivy", tmp_path)
    writer = open_writer("tantivy", tmp_path)
    for article in sample():
        writer.add(prepare(article))
    writer.commit()
    engine = open_engine("tantivy", tmp_path)
    count, counted = FacetCounter.count, list[Facets]()

    def slowly(self: FacetCounter, facets: Sequence[str], values: int | None) -> Facets:
        sleep(0.2)
        counted.append(count(self, facets, values))
        return counted[-1]

    monkeypatch.setattr(FacetCounter, "count", slowly)
    hits = engine.search(Everything(), Ask(facets=("source",)))
    engine.close()

    assert counted == [hits.count_facets()]


def test_the_facets_of_an_answer_are_counted_once_whatever_its_page_and_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create("tantivy", tmp_path)
    writer = open_writer("tantivy", tmp_path)
    for article in sample():
        writer.add(prepare(article))
    writer.commit()
    engine, names = open_engine("tantivy", tmp_path), Names()
    count, counted = FacetCounter.count, list[str]()

    def noted(self: FacetCounter, facets: Sequence[str], values: int | None) -> Facets:
        counted.extend(facets)
        return count(self, facets, values)

    monkeypatch.setattr(FacetCounter, "count", noted)
    asked = Ask(5, facets=("source", "person"), names=names, values=3)
    pages = [asked, replace(asked, offset=5), replace(asked, sort=Sort.OLDEST), replace(asked, values=2)]
    answers = [engine.search(Everything(), page).count_facets() for page in pages]
    engine.close()

    assert counted == ["source", "person"] * 2
    assert answers[0] == answers[1] == answers[2] != answers[3]
