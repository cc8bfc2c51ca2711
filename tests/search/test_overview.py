"""What an index holds."""

from pathlib import Path

import pytest

from index.engine import Engine
from index.opening import open_engine
from search.overview import overview


def test_an_overview_counts_articles_sources_and_names(home: Path) -> None:
    held = overview(home)
    assert held.articles == 71
    assert sum(source.count for source in held.sources) <= 71
    assert held.first < held.last
    assert set(held.values) == {"person", "org", "place"}
    assert held.size > 0


def test_an_overview_closes_the_engine(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[Path] = []

    def opened(folder: Path) -> Engine:
        engine = open_engine(folder)
        close = engine.close

        def closing() -> None:
            closed.append(folder)
            close()

        monkeypatch.setattr(engine, "close", closing)
        return engine

    monkeypatch.setattr("search.overview.open_engine", opened)
    overview(home)
    assert closed == [home]
