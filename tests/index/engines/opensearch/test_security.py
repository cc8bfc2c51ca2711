"""A cluster that asks who one is: what builds an archive, what reads it, and what is said to everybody else."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from index.engines.opensearch.address import CA, PASSWORD, URL, USER
from index.engines.opensearch.archive import FILE
from tests.conftest import Run
from tests.support.opensearch.guard import PASSWORDS, READER, WRITER
from tests.support.opensearch.secured import Secured

WRONG = "faux € secret"

As = Callable[..., None]


@pytest.fixture
def as_user(secured: Secured, monkeypatch: pytest.MonkeyPatch) -> As:
    """Have the environment name the cluster of the security plugin, and a user with a password."""

    def name(user: str, password: str = "", *, trusted: bool = True) -> None:
        monkeypatch.setenv(URL, secured.url)
        monkeypatch.setenv(USER, user)
        monkeypatch.setenv(PASSWORD, password or PASSWORDS[user])
        monkeypatch.setenv(CA, str(secured.ca) if trusted else "")

    return name


@pytest.fixture
def elsewhere(tmp_path: Path, manchette: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the archive of `presse` as another machine would, which has nothing but its address."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        (pointer,) = (tmp_path / "presse").rglob(FILE)
        name = json.loads(pointer.read_text("utf-8"))["archive"]
        return manchette(*words, "--index", f"opensearch+{os.environ[URL]}/{name}")

    return run


@pytest.mark.nightly
@pytest.mark.long
def test_who_may_write_builds_who_may_read_reads_and_no_password_is_shown(
    as_user: As, tmp_path: Path, elsewhere: Run, manchette: Run
) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "a.txt").write_text("Grève au port\n\nLes dockers ont voté la grève.\n", "utf-8")
    as_user(WRITER)
    done = [manchette("index", "--engine", "opensearch", ".", cwd=folder), manchette("check", cwd=folder)]
    as_user(READER)
    done += [elsewhere("query", "port"), elsewhere("status")]
    assert [one.returncode for one in done] == [0, 0, 0, 0], done
    assert "Les dockers ont voté" in done[2].stdout
    (folder / "b.txt").write_text("Le port a rouvert.\n", "utf-8")
    refused = [manchette("index", ".", cwd=folder)]
    as_user(WRITER)
    done += [manchette("index", "--rebuild", ".", cwd=folder)]
    as_user(READER)
    done += [elsewhere("query", "rouvert")]
    assert [one.returncode for one in done[4:]] == [0, 0], done
    as_user(READER, WRONG)
    refused += [elsewhere("query", "port")]
    as_user("", WRONG)
    refused += [elsewhere("query", "port")]
    as_user(READER, trusted=False)
    refused += [elsewhere("query", "port")]
    assert [one.returncode for one in refused] == [2, 2, 2, 2], refused
    assert [one.stdout for one in refused] == ["", "", "", ""]
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    shown = [text.encode() for one in (*done, *refused) for text in (one.stdout, one.stderr)]
    secrets = [password.encode() for password in (*PASSWORDS.values(), WRONG)]
    assert not [secret for secret in secrets for text in (*written, *shown) if secret in text]
