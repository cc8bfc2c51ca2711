"""The file of the names gives back what was written, one name at a time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import whole
from index.errors import Damaged
from index.layout import names as path_of
from index.names.aliases import NameKey
from index.names.resolution import EntityName, Merge, variants_of
from index.storage.names import open_names, packed, unpacked

TEXTS = ("ONU", "Nations unies", "Nations", "Nations\tunies\n", "L’Élysée", "🙂 Café", "國")
KEYS = st.builds(NameKey, st.sampled_from(("org", "person", "other")), st.sampled_from(TEXTS).map(whole))
MERGES = st.builds(EntityName, st.sampled_from(("org", "place")), st.sampled_from(TEXTS)).map(Merge.into)
MERGED = {NameKey("org", "=onu"): Merge(NameKey("org", "=nations_unies"), "Nations unies")}
WHOLE = packed(MERGED, {NameKey("person", "=awa_sarr"): "Awa Sarr"})


@given(st.dictionaries(KEYS, MERGES), st.dictionaries(KEYS, st.sampled_from(TEXTS)))
def test_every_name_has_what_was_decided_about_it(
    merged: dict[NameKey, Merge], spellings: dict[NameKey, str]
) -> None:
    kept = unpacked(packed(merged, spellings))

    assert (dict(kept.merged), dict(kept.spellings)) == (merged, spellings)
    assert {key: set(names) for key, names in kept.variants.items()} == {
        key: set(names) for key, names in variants_of(merged).items()
    }


@given(st.dictionaries(KEYS, MERGES, min_size=1), st.integers(0, 3))
def test_a_name_has_the_same_before_and_after_all_lines_are_cut(
    merged: dict[NameKey, Merge], look_ups: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("index.storage.names._LOOK_UPS", look_ups)
        kept = unpacked(packed(merged, {}))

    for _ in range(2):
        assert [kept.merged[key] for key in merged] == list(merged.values())
        assert NameKey("place", "=ailleurs") not in kept.merged
    assert (len(kept.merged), bool(kept.merged), bool(kept.spellings)) == (len(merged), True, False)


@given(st.dictionaries(KEYS, MERGES), KEYS)
def test_a_name_about_which_nothing_was_decided_is_not_there(
    merged: dict[NameKey, Merge], key: NameKey
) -> None:
    assert unpacked(packed(merged, {})).merged.get(key) == merged.get(key)


@pytest.mark.parametrize(
    "content", [b"", b"names2", WHOLE[:-1], b"other" + WHOLE[5:], WHOLE + b"\n", b"\xff" + WHOLE]
)
def test_a_file_that_is_not_whole_is_damaged(tmp_path: Path, content: bytes) -> None:
    path_of(tmp_path).write_bytes(content)
    with pytest.raises(Damaged):
        open_names(tmp_path)


def test_a_file_that_is_missing_is_damage(tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        open_names(tmp_path)


def test_a_name_that_cannot_be_read_is_damage(tmp_path: Path) -> None:
    path_of(tmp_path).write_bytes(WHOLE.replace(b'"Nations unies"', b'"Nations unies!'))
    kept = open_names(tmp_path)
    with pytest.raises(Damaged):
        kept.merged.get(NameKey("org", "=onu"))
