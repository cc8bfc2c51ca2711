"""The commands `save`, `saved`, `run` and `news`."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from index import layout
from search.commandline.options import UsageError
from search.commandline.status import ExitStatus
from search.notebook import edits, searches, seen
from tests.conftest import Run
from tests.search.commands.notebook.conftest import Type


def unsee(home: Path, *, articles: int) -> None:
    """Make some articles of the index new for every saved search."""
    state = seen.read(home)
    kept = frozenset(sorted(state.looks[0])[articles:])
    seen.save(home, seen.Seen((kept,), dict.fromkeys(state.searches, 1)))


def test_a_search_is_saved_listed_run_and_dropped(type_: Type) -> None:
    assert type_("saved") == (
        ExitStatus.NOTHING_FOUND,
        "",
        "manchette: no search is saved yet: type save NAME = WORDS\n",
    )
    saved = type_("save", "Le climat", "climat", "sécheresse", "-rabat")
    assert saved == (
        ExitStatus.FOUND,
        "",
        "saved Le climat = climat sécheresse -rabat (5 articles); news shows what comes from now on\n",
    )
    assert type_("save", "onu", "=", "ONU", "OR", "interpol").status is ExitStatus.FOUND
    assert (
        "saved récent = climat AND date:>=2025 (" in type_("save", "récent", "climat", "--since", "2025").said
    )
    assert type_("saved", "--drop", "récent").status is ExitStatus.FOUND
    listed = type_("saved")
    assert listed.data.splitlines() == [
        " 5 articles  Le climat  climat sécheresse -rabat",
        "12 articles  onu        ONU OR interpol",
    ]
    assert json.loads(type_("saved", "--format", "json").data)["searches"][1] == {
        "name": "onu", "query": "ONU OR interpol", "count": 12, "new": 0,
    }  # fmt: skip
    assert type_("run", "le", "climat", "--count").data == "5\n"
    assert type_("run", "onu", "--sort", "newest", "-n", "2", "--format", "ids").data.count("\n") == 2
    assert type_("saved", "--drop", "le climat").said == (
        "dropped the search Le climat = climat sécheresse -rabat; undo brings it back\n"
    )
    assert type_("saved").data.splitlines() == ["12 articles  onu  ONU OR interpol"]
    type_("undo")
    assert len(type_("saved").data.splitlines()) == 2


def test_news_are_shown_once_and_nothing_is_said_of_nothing(type_: Type, mine: Path) -> None:
    assert type_("news") == (ExitStatus.NOTHING_FOUND, "", "")
    type_("save", "tout", "*")
    assert type_("news") == (ExitStatus.NOTHING_FOUND, "", "")
    unsee(mine, articles=3)
    assert type_("saved").data == "71 articles  3 new  tout  *\n"
    kept = type_("news", "--keep", "--format", "ids")
    assert (kept.status, kept.data.count("\n")) == (ExitStatus.FOUND, 3)
    shown = type_("news", "tout")
    assert (shown.status, shown.data.splitlines()[0]) == (ExitStatus.FOUND, "tout  3 new  *")
    assert all(article_id in shown.data for article_id in kept.data.split())
    assert type_("news") == (ExitStatus.NOTHING_FOUND, "", "")


def test_news_are_objects_for_programs(type_: Type, mine: Path) -> None:
    type_("save", "tout", "*")
    unsee(mine, articles=2)
    rows = [json.loads(row) for row in type_("news", "--format", "jsonl").data.splitlines()]
    assert len(rows) == 2
    assert list(rows[0]) == ["search", "id", "title", "date", "source", "section", "author", "url", "path"]


def test_news_that_could_not_be_written_stay_new(
    type_: Type, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Closed(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    type_("save", "tout", "*")
    unsee(mine, articles=3)
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", Closed())
        with pytest.raises(BrokenPipeError):  # no error of a command
            type_("news")
    assert type_("news", "--format", "ids").data.count("\n") == 3


def test_the_notebook_can_be_changed_while_a_person_reads_the_news(
    type_: Type, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> None:
        with edits.alone(mine):
            read_in.append(mine)

    read_in: list[Path] = []
    type_("save", "tout", "*")
    unsee(mine, articles=3)
    monkeypatch.setattr(edits, "_WAIT_SECONDS", 0.05)
    monkeypatch.setattr("search.commands.notebook.news.write", read)
    assert type_("news").status is ExitStatus.FOUND
    assert read_in == [mine]


def test_a_saved_line_that_is_no_query_is_reported(type_: Type, mine: Path) -> None:
    type_("save", "tout", "*")
    file = layout.searches(mine)
    file.write_text(file.read_text("utf-8") + "faux = (eau\nperdu\n", "utf-8")
    listed = type_("saved").data
    assert "faux" in listed
    assert "searches.txt: not a saved search" in listed
    found = type_("news")
    assert (found.status, found.data) == (ExitStatus.ERROR, "")
    assert found.said.startswith("manchette: the saved search faux = (eau is no query: ")
    unsee(mine, articles=1)
    assert type_("news").status is ExitStatus.FOUND


@pytest.mark.parametrize("words", [["save", "nom"], ["run"], ["save"]])
def test_a_command_without_its_words_says_what_it_takes(words: list[str], type_: Type) -> None:
    with pytest.raises(UsageError):
        type_(*words)


def test_two_processes_lose_nothing_of_one_another(mine: Path, manchette: Run) -> None:
    """Searches are saved while the news are asked for: each process waits for the others."""
    command = [sys.executable, "-m", "search", "-i", str(mine)]
    running = [
        subprocess.Popen([*command, "save", f"s{number}", "eau"], stderr=subprocess.DEVNULL)
        for number in range(4)
    ]
    assert manchette("-i", str(mine), "news").returncode == ExitStatus.NOTHING_FOUND
    assert [one.wait(60) for one in running] == [0] * 4
    assert len(searches.read(mine).by_key) == 4
    assert len(seen.read(mine).searches) == 4
