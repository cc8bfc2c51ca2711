"""A run measures what there is, keeps it, and takes from there what it has built before."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.benchmarks import articles, queries, systems
from tests.benchmarks.figures import Run
from tests.benchmarks.measure import Bench, cold
from tests.benchmarks.process import Failed
from tests.benchmarks.queries import Kind
from tests.benchmarks.sample import sample
from tests.benchmarks.systems import SYSTEMS
from tests.benchmarks.worker import UPDATES

SIZE, NAME = 80, "peer-fts5"


def prepared(folder: Path) -> None:
    """Leave in the folder of a bench what real articles would make."""
    lines = (json.dumps(asdict(donor)) + "\n" for donor in sample())
    (folder / "donors.jsonl").write_text("".join(lines), "utf-8")


def steps(folder: Path, name: str) -> Run:
    run = Run(folder / f"{name}.json")
    bench = Bench(folder / "nowhere", folder, run, lambda _: None)
    corpus = bench.corpus(SIZE)
    assert corpus
    drawn = queries.drawn(article["title"] for article in articles.read(corpus / "articles.jsonl"))
    (corpus / "queries.json").write_text(json.dumps(drawn), "utf-8")
    bench.measure(SIZE, NAME)
    return run


def test_a_second_run_builds_nothing_anew(tmp_path: Path) -> None:
    prepared(tmp_path)
    first = steps(tmp_path, "first")
    assert [step["step"] for step in first.steps] == ["corpus", "build", "ask", "update"]
    assert not [step for step in first.steps if "failed" in step]
    _, built, asked, updated = first.steps
    assert built["index_mb"] > 0
    assert asked["kinds"][Kind.WORD]["answered"] == 1
    assert {"1_seconds", "100_seconds"} <= updated.keys()
    assert len(list((tmp_path / str(SIZE) / "more").iterdir())) == len(UPDATES)

    second = steps(tmp_path, "second")
    assert [step["step"] for step in second.steps if step.get("kept")] == ["corpus", "build", "update"]
    assert second.steps[1]["seconds"] == built["seconds"]


def test_a_step_that_fails_is_reported_and_the_run_goes_on(tmp_path: Path) -> None:
    run = Run(tmp_path / "run.json")
    bench = Bench(tmp_path / "nowhere", tmp_path, run, lambda _: None)
    assert bench.corpus(SIZE) is None
    assert "DIR/nowhere" in run.steps[0]["failed"]  # no path of the machine
    assert str(tmp_path) not in run.path.read_text("utf-8")


def test_the_command_is_started_as_often_as_is_said(tmp_path: Path) -> None:
    articles.write(tmp_path / "a.jsonl", (donor.record for donor in sample()))
    systems.build(SYSTEMS["tantivy"], tmp_path / "a.jsonl", tmp_path / "index")
    taken = cold(tmp_path / "index", ["sécheresse", "mil", "introuvable"])
    assert taken["starts"] == 2
    assert taken["worst_ms"] >= taken["p50_ms"] > 0
    with pytest.raises(Failed, match="no index in"):
        cold(tmp_path / "nowhere", ["mil"])
