"""Whether an index holds together, whichever engine keeps it."""

from pathlib import Path

import pytest

from index.build import build
from index.check import check
from index.engines import NAMES
from tests.index.press import write_stories


@pytest.fixture(params=NAMES)
def place(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    write_stories(tmp_path / "presse", range(20))
    build(tmp_path / ".manchette", [tmp_path / "presse"], engine=request.param)
    return tmp_path / ".manchette"


def test_an_index_is_sound_after_every_update(place: Path) -> None:
    press = place.parent / "presse"
    for number in range(20, 26):
        write_stories(press, [number])
        (press / f"{number - 20:04}.txt").unlink()
        build(place)

        assert list(check(place)) == []


def test_a_byte_that_changed_is_told_with_the_command_that_mends_it(place: Path) -> None:
    write_stories(place.parent / "presse", [30])
    build(place)
    engine = place / "generations" / "1" / "engine"
    largest = max(engine.glob("[!.]*"), key=lambda file: file.stat().st_size)
    content = bytearray(largest.read_bytes())
    content[len(content) // 3] ^= 1
    largest.write_bytes(content)

    problems = list(check(place))

    assert problems
    assert {problem.mend for problem in problems} == {"manchette index --rebuild"}


def test_a_build_that_changes_nothing_leaves_the_seal_as_it_is(place: Path) -> None:
    seal = (place / "generations" / "1" / "seal.json").read_bytes()
    build(place)

    assert (place / "generations" / "1" / "seal.json").read_bytes() == seal
