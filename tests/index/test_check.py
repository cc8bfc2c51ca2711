"""Whether an index holds together, whichever engine keeps it."""

from pathlib import Path

import pytest

from index.build import build
from index.check import check
from index.engines import names
from tests.support.press import write_stories


@pytest.fixture(params=names())
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    write_stories(tmp_path / "presse", range(20))
    build(tmp_path / ".manchette", [tmp_path / "presse"], engine=request.param)
    return tmp_path / ".manchette"


def test_an_index_is_sound_after_every_update(home: Path) -> None:
    press = home.parent / "presse"
    for number in range(20, 26):
        write_stories(press, [number])
        (press / f"{number - 20:04}.txt").unlink()
        build(home)

        assert list(check(home)) == []


def test_a_byte_that_changed_is_told_with_the_command_that_mends_it(home: Path) -> None:
    write_stories(home.parent / "presse", [30])
    build(home)
    engine = home / "generations" / "1" / "engine"
    largest = max(engine.glob("[!.]*"), key=lambda file: file.stat().st_size)
    content = bytearray(largest.read_bytes())
    content[len(content) // 3] ^= 1
    largest.write_bytes(content)

    problems = list(check(home))

    assert problems
    assert {problem.mend for problem in problems} == {"manchette index --rebuild"}


def test_a_build_that_changes_nothing_leaves_the_seal_as_it_is(home: Path) -> None:
    seal = (home / "generations" / "1" / "seal.json").read_bytes()
    build(home)

    assert (home / "generations" / "1" / "seal.json").read_bytes() == seal
