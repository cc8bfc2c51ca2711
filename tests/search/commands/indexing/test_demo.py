"""The command `demo`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from search.commands.indexing.demo import folder
from tests.conftest import ROOT, Run


def test_the_demo_leaves_the_index_of_the_person_alone(tmp_path: Path, manchette: Run) -> None:
    (tmp_path / "a.txt").write_text("Le port rouvre demain à Ziguinchor.\n", "utf-8")
    manchette("index", ".")
    cache = str(tmp_path / "cache")
    assert manchette("demo", XDG_CACHE_HOME=cache, MANCHETTE_INDEX=str(tmp_path)).returncode == 0
    assert manchette("demo", "-i", ".", XDG_CACHE_HOME=cache).returncode == 0
    assert manchette("query", "*", "--count").stdout == "1\n"


def test_the_demo_answers_one_query_where_the_input_is_closed(tmp_path: Path) -> None:
    demo = f"{sys.executable} -m search demo <&-"
    cache = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(
        ["/bin/sh", "-c", demo], cwd=ROOT, env=cache, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Abidjan" in done.stdout


def test_the_demo_of_nobody_stands_in_a_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert folder().parent == tmp_path
