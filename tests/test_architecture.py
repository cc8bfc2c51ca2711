"""ARCHITECTURE.md is true: its paths exist, and its list of modules is that of the modules.

To write the list anew: MANCHETTE_GOLDEN=write python -m pytest tests/test_architecture.py
"""

import ast
import os
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = ROOT / "ARCHITECTURE.md"
MARK = "<!-- modules -->\n"
PACKAGES = ("corpus", "index", "search")
TRAINING = ROOT / "corpus" / "entities" / "training"


def folders() -> list[Path]:
    packages = [ROOT / package for package in PACKAGES]
    inits = [init for package in packages for init in sorted(package.rglob("__init__.py"))]
    return [init.parent for init in inits if init.parent != TRAINING]


def promise(path: Path) -> str:
    """Return the first line of the docstring of a module."""
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return docstring.partition("\n")[0].replace("|", "\\|")


def listing() -> str:
    """Return the list of modules, a table for each folder."""
    parts = []
    for folder in folders():
        modules = [path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"]
        rows = [f"| `{path.name}` | {promise(path)} |" for path in modules]
        name = folder.relative_to(ROOT)
        table = ["", "| | |", "|---|---|", *rows] if rows else []
        parts.append("\n".join([f"**`{name}/`** {promise(folder / '__init__.py')}", *table]))
    return "\n\n".join(parts) + "\n"


def test_the_list_of_modules_is_that_of_the_modules() -> None:
    before, _, written = PAGE.read_text("utf-8").partition(MARK)
    if os.environ.get("MANCHETTE_GOLDEN") == "write":
        PAGE.write_text(f"{before}{MARK}\n{listing()}", "utf-8")
        return
    assert written.lstrip("\n") == listing()


def paths() -> list[str]:
    """Return the paths that the page names, and the modules that it names with their dots."""
    text = PAGE.read_text("utf-8").partition(MARK)[0]
    named = re.findall(r"`((?:corpus|index|search|tests)/[\w./]+)`", text)
    dotted = re.findall(r"`((?:corpus|index|search)(?:\.[a-z_]+)+)", text)
    return sorted({*named, *(name.replace(".", "/") for name in dotted)})


@pytest.mark.parametrize("path", paths())
def test_every_path_of_the_page_exists(path: str) -> None:
    """A dotted name may end with a name that its module has."""
    place = ROOT / path
    module = place.with_suffix(".py")
    parent = place.parent.with_suffix(".py")
    face = place.parent / "__init__.py"
    assert (
        place.exists()
        or module.exists()
        or (parent.exists() and place.name in parent.read_text("utf-8"))
        or (face.exists() and place.name in face.read_text("utf-8"))
    )
