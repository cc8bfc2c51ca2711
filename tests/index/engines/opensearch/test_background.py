"""What is asked in a thread is returned whole, or its error is raised; nobody who leaves waits for it for long."""

from pathlib import Path
from threading import Event

import pytest

from index.build import build
from index.engine import Ask, Facets
from index.engines.opensearch import engine as opensearch
from index.engines.opensearch.background import Background
from index.engines.opensearch.facets import FacetCounter
from index.opening import open_engine
from index.query import Everything
from tests.support.press import write_stories


def test_what_a_call_raises_is_raised_whenever_its_result_is_asked_for() -> None:
    call = Background("facets", lambda: int("b"))
    call.start()

    for _ in range(2):
        with pytest.raises(ValueError, match="'b'"):
            call.result()


@pytest.mark.usefixtures("archives")
def test_who_leaves_does_not_wait_for_facets_that_do_not_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_stories(tmp_path / "presse", range(3))
    home = tmp_path / ".manchette"
    build(home, [tmp_path / "presse"], engine="opensearch", entities="none")
    go, count = Event(), FacetCounter.count

    def hanging(self: FacetCounter, ask: Ask) -> Facets:
        go.wait(60)
        return count(self, ask)

    monkeypatch.setattr(FacetCounter, "count", hanging)
    monkeypatch.setattr(opensearch, "CLOSE_SECONDS", 0.01)
    engine = open_engine(home)
    count_facets = engine.search(Everything(), Ask(facets=("source",))).count_facets
    engine.close()

    assert not go.is_set()
    go.set()
    with pytest.raises(Exception, match=r"cluster\.no_answer"):  # the connections are closed
        count_facets()
