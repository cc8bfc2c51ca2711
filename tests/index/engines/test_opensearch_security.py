"""A cluster that asks who one is: what builds an archive, what reads it, and what is said to everybody else."""

import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from index import opening
from index.build import build
from index.engine import Ask
from index.engines.opensearch.address import CA, PASSWORD, URL, USER, ClusterError
from index.query import Everything
from tests.support.opensearch.guard import PASSWORDS, READER, WRITER
from tests.support.opensearch.secured import Secured

As = Callable[..., None]


@pytest.fixture
def as_user(secured: Secured, monkeypatch: pytest.MonkeyPatch) -> As:
    """Have the environment name the cluster, and a user with the right password unless another one is given."""

    def name(user: str, password: str | None = None, *, trusted: bool = True) -> None:
        monkeypatch.setenv(URL, secured.url)
        monkeypatch.setenv(USER, user)
        monkeypatch.setenv(PASSWORD, PASSWORDS[user] if password is None else password)
        monkeypatch.setenv(CA, str(secured.ca) if trusted else "")

    return name


def build_one(folder: Path) -> Path:
    """Build the archive of one article, and return its home."""
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text("Grève au port\n\nLes dockers ont voté la grève.\n", "utf-8")
    home = folder / ".manchette"
    build(home, (folder,), engine="opensearch")
    return home


def count(home: Path) -> int:
    engine = opening.open_engine(home)
    try:
        return engine.search(Everything(), Ask(1)).total.count
    finally:
        engine.close()


@pytest.mark.long
def test_who_may_write_builds_an_archive_and_who_may_read_reads_it(as_user: As, tmp_path: Path) -> None:
    as_user(WRITER)
    home = build_one(tmp_path / "presse")
    as_user(READER)
    assert count(home) == 1
    (tmp_path / "presse" / "b.txt").write_text("Le port a rouvert.\n", "utf-8")
    with pytest.raises(ClusterError, match=r"^cluster\.no_right") as refused:
        build(home, (tmp_path / "presse",))
    assert refused.value.message.values["user"] == READER
    as_user(WRITER)
    build(home, (tmp_path / "presse",))
    as_user(READER)
    assert count(home) == 2


@pytest.mark.long
@pytest.mark.parametrize(
    ("user", "trusted", "code"),
    [(WRITER, True, "cluster.no_user"), ("", True, "cluster.no_user"), (WRITER, False, "cluster.untrusted")],
    ids=["wrong password", "nobody", "unknown certificate"],
)
def test_a_stranger_is_said_what_is_missing_and_the_password_nowhere(
    as_user: As, tmp_path: Path, user: str, code: str, *, trusted: bool
) -> None:
    as_user(user, "faux € secret", trusted=trusted)
    with pytest.raises(ClusterError, match=code) as refused:
        build_one(tmp_path / "presse")
    shown = "".join(traceback.TracebackException.from_exception(refused.value, capture_locals=True).format())
    assert code in shown
    assert "faux" not in shown.replace('as_user(user, "faux € secret"', "")
