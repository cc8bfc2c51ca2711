"""The tables of messages: both languages are complete, every code has its words, and no words stand elsewhere."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from search.commandline.names import FRENCH_NAMES
from search.commands import COMMAND_NAMES
from search.messages import Forms, Table
from tests.conftest import ROOT

FOLDER = ROOT / "search" / "messages"
SUBJECTS = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in ("__init__", "argparse"))
TABLES: dict[str, Table] = {
    subject: import_module(f"search.messages.{subject}").TABLE for subject in SUBJECTS
}
ROWS = [(f"{subject}.{name}", row) for subject, table in TABLES.items() for name, row in table.items()]
CODE = re.compile(rf"(?:{'|'.join(SUBJECTS)})\.[a-z0-9_]+")

SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")
"""Three words in a row: what no name, no option and no pattern has."""

DATA = {
    "corpus/furniture.py": "what the press prints beside an article",
    "corpus/masthead.py": "what the press prints above an article",
    "corpus/readers/documents/notice.py": "what Europresse prints above an article",
    "corpus/byline.py": "what the press prints above an article",
    "corpus/sections.py": "names of sections",
    "corpus/readers/columns/usual.py": "names of columns",
    "corpus/readers/authors.py": "what databases and agencies print beside an author",
    "corpus/readers/databases/": "what databases print beside an article",
    "corpus/readers/language.py": "names of languages",
    "corpus/readers/pages/feed.py": "what WordPress writes below an item",
    "corpus/readers/scans/gallica.py": "the notice of a catalogue",
    "corpus/readers/objects/stream.py": "faults as the decoder of Python names them",
    "corpus/dates/": "what the press prints beside a date",
    "corpus/months.py": "names of months",
    "corpus/entities/asides.py": "what the press prints before a name",
    "corpus/entities/mentions.py": "names of competitions and events",
    "corpus/entities/training": "no part of what a person uses",
    "index/vectors/file.py": "the cause of an error, which names a damaged file",
    "index/storage/register.py": "statements of SQL",
    "index/storage/catalog.py": "statements of SQL",
    "index/storage/lines.py": "statements of SQL",
    "index/storage/sketches.py": "statements of SQL",
    "index/storage/comparisons.py": "statements of SQL",
    "index/storage/database.py": "statements of SQL",
    "index/names/aliases.py": "the first lines of a file that a person edits",
    "search/inspection/doubts.py": "what a page prints for subscribers",
    "search/language/days/vocabulary.py": "words of dates",
    "search/commandline/completion/": "scripts of shells",
    "search/render/terminal.py": "looks",
    "search/shell/help.py": "examples of queries",
}
"""Files whose strings may look like sentences, and what they are."""


def sources() -> list[Path]:
    packages = [ROOT / package for package in ("corpus", "index", "search")]
    return [
        path for package in packages for path in sorted(package.rglob("*.py")) if FOLDER not in path.parents
    ]


def strings(path: Path) -> Iterator[tuple[str, ast.Constant]]:
    """Yield the literal strings of a module: no docstring, no text after a constant, no list of words that is split."""
    tree = ast.parse(path.read_text("utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    prose |= {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "split"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value, node


def each_form(forms: Forms) -> tuple[str, ...]:
    return (forms,) if isinstance(forms, str) else forms


def values(form: str) -> set[str]:
    """Return the names of the values that stand in a sentence."""
    return {name for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[code for code, _ in ROWS])
def test_both_languages_say_the_same(code: str, row: tuple[Forms, Forms]) -> None:
    english, french = row
    assert each_form(english)[0]
    assert each_form(french)[0]
    wanted = [values(form) - {"count"} for forms in row for form in each_form(forms)]
    assert all(names == wanted[0] for names in wanted), code
    assert len(each_form(french)) in (1, len(each_form(english))) or len(each_form(english)) == 1


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[code for code, _ in ROWS])
def test_french_sentences_name_the_lines_of_the_shell_in_french(code: str, row: tuple[Forms, Forms]) -> None:
    for form in each_form(row[1]):
        for name in re.findall(r"(?<![\w:]):([a-zé]+)", form):
            assert FRENCH_NAMES.get(name, (name,))[0] == name, (code, form)


def used_codes() -> dict[str, list[str]]:
    """Return every code that stands in the source, with the modules that have it."""
    used = defaultdict(list, {f"command.{name}": ["its promise"] for name in COMMAND_NAMES})
    for path in sources():
        for text, _ in strings(path):
            if CODE.fullmatch(text):
                used[text].append(str(path.relative_to(ROOT)))
    return used


def test_every_code_in_the_source_has_its_words() -> None:
    rows = {code for code, _ in ROWS}
    assert {code: where for code, where in used_codes().items() if code not in rows} == {}


def test_every_row_is_said_somewhere() -> None:
    inside = {text for path in (FOLDER / "__init__.py",) for text, _ in strings(path)}
    assert {code for code, _ in ROWS} - used_codes().keys() - inside == set()


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Yield the codes that are said with their values at once: where, the code, the names of the values."""
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                not isinstance(node, ast.Call)
                or not node.args
                or any(word.arg is None for word in node.keywords)
            ):
                continue
            code = node.args[0]
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            is_said = name in ("say", "message", "complain") or name[:1].isupper()
            if (
                is_said
                and isinstance(code, ast.Constant)
                and CODE.fullmatch(str(code.value))
                and len(node.args) == 1
            ):
                given = {
                    word.arg for word in node.keywords if word.arg and (name == "say" or word.arg != "mend")
                }
                yield f"{path.relative_to(ROOT)}:{node.lineno}", str(code.value), given


def test_every_value_of_a_sentence_is_given() -> None:
    rows = dict(ROWS)
    for where, code, given in calls():
        forms = [form for language in rows[code] for form in each_form(language)]
        needed = set().union(*map(values, forms))
        if any(not isinstance(language, str) for language in rows[code]):
            needed.add("count")
        assert needed == given, f"{where} {code}"


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_stands_outside_the_tables(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    if any(name.startswith(known) for known in DATA):
        return
    found = [(node.lineno, text) for text, node in strings(path) if SENTENCE.search(text)]
    assert found == []


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[code for code, _ in ROWS])
def test_a_french_sentence_names_the_lines_of_the_shell_in_french(
    code: str, row: tuple[Forms, Forms]
) -> None:
    if code == "shell.help_pages":  # it says that the English names are names too
        return
    french = [row[1]] if isinstance(row[1], str) else row[1]
    typed = [name for form in french for name in re.findall(r"(?<![\w:{]):([a-z]+)\b", form)]
    assert [name for name in typed if name in FRENCH_NAMES and name not in FRENCH_NAMES[name]] == []
