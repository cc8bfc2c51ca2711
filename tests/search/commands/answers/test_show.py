"""The command `show`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run


def test_an_article_is_shown_whole_and_as_it_was_in_its_file(home: Path, manchette: Run) -> None:
    article_id = manchette(
        "query", "title:marché", "-n", "1", "--format", "ids", "-i", str(home)
    ).stdout.strip()
    shown = manchette("show", article_id, "-i", str(home))
    assert shown.returncode == 0
    assert "marché" in shown.stdout.lower()
    raw = manchette("show", article_id, "--raw", "-i", str(home))
    assert len(raw.stdout) > 300
    absent = manchette("show", "nothing", "-i", str(home))
    assert (absent.returncode, absent.stdout) == (2, "")


def test_a_raw_record_is_inert_in_a_pipe_and_to_the_letter_in_a_file(tmp_path: Path, manchette: Run) -> None:
    """A pipe may lead to a pager, and so to a terminal."""
    record = "Le port\u202e rouvre\x1b]0;pwned\x07 à Dakar\u200b.\n\tLe maire\u00ad parle.\n"
    (tmp_path / "a.txt").write_text(record, "utf-8")
    manchette("index", "a.txt")
    article_id = manchette("query", "port", "--format", "ids").stdout.strip()

    piped = manchette("show", "--raw", article_id)
    with (tmp_path / "record").open("wb") as file:
        subprocess.run(
            [sys.executable, "-m", "search", "show", "--raw", article_id],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=file,
            check=True,
        )

    assert piped.stdout == "Le port· rouvre·]0;pwned· à Dakar·.\n Le maire· parle.\n"
    assert (tmp_path / "record").read_text("utf-8") == record


@pytest.mark.parametrize("words", [["\udce9"], ["--raw", "\udce9"], ["--raw", "a\x1b"]])
def test_what_cannot_be_an_id_is_no_article(words: list[str], home: Path, manchette: Run) -> None:
    shown = manchette("show", *words, "-i", str(home))
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr.startswith("manchette: there is no article")


def test_an_article_is_an_object_for_programs(home: Path, manchette: Run) -> None:
    [article_id] = manchette("query", "marché", "-n", "1", "--format", "ids", "-i", str(home)).stdout.split()
    written = json.loads(manchette("show", article_id, "--format", "json", "-i", str(home)).stdout)
    assert written["id"] == article_id
    assert "marché" in f"{written['title']} {written['body']}".lower()


def test_many_articles_are_shown_and_a_missing_one_is_a_line(home: Path, manchette: Run) -> None:
    ids = manchette("query", "marché", "-n", "3", "--format", "ids", "-i", str(home)).stdout.split()
    shown = manchette("show", ids[0], "nothing", *ids[1:], "--format", "jsonl", "-i", str(home))
    assert [json.loads(line)["id"] for line in shown.stdout.splitlines()] == ids
    assert shown.returncode == 2
    assert len(shown.stderr.splitlines()) == 1
    assert manchette("show", *ids, "-i", str(home)).stdout.count("\n* * *\n") == 2
    raw = [manchette("show", "--raw", one, "-i", str(home)).stdout for one in ids]
    both = manchette("show", "--raw", *ids, "nothing", "-i", str(home))
    assert (both.stdout.split(), both.returncode) == ("".join(raw).split(), 2)


def test_ids_and_a_query_come_from_standard_input(home: Path, tmp_path: Path) -> None:
    def piped(text: str, *words: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "search", *words, "-i", str(home)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout

    ids = piped("title:marché\n", "query", "-", "--format", "ids")
    assert ids.split()
    shown = piped(ids, "show", "-", "--format", "json")
    assert [json.loads(line)["id"] for line in shown.splitlines()] == ids.split()
    chosen = piped("\ufefftitle:marché\n", "query", "-", "--format", "jsonl", "--fields", "titre,id")
    assert [list(json.loads(line)) for line in chosen.splitlines()] == [["title", "id"]] * len(ids.split())
