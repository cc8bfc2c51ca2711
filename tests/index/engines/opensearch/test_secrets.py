"""A password of a cluster is in the environment and in the header of a request, and nowhere else."""

import gc
import logging
import multiprocessing
import os
import pickle
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from index.build import build
from index.building import pipeline
from index.building.report import Progress
from index.engines.opensearch import archive
from index.engines.opensearch.address import CA, PASSWORD, URL, USER, ClusterError
from index.errors import IndexFailure
from index.opening import open_engine
from search import cli
from tests.conftest import ROOT
from tests.support.opensearch.guard import PASSWORDS, READER, WRITER, Guarded, authorization
from tests.support.press import write_stories

WRONG = "faux € secret"


def encoded(user: str, password: str) -> str:
    """Return what a request has of a user and a password."""
    return authorization(user, password).removeprefix("Basic ")


SECRETS = (
    *(PASSWORDS[user] for user in (WRITER, READER)),
    WRONG,
    *(encoded(user, PASSWORDS[user]) for user in (WRITER, READER)),
    encoded(WRITER, WRONG),
)


def leaked(text: str) -> list[str]:
    """Return the secrets that a text has, as they are or as Python or JSON writes them."""
    return [
        secret
        for secret in SECRETS
        if any(form in text for form in (secret, ascii(secret)[1:-1], secret.encode().hex()))
    ]


@pytest.fixture
def press(guarded: Guarded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go into a folder of articles; the environment names the cluster behind its guard, and who writes there."""
    folder = tmp_path / "presse"
    folder.mkdir()
    write_stories(folder, range(80))
    monkeypatch.chdir(folder)
    for name, value in {
        URL: guarded.url,
        USER: WRITER,
        PASSWORD: PASSWORDS[WRITER],
        CA: str(guarded.ca),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "settings"),
    }.items():
        monkeypatch.setenv(name, value)
    return folder


def build_as_a_program() -> list[str]:
    """Build the index as a program of its own, and return the command lines of its processes."""
    listed: list[str] = []
    command = [sys.executable, "-m", "search", "--verbose", "index", "--engine", "opensearch", "."]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}) as building:
        while building.poll() is None:
            listed += command_lines(building.pid)
            time.sleep(0.02)
    assert building.returncode == 0
    return listed


def command_lines(number: int) -> Iterator[str]:
    """Yield the command lines of a process and of those that it started, as whoever lists processes sees them."""
    numbers = [number]
    for one in numbers:
        folder = Path("/proc") / str(one)
        try:
            yield (folder / "cmdline").read_bytes().decode(errors="replace")
            for children in folder.glob("task/*/children"):
                numbers += map(int, children.read_text("ascii").split())
        except OSError:  # it ended
            continue


def written(folder: Path) -> str:
    return "\n".join(
        path.read_bytes().decode(errors="replace") for path in folder.rglob("*") if path.is_file()
    )


def shown_of_records() -> str:
    """Return the text of every record of the package that is in memory, as a log would have it."""
    records = [
        one
        for one in gc.get_objects()
        if str(type(one).__module__).startswith("index.engines.opensearch")
        and not isinstance(one, (type, ModuleType))
    ]
    assert records
    return "\n".join(f"{one!r} {one}" for one in records)


def in_full(error: BaseException) -> str:
    """Return the traceback of an error with the variables of each call."""
    return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


def test_no_password_is_shown_logged_kept_or_passed_on(
    press: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(pipeline, "ONE_PROCESS_BYTES", 0)
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 8)
    home = press / ".manchette"
    listed: list[str] = []
    errors: list[IndexFailure] = []

    def kill(_: Progress) -> None:
        for child in multiprocessing.active_children():
            listed.extend(command_lines(child.pid or 0))
            child.kill()
            child.join()

    with pytest.raises(IndexFailure, match=r"^index\.process_ended") as ended:
        build(home, [press], engine="opensearch", jobs=2, progress=kill)
    errors.append(ended.value)
    listed += build_as_a_program()
    for words in (
        ["query", "Korhogo"],
        ["status"],
        ["check"],
        ["query", "Korhogo", "--facet", "place", "--explain"],
    ):
        assert cli.main(["--verbose", *words]) == 0
    engine = open_engine(home)
    shown = [shown_of_records()]
    assert "Cluster(urls=" in shown[0]
    engine.close()
    with archive.asking() as client:
        shown.append(str(client.ask("POST", "/manchette-*/_search", {"size": 1000})))

    monkeypatch.setenv(PASSWORD, WRONG)
    for words in (["query", "Korhogo"], ["index", "--rebuild"], ["status"]):
        assert cli.main(["--verbose", *words]) == 2
    for name, value in (
        (PASSWORD, WRONG),
        (CA, ""),
        (URL, os.environ[URL].replace("https", "http")),
        (URL, "http://[::1]:9"),
    ):
        monkeypatch.setenv(name, value)
        with pytest.raises(ClusterError) as refused:
            open_engine(home)
        errors.append(refused.value)
    shown += [f"{error!r} {error} {in_full(error)} {pickle.dumps(error)!r}" for error in errors]

    logged = [f"{record.getMessage()} {vars(record)}" for record in caplog.records]
    assert any("urllib3" in line for line in logged)
    for text in (*listed, *shown, *logged, *capfd.readouterr(), written(press.parent)):
        assert not leaked(text), text[:2000]
    assert WRITER not in written(home)


def test_the_test_would_see_a_password() -> None:
    assert leaked(f"https://{WRITER}:{PASSWORDS[WRITER]}@localhost")
    assert leaked(repr({"Authorization": authorization(READER, PASSWORDS[READER])}))
    assert leaked(ascii(WRONG))
