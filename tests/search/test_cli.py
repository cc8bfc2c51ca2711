"""The command, as a person or a program runs it."""

import subprocess
import sys
from pathlib import Path

import pytest

from search import cli
from search.commands import COMMAND_NAMES
from search.render import renderers
from search.results import Results
from tests.conftest import ROOT, SAMPLE, Run

ATTACK = (
    "L’Écho \x1b[31mrouge\x1b[0m\n12 mars 2025\n"
    "La [bold]sécurité[/bold] \x1b]0;titre\x07 du port [link=file:///etc/passwd]ici[/link] "
    "\u202eesrevni\u202c et \x9b2J fin, selon M. Kouadio de Dakar.\n"
)

FORMATS = tuple(renderers(Results))


def test_an_index_is_built_found_from_below_and_searched(tmp_path: Path, manchette: Run) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    built = manchette("index", str(SAMPLE))
    assert (built.returncode, built.stdout) == (0, "")
    assert "71 articles indexed by whoosh" in built.stderr
    asked = manchette("query", "Abidjan", cwd=below)
    assert asked.returncode == 0
    assert "Abidjan" in asked.stdout
    assert asked.stderr == ""


def test_an_index_is_named_by_an_option_or_by_the_environment(home: Path, manchette: Run) -> None:
    by_option = manchette("query", "Dakar", "--count", "-i", str(home))
    before_the_command = manchette("-i", str(home.parent), "query", "Dakar", "--count")
    by_environment = manchette("query", "Dakar", "--count", MANCHETTE_INDEX=str(home))
    assert int(by_option.stdout) > 5
    assert by_option.stdout == before_the_command.stdout == by_environment.stdout


def test_nothing_found_is_status_1_and_an_error_status_2(home: Path, manchette: Run) -> None:
    nothing = manchette("query", "introuvablement", "-i", str(home))
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert nothing.stderr.startswith("manchette: no article")
    wrong = manchette("query", "(sécurité", "-i", str(home))
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "^" in wrong.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["query", "maroc"], "type manchette index FOLDER"),
        (["index"], "type manchette index FOLDER"),
        (["index", "absent"], "absent"),
        (["index", ".", "--map", "text=\udce9"], "is not FIELD=COLUMN"),
        (["wat"], "type one of index, inspect, formats, status"),
        ([], "the shell needs a terminal"),
        (["query", "--limit", "dix"], '"dix" is not a number'),
        (["query", "a", "--sort", "upwards"], '"upwards" is none of relevance'),
        (["query", "a", "--all", "--any"], "not allowed with"),
        (["show"], "type manchette show --help"),
        (["index", ".", "--map", "titre"], "FIELD=COLUMN"),
        (["index", ".", "--map", "couleur=Rouge"], "couleur"),
        (["index", ".", "--engine", "lucene"], '"lucene" is none of auto'),
    ],
)
def test_an_error_shows_no_traceback_and_says_what_to_type(
    words: list[str], said: str, manchette: Run
) -> None:
    done = manchette(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("manchette: ")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_output_is_no_error(home: Path) -> None:
    command = f"{sys.executable} -m search query Dakar --count -i {home} >&-"
    done = subprocess.run(["/bin/bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_closed_standard_input_is_no_terminal(home: Path) -> None:
    shell = f"{sys.executable} -m search shell -i {home} <&-"
    done = subprocess.run(["/bin/sh", "-c", shell], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "manchette: the shell needs a terminal: type manchette query WORDS\n",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(("query", "status"), [("'('", 2), ("introuvablement", 1), ("Dakar", 0)])
def test_an_error_output_that_takes_nothing_changes_no_status(query: str, status: int, home: Path) -> None:
    asked = f"{sys.executable} -m search query {query} -i {home} 2>/dev/full"
    done = subprocess.run(["/bin/sh", "-c", asked], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == status


@pytest.mark.parametrize("command", COMMAND_NAMES)
def test_every_command_has_help(command: str, manchette: Run) -> None:
    done = manchette(command, "--help")
    assert done.returncode == 0
    assert f"manchette {command}" in done.stdout
    assert command in manchette("--help").stdout


def test_what_stands_in_an_article_cannot_command_the_terminal(tmp_path: Path, manchette: Run) -> None:
    (tmp_path / "presse").mkdir()
    (tmp_path / "presse" / "évil\x1b[2J.txt").write_text(ATTACK, "utf-8")
    assert manchette("index", "presse").returncode == 0
    [article_id] = manchette("query", "sécurité", "--format", "ids").stdout.split()
    outputs = [manchette("query", "sécurité", "--color", "never", "--format", format_) for format_ in FORMATS]
    outputs += [manchette("show", article_id), manchette("status"), manchette("facets", "source")]
    outputs += [
        manchette("query", "\x1b[31m(", "--explain"),
        manchette("query", "sécurité \x1b[31m", "--explain"),
    ]
    for output in outputs:
        said = output.stdout + output.stderr
        assert not [sign for sign in said if sign != "\n" and (ord(sign) < 32 or 127 <= ord(sign) < 160)]
        assert "\u202e" not in said
    assert "[bold]sécurité[/bold]" in outputs[0].stdout


def test_a_closed_pipe_is_no_error(home: Path) -> None:
    command = f"{sys.executable} -m search query '*' -n 71 -i {home} | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_a_want_of_memory_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(cli, "run", run)
    monkeypatch.setenv("MANCHETTE_LANG", "en")
    assert cli.main(["query", "port"]) == 2
    assert capsys.readouterr().err.startswith("manchette: there is not enough memory")
