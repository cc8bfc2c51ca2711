"""The command `batch`: what it answers is what `query` answers."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from search.commands.answers.batch import ARTICLES_PER_QUERY
from tests.conftest import ROOT, Run

LINES = (
    "sécheresse banque mondiale",
    "Dakar",
    '"conseil de sécurité"',
    "élection date:2025 -bamako",
    "Abidjan OU Rabat",
    "zanzibar introuvablement",
    "le maire de Bouaké annonce la réouverture du marché central",
    "date:2025",
    "*",
    "hamouchi~2",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Make a file of queries, q0 to q9."""
    path = tmp_path / "questions.tsv"
    path.write_text("".join(f"q{number}\t{line}\n" for number, line in enumerate(LINES)), "utf-8")
    return path


def without_seconds(rows: str) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in json.loads(row).items() if key != "seconds"}
        for row in rows.splitlines()
    ]


@pytest.mark.parametrize(
    "options",
    [[], ["--any", "-n", "3"], ["--all", "--facet", "person", "--facet", "month", "-n", "0"],
     ["--sort", "newest", "--since", "2025-06", "--until", "2025-11"]],
)  # fmt: skip
def test_an_object_is_the_one_of_query_with_an_id(
    options: list[str], file: Path, home: Path, manchette: Run
) -> None:
    done = manchette("batch", str(file), *options, "-i", str(home))
    assert (done.returncode, done.stderr) == (0, "")
    answers = without_seconds(done.stdout)
    assert [answer.pop("id") for answer in answers] == [f"q{number}" for number in range(len(LINES))]
    for line, answer in zip(LINES, answers, strict=True):
        one = manchette("query", line, "--format", "json", *options, "-i", str(home))
        assert [answer] == without_seconds(one.stdout)


def test_a_line_of_the_table_is_the_one_of_query_behind_an_id_and_a_total(
    file: Path, home: Path, manchette: Run
) -> None:
    done = manchette("batch", str(file), "--format", "csv", "-n", "4", "-i", str(home))
    rows = list(csv.DictReader(done.stdout.splitlines()))
    for number, line in enumerate(LINES):
        own = [row for row in rows if row["query_id"] == f"q{number}"]
        one = manchette("query", line, "--format", "csv", "-n", "4", "-i", str(home))
        expected = list(csv.DictReader(one.stdout.splitlines()))
        shown = [
            {key: row[key] for key in row if key not in ("query_id", "query", "total", "relaxed")}
            for row in own
        ]
        assert shown == expected or (not expected and [set(row.values()) for row in shown] == [{""}])
        count = manchette("query", line, "--count", "-i", str(home)).stdout.strip()
        assert {(row["query"], row["total"]) for row in own} == {(line, count)}


def test_a_run_ranks_the_articles_as_query_does(file: Path, home: Path, manchette: Run) -> None:
    done = manchette("batch", str(file), "--format", "trec", "-i", str(home))
    assert (done.returncode, done.stderr) == (0, "")
    cells = [row.split(" ") for row in done.stdout.splitlines()]
    for number, line in enumerate(LINES):
        own = [row for row in cells if row[0] == f"q{number}"]
        ids = manchette("query", line, "--format", "ids", "-n", "1000", "-i", str(home)).stdout.split()
        assert [row[2] for row in own] == ids
        assert [row[3] for row in own] == [str(rank) for rank in range(1, len(ids) + 1)]


def test_a_table_of_a_spreadsheet_is_read_from_standard_input(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "search", "batch", "-", "-n", "0", "--format", "csv", "-i", str(home)],
        cwd=ROOT, input='\ufeffRequête;id\r\n"""Banque mondiale""";q1\r\nDakar;q2\r\n',
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [(row["query_id"], row["query"]) for row in rows] == [
        ("q1", '"Banque mondiale"'),
        ("q2", "Dakar"),
    ]
    assert all(int(row["total"]) > 0 for row in rows)


def test_a_line_that_is_no_query_is_reported_with_its_number_and_the_rest_goes_on(
    tmp_path: Path, home: Path, manchette: Run
) -> None:
    file = tmp_path / "questions.tsv"
    file.write_bytes(b"q1\tDakar\nq2\t(Dakar\nq1\tRabat\nq\x1b[31m\tpersonn:x\n" + b"q4\t\xe9\nq5\tRabat\n")
    done = manchette("batch", str(file), "-i", str(home))
    assert done.returncode == 0
    assert [json.loads(row)["id"] for row in done.stdout.splitlines()] == ["q1", "q5"]
    assert [line.removeprefix(f"manchette: {file}") for line in done.stderr.splitlines()] == [
        ", line 2: this parenthesis is never closed. Type ) where it ends, or leave it out.",
        ", line 3: the id q1 is that of line 1 as well",
        ", line 4: there is no field personn:. Did you mean personne: or person: ? For the word itself, type personn :",
        ", line 5: not UTF-8: save the file as UTF-8",
        ": 2 queries answered, 4 refused",
    ]


def test_an_id_that_a_run_cannot_hold_is_refused_by_it_alone(
    tmp_path: Path, home: Path, manchette: Run
) -> None:
    file = tmp_path / "questions.tsv"
    file.write_text("le port\tDakar\nq2\tRabat\n", "utf-8")
    run = manchette("batch", str(file), "--format", "trec", "-i", str(home))
    assert {row.split(" ")[0] for row in run.stdout.splitlines()} == {"q2"}
    assert 'line 1: a TREC run cannot hold the id "le port": leave blanks out of ids' in run.stderr
    assert len(manchette("batch", str(file), "-i", str(home)).stdout.splitlines()) == 2


@pytest.mark.parametrize("format_", ARTICLES_PER_QUERY)
def test_nothing_of_a_query_or_its_id_commands_a_terminal(
    format_: str, tmp_path: Path, home: Path, manchette: Run
) -> None:
    file = tmp_path / "évil\x1b[2J.tsv"
    file.write_text(
        "q\x1b[31m\u202e\tDakar \x1b]0;titre\x07\nq2\t(\x9b2J\nq\x1b[31m\u202e\tfin\nq4\tDakar\n", "utf-8"
    )
    done = manchette("batch", str(file), "--format", format_, "-n", "1", "-i", str(home))
    said = done.stdout + done.stderr
    assert "q4" in done.stdout
    assert not [sign for sign in said if sign != "\n" and (ord(sign) < 32 or 127 <= ord(sign) < 160)]
    assert "\u202e" not in said


@pytest.mark.parametrize(
    ("text", "status"), [("q1\tintrouvablement zanzibar\n", 1), ("q1\t(\n", 2), ("", 2), ("id,query\n", 2)]
)
def test_nothing_found_is_status_1_and_no_query_at_all_an_error(
    text: str, status: int, tmp_path: Path, home: Path, manchette: Run
) -> None:
    file = tmp_path / "questions.tsv"
    file.write_text(text, "utf-8")
    done = manchette("batch", str(file), "--all", "-i", str(home))
    assert done.returncode == status
    assert ("has no query: type a line for each" in done.stderr) == (status == 2 and "(" not in text)
    assert ("its only query is refused, for the reason above" in done.stderr) == ("(" in text)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "type manchette batch --help"),
        (["absent.tsv"], "absent.tsv: No such file or directory"),
        (["."], ".: Is a directory"),
        (["-", "--format", "csv", "--facet", "person"], "--facet needs --format jsonl"),
        (["-", "--format", "trec", "--sort", "newest"], "leave --sort out"),
        (["-", "--format", "text"], '"text" is none of jsonl'),
        (["-", "--facet", "couleur"], 'there is no facet "couleur"'),
        (["-", "--since", "2025-13"], "there is no month 13"),
        (["-", "-n", "dix"], '"dix" is not a number'),
    ],
)
def test_an_error_of_every_query_is_reported_once(
    options: list[str], said: str, home: Path, manchette: Run
) -> None:
    done = manchette("batch", *options, "-i", str(home))
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_each_answer_is_there_before_the_next_query_is(home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "search", "batch", "-", "-i", str(home)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    ) as batch:  # fmt: skip
        assert batch.stdin
        assert batch.stdout
        for line in ("Dakar", "Rabat"):
            batch.stdin.write(f"{line}\n")
            batch.stdin.flush()
            assert json.loads(batch.stdout.readline())["query"] == line
        batch.stdin.close()
    assert batch.returncode == 0


def test_a_closed_pipe_and_a_closed_input_end_the_command_quietly(file: Path, home: Path) -> None:
    command = f"{sys.executable} -m search batch {file} -n 71 -i {home} | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("0\n", "")
    command = f"{sys.executable} -m search batch - -i {home} <&-"
    done = subprocess.run(["/bin/bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_run_loads_nothing_that_lays_out_articles(file: Path, home: Path) -> None:
    code = "import sys, search.cli; search.cli.main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, "batch", str(file), "--format", "trec", "-i", str(home)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(done.stderr.split())
    assert not loaded & {
        "rich",
        "prompt_toolkit",
        "numpy",
        "search.render.page",
        "search.render.json",
    }
