"""The command `inspect`."""

import json
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, Run
from tests.search.inspection import wild


def test_nothing_is_indexed(tmp_path: Path, manchette: Run) -> None:
    wild.make(tmp_path / "presse")
    done = manchette("inspect", "presse")
    assert done.returncode == 0
    assert done.stdout.startswith("323 files, 31 articles; nothing is indexed yet")
    assert not (tmp_path / ".manchette").exists()
    assert "\x1b" not in done.stdout


def test_its_json_agrees_with_the_index(tmp_path: Path, manchette: Run) -> None:
    wild.make(tmp_path / "presse")
    seen = json.loads(manchette("inspect", "presse", "--json", "-n", "0").stdout)
    built = json.loads(manchette("index", "presse", "--json").stdout)
    assert seen["articles"] == built["articles"]
    assert len(seen["rejected"]) == len(built["rejected"])
    assert seen["samples"] == []
    assert {(found["format"], found["articles"]) for found in seen["formats"] if found["articles"]} == {
        (read["format"], read["articles"]) for read in built["formats"]
    }


def test_a_folder_without_an_article_is_nothing_found(tmp_path: Path, manchette: Run) -> None:
    (tmp_path / "vide.txt").write_text("", "utf-8")
    assert manchette("inspect", "vide.txt").returncode == 1
    assert manchette("inspect", "rien").returncode == 2


def test_a_format_that_is_misspelt_is_named(manchette: Run) -> None:
    done = manchette("inspect", "--format", "jason", str(SAMPLE))
    assert done.returncode == 2
    assert 'did you mean "JSON"? manchette formats lists them' in done.stderr
    assert (
        "manchette formats les liste" in manchette("inspect", "--format", "xyz", ".", "--lang", "fr").stderr
    )


@pytest.mark.parametrize("name", ["TEXT", "texte"])
def test_a_format_is_forced_whatever_its_capitals_and_its_language(
    tmp_path: Path, manchette: Run, name: str
) -> None:
    (tmp_path / "a.txt").write_text("titre,texte\nPort,Le port rouvre lundi.\n", "utf-8")
    seen = json.loads(manchette("inspect", "a.txt", "--format", name, "--json").stdout)
    assert [(file["format"], file["by"]) for file in seen["files"]] == [("text", "forced")]


def test_colours_are_asked_for(manchette: Run) -> None:
    assert "\x1b[1m" in manchette("inspect", str(SAMPLE), "--color", "always").stdout
