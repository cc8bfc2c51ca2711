"""The tasks of the house: `nox` runs the checks that take seconds, `nox -s check` all of them, `nox --list` says which.

nox and not just: it comes with `pip install -e '.[test]'`, so that Python is all that a machine must have.
Tasks run in the environment that is active; only `lowest` makes one of its own.
"""

import re
import tomllib
from pathlib import Path

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "fences"]
nox.options.stop_on_first_error = True

TESTS = ("python", "-m", "pytest", "-n", "auto")
CHECKERS = "lint or types or fences"

LOWEST = (
    "tests/corpus/entities",  # numpy
    "tests/corpus/readers",  # lxml, openpyxl, trafilatura
    "tests/corpus/duplicates",  # numpy
    "tests/corpus/test_recurring.py",  # numpy
    "tests/corpus/test_source.py",  # zstandard
    "tests/formats",  # every file of the tests, read by its reader
    "tests/index/analysis",  # unidecode
    "tests/index/building",  # a whole build, by one process and by several
    "tests/index/engines",  # whoosh, tantivy
    "tests/index/storage",  # zstandard
    "tests/index/vectors",  # numpy
    "tests/search/commandline",  # rich
    "tests/search/render",  # rich
    "tests/search/shell",  # prompt_toolkit
)
"""The tests of what imports a package of others; `tests/test_house.py` finds a module whose tests are missing here.

The other tests are of our own code, which the version of a dependency does not change: `everything` runs them.
"""


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout, by ruff (1 s)."""
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, by mypy (7 to 60 s the first time, then 2)."""
    session.run("mypy")


@nox.session
def fences(session: nox.Session) -> None:
    """Check who imports whom, by import-linter (2 s)."""
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests alone; what stands behind `--` goes to pytest."""
    session.run(*TESTS, "-m", f"not ({CHECKERS})", *session.posargs)


@nox.session
def everything(session: nox.Session) -> None:
    """Run the README's test command: the tests, and the checks beside them, on another core."""
    session.run(*TESTS, *session.posargs)


@nox.session
def nightly(session: nox.Session) -> None:
    """Run what takes too long for every change: killed builds, full disks, lost nodes, a secured cluster; then `lowest`."""
    session.run(*TESTS, "--nightly", "-m", "nightly", *session.posargs)
    session.notify("lowest")


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests and the checks, with the branches that they cover: it takes half as long again, so `check` does without."""
    session.run(*TESTS, "--cov", *session.posargs)


@nox.session(venv_backend="venv", python="3.11")
def lowest(session: nox.Session) -> None:
    """Run the tests of what uses a dependency, with the oldest Python and dependencies that pyproject.toml allows."""
    session.install("--editable", ".[test]", *_lowest())
    session.run(*TESTS, "-m", f"not ({CHECKERS} or long or opensearch)", *(session.posargs or LOWEST))


@nox.session
def check(session: nox.Session) -> None:
    """Run all that CI runs, what is fast first."""
    for task in ("lint", "fences", "everything"):
        session.notify(task)


def _lowest() -> list[str]:
    """Return the dependencies of the command, each at the lowest version that it may have."""
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    return [re.sub(r">=([^,]+).*", r"==\1", dependency) for dependency in project["dependencies"]]
