"""The command, as a person or a program runs it."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.fields import FIELDS
from search.arguments import read
from search.commands import NAMES
from search.commands.query import FORMATS
from search.facets import FACETS
from search.parser import UsageError
from tests.conftest import ROOT, SAMPLE, Run
from tests.search.naming import make

ATTACK = (
    "L’Écho \x1b[31mrouge\x1b[0m\n12 mars 2025\n"
    "La [bold]sécurité[/bold] \x1b]0;titre\x07 du port [link=file:///etc/passwd]ici[/link] "
    "\u202eesrevni\u202c et \x9b2J fin, selon M. Kouadio de Dakar.\n"
)


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


def test_an_index_is_named_by_an_option_or_by_the_environment(place: Path, manchette: Run) -> None:
    by_option = manchette("query", "Dakar", "--count", "-i", str(place))
    before_the_command = manchette("-i", str(place.parent), "query", "Dakar", "--count")
    by_environment = manchette("query", "Dakar", "--count", MANCHETTE_INDEX=str(place))
    assert int(by_option.stdout) > 5
    assert by_option.stdout == before_the_command.stdout == by_environment.stdout


def test_nothing_found_is_status_1_and_an_error_status_2(place: Path, manchette: Run) -> None:
    nothing = manchette("query", "introuvablement", "-i", str(place))
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert nothing.stderr.startswith("manchette: no article")
    wrong = manchette("query", "(sécurité", "-i", str(place))
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "^" in wrong.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["query", "maroc"], "type manchette index FOLDER"),
        (["index"], "type manchette index FOLDER"),
        (["index", "absent"], "absent"),
        (["wat"], "type one of index, query"),
        ([], "the shell needs a terminal"),
        (["query", "--limit", "dix"], "'dix' is not a number"),
        (["query", "a", "--sort", "upwards"], "invalid choice: 'upwards'"),
        (["query", "a", "--all", "--any"], "not allowed with"),
        (["show"], "type manchette show --help"),
        (["index", ".", "--map", "titre"], "FIELD=COLUMN"),
        (["index", ".", "--map", "couleur=Rouge"], "couleur"),
        (["index", ".", "--engine", "lucene"], "invalid choice: 'lucene'"),
    ],
)
def test_an_error_is_told_without_a_traceback_and_says_what_to_type(
    words: list[str], told: str, manchette: Run
) -> None:
    done = manchette(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("manchette: ")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "option", [["--since", "2025-13"], ["--until", "demain matin"], ["--facet", "couleur"]]
)
def test_a_bad_value_of_an_option_of_query_is_told(option: list[str], place: Path, manchette: Run) -> None:
    done = manchette("query", "maroc", *option, "-i", str(place))
    assert done.returncode == 2
    assert "type" in done.stderr


def test_a_word_that_begins_with_a_minus_is_left_out_of_the_answer(place: Path, manchette: Run) -> None:
    index = ["-i", str(place), "--count"]
    all_of_them = int(manchette("query", "Dakar", *index).stdout)
    without = int(manchette("query", "Dakar", "-mobilités", *index).stdout)
    assert 0 < without < all_of_them


def test_options_may_stand_among_the_words() -> None:
    options = read(["query", "maroc", "-n", "3", "-rabat", "--any", "mali", "-notre"])
    assert (options.words, options.limit, options.matching) == (
        ["maroc", "-rabat", "mali", "-notre"],
        3,
        "any",
    )
    assert read(["query", "--", "--any", "-n"]).words == ["--any", "-n"]


def test_the_json_of_a_query_is_the_one_promised(place: Path, manchette: Run) -> None:
    done = manchette("query", "securite", "date:2025-11", "--format", "json", "--facet", "person", "--facet", "date",
                     "-i", str(place))  # fmt: skip
    answer = json.loads(done.stdout)
    assert list(answer) == ["version", "query", "parsed", "relaxed", "total", "seconds", "hits", "facets"]
    assert answer["version"] == 1
    assert answer["query"] == answer["parsed"] == "securite date:2025-11"
    assert answer["total"] == {"count": len(answer["hits"]), "exact": True}
    hit = answer["hits"][0]
    assert hit["rank"] == 1
    assert hit["date"].startswith("2025-11-")
    start, end = hit["snippet"]["spans"][0]
    assert hit["snippet"]["text"][start:end].lower() == "sécurité"
    assert answer["facets"]["date"] == [{"value": "2025-11", "count": len(answer["hits"])}]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_shows_every_article_of_the_page(format_: str, place: Path, manchette: Run) -> None:
    ids = manchette("query", "Dakar", "--format", "ids", "-n", "4", "-i", str(place)).stdout.split()
    assert len(ids) == 4
    shown = manchette("query", "Dakar", "--format", format_, "-n", "4", "-i", str(place)).stdout
    assert all(article_id in shown for article_id in ids)
    if format_ == "csv":
        assert [row["id"] for row in csv.DictReader(shown.splitlines())] == ids
    if format_ == "jsonl":
        assert [json.loads(line)["id"] for line in shown.splitlines()] == ids


def test_pages_follow_one_another(place: Path, manchette: Run) -> None:
    def ids(*words: str) -> list[str]:
        return manchette("query", "*", "--format", "ids", "-i", str(place), *words).stdout.split()

    assert ids("-n", "5") + ids("-n", "5", "--offset", "5") == ids("-n", "10")
    newest = ids("--sort", "newest", "-n", "100")
    assert len(newest) == len(set(newest)) == 71
    oldest = ids("--sort", "oldest", "-n", "100")
    assert newest != oldest
    undated = ids("date:none")
    assert undated == newest[-1:] == oldest[-1:]


def test_since_and_until_bound_the_answer(place: Path, manchette: Run) -> None:
    index = ["-i", str(place), "--count"]
    by_option = manchette("query", "*", "--since", "2025-06", "--until", "2025-07", *index).stdout
    by_field = manchette("query", "date:2025-06..2025-07", *index).stdout
    assert by_option == by_field != "0\n"


def test_explain_tells_how_the_query_was_read(place: Path, manchette: Run) -> None:
    done = manchette("query", "l'Élection", "--explain", "-i", str(place))
    assert "read as: l'Élection" in done.stderr
    assert "Term(field='stem', term='election')" in done.stderr


def test_an_article_is_shown_whole_and_as_it_was_in_its_file(place: Path, manchette: Run) -> None:
    article_id = manchette(
        "query", "title:marché", "-n", "1", "--format", "ids", "-i", str(place)
    ).stdout.strip()
    shown = manchette("show", article_id, "-i", str(place))
    assert shown.returncode == 0
    assert "marché" in shown.stdout.lower()
    raw = manchette("show", article_id, "--raw", "-i", str(place))
    assert len(raw.stdout) > 300
    absent = manchette("show", "nothing", "-i", str(place))
    assert (absent.returncode, absent.stdout) == (2, "")


@pytest.mark.parametrize("field", FACETS)
def test_every_facet_is_counted(field: str, place: Path, manchette: Run) -> None:
    values = json.loads(manchette("facets", field, "--format", "json", "-i", str(place)).stdout)["values"]
    assert values
    assert all(value["count"] > 0 for value in values)


def test_the_facets_of_a_query_are_those_of_its_articles(place: Path, manchette: Run) -> None:
    done = manchette("facets", "source", "Dakar", "--format", "csv", "-n", "0", "-i", str(place))
    counts = [int(row["count"]) for row in csv.DictReader(done.stdout.splitlines())]
    assert 0 < sum(counts) <= 71


def test_the_report_of_a_build_is_the_one_promised(tmp_path: Path, manchette: Run) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "un.txt").write_text("Le Soir du Port\n12 mars 2025\nLe port rouvre demain à Dakar.\n", "utf-8")
    (folder / "vide.txt").write_text("", "utf-8")
    report = json.loads(manchette("index", "presse", "--json").stdout)
    assert report["version"] == 1
    assert (report["articles"], report["added"], report["engine"]) == (1, 1, "whoosh")
    assert [rejected["path"] for rejected in report["rejected"]] == ["presse/vide.txt"]
    (folder / "deux.txt").write_text("Le marché de Rabat rouvre lundi.\n", "utf-8")
    again = json.loads(manchette("index", "--json").stdout)
    assert [again[key] for key in ("articles", "added", "changed", "moved", "removed", "unchanged")] == [
        2,
        1,
        0,
        0,
        0,
        1,
    ]


def test_status_and_check_tell_what_is_there(place: Path, manchette: Run) -> None:
    status = manchette("status", "-i", str(place))
    assert "articles  71" in status.stdout
    assert "L’Écho de Dakar" in status.stdout
    assert "1 article undated" in status.stdout
    sound = manchette("check", "-i", str(place))
    assert (sound.returncode, sound.stdout) == (0, "")


def test_check_finds_what_is_missing_and_says_what_mends_it(tmp_path: Path, manchette: Run) -> None:
    manchette("index", str(SAMPLE))
    [segment] = tmp_path.glob(".manchette/generations/1/engine/*.seg")
    segment.write_bytes(segment.read_bytes()[: segment.stat().st_size // 2])
    broken = manchette("check")
    assert broken.returncode == 2
    assert "manchette index --rebuild" in broken.stderr
    assert "Traceback" not in broken.stderr
    asked = manchette("query", "Dakar")
    assert asked.returncode == 2
    assert "Traceback" not in asked.stderr
    assert manchette("index", "--rebuild").returncode == 0
    assert manchette("check").returncode == 0


def test_check_finds_a_byte_that_a_disk_changed(tmp_path: Path, manchette: Run) -> None:
    manchette("index", str(SAMPLE))
    [segment] = tmp_path.glob(".manchette/generations/1/engine/*.seg")
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 0xFF
    segment.write_bytes(content)
    broken = manchette("check")
    assert broken.returncode == 2
    assert "is not as it was written: type manchette index --rebuild" in broken.stderr


def test_the_demo_leaves_the_index_of_the_person_alone(tmp_path: Path, manchette: Run) -> None:
    (tmp_path / "a.txt").write_text("Le port rouvre demain à Ziguinchor.\n", "utf-8")
    manchette("index", ".")
    cache = str(tmp_path / "cache")
    assert manchette("demo", XDG_CACHE_HOME=cache, MANCHETTE_INDEX=str(tmp_path)).returncode == 0
    assert manchette("demo", "-i", ".", XDG_CACHE_HOME=cache).returncode == 0
    assert manchette("query", "*", "--count").stdout == "1\n"


def test_a_pipe_among_the_files_is_rejected_and_not_waited_for(tmp_path: Path, manchette: Run) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "a.txt").write_text("Le port rouvre demain.\n", "utf-8")
    os.mkfifo(folder / "b.txt")
    report = json.loads(manchette("index", "presse", "--json").stdout)
    assert report["articles"] == 1
    assert [rejected["path"] for rejected in report["rejected"]] == ["presse/b.txt"]


@pytest.mark.parametrize("words", [["--limite", "3"], ["--foo=3"], ["-n", "-1"], ["--offset", "-1"]])
def test_a_mistyped_option_is_no_word_of_the_query(words: list[str], place: Path, manchette: Run) -> None:
    done = manchette("query", "Dakar", *words, "-i", str(place))
    assert (done.returncode, done.stdout) == (2, "")
    assert words[-1] in done.stderr
    assert "x00" not in done.stderr


def test_a_closed_output_is_no_error(place: Path) -> None:
    command = f"{sys.executable} -m search query Dakar --count -i {place} >&-"
    done = subprocess.run(["/bin/bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_demo_answers_one_query_where_there_is_no_terminal(tmp_path: Path, manchette: Run) -> None:
    done = manchette("demo", XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert done.returncode == 0
    assert "Abidjan" in done.stdout


@pytest.mark.parametrize("command", NAMES)
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
        told = output.stdout + output.stderr
        assert not [sign for sign in told if sign != "\n" and (ord(sign) < 32 or 127 <= ord(sign) < 160)]
        assert "\u202e" not in told
    assert "[bold]sécurité[/bold]" in outputs[0].stdout


def test_colour_is_for_terminals_unless_it_is_asked_for(place: Path, manchette: Run) -> None:
    assert "\x1b" not in manchette("query", "Dakar", "-i", str(place)).stdout
    assert "\x1b[" in manchette("query", "Dakar", "--color", "always", "-i", str(place)).stdout


def test_a_closed_pipe_is_no_error(place: Path) -> None:
    command = f"{sys.executable} -m search query '*' -n 71 -i {place} | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_an_interrupted_build_is_status_130_and_leaves_the_last_index(tmp_path: Path, manchette: Run) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "a.txt").write_text("Le port rouvre à Dakar.\n", "utf-8")
    manchette("index", "presse")
    for number in range(3000):
        (folder / f"b{number}.txt").write_text(f"Le navire {number} accoste à Dakar.\n", "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "search", "index"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    ) as build:
        time.sleep(1.0)
        build.send_signal(signal.SIGINT)
        _, told = build.communicate(timeout=30)
    assert build.returncode == 130
    assert b"Traceback" not in told
    assert manchette("query", "Dakar", "--count").stdout == "1\n"


def test_entities_are_listed_merged_dropped_and_split(tmp_path: Path, manchette: Run) -> None:
    make(tmp_path)
    merged = manchette("entities", "merge", "Nations unies", "ONU")
    assert (merged.returncode, merged.stdout) == (0, "")
    assert merged.stderr == (
        'merged ONU into Nations unies (4 articles)\nto undo: manchette entities split "ONU"\n'
    )
    assert manchette("entities", "drop", "Lire", "Dakar").stderr.splitlines()[::2] == [
        "dropped place:Lire (2 articles)",
        "dropped Dakar (3 articles)",
    ]
    listed = manchette("entities", "list", "org", "place")
    assert [row.split() for row in listed.stdout.splitlines()] == [
        ["org", "Nations", "unies", "4", "ONU"],
        ["place", "Rabat", "3"],
        [],
        ["decided", "by", "you,", "in", "aliases.txt"],
        ["Nations", "unies", "=", "ONU"],
        ["!place:Lire"],
        ["!Dakar"],
    ]
    assert manchette("query", 'org:"ONU"', "--count").stdout == "4\n"
    hits = json.loads(manchette("query", "title:un", "--format", "json").stdout)["hits"]
    assert (hits[0]["org"], hits[0]["place"]) == (["Nations unies"], ["Rabat"])
    assert manchette("facets", "place", "--format", "csv").stdout == "value,count\nRabat,3\n"
    assert manchette("entities", "split", "ONU", "place:Lire").returncode == 0
    assert "Lire" in manchette("facets", "place").stdout
    assert manchette("query", 'org:"ONU"', "--count").stdout == "3\n"


def test_an_edit_outlives_a_rebuild(tmp_path: Path, manchette: Run) -> None:
    make(tmp_path)
    manchette("entities", "merge", "Nations unies", "ONU")
    manchette("index", "--rebuild")
    listed = json.loads(manchette("entities", "list", "org", "--format", "json").stdout)
    assert listed["entities"] == [
        {
            "field": "org",
            "name": "Nations unies",
            "count": 4,
            "names": [{"field": "org", "name": "ONU", "count": 3, "by": "aliases"}],
        }
    ]


def test_an_entity_is_shown_as_a_page_and_as_json(tmp_path: Path, manchette: Run) -> None:
    make(tmp_path)
    assert manchette("entities", "show", "onu").stdout.startswith("ONU\norg · 3 articles, 2025-10-01 to ")
    shown = json.loads(manchette("entities", "show", "org:ONU", "--format", "json").stdout)
    assert (shown["version"], shown["field"], shown["name"], shown["count"]) == (1, "org", "ONU", 3)
    assert shown["companions"][0]["name"] == "Rabat"
    assert shown["days"][-1] == {"value": "none", "count": 1}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show", "Faisal Sharkar"], 'did you mean "Faisal Shahkar" (person)'),
        (["merge", "ONU", "Rabbat"], 'did you mean "Rabat" (place)'),
        (["merge", "ONU"], "type manchette entities --help"),
        (["drop"], "type manchette entities --help"),
        (["show"], 'manchette entities show "NAME"'),
        (["list", "couleur"], "type one of person, org, place"),
        (["rename", "ONU"], "invalid choice: 'rename'"),
        ([], "type manchette entities --help"),
    ],
)
def test_an_error_about_entities_changes_nothing(
    words: list[str], told: str, tmp_path: Path, manchette: Run
) -> None:
    folder = make(tmp_path)
    done = manchette("entities", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert not (folder / "aliases.txt").exists()


def test_a_line_of_the_aliases_that_cannot_be_read_is_told_and_stays(tmp_path: Path, manchette: Run) -> None:
    file = make(tmp_path) / "aliases.txt"
    file.write_text("= ONU\n", "utf-8")
    for command in (["check"], ["entities", "list"], ["entities", "drop", "ONU"]):
        done = manchette(*command)
        assert done.returncode == 0
        assert "this line is none, and does nothing: = ONU\n" in done.stderr
        assert "NAME = OTHER NAME" in done.stderr
    assert file.read_text("utf-8") == "= ONU\n!ONU\n"


def test_an_index_without_entities_has_those_that_came_with_its_articles(manchette: Run) -> None:
    assert manchette("index", str(SAMPLE), "--entities", "none").returncode == 0
    bare = int(manchette("query", "place:dakar", "--count").stdout)
    [shown] = manchette("query", "Dakar", "-n", "1", "--format", "ids").stdout.split()
    assert "\x1b[4m" not in manchette("show", shown, "--color", "always").stdout
    assert manchette("index", "--entities", "modern").returncode == 0
    assert int(manchette("query", "place:dakar", "--count").stdout) > bare
    assert "\x1b[4m" in manchette("show", shown, "--color", "always").stdout
    assert "\x1b" not in manchette("show", shown).stdout


def test_a_query_loads_nothing_that_it_does_not_need(place: Path) -> None:
    code = "import sys, search.cli; search.cli.main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, "query", "Dakar", "-i", str(place)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "sqlite3" in loaded, "the names are looked up"
    assert not loaded & {
        "rich",
        "prompt_toolkit",
        "filelock",
        "numpy",
        "csv",
        "search.curator",
        "search.edits",
    }
    assert not [
        name for name in loaded if name.startswith(("corpus.readers", "corpus.entities", "search.shell"))
    ]


def test_the_usage_error_of_an_unknown_option_names_it() -> None:
    with pytest.raises(UsageError, match="--wat"):
        read(["index", ".", "--wat"])


def test_every_field_has_an_example_that_is_a_query(place: Path, manchette: Run) -> None:
    for field in FIELDS:
        assert manchette("query", field.example, "--count", "-i", str(place)).returncode in (0, 1)
