"""What a command says beside its answer."""

import re
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    "words",
    [
        ["query", "introuvablement"],
        ["query", "introuvablement", "Dakar"],
        ["facets", "section", "date:none"],
        ["query", "Dakar", "--explain", "--count"],
        ["check"],
    ],
)
def test_a_quiet_command_says_nothing_but_its_answer(words: list[str], home: Path, manchette: Run) -> None:
    usual = manchette(*words, "-i", str(home))
    quiet = manchette("--quiet", *words, "-i", str(home))
    assert usual.stderr
    assert quiet.stderr == ""
    assert (quiet.stdout, quiet.returncode) == (usual.stdout, usual.returncode)


def test_a_quiet_command_says_its_errors(home: Path, tmp_path: Path, manchette: Run) -> None:
    (tmp_path / "queries.tsv").write_text("1\tDakar\n2\t(port\n", "utf-8")
    for words in (["query", "(port"], ["show", "absent"], ["batch", str(tmp_path / "queries.tsv")]):
        done = manchette(*words, "--quiet", "-i", str(home))
        assert done.stderr == manchette(*words, "-i", str(home)).stderr != ""


def test_a_quiet_build_says_nothing(tmp_path: Path, manchette: Run) -> None:
    (tmp_path / "un.txt").write_text("Le port de Dakar rouvre lundi.\n", "utf-8")
    done = manchette("index", str(tmp_path / "un.txt"), "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_verbose_command_says_its_stages_and_how_long_each_took(home: Path, manchette: Run) -> None:
    done = manchette("query", "Dakar", "date:2025", "--count", "--verbose", "-i", str(home))
    stages = [re.fullmatch(r" +[0-9]+\.[0-9]{3} s  (.+)", line) for line in done.stderr.splitlines()]
    said = [stage[1] for stage in stages if stage]
    assert len(said) == len(stages) == 5
    assert said[1] == f"{home} was opened, with whoosh"
    assert said[2].startswith("Dakar date:2025: ")
    assert done.stdout == manchette("query", "Dakar", "date:2025", "--count", "-i", str(home)).stdout
