"""The README is true: its commands run, and show what it shows; its tables of formats, commands and keys are those of the code.

To write these tables anew: MANCHETTE_GOLDEN=write python -m pytest tests/test_readme.py
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
from search.commandline.names import names
from search.commandline.opening import open_searcher
from search.commands import COMMAND_NAMES
from search.inspection.format_list import format_list
from search.language import parse
from search.messages import Language, say, speaking
from search.notebook import edits
from search.render.exports.table import FORMATS as EXPORTS
from search.render.exports.table import ExportFormat
from search.render.fields import FIELDS as OUTPUT_FIELDS
from search.render.format_list import field_name
from search.render.lines import Style
from search.shell.browser import keys as screen_keys
from search.shell.browser.focus import Focus
from search.shell.current import Current
from search.shell.help import KEYS
from search.shell.session import Session
from search.shell.step import step
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
    """Make the index that `manchette demo` makes, of a copy of the sample beside it; an article has tags and a note."""
    home = tmp_path_factory.mktemp("demo") / ".manchette"
    shutil.copytree(SAMPLE, home.parent / "sample")
    build(home, [home.parent / "sample"])
    kept = edits.known_articles(open_searcher(home), ["s0tw78m"])
    edits.tag(home, kept, ["procès", "à citer"])
    edits.note(home, kept, "Vérifier le débit.")
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


def export_row(known: ExportFormat) -> str:
    suffixes = " ".join(f"`{suffix}`" for suffix in known.suffixes)
    return f"| {known.name} | {suffixes} | {say(known.description)} |"


def command_row(name: str) -> str:
    with speaking(Language.FRENCH):
        french = " ".join(f"`{known}`" for known in names(name) if known != name)
    return f"| `{name}` | {french} | {say(f'command.{name}')} |"


def key_row(keys: str, line: str, meaning: str) -> str:
    pressed = " ".join(f"`{key}`" for key in keys.split())
    return f"| {pressed} | {line and f'`{line}`'} | {say(meaning)} |"


TABLES = {
    "formats": (
        "| format | suffixes | gives, beside the text | to install |",
        [format_row(known) for known in format_list().formats],
    ),
    "exports": ("| format | suffix | for |", [export_row(known) for known in EXPORTS]),
    "commands": ("| command | in French | what it does |", [command_row(name) for name in COMMAND_NAMES]),
    "keys": ("| key | line | what it does |", [key_row(*row) for row in KEYS]),
}
"""The tables that the code has, by the marks around them: the head of each, and its rows."""


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_the_code_is_that_of_the_code(name: str) -> None:
    page = PAGE.read_text("utf-8")
    before, rest = page.split(f"<!-- {name} -->\n")
    written, after = rest.split(f"<!-- end of {name} -->")
    head, rows = TABLES[name]
    table = "\n".join(["", head, "|---" * (head.count("|") - 1) + "|", *rows, "\n"])
    if os.environ.get("MANCHETTE_GOLDEN") == "write":
        PAGE.write_text(f"{before}<!-- {name} -->\n{table}<!-- end of {name} -->{after}", "utf-8")
        return
    assert written == table


def test_it_names_every_format_and_every_field_of_an_export() -> None:
    assert len(TABLES["formats"][1]) == len(FORMATS)
    exports = README.split("<!-- end of exports -->")[1].partition("\n## ")[0]
    assert all(f"`{field.name}`" in exports for field in OUTPUT_FIELDS)


def test_every_line_of_its_table_of_the_shell_is_one(demo: Path) -> None:
    table = README.split("| type | what happens |")[1].split("\n\n")[0]
    typed = [
        line
        for cell in re.findall(r"^\| (.+?) \|", table, re.MULTILINE)
        for line in re.findall("`(.+?)`", cell)
    ]
    assert ":help" in typed
    session = Session(Current(lambda: open_searcher(demo), demo))
    for line in typed:
        session, reply = step(session, line)
        assert not [part for row in reply.lines for part in row if part.style is Style.ERROR], line


PRESSED = {"↓": "down", "↑": "up", "←": "left", "→": "right", "⏎": "enter", "Esc": "escape", "Tab": "tab"} | {
    "PgDn": "pagedown",
    "PgUp": "pageup",
}
"""The names of the keys whose signs are not what prompt_toolkit calls them."""


@pytest.mark.parametrize(("keys", "line"), [(keys, line) for keys, line, _ in KEYS if keys != "Ctrl-C"])
def test_each_key_of_its_table_does_what_stands_beside_it(keys: str, line: str, demo: Path) -> None:
    session = Session(Current(lambda: open_searcher(demo), demo))
    for typed in ("climat", ":browse", ":down 2"):
        session, _ = step(session, typed)
    opened, _ = step(session, ":open 3")
    for number, name in enumerate(keys.split()):
        pressed = [screen_keys.press(state, Focus(), PRESSED.get(name, name)) for state in (session, opened)]
        typed_lines = [done.line or (done.focus.entry.text if done.focus.entry else "") for done in pressed]
        assert any(typed_lines) or any(done.focus.facets or done.focus.entry for done in pressed), name
        if line and not number:
            assert any(typed.startswith(line.split(maxsplit=1)[0]) for typed in typed_lines), name


@pytest.mark.parametrize("name", [*COMMAND_NAMES, *(field.name for field in FIELDS)])
def test_it_names_every_command_and_every_field(name: str) -> None:
    assert f"`{name}" in README or f"manchette {name}" in README or f"{name}:" in README
