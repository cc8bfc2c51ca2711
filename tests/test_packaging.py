"""The wheel holds the packages and nothing else, and does the main job where it is installed without the sources."""

import os
import subprocess
import sys
import venv
from collections.abc import Iterable
from fnmatch import fnmatchcase
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import ROOT, Run

PACKAGES = ("corpus", "index", "search")
BELONG = (
    "*.py",
    "*/README.md",
    "corpus/py.typed",
    "index/py.typed",
    "search/py.typed",
    "corpus/entities/NOTICE",
    "corpus/entities/lists/*.txt",
    "corpus/entities/models/*.npz",
    "corpus/entities/models/lists.json",
    "corpus/sample/*",
    "index/analysis/stop_words.txt",
    "search/render/exports/review/style.css",
    "search/render/exports/review/choice.js",
    "search/study/grammar.txt",
)
"""What a package may hold: code, notes for who works on it, and these data."""


def strays(paths: Iterable[str]) -> list[str]:
    """Return the files that have no business in a package."""
    return [path for path in paths if not any(fnmatchcase(path, pattern) for pattern in BELONG)]


def files() -> set[str]:
    """Return the files of the packages in the repository."""
    return {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.long
def test_the_wheel_holds_the_packages_alone_and_runs_the_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    wheels = tmp_path / "wheels"
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", wheels, ROOT, cwd=tmp_path)
    [wheel] = wheels.iterdir()
    with ZipFile(wheel) as packed:
        held = {name for name in packed.namelist() if ".dist-info/" not in name}
    assert not strays(held)
    assert held == files()

    venv.create(tmp_path / "venv", with_pip=True)
    bin_ = tmp_path / "venv" / "bin"
    run(bin_ / "python", "-m", "pip", "install", "--quiet", "--no-compile", wheel, cwd=tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))  # of the demo, not of pip
    assert "Abidjan" in run(bin_ / "manchette", "demo", cwd=tmp_path)
    assert run(bin_ / "manchette", "--version", cwd=tmp_path).startswith("manchette 0.1")


def test_a_package_holds_code_and_the_data_that_have_a_name() -> None:
    assert not strays(files())


@pytest.mark.parametrize(
    "path", ["search/org", "corpus/notes.txt", "index/.DS_Store", "corpus/entities/lists/towns.csv", "tests"]
)
def test_what_was_left_in_a_package_is_a_stray(path: str) -> None:
    """A capture of a terminal, `search/org`, was shipped for weeks."""
    assert strays([path, "search/cli.py"]) == [path]


@pytest.mark.parametrize("package", PACKAGES)
def test_no_other_distribution_has_a_package_of_this_name(package: str) -> None:
    assert set(packages_distributions().get(package, ())) <= {"manchette"}


@pytest.mark.parametrize("hidden", ["corpus/__init__.py", "index/__init__.py", "index.py"])
def test_a_package_that_hides_ours_is_refused_in_one_line(
    hidden: str, tmp_path: Path, manchette: Run
) -> None:
    other = tmp_path / "autre\x1b[31m"
    (other / hidden).parent.mkdir(parents=True)
    (other / hidden).write_text("raise SystemError('what is not ours is not imported')", "utf-8")
    (tmp_path / "vide").mkdir()
    done = manchette("--version", cwd=tmp_path / "vide", PYTHONPATH=os.pathsep.join((str(other), str(ROOT))))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("manchette: ")
    assert done.stderr.count("\n") == 1
    assert f"package {hidden.removesuffix('.py').split('/')[0]} " in done.stderr
    assert "autre·[31m" in done.stderr
    assert "pipx install ." in done.stderr
