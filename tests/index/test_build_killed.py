"""A build that is killed at any moment: readers answer as before or as after, and the next build mends all."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from index.build import build
from index.errors import IndexNotFound
from index.opening import open_engine
from index.storage import manifest
from tests.support.engines import ENGINES_BY_DAY
from tests.support.killed import kill_after, stop_after_commit, stop_at
from tests.support.press import story, write_lines, write_stories
from tests.support.state import State, ids, state

pytestmark = pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs

SCENARIOS = ("first", "update", "rebuild")
STRIDES = {"whoosh": 11, "tantivy": 5}
"""One step in so many is enough for every day; all of the sixty and more of whoosh take 12 s a scenario.

Of tantivy, only what is done around it is a step that Python sees; it is killed at random moments as well.
"""


class Home:
    """A folder of articles and its index, in the state in which a build finds it."""

    def __init__(self, folder: Path, scenario: str, size: int, engine: str) -> None:
        self.engine = engine
        self.place, self.press = folder / ".manchette", folder / "presse"
        self.rebuild = scenario == "rebuild"
        write_stories(self.press, range(size))
        write_lines(self.press / "depeches.jsonl", self.records("map-1", "map-2", "map-3"))
        self.before: State | None = None
        if scenario != "first":
            build(self.place, [self.press], engine=engine)
            self.before = state(self.place)
            self.change(size)
        self.after = self.fresh()

    def records(self, *own: str) -> list[dict[str, object]]:
        return [{"id": name, "titre": f"Dépêche {name}", "texte": story(500 + len(own))} for name in own]

    def change(self, size: int) -> None:
        """Add, change, move and remove articles."""
        write_stories(self.press, range(size, size + size // 2))
        (self.press / "0000.txt").write_text(story(300), "utf-8")
        (self.press / "0001.txt").rename(self.press / "un.txt")
        (self.press / "0002.txt").unlink()
        write_lines(self.press / "depeches.jsonl", self.records("map-3", "map-4"))

    def fresh(self) -> State:
        """Return what an index made from nothing holds."""
        aside = self.place.with_name("neuf")
        self.seconds = build(aside, [self.press], engine=self.engine).seconds
        found = state(aside)
        shutil.rmtree(aside)
        return found

    def check_readers(self) -> None:
        """Check that what a reader sees is the index as it was, or as it was to be: the engine's part, and the catalog's."""
        try:
            seen = state(self.place)
        except IndexNotFound:
            assert self.before is None
        else:
            known = [one for one in (self.before, self.after) if one]
            assert (seen.articles, seen.facets, seen.terms) in [
                (o.articles, o.facets, o.terms) for o in known
            ]
            assert (seen.names, seen.mentions) in [(one.names, one.mentions) for one in known]

    def check_mended(self) -> None:
        """Check that the next build leaves the index as if nothing had happened."""
        report = build(self.place, [self.press], engine=self.engine)
        assert state(self.place) == self.after
        assert report.articles == len(ids(self.place)) == len(self.after.articles)
        assert report.unchanged >= 0
        again = build(self.place)
        assert again.unchanged == again.articles == report.articles
        assert len(list((self.place / "generations").iterdir())) == 1
        assert not list(self.place.rglob("pending*"))
        assert manifest.load(self.place).roots == ("presse",)


@cache
def prepared(scenario: str, size: int, engine: str) -> tuple[Home, TemporaryDirectory[str]]:
    """Return a folder that is prepared once; tests work on copies of its index."""
    folder = TemporaryDirectory(prefix="manchette-")
    return Home(Path(folder.name), scenario, size, engine), folder


@pytest.fixture(params=SCENARIOS)
def scenario(request: pytest.FixtureRequest) -> str:
    """Return what a build is about to do."""
    return str(request.param)


@pytest.fixture(params=ENGINES_BY_DAY)
def home(request: pytest.FixtureRequest, scenario: str, tmp_path: Path) -> Iterator[Home]:
    """Return the index before a build of a scenario."""
    engine = request.param
    found, _ = prepared(scenario, 4, engine)
    kept = tmp_path / "index"
    if found.place.exists():
        shutil.copytree(found.place, kept)
    yield found
    restore(found, kept)


def restore(home: Home, kept: Path) -> None:
    """Put the index back as it was."""
    shutil.rmtree(home.place, ignore_errors=True)
    if kept.exists():
        shutil.copytree(kept, home.place)


def test_a_build_killed_before_any_step_loses_nothing(home: Home, tmp_path: Path) -> None:
    step = 1
    while stop_at(step, home.place, home.press, rebuild=home.rebuild, engine=home.engine):
        home.check_readers()
        home.check_mended()
        restore(home, tmp_path / "index")
        step += STRIDES[home.engine]

    home.check_mended()
    assert step > 4 * STRIDES[home.engine], "the steps were counted"


@pytest.mark.parametrize("engine", ENGINES_BY_DAY)
@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(1, 5))]
)
def test_a_build_killed_at_a_random_moment_loses_nothing(
    scenario: str, seed: int, engine: str, tmp_path: Path
) -> None:
    home, _ = prepared(scenario, 200, engine)
    kept = tmp_path / "index"
    if home.place.exists():
        shutil.copytree(home.place, kept)
    moment = Random(f"{scenario} {seed}").random() * home.seconds

    kill_after(moment, home.place, home.press, rebuild=home.rebuild, engine=engine)

    home.check_readers()
    home.check_mended()
    restore(home, kept)


@pytest.mark.parametrize("engine", ENGINES_BY_DAY)
@pytest.mark.parametrize("commit", [1, 2])
def test_a_build_killed_after_a_commit_that_changes_ids_is_mended(
    commit: int, engine: str, tmp_path: Path
) -> None:
    home, press = tmp_path / ".manchette", tmp_path / "presse"
    write_stories(press, range(4))
    texts = {name: story(name) for name in (600, 601)}
    for path in ("b1", "b2", "c1"):
        (press / f"{path}.txt").write_text(texts[600], "utf-8")
    (press / "d1.txt").write_text(texts[601], "utf-8")
    build(home, [press], engine=engine)
    (press / "a1.txt").write_text(texts[600], "utf-8")  # takes the id of b1, which takes that of b2
    (press / "b2.txt").write_text(texts[601], "utf-8")  # takes the id of d1
    (press / "0001.txt").unlink()

    assert stop_after_commit(commit, home, press, engine=engine)

    with closing(open_engine(home)) as engine_left:
        assert len(engine_left.ids()) == 8, "each article answers, under its id or one that is free"
    build(home, [press], engine=engine)
    mended = state(home)
    build(home, rebuild=True)
    assert mended == state(home)


@pytest.mark.parametrize("engine", ENGINES_BY_DAY)
def test_there_is_no_third_commit(engine: str, tmp_path: Path) -> None:
    home, press = tmp_path / ".manchette", tmp_path / "presse"
    write_stories(press, range(2))
    build(home, [press], engine=engine)
    (press / "0000-bis.txt").write_text(story(1), "utf-8")

    assert not stop_after_commit(3, home, press, engine=engine)
