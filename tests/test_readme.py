"""The README is true: its commands run, and show what it shows; its table of formats is that of the code.

To write the table anew: MANCHETTE_GOLDEN=write python -m pytest tests/test_readme.py
"""

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from corpus.formats.format import Format
from corpus.formats.table import FORMATS
from index.build import build
from index.fields import FIELDS
from search.commands import COMMAND_NAMES
from search.inspection.format_list import format_list
from search.language import parse
from search.messages import say
from search.render.exports.table import FORMATS as EXPORTS
from search.render.exports.table import ExportFormat
from search.render.fields import FIELDS as OUTPUT_FIELDS
from search.render.format_list import field_name
from tests.conftest import ROOT, SAMPLE, Run

PAGE = ROOT / "README.md"
README = PAGE.read_text("utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
FILES = re.findall(r"```csv (\S+)\n(.*?)```", README, re.DOTALL)
EXAMPLES = [
    (command, shown)
    for block in BLOCKS
    for command, shown in re.findall(r"^\$ manchette (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder where the README's commands run: the sample as `presse`, and the files that the README shows."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(SAMPLE, folder / "presse")
    for name, content in FILES:
        (folder / name).write_text(content, "utf-8")
    return folder


def test_its_commands_show_what_it_shows(press: Path, manchette: Run) -> None:
    assert len(EXAMPLES) > 5
    for command, shown in EXAMPLES:
        done = manchette(*shlex.split(command), cwd=press)
        assert done.returncode == 0, command + done.stderr
        if shown.strip():
            assert trimmed(done.stdout + done.stderr) == trimmed(shown), command


def trimmed(shown: str) -> list[str]:
    """Return the lines of an output, times and blanks at the end aside."""
    return [re.sub(r"in [0-9.]+ s", "in … s", line.rstrip()) for line in shown.strip("\n").splitlines()]


@pytest.mark.parametrize(
    "line",
    re.findall(r"^\| `(.+?)`", README.split("## The query language")[1].split("\n## ")[0], re.MULTILINE),
)
def test_every_query_of_its_table_is_one(line: str) -> None:
    for query in re.split(r"`, `", line):
        parse(query.replace("\\|", "|"))


RELATIVE = {"date:7j", "date:lundi dernier", "date:il y a trois semaines", "date:du 3 au 7 mars"}
"""The dates of the table that are other days each time it is read."""

TYPED = [
    query.replace("\\|", "|")
    for line in re.findall(
        r"^\| (`.+?`) \|", README.split("| one types | what is found |")[1].split("\n\n")[0], re.MULTILINE
    )
    for query in re.findall(r"`(.+?)`", line)
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the index that `manchette demo` makes, of a copy of the sample beside it."""
    home = tmp_path_factory.mktemp("demo") / ".manchette"
    shutil.copytree(SAMPLE, home.parent / "sample")
    build(home, [home.parent / "sample"])
    return home


@pytest.mark.parametrize("query", sorted({*TYPED} - RELATIVE))
def test_every_query_of_its_table_finds_an_article_of_the_demo(
    query: str, demo: Path, manchette: Run
) -> None:
    """A person who opens the demo types them first."""
    found = manchette("-i", str(demo), "query", query, "--format", "ids", cwd=demo.parent)
    assert found.returncode == 0, found.stderr
    assert found.stdout


def format_row(known: Format) -> str:
    suffixes = " ".join(f"`{suffix}`" if suffix else "none" for suffix in known.suffixes)
    fields = ", ".join(dict.fromkeys(map(field_name, known.fields)))
    extra = f"`manchette[{known.extra.name}]`" if known.extra else ""
    return f"| {known.name} | {suffixes} | {fields} | {extra} |"


def test_its_table_of_formats_is_that_of_the_code() -> None:
    before, behind = PAGE.read_text("utf-8").split(TABLE_BEGINNING)
    written, after = behind.split(TABLE_END)
    table = "\n".join(map(format_row, format_list().formats)) + "\n\n"
    if os.environ.get("MANCHETTE_GOLDEN") == "write":
        PAGE.write_text(f"{before}{TABLE_BEGINNING}{table}{TABLE_END}{after}", "utf-8")
        return
    assert len(format_list().formats) == len(FORMATS)
    assert written == table


def export_row(known: ExportFormat) -> str:
    suffixes = " ".join(f"`{suffix}`" for suffix in known.suffixes)
    return f"| {known.name} | {suffixes} | {say(known.description)} |"


def test_its_table_of_exports_is_that_of_the_code() -> None:
    page = PAGE.read_text("utf-8")
    before, behind = page.split(EXPORTS_BEGINNING)
    written, after = behind.split(EXPORTS_END)
    table = "\n".join(map(export_row, EXPORTS)) + "\n\n"
    if os.environ.get("MANCHETTE_GOLDEN") == "write":
        PAGE.write_text(f"{before}{EXPORTS_BEGINNING}{table}{EXPORTS_END}{after}", "utf-8")
        return
    assert written == table
    assert all(f"`{field.name}`" in after.partition("\n## ")[0] for field in OUTPUT_FIELDS)


EXPORTS_BEGINNING = "<!-- exports -->\n\n| format | suffix | for |\n|---|---|---|\n"
EXPORTS_END = "<!-- end of exports -->"

TABLE_BEGINNING = (
    "<!-- formats -->\n\n| format | suffixes | gives, beside the text | to install |\n|---|---|---|---|\n"
)
TABLE_END = "<!-- end of formats -->"


@pytest.mark.parametrize("name", [*COMMAND_NAMES, *(field.name for field in FIELDS)])
def test_it_names_every_command_and_every_field(name: str) -> None:
    assert f"`{name}" in README or f"manchette {name}" in README or f"{name}:" in README
