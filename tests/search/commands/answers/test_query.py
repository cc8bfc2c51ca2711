"""The command `query`."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from index.fields import FIELDS
from search.render import renderers
from search.results import Results
from tests.conftest import ROOT, Run

FORMATS = tuple(renderers(Results))


@pytest.mark.parametrize(
    "option",
    [["--since", "2025-13"], ["--until", "le lendemain"], ["--since", "sans"], ["--facet", "couleur"]],
)
def test_a_bad_value_of_an_option_of_query_is_reported(option: list[str], home: Path, manchette: Run) -> None:
    done = manchette("query", "maroc", *option, "-i", str(home))
    assert done.returncode == 2
    assert "type" in done.stderr


def test_a_word_that_begins_with_a_minus_is_left_out_of_the_answer(home: Path, manchette: Run) -> None:
    index = ["-i", str(home), "--count"]
    all_of_them = int(manchette("query", "Dakar", *index).stdout)
    without = int(manchette("query", "Dakar", "-mobilités", *index).stdout)
    assert 0 < without < all_of_them


def test_the_json_of_a_query_is_the_one_promised(home: Path, manchette: Run) -> None:
    done = manchette("query", "securite", "date:2025-11", "--format", "json", "--facet", "person", "--facet", "date",
                     "-i", str(home))  # fmt: skip
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


def test_reprints_are_collapsed_on_a_page_and_not_in_data_unless_asked_otherwise(
    home: Path, manchette: Run
) -> None:
    asked = ("query", "source:sahel OR source:echo", "-n", "100", "-i", str(home))
    page, every = (manchette(*asked, *option).stdout for option in ([], ["--no-collapse"]))
    whole, folded = (
        json.loads(manchette(*asked, "--format", "json", *option).stdout) for option in ([], ["--collapse"])
    )
    found, once = ([hit["id"] for hit in answer["hits"]] for answer in (whole, folded))

    assert len(once) < len(found) == whole["total"]["count"] == folded["total"]["count"]
    assert page.startswith(f"{len(found)} articles, {len(found) - len(once)} reprint")
    assert every.startswith(f"{len(found)} articles\n")
    assert [article_id in page for article_id in found] == [article_id in once for article_id in found]
    assert all(article_id in every for article_id in found)


def test_json_names_the_other_printings_with_their_source_date_and_path(home: Path, manchette: Run) -> None:
    done = manchette("query", "Cinq saisons des pluies", "--format", "json", "-n", "2", "-i", str(home))
    first, second = json.loads(done.stdout)["hits"]
    assert first["duplicates"] == [{key: second[key] for key in ("id", "source", "date", "path")}]
    assert second["duplicates"] == [{key: first[key] for key in ("id", "source", "date", "path")}]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_shows_every_article_of_the_page(format_: str, home: Path, manchette: Run) -> None:
    ids = manchette("query", "Dakar", "--format", "ids", "-n", "4", "-i", str(home)).stdout.split()
    assert len(ids) == 4
    shown = manchette("query", "Dakar", "--format", format_, "-n", "4", "-i", str(home)).stdout
    assert all(article_id in shown for article_id in ids)
    if format_ == "csv":
        assert [row["id"] for row in csv.DictReader(shown.splitlines())] == ids
    if format_ == "jsonl":
        assert [json.loads(line)["id"] for line in shown.splitlines()] == ids


def test_pages_follow_one_another(home: Path, manchette: Run) -> None:
    def ids(*words: str) -> list[str]:
        return manchette("query", "*", "--format", "ids", "-i", str(home), *words).stdout.split()

    assert ids("-n", "5") + ids("-n", "5", "--offset", "5") == ids("-n", "10")
    newest = ids("--sort", "newest", "-n", "100")
    assert len(newest) == len(set(newest)) == 71
    oldest = ids("--sort", "oldest", "-n", "100")
    assert newest != oldest
    undated = ids("date:none")
    assert undated == newest[-1:] == oldest[-1:]


def test_a_misspelt_word_is_offered_beside_the_answer(home: Path, manchette: Run) -> None:
    ran = manchette("query", "abidjn", "--index", str(home))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.endswith("manchette: did you mean Abidjan?\n")
    assert "did you mean" not in manchette("query", "abidjan", "--index", str(home)).stderr


def test_since_and_until_bound_the_answer(home: Path, manchette: Run) -> None:
    index = ["-i", str(home), "--count"]
    by_option = manchette("query", "*", "--since", "2025-06", "--until", "2025-07", *index).stdout
    by_field = manchette("query", "date:2025-06..2025-07", *index).stdout
    assert by_option == by_field != "0\n"


def test_explain_shows_how_the_query_was_read(home: Path, manchette: Run) -> None:
    done = manchette("query", "l'Élection", "--explain", "-i", str(home))
    assert "read as: l'Élection" in done.stderr
    assert "l'Élection  " in done.stderr
    assert "articles  election" in done.stderr


def test_why_shows_the_parts_of_the_score_of_a_rank(home: Path, manchette: Run) -> None:
    done = manchette("query", "climat", "--why", "2", "-n", "2", "--format", "ids", "-i", str(home))
    beyond = manchette("query", "climat", "--why", "99", "-i", str(home))
    assert len(done.stdout.split()) == 2
    assert "why result 2: " in done.stderr
    assert "climat, in any form (climat)" in done.stderr
    assert (beyond.returncode, beyond.stdout) == (2, "")
    assert "there is no article of rank 99: the answer has" in beyond.stderr


def test_explain_shows_the_other_names_under_which_articles_are_found(home: Path, manchette: Run) -> None:
    typed = manchette("query", "Nations unies", "--explain", "--count", "-i", str(home))
    quoted = manchette("query", '"Nations unies"', "--explain", "--count", "-i", str(home))

    assert "names:   Nations unies: also onu\n" in typed.stderr
    assert "onu" in typed.stderr
    assert "names:" not in quoted.stderr
    assert "onu" not in quoted.stderr
    assert int(typed.stdout) > int(quoted.stdout)


@pytest.mark.parametrize("words", [["--limite", "3"], ["--foo=3"], ["-n", "-1"], ["--offset", "-1"]])
def test_a_mistyped_option_is_no_word_of_the_query(words: list[str], home: Path, manchette: Run) -> None:
    done = manchette("query", "Dakar", *words, "-i", str(home))
    assert (done.returncode, done.stdout) == (2, "")
    assert words[-1] in done.stderr
    assert "x00" not in done.stderr


def test_colour_is_for_terminals_unless_it_is_asked_for(home: Path, manchette: Run) -> None:
    assert "\x1b" not in manchette("query", "Dakar", "-i", str(home)).stdout
    assert "\x1b[" in manchette("query", "Dakar", "--color", "always", "-i", str(home)).stdout


def test_a_query_loads_nothing_that_it_does_not_need(home: Path) -> None:
    code = "import sys, search.cli; search.cli.main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, "query", "Dakar", "-i", str(home)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "index.storage.names" in loaded, "the names are looked up"
    assert not loaded & {
        "rich",
        "prompt_toolkit",
        "numpy",
        "csv",
        "search.entities.curator",
        "search.entities.edits",
    }
    assert not [
        name for name in loaded if name.startswith(("corpus.readers", "corpus.entities", "search.shell"))
    ]


def test_every_field_has_an_example_that_is_a_query(home: Path, manchette: Run) -> None:
    for field in FIELDS:
        assert manchette("query", field.example, "--count", "-i", str(home)).returncode in (0, 1)
