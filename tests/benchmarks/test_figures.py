"""What a run keeps, and how it is shown."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tests.benchmarks import plot, process, queries, table
from tests.benchmarks.figures import Run, percentile
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import SYSTEMS

HEADLINES = [
    "Le conseil municipal rouvre le grand marché couvert de Dakar",
    "Grève générale dans les transports publics de Bamako lundi",
    "Élections législatives : participation record au Sénégal",
    "Hôpitaux : les soignants réclament des moyens supplémentaires",
] * 3


def step(size: int, system: str, name: str, **figures: object) -> dict[str, object]:
    return {"size": size, "system": system, "step": name, **figures}


STEPS = [
    step(1000, "", "corpus", types=5),
    step(1000, "tantivy", "build", seconds=2.0, index_mb=10.0),
    step(1000, "peer-fts5", "build", seconds=1.0, index_mb=5.0),
    step(
        1000, "tantivy", "ask", kinds={Kind.WORD: {"p50_ms": 4.0, "p95_ms": 9.0}, Kind.FUZZY: {"p50_ms": 3.0}}
    ),
    step(1000, "peer-fts5", "ask", kinds={Kind.WORD: {"p50_ms": 12.0, "p95_ms": 18.0}}),
    step(1000, "peer-xapian", "build", failed="no space left"),
    step(10_000, "tantivy", "build", seconds=21.0, index_mb=100.0),
]


@given(st.lists(st.floats(0, 1e6), min_size=1), st.integers(1, 100))
def test_a_percentile_is_a_value_that_so_many_do_not_exceed(values: list[float], percent: int) -> None:
    found = percentile(values, percent)
    assert found in values
    assert 100 * sum(value <= found for value in values) >= percent * len(values)
    assert 100 * sum(value < found for value in values) < percent * len(values)


def test_a_run_is_whole_after_each_step(tmp_path: Path) -> None:
    run = Run(tmp_path / "runs" / "one.json")
    for number in range(3):
        run.keep(1000, "tantivy", "build", {"seconds": number})
        kept = json.loads(run.path.read_text("utf-8"))
        assert [step["seconds"] for step in kept["steps"]] == list(range(number + 1))
    assert kept["python"]
    assert str(Path.home()) not in run.path.read_text("utf-8")


def shown(size: int) -> list[list[str]]:
    console = Console(width=200, highlight=False)
    with console.capture() as capture:
        console.print(table.table(STEPS, size))
    rows = [line.strip(" |").split("|") for line in capture.get().splitlines() if "|" in line]
    return [[cell.strip() for cell in row] for row in rows]


def test_a_table_has_a_column_for_each_system_and_shows_how_many_times_ours() -> None:
    head, _, *rows = shown(1000)
    assert head[-2:] == ["manchette", "SQLite FTS5"]
    assert ["indexed, s", "2", "1 ×0.5"] in rows
    assert ["one word, p50, ms", "4", "12 ×3.0"] in rows


def test_what_a_system_lacks_is_an_empty_cell_and_what_failed_no_column() -> None:
    assert any(row[:2] == ["fuzzy, p50, ms", "3"] and not "".join(row[2:]) for row in shown(1000))
    assert not any("Xapian" in cell for row in shown(1000) for cell in row)


def test_a_step_is_shown_in_a_line() -> None:
    assert table.line(STEPS[1]) == "1,000 articles, manchette, build: seconds 2, index_mb 10"
    assert table.line(STEPS[5]) == "1,000 articles, Xapian, build: failed no space left"


def test_a_drawing_has_a_line_where_a_system_has_two_sizes() -> None:
    drawn = ET.fromstring(plot.svg(STEPS))  # noqa: S314 - our own
    titles = [text.text for text in drawn.findall(".//{*}text") if text.get("font-weight")]
    assert titles == ["indexed, s", "index on disk, MB"]


def test_queries_are_the_same_each_time_and_of_their_kind() -> None:
    drawn = queries.drawn(HEADLINES)
    assert drawn == queries.drawn(HEADLINES)
    assert set(drawn) == set(Kind)
    titles = " | ".join(HEADLINES).lower()
    assert all(word in titles and " " not in word for word in drawn[Kind.WORD])
    assert all(phrase in titles and " " in phrase for phrase in drawn[Kind.PHRASE])
    assert all(len(words.split()) == 3 for words in drawn[Kind.WORDS])
    assert all(len(prefix) == 5 for prefix in drawn[Kind.WILDCARD])
    assert drawn[Kind.FUZZY]


def test_what_a_command_took_is_reported() -> None:
    code = "import time; held = bytearray(80_000_000); print(len(held)); time.sleep(0.2)"
    ran = process.run(["-c", code])
    assert ran.out == "80000000\n"
    assert ran.seconds >= 0.2
    assert 76 < ran.peak_mb < 400


def test_a_command_that_fails_shows_its_last_line() -> None:
    with pytest.raises(process.Failed, match="ValueError: no corpus"):
        process.run(["-c", "raise ValueError('no corpus')"])


def test_a_command_that_never_ends_is_ended() -> None:
    with pytest.raises(process.Failed, match="it ended with -9"):
        process.run(["-c", "import time; time.sleep(60)"], longest=0.1)


def test_every_system_has_a_colour() -> None:
    assert len(plot.COLOURS) == len(set(plot.COLOURS)) == len(SYSTEMS)
