"""What a saved search has seen, held against a naive diary: for each search, the set of all ids that it saw."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import layout
from index.errors import IndexFailure
from search.notebook.seen import Seen, read, save
from tests.support.failures import raises

NAMES = ("climat", "pêche", "école")
IDS = st.sets(st.sampled_from([f"a{number}" for number in range(12)]))
EVENTS = st.lists(
    st.tuples(IDS, st.lists(st.sampled_from(NAMES), unique=True), st.sets(st.sampled_from(NAMES))), max_size=8
)
"""The ids of the index, the searches that look at it, the searches that are saved."""


@dataclass
class Diary:
    """The ids that each search has seen: all that were in the index when it looked, and all that any search had seen then."""

    every: set[str] = field(default_factory=set)
    seen: dict[str, set[str]] = field(default_factory=dict)

    def looked(self, searches: list[str], ids: set[str], kept: set[str]) -> None:
        self.every |= ids
        self.seen = {search: ids for search, ids in self.seen.items() if search in kept}
        self.seen |= {search: set(self.every) for search in searches}

    def new(self, search: str, ids: set[str]) -> set[str]:
        return ids - self.seen[search] if search in self.seen else set()


@given(EVENTS, IDS)
def test_what_is_new_is_what_a_search_has_not_seen(
    events: list[tuple[set[str], list[str], set[str]]], now: set[str]
) -> None:
    seen, diary = Seen(), Diary()
    for ids, searches, kept in events:
        for search in NAMES:
            assert seen.new(search, ids) == diary.new(search, ids)
        seen = seen.looked(searches, ids, kept)
        diary.looked(searches, ids, kept)
    for search in NAMES:
        assert seen.new(search, now) == diary.new(search, now)


@given(EVENTS)
def test_a_state_that_is_saved_is_read_again(events: list[tuple[set[str], list[str], set[str]]]) -> None:
    seen = Seen()
    for ids, searches, kept in events:
        seen = seen.looked(searches, ids, kept)
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        save(Path(folder), seen)
        assert read(Path(folder)) == seen


def test_looks_that_no_search_distinguishes_are_one() -> None:
    seen = Seen()
    for number in range(50):
        seen = seen.looked(["climat"], [f"a{number}"], NAMES)
    assert len(seen.looks) == 1


def test_a_search_that_has_not_looked_has_nothing_new(tmp_path: Path) -> None:
    assert read(tmp_path).new("climat", ["a"]) == frozenset()


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "null", '{"version": 2, "looks": [], "searches": {}}', '{"version": 1, "looks": ["AA=="], "searches": {}}',
     '{"version": 1, "looks": 3, "searches": {}}', '{"version": 1, "looks": [], "searches": {"a": "b"}}',
     '{"version": 1, "looks": [], "searches": {"a": 1e999}}', "\x00"],
)  # fmt: skip
def test_a_damaged_state_is_reported(text: str, tmp_path: Path) -> None:
    layout.seen(tmp_path).write_text(text, "utf-8")
    with raises(IndexFailure, "notebook.unfit_seen", "notebook.remove_seen"):
        read(tmp_path)
