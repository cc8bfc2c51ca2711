"""The command `export`, and its line in the shell."""

import csv
import json
from pathlib import Path

import pytest

from corpus.records import replace
from search.render.exports.table import FORMATS
from search.shell.session import Session
from search.shell.step import step
from tests.conftest import Run


@pytest.fixture
def session(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Return a session on the sample, in an empty folder."""
    from search.commandline.opening import open_searcher
    from search.shell.current import Current

    monkeypatch.chdir(tmp_path)
    return Session(Current(lambda: open_searcher(home), home))


def typed(session: Session, *lines: str) -> tuple[Session, str]:
    """Return the session after some lines, and the text of the last reply."""
    shown = ""
    for line in lines:
        session, reply = step(session, line)
        shown = "\n".join("".join(fragment.text for fragment in row) for row in reply.lines)
    return session, shown


def test_an_answer_is_written_to_a_file_or_to_standard_output(
    home: Path, manchette: Run, tmp_path: Path
) -> None:
    def export(*words: str) -> tuple[int, str, str]:
        ran = manchette("export", "securite", *words, "-i", str(home))
        return ran.returncode, ran.stdout, ran.stderr

    count = int(manchette("query", "securite", "--count", "-i", str(home)).stdout)
    assert count > 3
    status, out, _ = export("--fields", "titre,date,journal", "--sort", "newest")
    rows = list(csv.DictReader(out.splitlines()))
    assert (status, len(rows)) == (0, count)
    assert list(rows[0]) == ["title", "date", "source"]
    assert [row["date"] for row in rows] == sorted((row["date"] for row in rows), reverse=True)
    status, out, err = export("-n", "3", "--output", "a.jsonl")
    assert (status, out) == (0, "")
    assert err == "a.jsonl: 3 articles for securite (jsonl)\n"
    assert [
        len(json.loads(line)["id"]) > 0 for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()
    ] == [True] * 3
    status, _, err = export("--output", "a.jsonl")
    assert status == 2
    assert "--force" in err
    status, _, err = export("--format", "xlsx")
    assert (status, "--output" in err) == (2, True)
    assert export("--format", "ris", "--fields", "title")[0] == 2
    assert export("--format", "ris", "--dialect", "excel-fr")[0] == 2
    assert export("zanzibarois", "--all", "--output", "b.csv")[0] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


def test_the_shell_writes_the_answer_in_every_format(session: Session, tmp_path: Path) -> None:
    session, _ = typed(session, "securite", ":f date:2025")
    assert session.results
    for known in FORMATS:
        name = f"presse{known.suffixes[0]}"
        _, shown = typed(session, f":export {name}")
        path = tmp_path / name
        assert shown.startswith(f"{path.relative_to(tmp_path)}: {session.results.total.count} articles")
        assert "date:2025" in shown
        assert path.is_dir() if known.is_folder else path.stat().st_size > 100


def test_the_shell_writes_other_words_the_marks_and_names_with_blanks(
    session: Session, tmp_path: Path
) -> None:
    session, _ = typed(session, "securite")
    assert session.results
    _, shown = typed(session, ':export "a b.csv" title:marché')
    assert "for title:marché" in shown
    marked = replace(session, marks=(session.results.results[1].article.id, "absent"))
    _, shown = typed(marked, ":export marques c.jsonl")
    assert shown == "c.jsonl: the marked article (jsonl)"
    [line] = (tmp_path / "c.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["id"] == marked.marks[0]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([":export"], "type :export FILE"),
        ([":export a.csv"], "nothing was asked"),
        (["securite", ":export a.odt"], "no format has the suffix"),
        (["securite", ":export marks a.csv"], "no article is marked"),
        (["securite", ":export absent/a.csv"], "make the folder first"),
        (["securite", ":export ~nobody-of-this-name/a.csv"], "make the folder first"),
        (["securite", ":export a.csv zanzibarois"], "nothing was written"),
        (["securite", ":export a.csv", ":export a.csv"], "there is a file a.csv already: type another name"),
        (["securite", ':export a.csv "'], "never closed"),
    ],
)
def test_the_shell_says_why_it_writes_nothing(session: Session, lines: list[str], said: str) -> None:
    _, shown = typed(session, *lines)
    assert said in " ".join(shown.split())
    assert "--" not in shown


def test_marks_that_left_the_index_are_an_error(session: Session) -> None:
    _, shown = typed(replace(session, marks=("absent",)), ":export marks a.csv")
    assert "in the index any more" in shown
