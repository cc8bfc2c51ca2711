"""The rules of the house that a machine can check."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("corpus", "index", "search")


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "check", "."], id="lint", marks=pytest.mark.lint),
        pytest.param(["ruff", "format", "--check", "."], id="format", marks=pytest.mark.lint),
        pytest.param(["mypy"], id="types", marks=[pytest.mark.types, pytest.mark.long]),
        pytest.param(["lint-imports"], id="fences", marks=pytest.mark.fences),
    ],
)
def test_the_checkers_find_nothing(command: list[str]) -> None:
    tool = Path(sys.executable).parent / command[0]
    done = subprocess.run([tool, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def modules() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_is_for_and_stays_short(path: Path) -> None:
    source = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(source)), "no docstring"
    assert len(source.splitlines()) <= 400


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "common", "helpers", "misc", "types", "models", "manager"}
    assert not [path for path in modules() if path.stem in empty]


@pytest.mark.parametrize(("engine", "other"), [("whoosh", "tantivy"), ("tantivy", "whoosh")])
def test_a_query_imports_nothing_that_it_does_not_need(engine: str, other: str) -> None:
    """A one-shot query starts in a tenth of a second because of what it leaves alone."""
    unmeasured = {**os.environ, "COVERAGE_PROCESS_CONFIG": ""}  # to measure a process imports sqlite3 and csv
    code = f"import sys, search.cli, search.commands.query, index.engines.{engine}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=unmeasured, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    unwanted = {
        other,
        "rich",
        "prompt_toolkit",
        "filelock",
        "unidecode",
        "csv",
        "sqlite3",
        "numpy",
    }
    assert not loaded & unwanted
    assert not [
        name for name in loaded if name.startswith(("corpus.readers", "corpus.entities", "search.shell"))
    ]


def test_the_root_holds_nothing_that_was_left_there() -> None:
    allowed = {
        "corpus",
        "index",
        "search",
        "tests",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "noxfile.py",
    }
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    if listed.returncode:
        pytest.skip("not a git checkout")
    roots = {path.split("/")[0] for path in listed.stdout.splitlines()}
    assert {root for root in roots if not root.startswith(".")} == allowed | {"pyproject.toml"}
