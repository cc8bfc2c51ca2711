"""The rules of the house that a machine can check."""

import ast
import os
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import noxfile

ROOT = Path(__file__).parents[1]
PACKAGES = ("corpus", "index", "search")
TRAINING = ROOT / "corpus" / "entities" / "training"


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
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [tool, *command[1:]], cwd=ROOT, env=unmeasured, capture_output=True, text=True, check=False
    )
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


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the docstrings and the comments of a module, each with the number of its first line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield node.lineno, node.value.value
    with path.open("rb") as source:
        for token in tokenize.tokenize(source.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


@pytest.mark.parametrize("package", PACKAGES)
def test_prose_says_shows_and_reports(package: str) -> None:
    """To "tell" had seven meanings here: say, show, report, return, distinguish, identify, decide."""
    vague = re.compile(r"\b(?:tells?|told)\b", re.IGNORECASE)
    assert not [
        f"{path.relative_to(ROOT)}:{line}"
        for path in modules()
        if path.is_relative_to(ROOT / package)
        for line, text in prose(path)
        if vague.search(text)
    ]


def constants(path: Path) -> Iterator[str]:
    """Yield the names that a module assigns to, outside of its functions and classes."""
    for node in ast.parse(path.read_text("utf-8")).body:
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AnnAssign)
            else []
        )
        for target in targets:
            yield from (name.id for name in ast.walk(target) if isinstance(name, ast.Name))


@pytest.mark.parametrize("package", PACKAGES)
def test_a_constant_has_a_noun_or_a_unit(package: str) -> None:
    bare = {"LEAST", "MOST", "FEW", "LONGEST", "NAME", "NAMES", "GAP", "SIZE"}
    assert not [
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules()
        if path.is_relative_to(ROOT / package)
        for name in constants(path)
        if name.lstrip("_") in bare
    ]


@pytest.mark.parametrize("package", ["index", "search"])
def test_the_top_of_a_package_is_a_table_of_contents(package: str) -> None:
    """A reader takes in nineteen names at one look; a twentieth belongs in a room, or makes one."""
    rooms = sorted(
        path.stem
        for path in (ROOT / package).iterdir()
        if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").is_file()
    )
    assert len(rooms) <= 19, f"{len(rooms)} rooms: {', '.join(rooms)}"


@pytest.mark.parametrize(
    ("engine", "others"),
    [
        ("whoosh", {"tantivy"}),
        (
            "tantivy",
            {"whoosh", "dataclasses", "inspect", "_hashlib", "shutil", "tempfile", "random", "bz2", "lzma", "logging",
             "threading", "index.engines.tantivy.writer", "index.engines.tantivy.merging", "index.names.counting"},
        ),
    ],
)  # fmt: skip
def test_a_query_imports_nothing_that_it_does_not_need(engine: str, others: set[str]) -> None:
    """A one-shot query starts in a tenth of a second because of what it leaves alone."""
    unmeasured = {**os.environ, "COVERAGE_PROCESS_CONFIG": ""}  # to measure a process imports sqlite3 and csv
    code = (
        f"import sys, search.cli, search.commands.answers.query, index.engines.{engine}; print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=unmeasured, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    unwanted = {
        *others,
        "rich",
        "prompt_toolkit",
        "unidecode",
        "csv",
        "sqlite3",
        "numpy",
        "index.storage.catalog",
    }
    assert not loaded & unwanted
    assert not [
        name for name in loaded if name.startswith(("corpus.readers", "corpus.entities", "search.shell"))
    ]


def test_the_help_of_all_commands_imports_none_of_them() -> None:
    """To import 27 modules takes 100 ms, and the help says one line of each."""
    unmeasured = {**os.environ, "COVERAGE_PROCESS_CONFIG": ""}
    code = "import sys, search.cli\ntry: search.cli.main(['--help'])\nexcept SystemExit: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=unmeasured, capture_output=True, text=True, check=True
    )
    assert "query" in done.stdout
    assert not [name for name in done.stderr.split() if name.startswith(("search.commands.", "tantivy"))]


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


def imports_a_package_of_others(path: Path) -> bool:
    """Return whether a module imports what is neither ours nor of Python."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    absolute = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    named = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    known = {*PACKAGES, *sys.stdlib_module_names, "_typeshed"}
    return not {name.partition(".")[0] for name in (*absolute, *named)} <= known


def test_what_uses_a_dependency_is_tested_with_the_oldest_one() -> None:
    tested = [ROOT / path for path in noxfile.LOWEST]
    assert all(path.exists() for path in tested)
    users = [path for path in modules() if imports_a_package_of_others(path)]
    users = [path for path in users if not path.is_relative_to(TRAINING)]
    assert len(users) > 20
    assert not [
        path
        for path in users
        if (mirrored := ROOT / "tests" / path.relative_to(ROOT).with_name(f"test_{path.name}")) not in tested
        and not any(mirrored.is_relative_to(folder) for folder in tested)
    ]
