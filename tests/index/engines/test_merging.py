"""What tantivy merges is among what is said to be mergeable, so that no changed file is taken over."""

import json
from pathlib import Path

import pytest

from index.document import prepare
from index.engines import committed, create, mergeable, open_writer
from tests.support.press import article


def test_what_a_commit_merges_was_mergeable(tmp_path: Path) -> None:
    create("tantivy", tmp_path)
    merged = 0
    for number in range(17):
        before, may_go = committed("tantivy", tmp_path), mergeable("tantivy", tmp_path, 1)
        writer = open_writer("tantivy", tmp_path)
        writer.add(prepare(article(f"a{number}", "Titre", "Le port rouvre.")))
        writer.commit()
        gone = before - committed("tantivy", tmp_path)
        assert gone <= may_go
        merged += bool(gone)
    assert merged == 2


@pytest.mark.parametrize(
    ("large", "small", "merged"),
    [((90_000,), 6, 0), ((90_000,), 7, 6), ((12_000, 90_000), 6, 6), ((40_000,) * 6, 5, 0)],
)
def test_segments_of_another_size_are_left_alone(
    tmp_path: Path, large: tuple[int, ...], small: int, merged: int
) -> None:
    meta = [
        {"segment_id": f"{number}", "max_doc": size, "deletes": None}
        for number, size in enumerate([*large, *[1] * (small - 1)])
    ]
    (tmp_path / "meta.json").write_text(json.dumps({"segments": meta}), "utf-8")

    assert len({name.partition(".")[0] for name in mergeable("tantivy", tmp_path, 1)}) == merged
