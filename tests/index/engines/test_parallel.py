"""What is counted beside the hits is told whole, or its error is."""

from collections.abc import Mapping
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from index.document import prepare
from index.engine import Ask
from index.engines import create, open_engine, open_writer
from index.engines.tantivy.facets import Facets
from index.engines.tantivy.parallel import BackgroundCall, LazyMapping, run_in_parallel
from index.query import Everything
from tests.support.press import sample


def test_the_first_look_waits_for_what_is_made_beside() -> None:
    go = Event()
    made = LazyMapping(BackgroundCall(lambda: {"done": go.wait(10)}))
    go.set()

    assert dict(made) == {"done": True}


def test_what_a_call_beside_raises_is_raised_where_it_is_looked_at() -> None:
    made = LazyMapping[str, int](BackgroundCall(lambda: {"a": int("b")}))

    for _ in range(2):
        with pytest.raises(ValueError, match="'b'"):
            made["a"]


@pytest.mark.parametrize("raises", range(5))
def test_of_several_calls_one_that_raises_is_told_and_the_others_are_made(raises: int) -> None:
    made: list[int] = []

    def call(place: int) -> None:
        if place == raises:
            raise KeyError(place)
        made.append(place)

    with pytest.raises(KeyError, match=str(raises)):
        run_in_parallel([lambda place=place: call(place) for place in range(5)])  # type: ignore[misc] # a default tells the place
    assert sorted(made) == [place for place in range(5) if place != raises]


def test_an_engine_that_is_closed_has_counted_what_it_was_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create("tantivy", tmp_path)
    writer = open_writer("tantivy", tmp_path)
    for article in sample():
        writer.add(prepare(article))
    writer.commit()
    engine = open_engine("tantivy", tmp_path)
    count, counted = Facets.count, []

    def slowly(self: Facets, ask: Ask) -> dict[str, Mapping[str, int]]:
        sleep(0.2)
        counted.append(count(self, ask))
        return counted[-1]

    monkeypatch.setattr(Facets, "count", slowly)
    hits = engine.search(Everything(), Ask(facets=("source",)))
    engine.close()

    assert counted == [dict(hits.facets)]
