"""What an index says that is wrong is a code, which the tables of messages have in both languages."""

import ast
from pathlib import Path
from string import Formatter

import pytest

import index
from index import errors
from index.errors import IndexFailure
from search.messages import Table
from search.messages.index import TABLE as INDEX
from search.messages.mend import TABLE as MEND

KINDS = {
    name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, IndexFailure)
}
TABLES: dict[str, Table] = {"index": INDEX, "mend": MEND}


def calls(names: set[str]) -> list[tuple[str, ast.Call]]:
    """Return the calls of these names in the package, each with the module where it stands."""
    return [
        (path.name, node)
        for path in sorted(Path(index.__file__).parent.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]


@pytest.mark.parametrize(("module", "call"), calls(KINDS | {"message"}))
def test_every_error_has_a_code_of_the_tables_and_the_values_that_its_words_need(
    module: str, call: ast.Call
) -> None:
    [code] = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    subject, _, name = str(code).partition(".")
    if subject not in TABLES:
        return
    for forms in TABLES[subject][name]:
        for form in (forms,) if isinstance(forms, str) else forms:
            needed = {field for _, field, _, _ in Formatter().parse(form) if field}
            assert needed <= {keyword.arg for keyword in call.keywords}, (module, code)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_error_is_a_coded_one(kind: str) -> None:
    raised = getattr(errors, kind)("index.busy", home="presse")
    assert raised.message.values == {"home": "presse"}
