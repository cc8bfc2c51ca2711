"""What an index holds."""

from pathlib import Path

import pytest

from corpus.lines import Recurring
from index.build import build
from index.engine import Engine
from index.opening import open_engine
from search.overview import RecurringLines, overview, recurring_lines
from tests.support.press import write_lines


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


def test_the_lines_that_are_left_out_are_listed_with_their_source_and_their_articles(tmp_path: Path) -> None:
    slogans = {"Le Phare": "Le Phare, chaque matin", "Le Jour": "Le Jour, chaque soir"}
    records: list[dict[str, object]] = [
        {"id": f"{source} {town}", "journal": source, "texte": f"La route de {town} rouvre.\n\n{slogan}"}
        for source, slogan in slogans.items()
        for town in ("Sète", "Dakar", "Gafsa", "Louga", "Ségou", "Rabat")[: 5 + ("Jour" in source)]
    ]
    write_lines(tmp_path / "a.jsonl", records)
    home = tmp_path / ".manchette"
    build(home, [tmp_path / "a.jsonl"], engine="whoosh")
    assert recurring_lines(home) == RecurringLines(
        (Recurring("Le Jour", "Le Jour, chaque soir", 6), Recurring("Le Phare", "Le Phare, chaque matin", 5))
    )


def test_an_index_that_leaves_nothing_out_lists_nothing(home: Path) -> None:
    assert recurring_lines(home) == RecurringLines(())
