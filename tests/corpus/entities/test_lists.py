"""The lists: small, sorted out, one entry a line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import corpus.entities
from corpus.entities.compiled import COMPILED
from corpus.entities.lexicon import lines
from corpus.entities.training.lists import compiled

LISTS = sorted((Path(corpus.entities.__file__).parent / "lists").glob("*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_entries_are_unique_and_trimmed(path: Path) -> None:
    entries = lines(path.stem)
    assert len(entries) == len(set(entries))
    assert all(entry == entry.strip() != "" for entry in entries)


def test_the_lists_are_small() -> None:
    assert sum(path.stat().st_size for path in LISTS) < 300_000


def test_importing_reads_neither_a_model_nor_numpy() -> None:
    code = "import sys, corpus.entities as e; from corpus.entities.model import load; print(load.cache_info().currsize, 'numpy' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).split() == ["0", "False"]


def test_every_list_has_a_reader() -> None:
    package = Path(corpus.entities.__file__).parent
    source = "".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    assert not [path.stem for path in LISTS if f'"{path.stem}"' not in source]


def test_the_compiled_lists_are_those_of_today() -> None:
    """`python -m corpus.entities.training.lists` compiles them again."""
    assert json.loads(COMPILED.read_text("utf-8")) == json.loads(json.dumps(compiled()))
