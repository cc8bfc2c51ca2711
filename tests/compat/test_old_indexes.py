"""An index that an older Manchette made is answered from, made anew or refused in words; never a traceback."""

import json
import re
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.no_cover  # measured, it takes twice as long, and other tests run what it runs

HERE = Path(__file__).parent
STORED = sorted(HERE.glob("index_v*/*.zip"))


@pytest.fixture(params=STORED, ids=lambda packed: f"{packed.parent.name}-{packed.stem}")
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a folder with an old index, and the articles that it was made of."""
    packed: Path = request.param
    shutil.unpack_archive(packed, tmp_path / ".manchette")
    shutil.copytree(packed.parent / "presse", tmp_path / "presse")
    return tmp_path


def format_of(folder: Path) -> int:
    number: int = json.loads((folder / ".manchette" / "manifest.json").read_text("utf-8"))["format"]
    return number


def today(folder: Path, manchette: Run) -> int:
    """Return the format of an index that is made now of a folder of articles."""
    assert manchette("index", ".", "-i", ".manchette", cwd=folder).returncode == 0
    return format_of(folder)


def refused(done: CompletedProcess[str]) -> bool:
    """Return whether a command refused the index, and check that it did so in one line that says what to type."""
    assert "Traceback" not in done.stderr
    if done.returncode == 0:
        return False
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r".*manchette index.*\n", done.stderr)
    return True


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["query", "banque mondiale"], "dep-1"),
        (["query", "=Élection", "--format", "json"], "dep-2"),
        (["facets", "org"], "Banque mondiale"),
        (["entities", "list", "person"], "Hédi Ben Romdhane"),
        (["show", "dep-1"], "Sfax"),
        (["show", "dep-1", "--raw"], "Sfax"),
        (["status"], "Agence du Littoral"),
        (["check"], ""),
        (["index"], "vide.txt"),
    ],
    ids=" ".join,
)
def test_a_command_answers_or_says_what_to_type(
    folder: Path, words: list[str], answer: str, manchette: Run
) -> None:
    done = manchette(*words, cwd=folder)
    if not refused(done):
        assert answer in done.stdout + done.stderr


def test_to_index_its_articles_brings_it_to_the_format_of_today(folder: Path, manchette: Run) -> None:
    if refused(manchette("index", cwd=folder)):
        assert manchette("index", "presse", cwd=folder).returncode == 0

    assert format_of(folder) == today(folder / "presse", manchette)
    assert manchette("check", cwd=folder).returncode == 0
    assert manchette("query", "banque mondiale", "--count", cwd=folder).stdout == "2\n"
    assert "vide.txt" in manchette("status", cwd=folder).stdout


def test_what_a_person_decided_of_the_names_is_kept(folder: Path, manchette: Run) -> None:
    assert manchette("index", "presse", cwd=folder).returncode == 0
    names = manchette("facets", "org", cwd=folder).stdout
    assert "Banque mondiale" in names
    assert "Assemblée nationale" not in names


def test_a_format_is_stored_before_it_is_left_behind(tmp_path: Path, manchette: Run) -> None:
    """Who raises the format by one finds here the index of the format before; its README says how to add one."""
    (tmp_path / "depeche.txt").write_text("Dakar, mardi. Le port a rouvert, a dit la capitainerie.", "utf-8")
    stored = {int(folder.name.removeprefix("index_v")) for folder in HERE.glob("index_v*")}
    assert stored >= set(range(4, today(tmp_path, manchette)))
