"""The command `entities`, on a press that has three names for one person."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.support.naming import make


def test_entities_are_listed_merged_dropped_and_split(tmp_path: Path, manchette: Run) -> None:
    make(tmp_path)
    merged = manchette("entities", "merge", "Nations rurales", "ONR")
    assert (merged.returncode, merged.stdout) == (0, "")
    assert merged.stderr == (
        "merged ONR into Nations rurales (4 articles)\nto undo: manchette entities undo\n"
    )
    assert manchette("entities", "drop", "Lire", "Dakar").stderr.splitlines() == [
        "dropped place:Lire (2 articles)",
        "dropped Dakar (3 articles)",
        "to undo: manchette entities undo",
    ]
    listed = manchette("entities", "list", "org", "place")
    assert [row.split() for row in listed.stdout.splitlines()] == [
        ["org", "Nations", "rurales", "4", "ONR"],
        ["place", "Rabat", "3"],
        [],
        ["decided", "by", "you,", "in", "aliases.txt"],
        ["Nations", "rurales", "=", "ONR"],
        ["!place:Lire"],
        ["!Dakar"],
    ]
    assert manchette("query", 'org:"ONR"', "--count").stdout == "4\n"
    hits = json.loads(manchette("query", "title:un", "--format", "json").stdout)["hits"]
    assert (hits[0]["org"], hits[0]["place"]) == (["Nations rurales"], ["Rabat"])
    assert manchette("facets", "place", "--format", "csv").stdout == "value,count\nRabat,3\n"
    assert manchette("entities", "split", "ONR", "place:Lire").returncode == 0
    assert "Lire" in manchette("facets", "place").stdout
    assert manchette("query", 'org:"ONR"', "--count").stdout == "3\n"


def test_an_edit_outlives_a_rebuild(tmp_path: Path, manchette: Run) -> None:
    make(tmp_path)
    manchette("entities", "merge", "Nations rurales", "ONR")
    manchette("index", "--rebuild")
    listed = json.loads(manchette("entities", "list", "org", "--format", "json").stdout)
    assert listed["entities"] == [
        {
            "field": "org",
            "name": "Nations rurales",
            "count": 4,
            "names": [{"field": "org", "name": "ONR", "count": 3, "by": "aliases"}],
        }
    ]


def test_entities_are_listed_as_a_table(tmp_path: Path, manchette: Run) -> None:
    make(tmp_path)
    manchette("entities", "merge", "Nations rurales", "ONR")
    listed = manchette("entities", "list", "org", "-n", "1", "--format", "csv")
    assert listed.stdout.splitlines() == ["field,name,count,names", "org,Nations rurales,4,ONR"]


def test_an_entity_is_shown_as_a_page_and_as_json(tmp_path: Path, manchette: Run) -> None:
    make(tmp_path)
    assert manchette("entities", "show", "onr").stdout.startswith("ONR\norg · 3 articles, 2025-10-01 to ")
    shown = json.loads(manchette("entities", "show", "org:ONR", "--format", "json").stdout)
    assert (shown["version"], shown["field"], shown["name"], shown["count"]) == (1, "org", "ONR", 3)
    assert shown["companions"][0]["name"] == "Rabat"
    assert shown["days"][-1] == {"value": "none", "count": 1}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "Faisal Sharkar"], 'did you mean "Faisal Shahkar" (person)'),
        (["merge", "ONR", "Rabbat"], 'did you mean "Rabat" (place)'),
        (["merge", "ONR"], "type manchette entities --help"),
        (["drop"], "type manchette entities --help"),
        (["show"], 'manchette entities show "NAME"'),
        (["list", "couleur"], "type one of person, org, place"),
        (["rename", "ONR"], '"rename" is none of list'),
        ([], "type manchette entities --help"),
    ],
)
def test_an_error_about_entities_changes_nothing(
    words: list[str], said: str, tmp_path: Path, manchette: Run
) -> None:
    folder = make(tmp_path)
    done = manchette("entities", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (folder / "aliases.txt").exists()


def test_a_line_of_the_aliases_that_cannot_be_read_is_reported_and_stays(
    tmp_path: Path, manchette: Run
) -> None:
    file = make(tmp_path) / "aliases.txt"
    file.write_text("= ONR\n", "utf-8")
    for command in (["check"], ["entities", "list"], ["entities", "drop", "ONR"]):
        done = manchette(*command)
        assert done.returncode == 0
        assert "this line is not a rule and is ignored: = ONR\n" in done.stderr
        assert "NAME = OTHER NAME" in done.stderr
    assert file.read_text("utf-8") == "= ONR\n!ONR\n"
