"""The formats that a person named for the files of some roots."""

import os

from hypothesis import given
from hypothesis import strategies as st

from index.building.formats import AUTO, after, changed, of, shown

ROOTS = st.sampled_from([".", "presse", "presse/web", "presse/web/2025", "lots", "lots2"])
NAMED = st.dictionaries(ROOTS, st.sampled_from(["CSV", "JSON", "text"]), max_size=4)
PATHS = [f"{root}/a.txt" for root in ("presse", "presse/web", "presse/web/2025", "lots", "lots2")] + ["a.txt"]


def below(root: str, path: str) -> bool:
    return root in (".", path) or path.startswith(f"{root}/")


@given(NAMED)
def test_the_nearest_root_decides(named: dict[str, str]) -> None:
    for path in PATHS:
        above = sorted(
            (root for root in named if below(root, path)), key=lambda root: (root != ".", len(root))
        )
        assert of(named, path) == (named[above[-1]] if above else "")


@given(NAMED, NAMED)
def test_the_files_that_may_be_read_otherwise_are_those_to_read_again(
    before: dict[str, str], now: dict[str, str]
) -> None:
    assert changed(PATHS, before, now) == [path for path in PATHS if of(before, path) != of(now, path)]


def test_a_root_beside_the_others_changes_nothing_of_them() -> None:
    now = {"presse": "CSV", "lots": "JSON"}
    assert changed(["presse/a.txt", "lots/b.txt"], {"presse": "CSV"}, now) == ["lots/b.txt"]


def test_a_format_is_named_for_a_root_and_taken_back() -> None:
    named = after({}, ["presse"], "csv", kept=["presse"])
    assert named == {"presse": "CSV"}
    assert after(named, [], "", kept=["presse"]) == named
    assert after(named, ["presse"], AUTO, kept=["presse"]) == {}
    assert after(named, ["lots"], "JSON", kept=["lots"]) == {"lots": "JSON"}


def test_a_root_whose_name_is_no_utf_8_is_found_again() -> None:
    root = os.fsdecode(b"press\xe9")
    named = after({}, [root], "CSV", kept=[root])
    assert of(named, f"{shown(root)}/a.txt") == "CSV"
