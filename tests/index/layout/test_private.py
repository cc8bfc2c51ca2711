"""The home of an index is its owner's alone, whatever the umask was."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import build
from index.layout import private
from index.names import aliases
from tests.support.engines import LOCAL_ENGINES
from tests.support.press import write_stories

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> set[tuple[bool, int]]:
    """Return the modes of a folder and of all below it, each with whether it is one of a folder."""
    paths = (folder, *folder.rglob("*"))
    return {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in paths if not path.is_symlink()}


OWN = {(True, 0o700), (False, 0o600)}


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_a_build_leaves_nothing_that_others_can_read(tmp_path: Path, engine: str) -> None:
    home = tmp_path / ".manchette"
    for number in range(3):
        write_stories(tmp_path / "presse", [number])
        build(home, [tmp_path / "presse"], engine=engine)
        aliases.save(home, aliases.parse(f"Dakar = Ville {number}"))

        assert modes(home) == OWN


def test_the_next_build_mends_an_index_that_others_could_read(tmp_path: Path) -> None:
    home = tmp_path / ".manchette"
    write_stories(tmp_path / "presse", [1])
    build(home, [tmp_path / "presse"])
    for path in (home, *home.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)

    build(home)

    assert modes(home) == OWN


def test_what_a_link_leads_to_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "other.txt").touch(0o644)
    (tmp_path / "home" / "link").symlink_to(tmp_path / "other.txt")
    (tmp_path / "home" / "broken").symlink_to(tmp_path / "absent")

    private.keep(tmp_path / "home")

    assert stat.S_IMODE((tmp_path / "other.txt").stat().st_mode) == 0o644
