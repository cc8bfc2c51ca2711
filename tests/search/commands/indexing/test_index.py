"""The command `index`."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect

from tests.conftest import ROOT, SAMPLE, Run
from tests.search.inspection import wild


def test_the_report_of_a_build_is_the_one_promised(tmp_path: Path, manchette: Run) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "un.txt").write_text("Le Soir du Port\n12 mars 2025\nLe port rouvre demain à Dakar.\n", "utf-8")
    (folder / "vide.txt").write_text("", "utf-8")
    report = json.loads(manchette("index", "presse", "--json").stdout)
    assert report["version"] == 1
    assert (report["articles"], report["added"], report["engine"]) == (1, 1, "whoosh")
    assert report["rejected"] == [
        {"path": "presse/vide.txt", "where": "", "reason": "empty", "code": "reading.empty"}
    ]
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


def test_an_article_that_is_kept_without_a_byte_is_not_rejected(tmp_path: Path, manchette: Run) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "un.txt").write_bytes("Le Fanal\n3 mars 2023\nL’été\n".encode() + b"Bravo \xf0\x9f\x98 !")
    (folder / "vide.txt").write_text("", "utf-8")

    built = manchette("index", "presse", "--json", "--lang", "fr")
    report = json.loads(built.stdout)

    assert report["articles"] == 1
    assert [piece["path"] for piece in report["rejected"]] == ["presse/vide.txt"]
    assert [(piece["path"], piece["code"]) for piece in report["losses"]] == [
        ("presse/un.txt", "reading.lost_bytes")
    ]
    assert "gardés sans quelques octets\u00a0:\n  presse/un.txt, ligne 4\u00a0: " in built.stderr
    status = manchette("status").stdout
    assert re.search(
        r"rejected +1\n  presse/vide.txt: empty\nwith a loss +1\n  presse/un.txt, line 4: ", status
    )


def test_lines_that_recur_are_counted_in_one_line(tmp_path: Path, manchette: Run) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    for town in ("Sète", "Dakar", "Gafsa", "Louga", "Ségou"):
        text = f"La route de {town} est rouverte depuis lundi.\n\nÀ {town}, le marché attend la pluie.\n\nLe Phare, chaque matin\n"
        (folder / f"{town}.txt").write_text(text, "utf-8")

    built = manchette("index", "presse", "--json")

    assert json.loads(built.stdout)["left_out"] == {"lines": 1, "articles": 5}
    assert "\n1 line that recurs from article to article is left out of 5 articles; " in built.stderr
    assert re.search(r"left out +1 line that recurs, in 5 articles: type ", manchette("status").stdout)
    assert manchette("status", "--left-out").stdout == "        5  Le Phare, chaque matin\n"
    assert "Le Phare" not in manchette("query", "Dakar").stdout

    assert manchette("query", '"chaque matin"', "--count").stdout == "0\n"
    [first, *_] = json.loads(manchette("query", "Dakar", "--format", "json").stdout)["hits"]
    assert "Le Phare, chaque matin" in manchette("show", first["id"], "--raw").stdout


def test_the_end_of_a_build_on_a_messy_folder_is_one_page(tmp_path: Path, manchette: Run) -> None:
    wild.make(tmp_path / "presse")
    built = manchette("index", "presse")
    lines = built.stderr.splitlines()
    assert len(lines) < 20
    assert lines[1:4] == ["read:", "       29  CSV (2 files)", "        2  text (7 files)"]
    assert "300 × a picture, not text" in built.stderr
    assert "\x1b" not in built.stderr
    report = json.loads(manchette("index", "--rebuild", "--json").stdout)
    assert len(report["rejected"]) == 359
    assert report["formats"] == [
        {"format": "CSV", "files": 2, "articles": 29},
        {"format": "text", "files": 7, "articles": 2},
    ]


def test_a_forced_format_stays_with_its_paths(tmp_path: Path, manchette: Run) -> None:
    table = "titre,texte\nPort,Le port rouvre lundi.\nMarché,Le marché rouvre mardi.\n"
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text(table, "utf-8")
    assert manchette("index", "notes", "--format", "Text").returncode == 0
    assert manchette("query", "*", "--count").stdout == "1\n"
    (tmp_path / "notes" / "b.txt").write_text(table.replace("lundi", "jeudi"), "utf-8")
    manchette("index")
    assert manchette("query", "*", "--count").stdout == "2\n"
    manchette("index", "notes", "--format", "auto")
    assert manchette("query", "*", "--count").stdout == "4\n"


def test_a_format_that_does_not_exist_is_refused_before_anything_is_made(
    tmp_path: Path, manchette: Run
) -> None:
    done = manchette("index", ".", "--format", "CVS")
    assert done.returncode == 2
    assert 'did you mean "CSV"?' in done.stderr
    assert not (tmp_path / ".manchette").exists()


def test_a_pipe_among_the_files_is_rejected_and_not_waited_for(tmp_path: Path, manchette: Run) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "a.txt").write_text("Le port rouvre demain.\n", "utf-8")
    os.mkfifo(folder / "b.txt")
    report = json.loads(manchette("index", "presse", "--json").stdout)
    assert report["articles"] == 1
    assert [rejected["path"] for rejected in report["rejected"]] == ["presse/b.txt"]


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
        _, printed = build.communicate(timeout=30)
    assert build.returncode == 130
    assert b"Traceback" not in printed
    assert manchette("query", "Dakar", "--count").stdout == "1\n"


def test_an_index_without_entities_has_those_that_came_with_its_articles(manchette: Run) -> None:
    assert manchette("index", str(SAMPLE), "--entities", "none").returncode == 0
    bare = int(manchette("query", "place:dakar", "--count").stdout)
    [shown] = manchette("query", "Dakar", "-n", "1", "--format", "ids").stdout.split()
    assert "\x1b[4m" not in manchette("show", shown, "--color", "always").stdout
    assert manchette("index", "--entities", "modern").returncode == 0
    assert int(manchette("query", "place:dakar", "--count").stdout) > bare
    assert "\x1b[4m" in manchette("show", shown, "--color", "always").stdout
    assert "\x1b" not in manchette("show", shown).stdout


def test_a_build_on_a_terminal_shows_how_far_it_is(tmp_path: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "search", "index", str(SAMPLE)],
        cwd=str(tmp_path),
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
        encoding="utf-8",
    )
    shown = child.read()
    child.close()
    assert child.exitstatus == 0
    assert re.search(r"[0-9]+ articles, ([0-9]+/s|all are read)", shown), (
        "a screen may be drawn when all is read"
    )
    assert "71 added; 1 without a date\r\nread:\r\n       41  text (41 files)" in shown


def test_what_was_rejected_before_is_counted_and_not_listed_again(tmp_path: Path, manchette: Run) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "a.txt").write_text("Le port rouvre demain.\n", "utf-8")
    (folder / "b.txt").write_text(" \n", "utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    assert "b.txt: only blanks" in manchette("index", "presse").stderr

    again = manchette("index").stderr
    assert "b.txt" not in again
    assert "photo.jpg" not in again
    assert "2 rejected before: type manchette status --rejected" in again

    (folder / "b.txt").write_text(" \n \n", "utf-8")
    (folder / "c.txt").write_text("\n", "utf-8")
    changed = manchette("index")
    assert "b.txt: only blanks" in changed.stderr
    assert "c.txt: only blanks" in changed.stderr
    assert "1 rejected before" in changed.stderr
    report = json.loads(manchette("index", "--json").stdout)
    assert (len(report["rejected"]), report["noted_before"]) == (3, 3)


def test_a_root_that_is_gone_is_said_at_every_build(tmp_path: Path, manchette: Run) -> None:
    for name in ("presse", "lots"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"Le port rouvre demain ({name}).\n", "utf-8")
    manchette("index", "presse", "lots")
    (tmp_path / "lots").rename(tmp_path / "ailleurs")
    for _ in range(2):
        assert "lots: not there" in manchette("index").stderr


def test_an_empty_folder_is_said_to_have_no_file(tmp_path: Path, manchette: Run) -> None:
    (tmp_path / "presse").mkdir()
    assert "no file here: type manchette index FOLDER" in manchette("index", "presse").stderr
