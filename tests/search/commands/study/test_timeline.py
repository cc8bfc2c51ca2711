"""The command `timeline` on the sample."""

import csv
import json
import sys
from pathlib import Path

import pytest

from search.cli import main
from tests.conftest import Run


def test_queries_stand_side_by_side(home: Path, manchette: Run) -> None:
    shown = manchette("-i", str(home), "timeline", "securite", "--vs", "maroc OR mali", "--by", "mois")
    assert shown.returncode == 0
    heading, _, head, *rows = shown.stdout.splitlines()
    assert heading.startswith("articles by month, and per cent of the 71 articles printed")
    assert head.split() == ["printed", "securite", "maroc", "OR", "mali"]
    assert any(row.startswith("2025-11 ") for row in rows)
    count = manchette("-i", str(home), "query", "securite", "--count").stdout.strip()
    made = json.loads(manchette("-i", str(home), "timeline", "securite", "--format", "json").stdout)
    assert made["answers"][0]["total"] == int(count)


def test_a_period_is_a_row_for_programs(home: Path, manchette: Run) -> None:
    done = manchette(
        "-i", str(home), "timeline", "securite", "--by", "year", "--since", "2025", "--format", "csv"
    )
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert {row["period"] for row in rows} == {"2025"}
    assert 0 < float(rows[0]["per_cent"]) <= 100


def test_a_chart_is_written_to_a_file(home: Path, tmp_path: Path, manchette: Run) -> None:
    done = manchette("-i", str(home), "timeline", "securite", "--output", str(tmp_path / "a.png"))
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_chart_replaces_a_file_by_force_alone(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "articles.csv"
    file.write_text("id\n", "utf-8")
    words = ["-i", str(home), "timeline", "securite", "-o", str(file)]
    assert main(words) == 2
    assert "--force" in capsys.readouterr().err
    assert file.read_text("utf-8") == "id\n"
    assert main([*words, "--force"]) == 0
    assert file.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["zanzibar"], 1, "no article"),
        (["maroc", "--by", "zorro"], 2, "zorro"),
        (["maroc", "--format", "csv", "--output", "a.csv"], 2, "--output is for a chart"),
        (["maroc", "--output", "none/a.png"], 2, "make the folder first"),
    ],
)
def test_what_cannot_be_shown_is_said(
    home: Path, manchette: Run, words: list[str], status: int, said: str
) -> None:
    done = manchette("-i", str(home), "timeline", *words)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr


def test_a_missing_library_is_named_with_the_line_that_installs_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    assert main(["-i", str(home), "timeline", "securite", "-o", str(tmp_path / "a.png")]) == 2
    assert "python -m pip install 'manchette[chart]'" in capsys.readouterr().err
