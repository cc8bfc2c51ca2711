"""The file of the saved searches: what is read of it, and what an edit leaves alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import layout
from index.document import whole
from index.errors import IndexFailure
from index.layout import edited
from search.notebook.searches import SavedSearch, Searches, parse, read, save, search_of
from tests.support.failures import raises

TEXTS = st.text(max_size=12).map(edited.one_line)
NAMES = TEXTS.filter(lambda name: "=" not in name and not name.startswith("#") and whole(name) != whole(""))
SEARCHES = st.builds(SavedSearch, NAMES, TEXTS.filter(bool))
OTHER_LINES = st.sampled_from(
    ["", "# le bureau", "une ligne sans signe", " = sans nom", "sans requête =", "caf\udce9 = x"]
)


@given(st.lists(SEARCHES, unique_by=lambda search: search.key))
def test_searches_that_are_saved_are_read_again(saved: list[SavedSearch]) -> None:
    searches = Searches()
    for search in saved:
        searches = searches.saved(search)
    assert list(parse(edited.lines(str(searches))).by_key.values()) == saved


@given(st.lists(OTHER_LINES | SEARCHES.map(str)), SEARCHES)
def test_an_edit_leaves_the_other_lines_in_their_order(lines: list[str], search: SavedSearch) -> None:
    def others(searches: Searches) -> list[str]:
        return [
            line for line in searches.lines if (known := search_of(line)) is None or known.key != search.key
        ]

    before = parse(lines)
    saved = before.saved(search)
    assert others(saved) == others(before)
    assert saved.by_key[search.key] == search
    assert saved.saved(search) == saved
    dropped = saved.dropped(search.key)
    assert list(dropped.lines) == others(before)


def test_the_last_line_of_a_name_counts_and_is_the_one_that_is_replaced() -> None:
    searches = parse(["Procès = a", "# ici", "PROCES = b"])
    assert searches.by_key[whole("procès")].query == "b"
    assert searches.saved(SavedSearch("procès", "c")).lines == ("Procès = a", "# ici", "procès = c")


def test_a_line_that_is_no_search_is_reported_and_costs_no_other() -> None:
    searches = parse(["climat = climat", "rien", "caf\udce9 = x", "  # note", ""])
    assert [search.name for search in searches.by_key.values()] == ["climat"]
    assert searches.unread == ("rien", "caf\udce9 = x")


@pytest.mark.parametrize(
    "data", [b"a = b\r\nc = d", "a = b\nc = d\n".encode("utf-16"), b"\xef\xbb\xbfa = b\nc = d\n"]
)
def test_whatever_an_editor_writes_is_read(data: bytes, tmp_path: Path) -> None:
    layout.searches(tmp_path).write_bytes(data)
    assert list(map(str, read(tmp_path).by_key.values())) == ["a = b", "c = d"]


def test_a_folder_is_no_file_of_searches(tmp_path: Path) -> None:
    layout.searches(tmp_path).mkdir()
    with raises(IndexFailure, "index.unfit_text", "mend.move_away"):
        read(tmp_path)


def test_the_first_search_stands_below_a_heading(tmp_path: Path) -> None:
    save(tmp_path, Searches().saved(SavedSearch("climat", "climat OR giec")))
    assert layout.searches(tmp_path).read_text("utf-8") == (
        "# Saved searches: name = query\nclimat = climat OR giec\n"
    )
