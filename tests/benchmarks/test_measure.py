"""A run measures what there is, keeps it, and takes from there what it has built before."""

import json
from pathlib import Path

import pytest

from tests.benchmarks import articles, queries
from tests.benchmarks.figures import Run
from tests.benchmarks.measure import Bench
from tests.benchmarks.queries import Kind
from tests.benchmarks.test_grown import sample
from tests.benchmarks.worker import UPDATES

SIZE, NAME = 80, "peer-fts5"


def prepared(folder: Path) -> None:
    """Leave in the folder of a bench what real articles would make."""
    from dataclasses import asdict

    lines = (json.dumps(asdict(donor)) + "\n" for donor in sample())
    (folder / "donors.jsonl").write_text("".join(lines), "utf-8")


def steps(folder: Path, name: str) -> Run:
    run = Run(folder / f"{name}.json")
    bench = Bench(folder / "nowhere", folder, run, lambda _: None)
    place = bench.corpus(SIZE)
    assert place
    drawn = queries.drawn(article["title"] for article in articles.read(place / "articles.jsonl"))
    (place / "queries.json").write_text(json.dumps(drawn), "utf-8")
    bench.measure(SIZE, NAME)
    return run


def test_a_second_run_builds_nothing_anew(tmp_path: Path) -> None:
    prepared(tmp_path)
    first = steps(tmp_path, "first")
    assert [told["step"] for told in first.steps] == ["corpus", "build", "ask", "update"]
    assert not [told for told in first.steps if "failed" in told]
    _, built, asked, updated = first.steps
    assert built["index_mb"] > 0
    assert asked["kinds"][Kind.WORD]["answered"] == 1
    assert {"1_seconds", "100_seconds"} <= updated.keys()
    assert len(list((tmp_path / str(SIZE) / "more").iterdir())) == len(UPDATES)

    second = steps(tmp_path, "second")
    assert [told["step"] for told in second.steps if told.get("kept")] == ["corpus", "build", "update"]
    assert second.steps[1]["seconds"] == built["seconds"]


def test_a_step_that_fails_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    run = Run(tmp_path / "run.json")
    bench = Bench(tmp_path / "nowhere", tmp_path, run, lambda _: None)
    assert bench.corpus(SIZE) is None
    assert "nowhere" in run.steps[0]["failed"]


@pytest.mark.parametrize("name", ["tantivy"])
def test_ours_is_measured_from_the_start_of_the_command_too(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.benchmarks.measure.STARTS", 2)
    monkeypatch.setattr("tests.benchmarks.test_measure.NAME", name)
    prepared(tmp_path)
    run = steps(tmp_path, "run")
    assert not [told for told in run.steps if "failed" in told]
    [cold] = [told for told in run.steps if told["step"] == "cold"]
    assert cold["starts"] == 2
    assert cold["p50_ms"] > 0
