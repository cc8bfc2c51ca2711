"""The commands `check` and `status`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, Run


def test_status_and_check_show_what_is_there(home: Path, manchette: Run) -> None:
    status = manchette("status", "-i", str(home))
    assert "articles  71" in status.stdout
    assert "L’Écho de Dakar" in status.stdout
    assert "1 article undated" in status.stdout
    sound = manchette("check", "-i", str(home))
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
    assert "is not as it was written: type manchette index\n" in broken.stderr
    mended = manchette("index")
    assert (mended.returncode, "the index was damaged, and has been mended" in mended.stderr) == (0, True)
    assert manchette("check").returncode == 0


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM articles WHERE id LIKE 'dep-%'", "of the index are not in the catalog"),
        (
            "INSERT INTO articles VALUES ('absent', 'presse/absent.txt', '', 1, NULL, '')",
            "of the catalog is not in the index",
        ),
    ],
)
def test_check_finds_articles_that_the_catalog_and_the_engine_do_not_share(
    statement: str, problem: str, tmp_path: Path, manchette: Run
) -> None:
    manchette("index", str(SAMPLE))
    with closing(
        sqlite3.connect(tmp_path / ".manchette" / "generations" / "1" / "catalog.sqlite")
    ) as catalog:
        catalog.execute(statement)
        catalog.commit()
    parted = manchette("check")
    assert (parted.returncode, parted.stdout) == (2, "")
    assert problem in parted.stderr
    assert "type manchette index --rebuild" in parted.stderr
    assert manchette("index", "--rebuild").returncode == 0
    assert manchette("check").returncode == 0


def test_check_finds_a_build_that_was_interrupted(tmp_path: Path, manchette: Run) -> None:
    manchette("index", str(SAMPLE))
    (tmp_path / ".manchette" / "generations" / "1" / "pending").write_text("", "utf-8")
    interrupted = manchette("check")
    assert interrupted.returncode == 2
    assert interrupted.stderr.endswith("type manchette index\n")
    assert manchette("index").returncode == 0
    assert manchette("check").returncode == 0


def test_an_index_that_cannot_be_opened_is_made_anew_and_one_line_says_why(
    tmp_path: Path, manchette: Run
) -> None:
    manchette("index", str(SAMPLE))
    [segment] = tmp_path.glob(".manchette/generations/1/engine/*.seg")
    segment.write_bytes(b"")
    assert manchette("status").returncode == 2

    again = manchette("index")

    assert again.returncode == 0
    assert "the index was damaged, and has been mended: the index in" in again.stderr
    assert again.stderr.splitlines()[2] == "read:"
    assert manchette("check").returncode == 0
