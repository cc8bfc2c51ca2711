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
from tests.support.opensearch.guard import PASSWORDS, READER, WRITER, Guarded
from tests.support.opensearch.secured import Secured

pytestmark = pytest.mark.opensearch

WRONG = "faux € secret"

As = Callable[..., None]


@pytest.fixture(params=["guarded", pytest.param("secured", marks=pytest.mark.long)])
def as_user(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> As:
    """Have the environment name a cluster, behind our guard or the real one, and a user with a password."""
    behind: Guarded | Secured = request.getfixturevalue(request.param)

    def name(user: str, password: str = "", *, trusted: bool = True) -> None:
        monkeypatch.setenv(URL, behind.url)
        monkeypatch.setenv(USER, user)
        monkeypatch.setenv(PASSWORD, password or PASSWORDS[user])
        monkeypatch.setenv(CA, str(behind.ca) if trusted else "")

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


def refusal(home: Path) -> str:
    """Return what is said to who may not read an archive, and hold that the traceback has no password."""
    with pytest.raises(ClusterError) as refused:
        count(home)
    shown = "".join(traceback.format_exception(refused.value))
    assert not [password for password in (*PASSWORDS.values(), WRONG) if password in shown]
    return refused.value.message.code


def test_who_may_write_builds_who_may_read_reads_and_a_stranger_learns_what_is_missing(
    as_user: As, tmp_path: Path
) -> None:
    as_user(WRITER)
    home = build_one(tmp_path / "presse")
    as_user(READER)
    assert count(home) == 1
    (tmp_path / "presse" / "b.txt").write_text("Le port a rouvert.\n", "utf-8")
    with pytest.raises(ClusterError, match=rf"^cluster\.no_right .*user={READER}"):
        build(home, (tmp_path / "presse",))
    as_user(WRITER)
    build(home, (tmp_path / "presse",))
    as_user(READER)
    assert count(home) == 2
    as_user(READER, WRONG)
    assert refusal(home) == "cluster.no_user"
    as_user("", WRONG)
    assert refusal(home) == "cluster.no_user"
    as_user(READER, trusted=False)
    assert refusal(home) == "cluster.untrusted"
