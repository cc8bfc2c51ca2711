"""Files that people edit, and that anything may have written into: they are read, or refused in a sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.message import CodedError
from index import layout
from search import cli
from search.commandline import settings as defaults
from search.commands import COMMAND_NAMES
from search.notebook import notes, searches, seen
from search.render.error import text

BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(
        st.sampled_from(
            ["a = b", "##", "## x", "tags:", "tags: a, b", "=", "#", " ", "\x00", "\u2028", "\r", "é", "tags: ,,", '{"version": 1', "[" * 300]
        )
    ).map(lambda lines: "\n".join(lines).encode()),
)  # fmt: skip

FILES: dict[str, tuple[Callable[[Path], Path], Callable[[Path], object]]] = {
    "searches": (layout.searches, searches.read),
    "notes": (layout.notes, notes.read),
    "seen": (layout.seen, seen.read),
}

HERE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_or_refused(read: Callable[[], object]) -> None:
    """Assert that a refusal is a sentence that was written for a person."""
    refusal = "read, and not refused"
    try:
        read()
    except CodedError as error:
        refusal = text(error)
    assert len(refusal) > 20


@HERE
@pytest.mark.parametrize("name", FILES)
@given(written=BYTES)
@example(written=b"[" * 100_000)
def test_any_bytes_are_read_or_refused(name: str, written: bytes, tmp_path: Path) -> None:
    file, read = FILES[name]
    file(tmp_path).write_bytes(written)
    read_or_refused(lambda: read(tmp_path))


VALUES = st.sampled_from(
    ["1", "-1", "0", "9" * 30, "1.5", "nan", "true", '"x"', '""', '"json"', '"\\u001b[31m"', "[]", "[1, 2]", '["person"]',
     "2025-01-01", "{a = 1}", "[[[]]]", "'''\n'''"]
)  # fmt: skip
KEYS = st.sampled_from(
    ["limit", "sort", "format", "facet", "since", "color", "lang", "all", "pager", "every", "by", "fields", "context", "x", '"é"', "'--limit'", "a.b"]
)  # fmt: skip
TABLES = st.sampled_from(
    ["", *(f"[{name}]" for name in COMMAND_NAMES), "[chercher]", "[x]", "[query.limit]", "[[query]]"]
)
TOML = st.lists(st.tuples(TABLES, KEYS, VALUES), max_size=3).map(
    lambda rows: "\n".join(f"{table}\n{key} = {value}" for table, key, value in rows).encode()
)
WORDS = {
    "show": ["id"],
    "facets": ["person"],
    "compare": ["a", "b"],
    "save": ["a", "b"],
    "tag": ["a", "b"],
    "completion": ["bash"],
}


@settings(HERE, max_examples=300)
@given(written=TOML | BYTES, command=st.sampled_from(COMMAND_NAMES))
@example(written=b"a = " + b"[" * 100_000, command="query")
def test_any_settings_are_applied_or_refused(written: bytes, command: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(written)

    def parsed() -> None:
        found = defaults.read([file], COMMAND_NAMES)
        defaults.language(found)
        cli.read([command, *WORDS.get(command, ["mot"])], found)

    read_or_refused(parsed)
