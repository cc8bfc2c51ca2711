"""A first build or a rebuild that is killed half-way: the next one goes on with it, and makes the same index."""

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from index import layout
from index.build import build
from index.building import update
from index.building.report import Progress
from index.check import check
from index.errors import IndexFailure, IndexNotFound
from index.opening import open_catalog, open_engine
from index.storage import manifest
from index.vectors import renewal
from tests.support.engines import LOCAL_ENGINES
from tests.support.killed import ISOLATED, KILLED, STEPS
from tests.support.press import story, write_lines
from tests.support.state import State, state

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

pytestmark = pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs

SAVED_ARTICLES = 8
SLOGAN = "Le Phare, le journal de toute la côte"


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "SAVED_ARTICLES", SAVED_ARTICLES)
    monkeypatch.setattr(renewal, "_MIN_ARTICLES", 10)


def write_press(folder: Path) -> None:
    """Write articles that want the ids of others, print the story of others, name others' persons and have a line in common."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, first in (("a", 0), ("b", 14), ("c", 28)):
        write_lines(folder / f"{name}.jsonl", (record(name, number) for number in range(first, first + 20)))


def record(file: str, number: int) -> dict[str, object]:
    """Return a record; the numbers that two files have want one id, and are one story."""
    named = (
        "L’Organisation du port atlantique (OPA) a répondu à Awa Diallo."
        if number % 3
        else "Diallo attend l’OPA."
    )
    given = {} if number % 5 == 0 else {"id": f"dep-{number}" if number % 7 else "dep-1-2"}
    return {**given, "titre": f"Dépêche du port numéro {number}{file if number % 2 else ''}", "source": "Le Phare",
            "texte": f"{story(number)}\n\n{named}\n\n{SLOGAN}"}  # fmt: skip


def contents(home: Path) -> tuple[State, Mapping[str, object]]:
    """Return what an index holds, and what the files and the catalog beside its engine have."""
    folder = layout.generation(home, manifest.load(home).generation)
    with closing(open_catalog(home)) as catalog:
        beside = {
            "vectors": layout.vectors(folder).read_bytes(),
            "stories": layout.stories(folder).read_bytes(),
            "names": list(catalog.register.rows()),
            "lines": list(catalog.lines.every()),
            "files": catalog.files(),
            "records": {path: catalog.records(path) for path in catalog.files()},
            "sketches": list(catalog.sketches.every()),
        }
    return state(home), beside


@cache
def whole(engine: str) -> tuple[State, Mapping[str, object], TemporaryDirectory[str]]:
    """Return what a build holds that nothing interrupts, and the folder that has its articles."""
    folder = TemporaryDirectory(prefix="manchette-")
    press = Path(folder.name) / "presse"
    write_press(press)
    build(Path(folder.name) / ".manchette", [press], engine=engine)
    return *contents(Path(folder.name) / ".manchette"), folder


def copied(engine: str, folder: Path) -> Path:
    """Return a copy of the articles; their times are kept."""
    shutil.copytree(Path(whole(engine)[2].name) / "presse", folder / "presse")
    return folder / "presse"


def killed(home: Path, press: Path, engine: str, at: int) -> int:
    """Build in a process of its own, which dies before the nth step; return how many steps it came to."""
    steps = ISOLATED.Value("i", 0)
    process = ISOLATED.Process(target=_build_until, args=(steps, at, home, press, engine))
    process.start()
    process.join(120)
    assert process.exitcode in (0, KILLED)
    return int(steps.value)


def _build_until(steps: "Synchronized[int]", at: int, home: Path, press: Path, engine: str) -> None:
    def die(event: str, arguments: tuple[object, ...]) -> None:
        if event in STEPS and str(home) in str(arguments[0]):
            steps.value += 1
            if steps.value == at:
                os._exit(KILLED)

    update.SAVED_ARTICLES, renewal._MIN_ARTICLES = SAVED_ARTICLES, 10
    sys.addaudithook(die)
    build(home, [press], engine=engine)


@cache
def steps_of(engine: str) -> int:
    """Return the number of steps of a build that nothing interrupts."""
    with TemporaryDirectory(prefix="manchette-") as folder:
        return killed(Path(folder) / ".manchette", copied(engine, Path(folder)), engine, 0)


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(2, 40))]
)
def test_a_build_killed_twice_at_random_steps_ends_as_one_that_was_not(
    seed: int, engine: str, tmp_path: Path
) -> None:
    chance = Random(seed)
    home, press = tmp_path / ".manchette", copied(engine, tmp_path)

    for _ in range(2):
        killed(home, press, engine, chance.randrange(1, steps_of(engine)))

    build(home, [press], engine=engine)
    assert contents(home) == whole(engine)[:2]
    assert list(check(home)) == []
    assert [folder.name for folder in layout.generations(home).iterdir()] == [
        str(manifest.load(home).generation)
    ]
    assert not list(home.rglob("unfinished*")) + list(home.rglob("pending*")) + list(home.rglob("stems*"))


def interrupted(home: Path, press: Path, engine: str, articles: int, **choices: object) -> None:
    """Build, and interrupt it as Ctrl-C does when it has read so many articles."""

    def interrupt(done: Progress) -> None:
        if done.articles >= articles:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(home, [press], engine=engine, progress=interrupt, **choices)  # type: ignore[arg-type] # of build


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
class TestInterrupted:
    """A build that a person interrupts, whose next one finds what was saved."""

    def test_what_was_saved_is_not_worked_on_again_and_is_reported(self, engine: str, tmp_path: Path) -> None:
        home, press = tmp_path / ".manchette", copied(engine, tmp_path)
        interrupted(home, press, engine, 30)
        with pytest.raises(IndexNotFound):
            open_engine(home)

        report = build(home, [press], engine=engine)

        assert (report.articles, report.taken_up, report.added, report.unchanged) == (60, 24, 36, 24)
        assert contents(home) == whole(engine)[:2]
        assert build(home).taken_up == 0

    def test_what_changed_meanwhile_is_brought_up_to_date(self, engine: str, tmp_path: Path) -> None:
        home, press = tmp_path / ".manchette", copied(engine, tmp_path)
        interrupted(home, press, engine, 45)
        (press / "a.jsonl").rename(press / "d.jsonl")
        write_lines(press / "b.jsonl", (record("b", number) for number in range(10, 30) if number != 14))
        interrupted(home, press, engine, 10)
        (press / "0.txt").write_text(story(15), "utf-8")

        build(home, [press], engine=engine)

        build(tmp_path / "neuf", [press], engine=engine)
        (mended, beside), (anew, beside_anew) = contents(home), contents(tmp_path / "neuf")
        assert mended == anew
        assert beside == beside_anew
        assert list(check(home)) == []

    def test_other_choices_begin_anew(self, engine: str, tmp_path: Path) -> None:
        home, press = tmp_path / ".manchette", copied(engine, tmp_path)
        interrupted(home, press, engine, 30)

        report = build(home, [press], engine=engine, entities="none")

        assert (report.taken_up, report.added) == (0, 60)
        assert len(list(layout.generations(home).iterdir())) == 1

    def test_a_rebuild_is_gone_on_with_and_an_update_lets_it_go(self, engine: str, tmp_path: Path) -> None:
        home, press = tmp_path / ".manchette", copied(engine, tmp_path)
        build(home, [press], engine=engine)
        interrupted(home, press, engine, 30, rebuild=True)
        assert build(home, [press], engine=engine, rebuild=True).taken_up == 24
        interrupted(home, press, engine, 30, rebuild=True)

        report = build(home)

        assert (report.unchanged, report.taken_up) == (60, 0)
        assert len(list(layout.generations(home).iterdir())) == 1

    def test_one_whose_files_have_changed_is_made_anew(self, engine: str, tmp_path: Path) -> None:
        home, press = tmp_path / ".manchette", copied(engine, tmp_path)
        interrupted(home, press, engine, 30)
        spoilt = max(
            layout.engine(layout.generation(home, 1)).glob("[!.]*"), key=lambda file: file.stat().st_size
        )
        content = bytearray(spoilt.read_bytes())
        content[len(content) // 2] ^= 255
        spoilt.write_bytes(content)

        report = build(home, [press], engine=engine)

        assert (report.taken_up, report.added) == (0, 60)
        assert report.damage is not None
        assert contents(home) == whole(engine)[:2]

    def test_what_could_not_be_read_is_news(self, engine: str, tmp_path: Path) -> None:
        home, press = tmp_path / ".manchette", copied(engine, tmp_path)
        (press / "0.txt").write_bytes(b"")
        interrupted(home, press, engine, 30)

        report = build(home, [press], engine=engine)

        assert len(report.rejected) == 1
        assert report.noted_before == ()


def test_a_disk_that_is_full_gets_everything_back(tmp_path: Path) -> None:
    home, press = tmp_path / ".manchette", copied("tantivy", tmp_path)
    interrupted(home, press, "tantivy", 30)

    def full(_: Progress) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(IndexFailure):
        build(home, [press], engine="tantivy", progress=full)
    assert not list(layout.generations(home).iterdir())
