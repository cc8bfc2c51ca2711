"""The command `kwic` on the sample."""

import csv
import json
from pathlib import Path

import pytest

from tests.conftest import Run


def test_a_concordance_on_the_command_line(home: Path, manchette: Run) -> None:
    shown = manchette("-i", str(home), "kwic", "securite", "-n", "3")
    assert shown.returncode == 0
    heading, *rows = shown.stdout.splitlines()
    assert heading.endswith(" articles (the first 3; -n 0 shows all)")
    assert all("sécurité" in row.lower() for row in rows[:3])
    assert all(len(row) <= 80 for row in rows)


def test_every_occurrence_is_written_for_programs(home: Path, manchette: Run) -> None:
    command = ("-i", str(home), "kwic", "securite", "-n", "0", "--context", "12", "--sort", "droite")
    rows = list(csv.DictReader(manchette(*command, "--format", "csv").stdout.splitlines()))
    objects = list(map(json.loads, manchette(*command, "--format", "jsonl").stdout.splitlines()))
    assert len(rows) == len(objects) > 5
    assert [row["id"] for row in rows] == [one["id"] for one in objects]
    assert {row["where"] for row in rows} <= {"headline", "text"}
    assert all(len(one["left"]) <= 12 for one in objects)
    heading = manchette("-i", str(home), "kwic", "securite", "--every").stdout.splitlines()[0]
    assert heading.startswith(f"{len(rows)} occurrences in ")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["zanzibar"], 1, "no article"),
        (["source:phare OR date:2025"], 1, "looks for no word"),
        (["maroc", "--sort", "zorro"], 2, "zorro"),
        (["maroc", "--since", "zorro"], 2, "zorro"),
        (["securite zanzibar", "-n", "1"], 0, "no article has all these words"),
    ],
)
def test_what_cannot_be_shown_is_said(
    home: Path, manchette: Run, words: list[str], status: int, said: str
) -> None:
    done = manchette("-i", str(home), "kwic", *words)
    assert (done.returncode, done.stdout == "") == (status, status != 0)
    assert said in done.stderr
